import { type Stocks, stockOf, stocksOf } from '../assess/stocks.ts';
import type { ChangeRecord, MetricRecord } from '../compare/record.ts';
import type { SideName } from '../compare/side.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import { gapTexts } from '../message/group-names.ts';
import type { Words } from '../message/words.ts';
import { type CompareReport, chanceText } from './compare.ts';
import { stocksText } from './stocks.ts';

/** What is to be said beside the figures of a record, in order. */
export const remarksOf = (record: ChangeRecord, report: CompareReport): string[] =>
  remarksWith(record, report, record.kind === 'metric' ? flagText(record, report) : '');

/** The same but for what the standards say. */
export const remarksOfChange = (record: ChangeRecord, report: CompareReport): string[] =>
  remarksWith(record, report, '');

function remarksWith(record: ChangeRecord, report: CompareReport, flag: string): string[] {
  const { words } = report;
  const remarks = [
    ...(record.kind === 'metric' ? metricRemarks(record, report) : []),
    flag,
    ...(['before', 'after'] as const).flatMap((side) => [
      reasonText(record, side, report),
      stockText(record, side, report),
    ]),
    record.coverage === null ? '' : words.after.coverage(record.coverage),
    placesText(record, report),
  ];
  return remarks.filter((text) => text !== '');
}

function metricRemarks(record: MetricRecord, report: CompareReport): string[] {
  const { phrases } = report.words.after;
  const compare = comparePhrases(report.words.after);
  const reported = record.after.assessment?.outcome;
  return [
    record.sameDefinition ? '' : compare.otherDefinition,
    record.sameBasis === false ? compare.otherBasis : '',
    record.sameBasis === true && reported?.known && reported.basis === 'reported'
      ? phrases.reportedMark
      : '',
    chanceText(record, report),
  ];
}

/** What the standards say of the side after, and of a restated one also what they said before. */
function flagText(
  { id, flag, before, after }: MetricRecord,
  { words, comparison }: CompareReport,
): string {
  if (flag === null || flag === 'not-judged') return '';
  const { flags } = words.after.phrases;
  const compare = comparePhrases(words.after);
  const was = before.assessment?.flag ?? null;
  const named =
    comparison.pairing === 'restated' && was !== null && was !== flag
      ? compare.stated(flags[was], flags[flag])
      : flags[flag];
  const said = (after.assessment?.verdicts ?? [])
    .filter(({ status }) => status !== 'not-judged')
    .map((verdict) => words.after.verdict(id, verdict));
  return [named, ...said].filter((text) => text !== '').join(' ');
}

/** Why a side has no value, and who did not report. */
function reasonText(record: ChangeRecord, side: SideName, report: CompareReport): string {
  const words = report.words[side];
  const { phrases } = words;
  const compare = comparePhrases(words);
  if (record.kind === 'metric') {
    const { assessment, group } = record[side];
    const reason = assessment === null ? compare.notDefined : words.reason(assessment, group);
    return onSide(side, reason, words);
  }
  const { gaps, group } = record[side];
  return onSide(
    side,
    gapTexts(gaps, group, phrases, compare.missingFrom).join(phrases.comma),
    words,
  );
}

/** Of which period the stocks on a side are that speaks of several, where there is a value. */
export function stocksOn(
  record: ChangeRecord,
  side: SideName,
  { comparison }: CompareReport,
): Stocks | null {
  const { catalogue } = comparison.sides[side];
  if (record.kind === 'metric') {
    const { assessment, group } = record[side];
    return assessment?.outcome.known ? stocksOf(assessment, group, catalogue) : null;
  }
  const { value, group } = record[side];
  const isKnown = value !== null && value !== 'not-applicable';
  return isKnown ? stockOf(record.id, group, catalogue) : null;
}

const stockText = (record: ChangeRecord, side: SideName, report: CompareReport): string =>
  onSide(side, stocksText(stocksOn(record, side, report), report.words[side]), report.words[side]);

const onSide = (side: SideName, text: string, words: Words): string =>
  text === '' ? '' : comparePhrases(words).sides[side] + words.phrases.colon + text;

/** The cells of a restated count. */
function placesText(record: ChangeRecord, { words, comparison }: CompareReport): string {
  if (record.kind === 'metric' || comparison.pairing !== 'restated') return '';
  const [before, after] = [record.before, record.after].map(({ places }) =>
    places.map(words.after.place).join(words.after.phrases.listSeparator),
  );
  if (!before && !after) return '';
  return comparePhrases(words.after).stated(before || '—', after || '—');
}
