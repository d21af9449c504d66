import type { ChangeRecord, MetricRecord } from '../compare/record.ts';
import type { SideName } from '../compare/side.ts';
import { gapTexts } from '../message/group-names.ts';
import { type CompareReport, chanceText } from './compare.ts';

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
    ...(['before', 'after'] as const).map((side) => reasonText(record, side, report)),
    record.coverage === null ? '' : words.after.coverage(record.coverage),
    placesText(record, report),
  ];
  return remarks.filter((text) => text !== '');
}

function metricRemarks(record: MetricRecord, report: CompareReport): string[] {
  const { phrases } = report.words.after;
  const { compare } = phrases;
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
  const { flags, compare } = words.after.phrases;
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
  const because = (text: string) =>
    text === '' ? '' : phrases.compare.sides[side] + phrases.colon + text;
  if (record.kind === 'metric') {
    const { assessment, group } = record[side];
    return because(
      assessment === null ? phrases.compare.notDefined : words.reason(assessment, group),
    );
  }
  const { gaps, group } = record[side];
  return because(gapTexts(gaps, group, phrases, phrases.compare).join(phrases.comma));
}

/** The cells of a restated count. */
function placesText(record: ChangeRecord, { words, comparison }: CompareReport): string {
  if (record.kind === 'metric' || comparison.pairing !== 'restated') return '';
  const [before, after] = [record.before, record.after].map(({ places }) =>
    places.map(words.after.place).join(words.after.phrases.listSeparator),
  );
  if (!before && !after) return '';
  return words.after.phrases.compare.stated(before || '—', after || '—');
}
