import { add, compare, type Exact, type Quotient, subtract } from '../exact/exact.ts';
import type { RoundingRule } from '../exact/roundings.ts';
import type { Published } from '../validate/published.ts';
import type { Kind, OtherCount, PublishedFigure } from './figure.ts';
import { exceeds, isPositive, pointsBetween, rateOf } from './rate.ts';
import { roundedCounts } from './room.ts';
import { matchingRules, publishedValue } from './rules.ts';
import { transpositions } from './slips.ts';

/**
 * What may be behind a figure that does not follow from its counts. `other-denominator`: another number of
 * the row was divided by; `total-of-parts`: the sum of several was. `ratio-as-growth`: the growth is published
 * where 是…的…% belongs; `growth-as-ratio`: the other way round. `complement`: the rest of the whole.
 * `points-as-percent`: a change of rates in points carries a percent sign; `percent-as-points`: the other way
 * round. `decimal-point`: the point, or the percent sign, is misplaced. `rounded-counts`: the counts or rates are
 * rounded themselves and leave room for it. `above-one`: a share is above 100 %.
 */
export const SUGGESTIONS = [
  'other-denominator',
  'total-of-parts',
  'exchanged',
  'ratio-as-growth',
  'growth-as-ratio',
  'complement',
  'points-as-percent',
  'percent-as-points',
  'decimal-point',
  'transposed',
  'rounded-counts',
  'above-one',
] as const;

/** A guess, never a verdict. */
export interface Suggestion {
  readonly kind: (typeof SUGGESTIONS)[number];
  /** The rate under it; null where it is about the figure alone. */
  readonly rate: Quotient | null;
  /** The rules by which that rate gives the published figure, or by which the figure under it is right. */
  readonly matches: readonly RoundingRule[];
  /** The denominator under it. */
  readonly other: OtherCount | null;
  /** Which number was mistaken, and for which. */
  readonly slip: Slip | null;
}

/** A number that was written wrongly, as it is written and as it may be meant. */
export interface Slip {
  readonly field: 'reported' | 'numerator' | 'denominator';
  readonly written: string;
  readonly meant: string;
}

/** How many guesses of one kind are worth saying. */
const MOST_OF_A_KIND = 3;

/** Rounding up is no custom: a guess that needs it as well is none. */
const isCustomary = (rules: readonly RoundingRule[]): boolean =>
  rules.some((rule) => rule !== 'up');

interface Guess {
  readonly kind: Suggestion['kind'];
  readonly rate: Quotient;
  readonly other?: OtherCount;
}

/** Looks for the reason why a figure follows from its counts, of which neither is 0, under no rule. */
export function suggestReasons(
  figure: PublishedFigure,
  kind: Kind | null,
  published: Published,
  numerator: Exact,
  denominator: Exact,
): Suggestion[] {
  const guesses = [
    ...otherReadings(figure, kind, published, numerator, denominator),
    ...otherDenominators(figure, kind, numerator, denominator),
  ];
  const found: Suggestion[] = [];
  for (const { kind: reason, rate, other = null } of guesses) {
    const matches = matchingRules(rate, published);
    if (!isCustomary(matches) || isKnown(found, reason, other)) continue;
    found.push({ kind: reason, rate, matches, other, slip: null });
  }
  // Who says about so much has not copied digits.
  if (found.length === 0 && !published.approximate) {
    found.push(...transpositions(figure, kind, published, isCustomary));
  }
  return [...aboveOne(kind, published), ...found];
}

/** A guess that has been made before, or is one too many of its kind. */
function isKnown(
  found: readonly Suggestion[],
  reason: Suggestion['kind'],
  other: OtherCount | null,
): boolean {
  const same = found.filter(({ kind }) => kind === reason);
  const repeats = (before: Suggestion): boolean =>
    before.other !== null && other !== null && compare(before.other.value, other.value) === 0;
  return same.length >= MOST_OF_A_KIND || found.some(repeats);
}

/** Numbers that are rounded themselves, where they leave room for the figure. */
export const leftRoom = (
  figure: PublishedFigure,
  kind: Kind | null,
  published: Published,
): Suggestion[] =>
  roundedCounts(figure, kind, published)
    ? [{ kind: 'rounded-counts', rate: null, matches: [], other: null, slip: null }]
    : [];

/** A share above 1 is a mistake by itself. */
export const aboveOne = (kind: Kind | null, published: Published): Suggestion[] =>
  (kind === 'share' || kind === 'part') && compare(publishedValue(published), 1) > 0
    ? [{ kind: 'above-one', rate: null, matches: [], other: null, slip: null }]
    : [];

/** The same two numbers, taken otherwise. */
function* otherReadings(
  { numerator: top, denominator: bottom }: PublishedFigure,
  kind: Kind | null,
  published: Published,
  numerator: Exact,
  denominator: Exact,
): Iterable<Guess> {
  if (kind === 'number' || kind === 'mean') return;
  const ofRates = top?.percent === true && bottom?.percent === true;
  if (published.form === 'points' && !ofRates) {
    yield { kind: 'percent-as-points', rate: rateOf(kind, numerator, denominator) };
  }
  if (published.form !== 'points' && ofRates) {
    yield { kind: 'points-as-percent', rate: pointsBetween(numerator, denominator) };
  }
  const other = kind === 'growth' ? null : 'growth';
  yield {
    kind: kind === 'growth' ? 'growth-as-ratio' : 'ratio-as-growth',
    rate: rateOf(other, numerator, denominator),
  };
  if (isPositive(numerator))
    yield { kind: 'exchanged', rate: rateOf(kind, denominator, numerator) };
  if (kind !== 'growth' && kind !== 'ratio-to-base' && !exceeds(numerator, denominator)) {
    yield {
      kind: 'complement',
      rate: { numerator: subtract(denominator, numerator), denominator },
    };
  }
}

/** Other numbers of the row, and sums that a whole may be. */
function* otherDenominators(
  { others, denominator: stated }: PublishedFigure,
  kind: Kind | null,
  numerator: Exact,
  denominator: Exact,
): Iterable<Guess> {
  const differs = ({ value }: OtherCount): boolean =>
    isPositive(value) && compare(value, denominator) !== 0 && compare(value, numerator) !== 0;
  const over = (reason: Suggestion['kind'], other: OtherCount): Guess => ({
    kind: reason,
    rate: rateOf(kind, numerator, other.value),
    other,
  });
  const sumOf = (values: readonly Exact[]): OtherCount => ({
    label: '',
    count: null,
    value: values.reduce<Exact>((total, value) => add(total, value), 0),
  });
  for (const other of others.filter(differs)) yield over('other-denominator', other);
  const terms = stated?.terms ?? [];
  const ownParts = terms.length > 1 ? terms.map((value) => sumOf([value])) : [];
  for (const part of ownParts.filter(differs)) yield over('other-denominator', part);
  const own = others.filter(({ count }) => count === null).map(({ value }) => value);
  const totals = [sumOf([numerator, denominator]), ...(own.length > 1 ? [sumOf(own)] : [])];
  for (const total of totals.filter(differs)) yield over('total-of-parts', total);
}
