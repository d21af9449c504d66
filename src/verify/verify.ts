import { compare, type Exact, isWhole, isZero, type Quotient, subtract } from '../exact/exact.ts';
import type { RoundingRule } from '../exact/roundings.ts';
import { FLAGS } from '../judge/flag.ts';
import type { Published } from '../validate/published.ts';
import {
  type Feasible,
  feasibleNumerators,
  isFeasible,
  type RateBounds,
  type Smallest,
  smallestFractions,
} from './feasible.ts';
import type { Kind, PublishedFigure } from './figure.ts';
import {
  exceeds,
  isPointChange,
  isPositive,
  kindOf,
  plain,
  pointsBetween,
  rateOf,
} from './rate.ts';
import { keepsBound, matchingRules, publishedValue } from './rules.ts';
import { aboveOne, leftRoom, type Suggestion, suggestReasons } from './suggest.ts';
import { type SumCheck, sumCheck } from './sums.ts';

/**
 * What a comparison came to, each with its flag.
 *
 * `breach`: `mismatch`, no rule gives the figure; `sum-exceeds` and `sum-differs`, counts against a total;
 * `whole-differs`, shares that do not make up 100 % under any rule.
 * `warn`: `only-up`, nothing but rounding up gives it; `approximate-off`, about so much, and no rule gives it;
 * `points`, right but for 个百分点 in place of %; `rounded-counts`, the counts or rates are rounded themselves
 * and leave room for it, or for the total; `part-exceeds-whole`, right, but a share above 1; `above-one`, a share above 100 % without
 * counts; `infeasible`, the denominator has no whole numerator for it.
 * `unknown`: `zero-denominator`; `feasible` and `no-counts`, nothing to recompute it from; `not-reported`,
 * nothing published; `unreadable`.
 * `ok`: `matched`, some customary rule gives it; `sum-holds`.
 */
const FLAG_OF = {
  mismatch: 'breach',
  'sum-exceeds': 'breach',
  'sum-differs': 'breach',
  'whole-differs': 'breach',
  'only-up': 'warn',
  'approximate-off': 'warn',
  points: 'warn',
  'rounded-counts': 'warn',
  'part-exceeds-whole': 'warn',
  'above-one': 'warn',
  infeasible: 'warn',
  'zero-denominator': 'unknown',
  feasible: 'unknown',
  'no-counts': 'unknown',
  'not-reported': 'unknown',
  unreadable: 'unknown',
  matched: 'ok',
  'sum-holds': 'ok',
} as const;

export type Finding = keyof typeof FLAG_OF;

export const FINDINGS = Object.keys(FLAG_OF) as readonly Finding[];

export type VerifyFlag = (typeof FLAG_OF)[Finding];

/** A published figure held against its counts. */
export interface Verification {
  readonly figure: PublishedFigure;
  readonly kind: Kind | null;
  /** What the counts give, exactly; null where they are not known or the denominator is 0. */
  readonly exact: Quotient | null;
  /** The rules that make the published figure of it; empty: none, or nothing to compare. */
  readonly matches: readonly RoundingRule[];
  /** How much the published figure is above the exact one. */
  readonly difference: Exact | null;
  readonly finding: Finding;
  readonly flag: VerifyFlag;
  /** Guesses at the reason, where no rule gives the figure. */
  readonly suggestions: readonly Suggestion[];
  /** The numerators that the denominator leaves possible, where the stated one does not serve. */
  readonly feasible: Feasible | null;
  /** The smallest fractions that give the figure, where nothing but the figure is known. */
  readonly smallest: Smallest | null;
  /** Counts against the total that they belong to. */
  readonly sum: SumCheck | null;
}

type Comparison = Pick<
  Verification,
  'exact' | 'matches' | 'difference' | 'finding' | 'suggestions' | 'feasible' | 'smallest'
>;

const NOTHING: Omit<Comparison, 'finding'> = {
  exact: null,
  matches: [],
  difference: null,
  suggestions: [],
  feasible: null,
  smallest: null,
};

/**
 * Recomputes a published figure exactly from its counts, and says by which rules it follows, or else what the
 * reason may be, or else what its denominator or its digits alone allow. An approximation (约24%) holds where
 * any rule gives it at its own decimals, and is otherwise only `approximate-off`. A bound (超过38%) holds where the
 * exact value is on its side, and is only `approximate-off` where the bound itself is that value rounded. Nothing that some rule
 * explains is ever a breach by itself; a stated total that its parts contradict is.
 */
export function verifyFigure(figure: PublishedFigure): Verification {
  const kind = kindOf(figure);
  const sum = sumCheck(figure);
  const rate = compareRate(figure, kind);
  const onlySum = rate.finding === 'not-reported';
  const worse =
    sum === null || (!onlySum && isWorse(rate.finding, sum.finding)) ? rate.finding : sum.finding;
  return { figure, kind, ...rate, finding: worse, flag: FLAG_OF[worse], sum };
}

/** What a finding is called. */
export const flagOf = (finding: Finding): VerifyFlag => FLAG_OF[finding];

const isWorse = (left: Finding, right: Finding): boolean =>
  FLAGS.indexOf(FLAG_OF[left]) < FLAGS.indexOf(FLAG_OF[right]);

function compareRate(figure: PublishedFigure, kind: Kind | null): Comparison {
  const { numerator, denominator, published } = figure;
  const exact = exactRate(figure, kind);
  if (published === null) {
    return { ...NOTHING, exact, finding: figure.problem === null ? 'not-reported' : 'unreadable' };
  }
  if (exact !== null && numerator !== null && denominator !== null) {
    return compareExact(figure, kind, exact, published, numerator.value, denominator.value);
  }
  const zero = denominator !== null && isZero(denominator.value);
  if (zero) return { ...NOTHING, finding: 'zero-denominator' };
  return withoutCounts(figure, kind, published);
}

function exactRate(
  { numerator, denominator, published }: PublishedFigure,
  kind: Kind | null,
): Quotient | null {
  if (numerator === null || denominator === null) return null;
  if (isPointChange(published, numerator, denominator)) {
    return pointsBetween(numerator.value, denominator.value);
  }
  return isZero(denominator.value) ? null : rateOf(kind, numerator.value, denominator.value);
}

function compareExact(
  figure: PublishedFigure,
  kind: Kind | null,
  exact: Quotient,
  published: Published,
  numerator: Exact,
  denominator: Exact,
): Comparison {
  const change = published.form === 'points' && figure.numerator?.percent === true;
  const readable = published.form !== 'points' || change;
  const rounded = readable ? matchingRules(exact, published) : [];
  const kept = readable ? keepsBound(exact, published) : null;
  const matches = kept === null ? rounded : [];
  const difference = subtract(publishedValue(published), plain(exact));
  const found = { ...NOTHING, exact, matches, difference };
  // Who rounds first and then says 超过 is only a little wrong.
  if (kept === false && rounded.length > 0) return { ...found, finding: 'approximate-off' };
  if (kept === true || matches.length > 0) {
    const partAbove = kind === 'share' && exceeds(numerator, denominator);
    const onlyUp = !published.approximate && matches.every((rule) => rule === 'up');
    const finding = partAbove ? 'part-exceeds-whole' : onlyUp ? 'only-up' : 'matched';
    return { ...found, finding };
  }
  const reasons =
    kept === null && isPositive(denominator)
      ? suggestReasons(figure, kind, published, numerator, denominator)
      : [];
  const suggestions = [...reasons, ...leftRoom(figure, kind, published)];
  const has = (reason: Suggestion['kind']): boolean =>
    suggestions.some((suggestion) => suggestion.kind === reason);
  const finding = has('percent-as-points')
    ? 'points'
    : has('rounded-counts')
      ? 'rounded-counts'
      : published.approximate && kept === null
        ? 'approximate-off'
        : 'mismatch';
  return { ...found, suggestions, finding, feasible: feasibleOf(figure, kind, published) };
}

/** What a figure allows by itself, or with its denominator. */
function withoutCounts(
  figure: PublishedFigure,
  kind: Kind | null,
  published: Published,
): Comparison {
  const suggestions = aboveOne(kind, published);
  const feasible = feasibleOf(figure, kind, published);
  const smallest =
    figure.denominator === null && isCountable(kind, published)
      ? smallestFractions(published, boundsOf(kind))
      : null;
  const finding =
    suggestions.length > 0
      ? 'above-one'
      : feasible === null
        ? 'no-counts'
        : isFeasible(feasible)
          ? 'feasible'
          : 'infeasible';
  return { ...NOTHING, suggestions, feasible, smallest, finding };
}

/** Figures with more decimals say nothing of any count there could be, and cost time. */
const MOST_DECIMALS = 15;

/** Whether a figure is a quotient of whole numbers, stated so exactly that they can be told from it. */
const isCountable = (kind: Kind | null, { form, approximate, decimals }: Published): boolean =>
  kind !== 'number' &&
  kind !== 'mean' &&
  kind !== 'whole' &&
  form !== 'points' &&
  !approximate &&
  decimals <= MOST_DECIMALS;

const boundsOf = (kind: Kind | null): RateBounds => ({
  growth: kind === 'growth',
  atMostOne: kind === 'share' || kind === 'part',
});

function feasibleOf(
  { denominator }: PublishedFigure,
  kind: Kind | null,
  published: Published,
): Feasible | null {
  if (denominator === null || !isCountable(kind, published)) return null;
  const { value, step, percent } = denominator;
  const counts = isWhole(value) && compare(value, 0) > 0 && step === 0 && !percent;
  return counts ? feasibleNumerators(published, value, boundsOf(kind)) : null;
}
