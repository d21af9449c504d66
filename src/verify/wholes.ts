import {
  add,
  asQuotient,
  compare,
  type Exact,
  isZero,
  multiply,
  subtract,
} from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import { ROUNDING_RULES, type RoundingRule } from '../exact/roundings.ts';
import { periodId } from '../period/period.ts';
import type { Published } from '../validate/published.ts';
import { type PublishedFigure, type Quantity, quantity } from './figure.ts';
import { plain } from './rate.ts';
import { holds, type Interval, publishedValue, roundedFrom, within } from './rules.ts';
import { type Finding, flagOf, type Verification } from './verify.ts';

/**
 * Holds the shares of each whole (the figures of one group, unit and period) against 100 %: whether some rule,
 * kept for all of them, makes the published shares of exact ones that add up, and whether their counts add up
 * to the whole. One result of the kind `whole` for each, in the order in which the data first names them.
 */
export function verifyWholes(verified: readonly Verification[]): Verification[] {
  const wholes = new Map<string, Verification[]>();
  for (const verification of verified) {
    const { group, unit, period, place } = verification.figure;
    if (group === null) continue;
    const key = JSON.stringify([place.file, group, unit, period && periodId(period)]);
    const parts = wholes.get(key);
    if (parts === undefined) wholes.set(key, [verification]);
    else parts.push(verification);
  }
  return [...wholes.values()].map(verifyWhole);
}

function verifyWhole(parts: readonly Verification[]): Verification {
  const { figure: first } = parts[0] as Verification;
  const published = parts.flatMap(({ figure }) => figure.published ?? []);
  const complete = published.length === parts.length;
  const sum = complete ? published.map(publishedValue).reduce(add, 0) : null;
  const exact = exactSum(parts);
  const matches = complete ? explaining(published) : [];
  const figure: PublishedFigure = {
    ...first,
    label: first.group ?? '',
    metric: null,
    kind: 'whole',
    ...countsOf(parts),
    text: sum === null ? '' : percentText(sum, published),
    published: sum === null ? null : asPublished(sum, published),
    problem: null,
    others: [],
    group: null,
  };
  const finding = findingOf(complete, exact, matches, published);
  return {
    figure,
    kind: 'whole',
    exact: exact === null ? null : { numerator: exact, denominator: 1 },
    matches,
    difference: sum === null || exact === null ? null : subtract(sum, exact),
    finding,
    flag: flagOf(finding),
    suggestions: [],
    feasible: null,
    smallest: null,
    sum: null,
  };
}

function findingOf(
  complete: boolean,
  exact: Exact | null,
  matches: readonly RoundingRule[],
  published: readonly Published[],
): Finding {
  if (exact !== null && compare(exact, 1) !== 0) return 'sum-differs';
  if (!complete) return 'not-reported';
  if (published.some(({ approximate }) => approximate)) {
    return matches.length > 0 ? 'matched' : 'approximate-off';
  }
  if (matches.length === 0) return 'whole-differs';
  return matches.every((rule) => rule === 'up') ? 'only-up' : 'matched';
}

/** The exact shares, added up; null where one of them is not known, or only from counts that are rounded. */
function exactSum(parts: readonly Verification[]): Exact | null {
  let total: Exact = 0;
  for (const { exact, figure } of parts) {
    const isRounded = figure.numerator?.step !== 0 || figure.denominator?.step !== 0;
    if (exact === null || isRounded) return null;
    total = add(total, plain(exact));
  }
  return total;
}

/** The numerators added up over the denominator that they share; null where there is no such. */
function countsOf(
  parts: readonly Verification[],
): Pick<PublishedFigure, 'numerator' | 'denominator'> {
  const none = { numerator: null, denominator: null };
  const whole = parts[0]?.figure.denominator ?? null;
  if (whole === null || isZero(whole.value)) return none;
  const numerators: Quantity[] = [];
  for (const { figure } of parts) {
    const { numerator, denominator } = figure;
    if (numerator === null || denominator === null) return none;
    if (compare(denominator.value, whole.value) !== 0) return none;
    numerators.push(numerator);
  }
  return {
    numerator: quantity(numerators.map(({ value }) => value).reduce(add, 0)),
    denominator: whole,
  };
}

/** The rules that can have made the published shares of shares from 0 up that add up to exactly 1. */
const explaining = (published: readonly Published[]): RoundingRule[] =>
  ROUNDING_RULES.filter((rule) => {
    const ranges = published.map((each) => within(roundedFrom(each, rule), null));
    return ranges.every(isInhabited) && holds(ranges.reduce(sumOfIntervals), 1);
  });

const isInhabited = ({ low, withLow, high, withHigh }: Interval): boolean => {
  const size = compare(high, low);
  return size > 0 || (size === 0 && withLow && withHigh);
};

/** The sums of a value of the one and a value of the other. */
const sumOfIntervals = (left: Interval, right: Interval): Interval => ({
  low: add(left.low, right.low),
  withLow: left.withLow && right.withLow,
  high: add(left.high, right.high),
  withHigh: left.withHigh && right.withHigh,
});

/** How many decimals a sum of percentages has that are written with theirs: 22.22% and 78% make 100.22%. */
const decimalsOf = (published: readonly Published[]): number =>
  Math.max(0, ...published.map(({ decimals, scale }) => (scale === 100 ? decimals : decimals - 2)));

const percentText = (sum: Exact, published: readonly Published[]): string =>
  `${roundedText(asQuotient(sum), decimalsOf(published), 'half-up', 100)}%`;

/** The sum as it would be published, in percent. */
const asPublished = (sum: Exact, published: readonly Published[]): Published => ({
  digits: multiply(sum, 100),
  decimals: decimalsOf(published),
  form: 'percent',
  scale: 100,
  approximate: published.some(({ approximate }) => approximate),
  bound: null,
  direction: null,
});
