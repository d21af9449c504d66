import { add, compare, divide, type Exact, subtract } from '../exact/exact.ts';
import type { Published } from '../validate/published.ts';
import type { Kind, PublishedFigure, Quantity } from './figure.ts';
import { isPointChange, isPositive, plain, pointsBetween } from './rate.ts';
import { publishedStep, publishedValue } from './rules.ts';

/**
 * Whether counts that are rounded themselves (27万, 35.2万) or rates (96.1%) leave room for a figure: whether
 * some that round to those that are written, by whatever rule, give it, or lie on its side of a bound.
 */
export function roundedCounts(
  { numerator, denominator }: PublishedFigure,
  kind: Kind | null,
  published: Published,
): boolean {
  if (numerator === null || denominator === null) return false;
  if (numerator.step === 0 && denominator.step === 0) return false;
  const [low, high] = isPointChange(published, numerator, denominator)
    ? changes(numerator, denominator)
    : rates(numerator, denominator, kind);
  const value = publishedValue(published);
  const isBelow = (limit: Exact): boolean => compare(low, limit) < 0;
  const isAbove = (limit: Exact): boolean => high === null || compare(high, limit) > 0;
  const fall = published.direction === 'fall';
  switch (published.bound) {
    case 'above':
    case 'at-least':
      return fall ? isBelow(value) : isAbove(value);
    case 'below':
    case 'at-most':
      return fall ? isAbove(value) : isBelow(value);
    case null: {
      const step = publishedStep(published);
      return isBelow(add(value, step)) && isAbove(subtract(value, step));
    }
  }
}

/**
 * Whether parts and a total of which some are rounded themselves leave room for each other: whether some that round
 * to those that are written add up to it, or stay within it.
 */
export function roundedParts(
  parts: Quantity,
  total: Quantity,
  relation: 'at-most' | 'equal',
): boolean {
  if (parts.step === 0 && total.step === 0) return false;
  const [sum, whole] = [unrounded(parts), unrounded(total)];
  const reaches = compare(sum[0], whole[1]) < 0;
  return reaches && (relation === 'at-most' || compare(sum[1], whole[0]) > 0);
}

/** The ends between which something lies, themselves left out; null where there is no upper one. */
type Open<High = Exact> = readonly [low: Exact, high: High];

/** What may have been rounded to a quantity; never less than nothing. */
function unrounded({ value, step }: Quantity): Open {
  const least = subtract(value, step);
  return [isPositive(least) ? least : 0, add(value, step)];
}

function changes(numerator: Quantity, denominator: Quantity): Open {
  const [top, bottom] = [unrounded(numerator), unrounded(denominator)];
  return [plain(pointsBetween(top[0], bottom[1])), plain(pointsBetween(top[1], bottom[0]))];
}

function rates(numerator: Quantity, denominator: Quantity, kind: Kind | null): Open<Exact | null> {
  const [top, bottom] = [unrounded(numerator), unrounded(denominator)];
  const shift = kind === 'growth' ? 1 : 0;
  const over = (amount: Exact, whole: Exact): Exact => subtract(divide(amount, whole), shift);
  // 1万 may be next to nothing: then there is no rate that it could not make.
  return [over(top[0], bottom[1]), isPositive(bottom[0]) ? over(top[1], bottom[0]) : null];
}
