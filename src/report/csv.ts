import type { AssessedGroup } from '../assess/assess.ts';
import { visible } from '../message/visible.ts';
import { periodId } from '../period/period.ts';
import {
  figureText,
  numericCount,
  numericValue,
  type Report,
  type Surface,
  statedQuotient,
} from './report.ts';

const TIDY = [
  'unit',
  'period',
  'metric',
  'label',
  'numerator',
  'denominator',
  'value',
  'text',
  'reason',
  'flag',
] as const;

/** Chunks of about this many characters: single rows would cost more to hand on than to write. */
const CHUNK = 1 << 16;

export function* writeCsv(report: Report, { csvLayout }: Surface): Iterable<string> {
  let chunk = '';
  for (const line of csvLayout === 'wide' ? wideLines(report) : tidyLines(report)) {
    chunk += `${line}\n`;
    if (chunk.length > CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

/** One row a unit, period and metric. */
function* tidyLines({ groups, words }: Report): Iterable<string> {
  yield TIDY.join(',');
  for (const assessed of groups()) {
    const [unit, period] = groupFields(assessed);
    for (const assessment of assessed.assessments) {
      const { metric, outcome, flag } = assessment;
      const quotient = statedQuotient(assessment);
      yield [
        unit,
        period,
        textField(metric),
        textField(words.metric(metric)),
        quotient === null ? '' : numericCount(quotient.numerator),
        quotient === null ? '' : numericCount(quotient.denominator),
        numericValue(assessment) ?? '',
        textField(figureText(assessment, words)),
        outcome.known ? (outcome.basis === 'reported' ? 'reported' : '') : outcome.reason.code,
        flag ?? '',
      ].join(',');
    }
  }
}

/** One row a unit and period, a column a metric; an unknown value is an empty cell. */
function* wideLines({ groups, metrics }: Report): Iterable<string> {
  yield ['unit', 'period', ...metrics.map(textField)].join(',');
  for (const assessed of groups()) {
    const [unit, period] = groupFields(assessed);
    let line = `${unit},${period}`;
    for (const assessment of assessed.assessments) {
      const value = numericValue(assessment);
      line += value === null ? ',' : `,${value}`;
    }
    yield line;
  }
}

const groupFields = ({ group }: AssessedGroup): [string, string] => [
  textField(group.unit ?? ''),
  textField(group.period === null ? group.periods.map(periodId).join(' ') : periodId(group.period)),
];

/** What a spreadsheet would take for a formula, in half- and full-width characters. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠﹢]/;

/** A text as a CSV field: harmless, never a formula, quoted where it has to be. */
export function textField(text: string): string {
  const plain = visible(text);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
