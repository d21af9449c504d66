import { fileOf, judgedPlace, placeOfValue } from '../check/place.ts';
import type { ChangeRecord, ComparedPair, MetricRecord } from '../compare/record.ts';
import type { Place } from '../issue/issue.ts';
import { reaches, verdictFlag } from '../judge/judge.ts';
import type { ChangeRule } from '../message/run-phrases.ts';
import { excludesZero } from '../statistics/newcombe.ts';
import { itemOf, judgementName, periodOf, sourceOf } from './check.ts';
import {
  type CompareReport,
  changeText,
  isRestated,
  labelOf,
  periodsText,
  sideText,
  titleOf,
} from './compare.ts';
import { type Folded, keyOf } from './compare-fold.ts';
import { remarksOf, remarksOfChange } from './compare-remarks.ts';
import type { Case, Item } from './run.ts';

/**
 * What there is to look at in a pair: the change of each metric and what each standard says of the side after; of
 * a restatement all that is another than it was. Left out are changes that one side cannot know in any pair.
 */
export function casesOfPair(
  compared: ComparedPair,
  report: CompareReport,
  folded: ReadonlyMap<string, Folded>,
): Case[] {
  return compared.records.flatMap((record) => {
    const change = folded.has(keyOf(record)) ? null : changeCase(record, compared, report);
    const standards = record.kind === 'metric' ? standardCases(record, compared, report) : [];
    return change === null ? standards : [change, ...standards];
  });
}

const suiteOf = ({ pair }: ComparedPair, { words }: CompareReport): Case['suite'] => ({
  key: pair.after.unit,
  name: words.after.unit(pair.after),
});

/** Null where there is nothing to be said of a change: of counts nobody calls either direction better. */
function changeCase(
  record: ChangeRecord,
  compared: ComparedPair,
  report: CompareReport,
): Case | null {
  const { pair } = compared;
  const restated = isRestated(report);
  if (!restated && (record.kind === 'count' || !applies(record))) return null;
  const rule = restated ? 'restated' : ruleOf(record);
  const label = labelOf(record.kind, record.id, report);
  const isDated = pair.after.periods.length + pair.before.periods.length > 0;
  return {
    suite: suiteOf(compared, report),
    name: isDated ? `${periodsText(pair, report)} / ${label}` : label,
    item: rule === null ? null : changeItem(rule, record, compared, report),
  };
}

/** Not where it concerns the unit on neither side. */
const applies = ({ before, after }: MetricRecord): boolean =>
  [before, after].every(({ assessment }) => {
    const outcome = assessment?.outcome;
    return outcome === undefined || outcome.known || outcome.reason.code !== 'not-applicable';
  });

function ruleOf({ change, direction }: ChangeRecord): ChangeRule | null {
  if (change === null) return 'unknown-change';
  return direction === 'worse' ? 'worse' : null;
}

function changeItem(
  rule: ChangeRule,
  record: ChangeRecord,
  { pair }: ComparedPair,
  report: CompareReport,
): Item {
  const { kind, id } = record;
  const { before, after } = pair;
  const label = labelOf(kind, id, report);
  const title = [titleOf(pair, report), label].filter((text) => text !== '').join(' ');
  return {
    rule,
    kind: 'change',
    severity: severityOf(rule, record),
    flag: rule === 'unknown-change' ? 'unknown' : 'warn',
    title,
    message: title + report.words.after.phrases.colon + changeSentence(rule, record, report),
    source: definitionOf(record, report),
    place: placeOf(record, report),
    fingerprint: JSON.stringify([
      rule,
      kind,
      id,
      after.unit,
      periodOf(before.period, before.periods),
      periodOf(after.period, after.periods),
    ]),
    standing: null,
  };
}

/** What may well be chance, and what nobody can know, is worth a look and no more. */
function severityOf(rule: ChangeRule, record: ChangeRecord): Item['severity'] {
  if (rule === 'unknown-change') return 'note';
  const interval = record.kind === 'metric' ? record.interval : null;
  return interval === null || excludesZero(interval) ? 'warning' : 'note';
}

/** 12.50% → 18.75%，+6.25 个百分点；变差；可能是偶然波动（…）. */
function changeSentence(rule: ChangeRule, record: ChangeRecord, report: CompareReport): string {
  const { check, colon, comma, compare, listSeparator } = report.words.after.phrases;
  const stated = compare.stated(
    sideText(record, 'before', report),
    sideText(record, 'after', report),
  );
  const verdict = {
    worse: compare.direction.worse,
    restated:
      compare.columns.cause +
      colon +
      record.causes.map((cause) => compare.cause[cause]).join(listSeparator),
    'unknown-change': '',
  }[rule];
  const figures = [stated, changeText(record, report)].filter((text) => text !== '').join(comma);
  const remarks = rule === 'restated' ? remarksOf : remarksOfChange;
  return [figures, verdict, ...remarks(record, report)]
    .filter((text) => text !== '')
    .join(check.separator);
}

/** Where the metric is defined. */
function definitionOf({ kind, id }: ChangeRecord, { comparison, words }: CompareReport) {
  const { before, after } = comparison.sides;
  const metric = after.catalogue.metrics[id] ?? before.catalogue.metrics[id];
  return kind === 'count' || metric === undefined ? null : sourceOf(metric, words.after);
}

/** Where the side after states what changed, or else, as far as that is known, where it should. */
function placeOf(record: ChangeRecord, { comparison }: CompareReport): Place {
  const { dataset, catalogue } = comparison.sides.after;
  const { group } = record.after;
  if (record.kind === 'count')
    return record.after.places[0] ?? { file: fileOf(group.entries, dataset) };
  const { assessment } = record.after;
  return assessment === null
    ? { file: fileOf(group.entries, dataset) }
    : placeOfValue({ group, assessment }, [], dataset, catalogue);
}

/** What the standards say of the side after, as `check` does. */
function standardCases(
  { after }: MetricRecord,
  compared: ComparedPair,
  report: CompareReport,
): Case[] {
  const { assessment, group } = after;
  const { dataset, catalogue } = report.comparison.sides.after;
  const words = report.words.after;
  if (assessment === null) return [];
  return assessment.verdicts.flatMap((verdict) => {
    const record = catalogue.standards[verdict.standard];
    const flag = verdictFlag(verdict);
    if (record === undefined || flag === 'not-judged') return [];
    const standard = { ...record, id: verdict.standard };
    const judged = { group, span: 'stated', assessment, standard, verdict } as const;
    const place = judgedPlace(judged, dataset, catalogue);
    const fails = reaches(flag, report.failOn);
    const unexcused = { place, fails, standing: null, before: null };
    return {
      suite: suiteOf(compared, report),
      name: judgementName(judged, words),
      item: flag === 'ok' ? null : itemOf({ ...judged, flag, ...unexcused }, { words, catalogue }),
    };
  });
}
