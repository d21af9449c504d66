import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Comparison, Level, Standard } from '../catalogue/standard.ts';
import { parseDecimal } from '../exact/decimal.ts';
import {
  add,
  ceiling,
  compare,
  compareQuotients,
  divide,
  type Exact,
  floor,
  isWhole,
  multiply,
  type Quotient,
  quotientDifference,
  subtract,
  whole,
} from '../exact/exact.ts';
import type { Outcome } from '../formula/evaluate.ts';
import { type Formula, inputsOf } from '../formula/formula.ts';
import { contains, grainOf, type Period, parsePeriod } from '../period/period.ts';
import { type FailOn, FLAGS, type Flag } from './flag.ts';

/** What a person or a case more or less would have to change for a standard to be met. */
export interface Mend {
  readonly direction: 'raise' | 'lower';
  /** Counts of which at least one would have to change. */
  readonly counts: readonly string[];
  /** By how much, all else unchanged. */
  readonly by: Exact;
}

/** Why a standard says nothing about a value. */
export type NotJudged =
  | 'each-unit'
  | 'whole-only'
  | 'other-period-length'
  | 'not-in-force'
  | 'period-unknown'
  | 'not-applicable';

/** What a standard says of one value. Unknown is never met. */
export interface Verdict {
  readonly standard: string;
  readonly level: Level;
  readonly status: 'met' | 'breached' | 'unknown' | 'not-judged';
  readonly why?: NotJudged;
  /** What the value was held against, where that is known. */
  readonly limit: Quotient | null;
  /** Value minus limit, for a breach: a share's gap is in 0..1. */
  readonly gap: Exact | null;
  readonly mend: Mend | null;
}

/** What the judge needs to know of the place whose value it judges. */
export interface JudgedPlace {
  readonly period: Period | null;
  /** Whether it is one unit, all units together, or both (data of a single unit). */
  readonly isUnit: boolean;
  readonly isWhole: boolean;
  /** The value of another metric at the same place. */
  metric(id: string): Outcome;
  /** The metric's own value one year earlier, or null where the data does not go back. */
  priorYear(id: string): Outcome | null;
}

/** Holds a value against one standard, exactly. */
export function judge(
  standard: Standard & { readonly id: string },
  outcome: Outcome,
  place: JudgedPlace,
  catalogue: Catalogue,
): Verdict {
  const { id, level } = standard;
  const why =
    !outcome.known && outcome.reason.code === 'not-applicable'
      ? 'not-applicable'
      : outOfReach(standard, place);
  if (why !== null) {
    return { standard: id, level, status: 'not-judged', limit: null, gap: null, mend: null, why };
  }
  const limit = limitOf(standard, place);
  if (!outcome.known || limit === null) {
    return { standard: id, level, status: 'unknown', limit, gap: null, mend: null };
  }
  if (meets(compareQuotients(outcome, limit), standard.comparison)) {
    return { standard: id, level, status: 'met', limit, gap: null, mend: null };
  }
  return {
    standard: id,
    level,
    status: 'breached',
    limit,
    gap: quotientDifference(outcome, limit),
    mend: mendOf(standard, outcome, limit, catalogue),
  };
}

function outOfReach(
  standard: Standard,
  { period, isUnit, isWhole }: JudgedPlace,
): NotJudged | null {
  if (standard.scope === 'unit' && !isUnit) return 'each-unit';
  if (standard.scope === 'whole' && !isWhole) return 'whole-only';
  const { per, from, until } = standard;
  if (per === undefined && from === undefined && until === undefined) return null;
  if (period === null) return 'period-unknown';
  if (per !== undefined && grainOf(period) !== per) return 'other-period-length';
  const inForce = {
    start: from === undefined ? Number.NEGATIVE_INFINITY : (parsePeriod(from)?.start ?? Number.NaN),
    end: until === undefined ? Number.POSITIVE_INFINITY : (parsePeriod(until)?.end ?? Number.NaN),
  };
  return contains(inForce, period) ? null : 'not-in-force';
}

/** Null where the limit is another value that is itself unknown. */
function limitOf({ metric, limit }: Standard, place: JudgedPlace): Quotient | null {
  if (limit.kind === 'value') return statedLimit(limit.value);
  const other = limit.kind === 'metric' ? place.metric(limit.metric) : place.priorYear(metric);
  return other?.known ? other : null;
}

const statedLimits = new Map<string, Quotient>();

/** A stated decimal as a quotient of whole numbers: 0.05 is 1/20. Read once, as every value is held to it. */
function statedLimit(text: string): Quotient {
  const known = statedLimits.get(text);
  if (known !== undefined) return known;
  const value = parseDecimal(text);
  if (value === null) throw new Error(`'${text}' is no decimal to hold a value to`);
  const limit = isWhole(value)
    ? { numerator: value, denominator: 1 }
    : { numerator: whole(value.numerator), denominator: whole(value.denominator) };
  statedLimits.set(text, limit);
  return limit;
}

function meets(comparison: number, wanted: Comparison): boolean {
  switch (wanted) {
    case 'at-least':
      return comparison >= 0;
    case 'above':
      return comparison > 0;
    case 'equal':
      return comparison === 0;
    case 'at-most':
      return comparison <= 0;
    case 'below':
      return comparison < 0;
  }
}

/** The smallest change of the numerator's counts, in whole cases or people, that meets the standard. */
function mendOf(
  { metric, comparison }: Standard,
  outcome: Outcome & { known: true },
  limit: Quotient,
  catalogue: Catalogue,
): Mend | null {
  if (outcome.basis === 'reported' || outcome.meanOf !== undefined) return null;
  const subject = numeratorOf(catalogue.formulaOf(metric), catalogue);
  if (subject === null) return null;
  const needed = neededNumerator(
    comparison,
    divide(multiply(limit.numerator, outcome.denominator), limit.denominator),
  );
  const change = subtract(needed, outcome.numerator);
  const raises = compare(change, 0) > 0;
  if (compare(needed, 0) < 0) return null;
  return {
    direction: raises === subject.adds ? 'raise' : 'lower',
    counts: subject.counts,
    by: raises ? change : multiply(change, -1),
  };
}

function neededNumerator(comparison: Comparison, exact: Exact): Exact {
  switch (comparison) {
    case 'at-least':
    case 'equal':
      return ceiling(exact);
    case 'above':
      return add(floor(exact), 1);
    case 'at-most':
      return floor(exact);
    case 'below':
      return subtract(ceiling(exact), 1);
  }
}

/** The counts that make up a numerator, and whether raising them raises it. */
function numeratorOf(
  formula: Formula,
  catalogue: Catalogue,
): { counts: readonly string[]; adds: boolean } | null {
  switch (formula.kind) {
    case 'share':
      return { counts: inputsOf(formula.part, catalogue.formulaOf), adds: true };
    case 'ratio':
      return { counts: inputsOf(formula.numerator, catalogue.formulaOf), adds: true };
    case 'complement': {
      const of = numeratorOf(catalogue.formulaOf(formula.metric), catalogue);
      return of === null ? null : { ...of, adds: !of.adds };
    }
    case 'mean':
    case 'priorYear':
    case 'minus':
      return null;
    case 'count':
    case 'sum':
      return { counts: inputsOf(formula, catalogue.formulaOf), adds: true };
  }
}

/** The worst of several verdicts: a breach of what is required comes before one of a principle. */
export function flagOf(verdicts: readonly Verdict[]): Flag | null {
  let worst: Flag | null = null;
  for (const verdict of verdicts) worst = worseFlag(worst, verdictFlag(verdict));
  return worst;
}

function worseFlag(left: Flag | null, right: Flag | null): Flag | null {
  if (left === null || right === null) return left ?? right;
  return FLAGS.indexOf(left) <= FLAGS.indexOf(right) ? left : right;
}

export function verdictFlag({ status, level }: Verdict): Flag {
  if (status === 'breached') return level === 'required' ? 'breach' : 'warn';
  return status === 'met' ? 'ok' : status;
}

export const reaches = (flag: Flag, failOn: FailOn): boolean =>
  failOn !== 'never' && FLAGS.indexOf(flag) <= FLAGS.indexOf(failOn);
