import { decimalText } from '../exact/decimal.ts';
import type { Exact } from '../exact/exact.ts';
import { textField } from '../message/csv-field.ts';
import type { Words } from '../message/words.ts';
import { type Period, periodId } from '../period/period.ts';
import type { Tally } from '../tally/tally.ts';
import type { TallyFormat } from './formats.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { encodeJson } from './json-text.ts';

/** Counts as an input file of `metrics`. */
export const writeTally = (
  tally: Pick<Tally, 'counts' | 'entries'>,
  format: TallyFormat,
  words: Words,
): Iterable<string> => (format === 'csv' ? csv(tally, words) : json(tally, words));

function* csv({ counts, entries }: Pick<Tally, 'counts' | 'entries'>, words: Words) {
  const { unit, period } = words.phrases.template;
  yield `${[unit, period, ...counts.map(words.count)].map(textField).join(',')}\n`;
  for (const entry of entries) {
    const values = entry.values.map((value) => decimalText(value) ?? '');
    yield `${[textField(entry.unit), periodId(entry.period), ...values].join(',')}\n`;
  }
}

function* json({ counts, entries }: Pick<Tally, 'counts' | 'entries'>, words: Words) {
  const { unit, period } = words.phrases.template;
  const row = (entry: { unit: string; period: Period; values: readonly Exact[] }) => ({
    [unit]: entry.unit,
    [period]: periodId(entry.period),
    ...Object.fromEntries(
      counts.map((id, index) => [words.count(id), numberOf(entry.values[index] as Exact)]),
    ),
  });
  yield `{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "rows": [`;
  for (const [index, entry] of entries.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${encodeJson(row(entry))}`;
  }
  yield '\n  ]\n}\n';
}

/** What a double cannot hold is a text, as a sheet has it. */
const numberOf = (value: Exact): number | string =>
  typeof value === 'number' ? value : (decimalText(value) ?? '');
