import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  type Comparison,
  type Level,
  SEVERITIES,
  type Severity,
  type Standard,
  type Suspension,
} from '../catalogue/standard.ts';
import { parseDecimal } from '../exact/decimal.ts';
import {
  compareQuotients,
  type Exact,
  isWhole,
  type Quotient,
  quotientDifference,
  whole,
} from '../exact/exact.ts';
import type { Outcome } from '../formula/evaluate.ts';
import { contains, grainOf, type Period, parsePeriod } from '../period/period.ts';
import { type FailOn, FLAGS, type Flag } from './flag.ts';
import { type Mend, mendOf } from './mend.ts';

/** Why a standard says nothing about a value. */
export type NotJudged =
  | 'each-unit'
  | 'whole-only'
  | 'other-period-length'
  | 'not-in-force'
  | 'period-unknown'
  | 'not-applicable'
  | 'other-units'
  | 'suspended';

/** What a standard says of one value. Unknown is never met. */
export interface Verdict {
  readonly standard: string;
  readonly level: Level;
  /** What its breach is called. */
  readonly severity: Severity;
  readonly status: 'met' | 'breached' | 'unknown' | 'not-judged';
  /** Why it was not judged, or is unknown where it is compared with a value of other units. */
  readonly why?: NotJudged | 'unlike-units';
  /** What the value was held against, where that is known. */
  readonly limit: Quotient | null;
  /** Value minus limit, for a breach: a share's gap is in 0..1. */
  readonly gap: Exact | null;
  readonly mend: Mend | null;
}

/** What the judge needs to know of the place whose value it judges. */
export interface JudgedPlace {
  readonly period: Period | null;
  readonly units: readonly string[];
  /** Whether it is one unit, all units together, or both (data of a single unit). */
  readonly isUnit: boolean;
  readonly isWhole: boolean;
  /** The value of another metric at the same place, or null where it speaks of other units than the one judged. */
  metric(id: string): Outcome | null;
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
  const { id, level, severity = SEVERITIES[level] } = standard;
  const why =
    !outcome.known && outcome.reason.code === 'not-applicable'
      ? 'not-applicable'
      : outOfReach(standard, place, catalogue);
  if (why !== null) {
    return {
      standard: id,
      level,
      severity,
      status: 'not-judged',
      limit: null,
      gap: null,
      mend: null,
      why,
    };
  }
  const other = otherValue(standard, place);
  const limit = limitOf(standard, other);
  if (!outcome.known || limit === null) {
    const unknown = { standard: id, level, severity, limit, gap: null, mend: null };
    const isUnlike = outcome.known && other === 'unlike-units';
    return { ...unknown, status: 'unknown', ...(isUnlike && { why: other }) };
  }
  if (meets(compareQuotients(outcome, limit), standard.comparison)) {
    return { standard: id, level, severity, status: 'met', limit, gap: null, mend: null };
  }
  return {
    standard: id,
    level,
    severity,
    status: 'breached',
    limit,
    gap: quotientDifference(outcome, limit),
    mend: mendOf(standard, outcome, limit, catalogue),
  };
}

function outOfReach(
  standard: Standard,
  place: JudgedPlace,
  catalogue: Catalogue,
): NotJudged | null {
  const { scope, per, from, until, units, suspended, replacedBy } = standard;
  const { period } = place;
  if (scope === 'unit' && !place.isUnit) return 'each-unit';
  if (scope === 'whole' && !place.isWhole) return 'whole-only';
  if (units !== undefined && !isAmong(place.units, units)) return 'other-units';
  if (suspended?.some((suspension) => covers(suspension, place)) === true) return 'suspended';
  if (replacedBy?.some((id) => applies(id, place, catalogue)) === true) return 'suspended';
  if (per === undefined && from === undefined && until === undefined) return null;
  if (period === null) return 'period-unknown';
  if (per !== undefined && grainOf(period) !== per) return 'other-period-length';
  return contains(monthsFrom(from, until), period) ? null : 'not-in-force';
}

function applies(id: string, place: JudgedPlace, catalogue: Catalogue): boolean {
  const standard = catalogue.standards[id];
  return standard !== undefined && outOfReach(standard, place, catalogue) === null;
}

const isAmong = (units: readonly string[], named: readonly string[]): boolean =>
  units.length > 0 && units.every((unit) => named.includes(unit));

function covers({ units, from, until }: Suspension, place: JudgedPlace): boolean {
  if (units !== undefined && !isAmong(place.units, units)) return false;
  if (from === undefined && until === undefined) return true;
  return place.period !== null && contains(monthsFrom(from, until), place.period);
}

/** The months from one stated bound to the other; without end where a bound is not stated. */
const monthsFrom = (from: string | undefined, until: string | undefined): Period => ({
  start: from === undefined ? Number.NEGATIVE_INFINITY : (parsePeriod(from)?.start ?? Number.NaN),
  end: until === undefined ? Number.POSITIVE_INFINITY : (parsePeriod(until)?.end ?? Number.NaN),
});

/** The value that a standard holds another against, where it is no number by itself. */
function otherValue(
  { metric, limit }: Standard,
  place: JudgedPlace,
): Outcome | 'unlike-units' | null {
  if (limit.kind === 'value') return null;
  if (limit.kind === 'prior-year') return place.priorYear(metric);
  return place.metric(limit.metric) ?? 'unlike-units';
}

/** Null where the limit is another value that is itself unknown. */
function limitOf({ limit }: Standard, other: ReturnType<typeof otherValue>): Quotient | null {
  if (limit.kind === 'value') return statedLimit(limit.value);
  return other !== null && other !== 'unlike-units' && other.known ? other : null;
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

/** The worst of several verdicts: a breach of what is required comes before one of a principle. */
export function flagOf(verdicts: readonly Verdict[]): Flag | null {
  if (verdicts.length === 0) return null;
  let worst: Flag | null = null;
  for (const verdict of verdicts) worst = worseFlag(worst, verdictFlag(verdict));
  return worst;
}

function worseFlag(left: Flag | null, right: Flag | null): Flag | null {
  if (left === null || right === null) return left ?? right;
  return FLAGS.indexOf(left) <= FLAGS.indexOf(right) ? left : right;
}

export function verdictFlag({ status, severity }: Verdict): Flag {
  if (status === 'breached') return severity;
  return status === 'met' ? 'ok' : status;
}

export const reaches = (flag: Flag, failOn: FailOn): boolean =>
  failOn !== 'never' && FLAGS.indexOf(flag) <= FLAGS.indexOf(failOn);
