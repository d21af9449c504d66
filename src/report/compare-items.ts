import { judgedPlace } from '../check/place.ts';
import type { GroupPair } from '../compare/pairs.ts';
import type { ChangeRecord, ComparedPair, MetricRecord } from '../compare/record.ts';
import { reaches, verdictFlag } from '../judge/judge.ts';
import { itemOf, judgementName, severityOf } from './check.ts';
import { type CompareReport, isRestated } from './compare.ts';
import { changeLooked } from './compare-change.ts';
import { type Folded, keyOf } from './compare-fold.ts';
import type { Case, Item } from './run.ts';

/** One thing to look at in a pair. */
export interface Looked {
  readonly pair: GroupPair;
  readonly name: () => string;
  /** What needs attention in it; null where it is well. */
  readonly attention: Attention | null;
}

/** What needs attention, before it is put into words. */
export interface Attention extends Pick<Item, 'rule' | 'severity' | 'flag'> {
  readonly kind: 'change' | 'standard';
  readonly item: () => Item;
}

/**
 * What there is to look at in a pair: the change of each metric and what each standard says of the side after; of
 * a restatement all that is another than it was. Left out are changes that one side cannot know in any pair.
 */
export function* lookedAt(
  { pair, records }: ComparedPair,
  report: CompareReport,
  folded: ReadonlyMap<string, Folded>,
): Iterable<Looked> {
  for (const record of records) {
    if (!folded.has(keyOf(record)) && isToldOf(record, report)) {
      yield changeLooked(record, pair, report);
    }
    if (record.kind === 'metric') yield* standardsLooked(record, pair, report);
  }
}

export const caseOf = ({ pair, name, attention }: Looked, { words }: CompareReport): Case => ({
  suite: { key: pair.after.unit, name: words.after.unit(pair.after) },
  name: name(),
  item: attention?.item() ?? null,
});

/** Not where there is nothing to be said of a change: of counts nobody calls either direction better. */
const isToldOf = (record: ChangeRecord, report: CompareReport): boolean =>
  isRestated(report) || (record.kind === 'metric' && applies(record));

/** Not where it concerns the unit on neither side. */
const applies = ({ before, after }: MetricRecord): boolean =>
  [before, after].every(({ assessment }) => {
    const outcome = assessment?.outcome;
    return outcome === undefined || outcome.known || outcome.reason.code !== 'not-applicable';
  });

/** What the standards say of the side after, as `check` does. */
function* standardsLooked(
  { after: { assessment, group } }: MetricRecord,
  pair: GroupPair,
  report: CompareReport,
): Iterable<Looked> {
  const { dataset, catalogue } = report.comparison.sides.after;
  const words = report.words.after;
  if (assessment === null) return;
  for (const verdict of assessment.verdicts) {
    const record = catalogue.standards[verdict.standard];
    const flag = verdictFlag(verdict);
    if (record === undefined || flag === 'not-judged') continue;
    const standard = { ...record, id: verdict.standard };
    const judged = { group, span: 'stated', assessment, standard, verdict } as const;
    const name = () => judgementName(judged, words);
    if (flag === 'ok') {
      yield { pair, name, attention: null };
      continue;
    }
    const stands = { flag, fails: reaches(flag, report.failOn), standing: null, before: null };
    const severity = severityOf(stands);
    const item = () => {
      const place = judgedPlace(judged, dataset, catalogue);
      return itemOf({ ...judged, ...stands, place }, { words, catalogue });
    };
    yield { pair, name, attention: { rule: standard.id, kind: 'standard', severity, flag, item } };
  }
}
