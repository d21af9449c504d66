/**
 * xc-eval as a library: the same catalogue, exact evaluation and judgement as on the command line.
 *
 * @example
 * const { dataset, issues } = await loadFiles(['data.csv']);
 * for (const { group, assessments } of assess(dataset)) …
 */
import { groupsOf, type Selection } from './aggregate/group.ts';
import type { Grouping } from './aggregate/grouping.ts';
import { type AssessedGroup, createAssessor } from './assess/assess.ts';
import { relevantMetrics } from './assess/relevance.ts';
import { builtInCatalogue, type Catalogue, createCatalogue } from './catalogue/catalogue.ts';
import { collectFindings, type Finding, type Tally } from './check/findings.ts';
import { createJudgements } from './check/judgements.ts';
import { parseDecimal } from './exact/decimal.ts';
import { compare, type Exact } from './exact/exact.ts';
import { type CountSource, evaluate, type Outcome } from './formula/evaluate.ts';
import type { Issue } from './issue/issue.ts';
import type { FailOn } from './judge/flag.ts';
import type { Encoding } from './read/encodings.ts';
import { type Loaded, load } from './read/load.ts';
import type { Dataset } from './validate/dataset.ts';

export type { Group, Selection } from './aggregate/group.ts';
export type { CompareGrouping, Grouping } from './aggregate/grouping.ts';
export type { Gap } from './aggregate/totals.ts';
export type { AssessedGroup, Assessment, Coverage } from './assess/assess.ts';
export {
  builtInCatalogue,
  type Catalogue,
  createCatalogue,
  type Vocabulary,
} from './catalogue/catalogue.ts';
export { type Count, defineCounts } from './catalogue/count.ts';
export type { Custom } from './catalogue/custom.ts';
export { defineMetrics, type Metric } from './catalogue/metric.ts';
export { documents, type Source } from './catalogue/source.ts';
export { defineStandards, type Standard } from './catalogue/standard.ts';
export type { Finding, Tally } from './check/findings.ts';
export type { Change, Direction } from './compare/change.ts';
export type { Comparison } from './compare/compare.ts';
export { type CompareQuery, compareDatasets as compare } from './compare/datasets.ts';
export { decompose, type Effects, type UnitChange } from './compare/decompose.ts';
export type { GroupPair, Unpaired } from './compare/pairs.ts';
export type { PeriodChoice, PeriodPair } from './compare/periods.ts';
export type {
  Cause,
  ChangeRecord,
  ComparedPair,
  CountRecord,
  MetricRecord,
} from './compare/record.ts';
export { decimalText, parseDecimal } from './exact/decimal.ts';
export {
  type Exact,
  type Fraction,
  type Quotient,
  quotientValue,
  toNumber,
} from './exact/exact.ts';
export { roundedText } from './exact/rounding.ts';
export { ROUNDINGS, type Rounding } from './exact/roundings.ts';
export type { Basis, CountSource, CountValue, Outcome, Reason } from './formula/evaluate.ts';
export {
  complement,
  count,
  type Formula,
  meanOver,
  minus,
  priorYear,
  ratio,
  share,
  sum,
  weighted,
} from './formula/formula.ts';
export type { Issue, Place } from './issue/issue.ts';
export type { FailOn, Flag } from './judge/flag.ts';
export type { Verdict } from './judge/judge.ts';
export type { Mend } from './judge/mend.ts';
export { loadMapping, type TallyQuery, tally } from './ledger/library.ts';
export { createWords, type Style, type Words } from './message/words.ts';
export { type Period, parsePeriod, periodId, periodLabel } from './period/period.ts';
export type { Encoding } from './read/encodings.ts';
export type { Engine } from './read/engines.ts';
export type { Loaded } from './read/load.ts';
export { builtInFramework } from './score/built-in/framework.ts';
export {
  compareScores,
  type DomainChange,
  type IndicatorChange,
  type ScoreChanges,
} from './score/compare.ts';
export type { ScoreDocument } from './score/document.ts';
export type { Score } from './score/evaluate.ts';
export type { ScoreFinding } from './score/findings.ts';
export type { Framework, FrameworkFile, Indicator, Model } from './score/framework.ts';
export type { Distribution, GradeResult } from './score/grade.ts';
export type { Judged } from './score/judged.ts';
export { resolveFramework } from './score/resolve.ts';
export type { GroupResult, Range, ScoreResult } from './score/score.ts';
export { type Sensitivity, sensitivityOf } from './score/sensitivity.ts';
export type { Standing as IndicatorStanding } from './score/standing.ts';
export { type ScoreQuery, type StatedStatus, scoreStatuses } from './score/statuses-of.ts';
export { type Interval, LEVEL } from './statistics/interval.ts';
export { newcombeInterval, type Proportion } from './statistics/newcombe.ts';
export { wilsonInterval } from './statistics/wilson.ts';
export type { Condition, CountRule, Mapping } from './tally/mapping.ts';
export type { Problem, Tally as LedgerTally, TallyEntry } from './tally/tally.ts';
export type { Dataset } from './validate/dataset.ts';
export type { Kind } from './verify/figure.ts';
export { type Pair, verifyPair } from './verify/pair.ts';
export type { Suggestion } from './verify/suggest.ts';
export type { Verification } from './verify/verify.ts';

/**
 * Reads data files as `metrics` does. Problems are returned, not thrown: where there are some, nothing should be
 * computed from the data.
 */
export const loadFiles = (
  paths: readonly string[],
  {
    encoding = 'auto',
    catalogue = builtInCatalogue(),
  }: { readonly encoding?: Encoding | 'auto'; readonly catalogue?: Catalogue } = {},
): Promise<Loaded> =>
  load(paths, catalogue, {
    encoding,
    standardInput: () => Promise.reject(new Error('a library reads no standard input')),
    progress: () => undefined,
  });

/** What to assess; by default every metric that the data has to do with, for each unit and period. */
export interface AssessQuery extends Selection {
  readonly catalogue?: Catalogue;
  readonly by?: Grouping;
  /** Ids of metrics. */
  readonly metrics?: readonly string[];
  /** Compute totals over the units that reported. */
  readonly partial?: boolean;
}

/** Evaluates and judges the groups of a dataset. */
export function assess(dataset: Dataset, query: AssessQuery = {}): AssessedGroup[] {
  const { catalogue = builtInCatalogue(), by = 'unit,period', partial = false } = query;
  const metrics = query.metrics ?? relevantMetrics(dataset, catalogue, by);
  const assessor = createAssessor(dataset, catalogue, { metrics, partial });
  return groupsOf(dataset, by, query, catalogue.unitGroups).map(assessor.assess);
}

/** What to hold to the standards; by default every metric that the data has to do with. */
export interface CheckQuery extends Selection {
  readonly catalogue?: Catalogue;
  /** Ids of metrics. */
  readonly metrics?: readonly string[];
  readonly partial?: boolean;
  /** Which findings fail: `fails` says it of each. */
  readonly failOn?: FailOn;
}

/** How many judgements ended in which way, and those that need attention, worst first. */
export interface CheckResult {
  readonly tally: Tally;
  readonly findings: readonly Finding[];
}

/** Holds every unit and period of a dataset, and all of it, to the standards, as `check` does. */
export function check(dataset: Dataset, query: CheckQuery = {}): CheckResult {
  const { catalogue = builtInCatalogue(), partial = false, failOn = 'breach' } = query;
  const metrics = query.metrics ?? relevantMetrics(dataset, catalogue, 'total');
  const judgements = createJudgements(dataset, catalogue, { metrics, partial, selection: query });
  const options = { failOn, standings: null };
  const { tally, findings } = collectFindings(judgements, dataset, catalogue, options);
  return { tally, findings: [...findings()] };
}

/**
 * The built-in catalogue with an `xc-eval.config.json` put over it. Problems are returned, not thrown; where
 * there are any the catalogue is the built-in one.
 */
export async function loadConfig(
  path: string,
): Promise<{ readonly catalogue: Catalogue; readonly issues: readonly Issue[] }> {
  const config = await import('./read/load-config.ts');
  const issues: Issue[] = [];
  const catalogue = builtInCatalogue();
  const loaded = config.loadConfig(path, catalogue, (found) => {
    issues.push(found);
  });
  if (loaded === null || issues.length > 0) return { catalogue, issues };
  return { catalogue: createCatalogue(loaded.vocabulary), issues };
}

/**
 * The exact outcome of one metric on plain counts by id. A count that is null or left out is not reported.
 * Throws an Error on a metric or count that the catalogue does not have, and a RangeError on a number that
 * cannot be a count.
 */
export function evaluateCounts(
  metric: string,
  counts: Readonly<Record<string, number | bigint | null>>,
  catalogue: Catalogue = builtInCatalogue(),
): Outcome {
  const exact = new Map(
    Object.entries(counts).map(([id, value]) => {
      if (!Object.hasOwn(catalogue.counts, id))
        throw new Error(`no count '${id}' in the catalogue`);
      return [id, exactly(value)] as const;
    }),
  );
  const source: CountSource = {
    count: (id) => exact.get(id) ?? null,
    priorYear: () => null,
    parts: () => [],
    reported: () => null,
  };
  return evaluate(metric, catalogue.formulaOf(metric), source, catalogue.formulaOf);
}

/** Decimals are taken as a number prints them: 0.1 is a tenth. */
function exactly(value: number | bigint | null): Exact | null {
  if (value === null) return null;
  const exact =
    typeof value === 'bigint' || Number.isSafeInteger(value) ? value : parseDecimal(String(value));
  if (exact === null || compare(exact, 0) < 0) throw new RangeError(`${value} is no count`);
  return exact;
}
