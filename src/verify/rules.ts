import { parseDecimal } from '../exact/decimal.ts';
import { add, compare, divide, type Exact, multiply, type Quotient } from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import { ROUNDING_RULES, type RoundingRule } from '../exact/roundings.ts';
import type { Published } from '../validate/published.ts';

/** The value that is published: 72.5% is 29/40, 5.4个百分点 is 27/500. */
export const publishedValue = ({ digits, scale }: Published): Exact => divide(digits, scale);

/** What one unit of the last digit written is worth. */
export const publishedStep = ({ decimals, scale }: Published): Exact =>
  divide(1, multiply(tenTo(decimals), scale));

const tenTo = (decimals: number): Exact => multiply(10n ** BigInt(decimals), 1);

/**
 * The rules by which an exact rate, rounded to the decimals that are written, gives the published figure; in
 * the order of `ROUNDING_RULES`, empty: none. A negative rate is rounded by its magnitude: truncation goes
 * towards zero, `up` away from it.
 */
export function matchingRules(rate: Quotient, published: Published): RoundingRule[] {
  const gives = (rule: RoundingRule): boolean => {
    const rounded = roundedText(rate, published.decimals, rule, published.scale);
    return compare(parseDecimal(rounded) as Exact, published.digits) === 0;
  };
  // Every rule gives what one of these two does, and most guesses are far from either.
  return gives('truncate') || gives('up') ? ROUNDING_RULES.filter(gives) : [];
}

/** Whether a rate is on the side of a published bound; of a fall the size is meant. Null where it is none. */
export function keepsBound(rate: Quotient, published: Published): boolean | null {
  const above = compare(divide(rate.numerator, rate.denominator), publishedValue(published));
  const side = published.direction === 'fall' ? -above : above;
  switch (published.bound) {
    case 'above':
      return side > 0;
    case 'at-least':
      return side >= 0;
    case 'below':
      return side < 0;
    case 'at-most':
      return side <= 0;
    case null:
      return null;
  }
}

/** The values between two ends, each end with or without itself. */
export interface Interval {
  readonly low: Exact;
  readonly withLow: boolean;
  readonly high: Exact;
  readonly withHigh: boolean;
}

/** All the rates that a rule rounds to a published figure. */
export function roundedFrom(published: Published, rule: RoundingRule): Interval {
  const value = publishedValue(published);
  const step = publishedStep(published);
  const sign = Math.sign(compare(value, 0));
  if (sign < 0) {
    const { low, withLow, high, withHigh } = roundedFrom(mirrored(published), rule);
    return {
      low: multiply(high, -1),
      withLow: withHigh,
      high: multiply(low, -1),
      withHigh: withLow,
    };
  }
  const [below, above] = REACH[rule];
  const even = isEven(multiply(published.digits, tenTo(published.decimals)));
  const high = add(value, divide(multiply(step, above), 2));
  const withHigh = rule === 'up' || (rule === 'half-even' && even);
  // What is published as 0 may come from either side of it.
  if (sign === 0) return { low: multiply(high, -1), withLow: withHigh, high, withHigh };
  const low = add(value, divide(multiply(step, below), 2));
  const withLow = rule === 'half-up' || rule === 'truncate' || (rule === 'half-even' && even);
  return { low, withLow, high, withHigh };
}

/** How far a rule reaches below and above a figure, in halves of its last digit. */
const REACH: Readonly<Record<RoundingRule, readonly [below: number, above: number]>> = {
  'half-up': [-1, 1],
  'half-even': [-1, 1],
  truncate: [0, 2],
  up: [-2, 0],
};

const mirrored = (published: Published): Published => ({
  ...published,
  digits: multiply(published.digits, -1),
});

const isEven = (whole: Exact): boolean => typeof whole !== 'object' && BigInt(whole) % 2n === 0n;

/** The interval moved up by a value. */
export const shifted = (interval: Interval, by: Exact): Interval => ({
  ...interval,
  low: add(interval.low, by),
  high: add(interval.high, by),
});

/** The part of an interval that lies between 0 and, where there is one, a greatest value. */
export function within(interval: Interval, most: Exact | null): Interval {
  const { low, withLow, high, withHigh } = interval;
  const cutLow = compare(low, 0) < 0;
  const cutHigh = most !== null && compare(high, most) > 0;
  return {
    low: cutLow ? 0 : low,
    withLow: cutLow || withLow,
    high: cutHigh ? most : high,
    withHigh: cutHigh || withHigh,
  };
}

export const holds = ({ low, withLow, high, withHigh }: Interval, value: Exact): boolean => {
  const [fromLow, toHigh] = [compare(value, low), compare(high, value)];
  return (fromLow > 0 || (withLow && fromLow === 0)) && (toHigh > 0 || (withHigh && toHigh === 0));
};
