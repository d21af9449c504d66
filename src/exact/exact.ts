/**
 * Exact arithmetic on the quantities of this project: whole numbers of any size and the fractions
 * that decimals and means of rates need. Nothing in here rounds; `toNumber` is the only way out.
 */

/** A fraction in lowest terms with a denominator above 1. A whole number is never a `Fraction`. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** An exact quantity. A `number` is always a safe integer; larger whole numbers are `bigint`. */
export type Exact = number | bigint | Fraction;

/** A quotient that is kept apart as a source states it, so that 40 of 554 stays 40 of 554. */
export interface Quotient {
  readonly numerator: Exact;
  /** Never 0. */
  readonly denominator: Exact;
}

const isFraction = (value: Exact): value is Fraction => typeof value === 'object';

const numeratorOf = (value: Exact): bigint => (isFraction(value) ? value.numerator : BigInt(value));

const denominatorOf = (value: Exact): bigint => (isFraction(value) ? value.denominator : 1n);

/** A whole number as a `number` where that is safe. */
export const whole = (value: bigint): number | bigint => {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : value;
};

const plain = (value: Exact): Exact => (typeof value === 'bigint' ? whole(value) : value);

const greatestCommonDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left < 0n ? -left : left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};

/** The exact value of `numerator / denominator`, in lowest terms. Throws a RangeError on a zero denominator. */
export function fraction(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError('division by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator * sign);
  const [top, bottom] = [(sign * numerator) / divisor, (sign * denominator) / divisor];
  return bottom === 1n ? whole(top) : { numerator: top, denominator: bottom };
}

export function add(left: Exact, right: Exact): Exact {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return fraction(
    numeratorOf(left) * denominatorOf(right) + numeratorOf(right) * denominatorOf(left),
    denominatorOf(left) * denominatorOf(right),
  );
}

export function subtract(left: Exact, right: Exact): Exact {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return add(left, multiply(right, -1));
}

export function multiply(left: Exact, right: Exact): Exact {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    // `+ 0` turns -0 into 0, which is otherwise a second zero to `Object.is`.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return fraction(
    numeratorOf(left) * numeratorOf(right),
    denominatorOf(left) * denominatorOf(right),
  );
}

/** Throws a RangeError when `right` is 0. */
export function divide(left: Exact, right: Exact): Exact {
  if (typeof left === 'number' && typeof right === 'number' && right > 0) {
    let a = Math.abs(left);
    for (let b = right; b !== 0; ) {
      const rest = a % b;
      a = b;
      b = rest;
    }
    return right === a ? left / a : { numerator: BigInt(left / a), denominator: BigInt(right / a) };
  }
  return fraction(
    numeratorOf(left) * denominatorOf(right),
    denominatorOf(left) * numeratorOf(right),
  );
}

/** Negative, 0 or positive, as `left` is below, equal to or above `right`. */
export function compare(left: Exact, right: Exact): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [
    numeratorOf(left) * denominatorOf(right),
    numeratorOf(right) * denominatorOf(left),
  ];
  return a < b ? -1 : a > b ? 1 : 0;
}

export const isZero = (value: Exact): boolean => value === 0;

export const isWhole = (value: Exact): value is number | bigint => !isFraction(value);

/** The largest whole number that is not above `value`. */
export function floor(value: Exact): number | bigint {
  if (!isFraction(value)) return value;
  const towardsZero = value.numerator / value.denominator;
  return whole(value.numerator < 0n ? towardsZero - 1n : towardsZero);
}

/** The smallest whole number that is not below `value`. */
export function ceiling(value: Exact): number | bigint {
  if (!isFraction(value)) return value;
  const below = floor(value);
  return typeof below === 'number' ? (add(below, 1) as number | bigint) : below + 1n;
}

/** How far a value is from 0. */
export const absolute = (value: Exact): Exact =>
  compare(value, 0) < 0 ? multiply(value, -1) : value;

/** A value as text that is exact: 19/23, -1/3, 1. */
export const fractionText = (value: Exact): string =>
  isFraction(value) ? `${value.numerator}/${value.denominator}` : String(value);

/** A value as a quotient of whole numbers, for those who round it. */
export const asQuotient = (value: Exact): Quotient =>
  isFraction(value) ? value : { numerator: value, denominator: 1 };

/** The exact value of a quotient. Use it to compare and to average, not to display. */
export const quotientValue = ({ numerator, denominator }: Quotient): Exact =>
  divide(numerator, denominator);

/** Compares two quotients with positive denominators by cross-multiplication. */
export const compareQuotients = (left: Quotient, right: Quotient): number =>
  compare(multiply(left.numerator, right.denominator), multiply(right.numerator, left.denominator));

/** How much `left` is above `right`. */
export const quotientDifference = (left: Quotient, right: Quotient): Exact =>
  divide(
    subtract(
      multiply(left.numerator, right.denominator),
      multiply(right.numerator, left.denominator),
    ),
    multiply(left.denominator, right.denominator),
  );

/** The nearest double, for output only: never compare or store it. */
export function toNumber({ numerator, denominator }: Quotient): number {
  const top = plain(numerator);
  const bottom = plain(denominator);
  if (typeof top === 'number' && typeof bottom === 'number') return top / bottom;
  const value = divide(numerator, denominator);
  return isFraction(value) ? bigintQuotient(value.numerator, value.denominator) : Number(value);
}

/** The same of a value. */
export const doubleOf = (value: Exact): number => toNumber(asQuotient(value));

/** `top / bottom` to the nearest double, also where either has no finite or exact double of its own. */
function bigintQuotient(top: bigint, bottom: bigint): number {
  if (top < 0n) return -bigintQuotient(-top, bottom);
  const excess = top.toString(2).length - bottom.toString(2).length;
  // 66 bits of quotient, the last one made sticky, are more than enough to round once to 53.
  const shift = BigInt(66 - excess);
  const [scaledTop, scaledBottom] = shift >= 0n ? [top << shift, bottom] : [top, bottom << -shift];
  const sticky = scaledTop % scaledBottom === 0n ? 0n : 1n;
  return Number((scaledTop / scaledBottom) | sticky) * 2 ** Number(-shift);
}
