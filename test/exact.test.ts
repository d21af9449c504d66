import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  ceiling,
  compare,
  compareQuotients,
  divide,
  type Exact,
  floor,
  fraction,
  isWhole,
  isZero,
  multiply,
  subtract,
  toNumber,
} from '../src/exact/exact.ts';
import { nearestDouble } from './support/doubles.ts';

/** A quantity as top / bottom in plain BigInt: the reference that the tests compute with. */
type Pair = readonly [top: bigint, bottom: bigint];

const pairOf = (value: Exact): Pair =>
  typeof value === 'object' ? [value.numerator, value.denominator] : [BigInt(value), 1n];

/** Equal as fractions: a/b = c/d exactly when a·d = c·b. */
const equals = ([a, b]: Pair, [c, d]: Pair): boolean => a * d === c * b;

/** What the type promises: safe integers are numbers, larger ones bigint, the rest in lowest terms. */
const isCanonical = (value: Exact): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value === 'bigint') return !Number.isSafeInteger(Number(value));
  let [a, b] = [value.numerator < 0n ? -value.numerator : value.numerator, value.denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return value.denominator > 1n && a === 1n;
};

const top = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 50n }),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  fc.bigInt({ min: -20n, max: 20n }),
);
const bottom = fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 2n ** 50n }));
const pair = fc.tuple(top, bottom);
const exactly = ([a, b]: Pair): Exact => fraction(a, b);

describe('arithmetic on quantities of any size equals BigInt cross-multiplication', () => {
  const operations: [string, typeof add, (left: Pair, right: Pair) => Pair][] = [
    ['add', add, ([a, b], [c, d]) => [a * d + c * b, b * d]],
    ['subtract', subtract, ([a, b], [c, d]) => [a * d - c * b, b * d]],
    ['multiply', multiply, ([a, b], [c, d]) => [a * c, b * d]],
  ];
  test.each(operations)('%s', (_, operation, reference) => {
    fc.assert(
      fc.property(pair, pair, (left, right) => {
        const result = operation(exactly(left), exactly(right));
        expect(equals(pairOf(result), reference(left, right))).toBe(true);
        expect(isCanonical(result)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('divide', () => {
    const divisor = pair.filter(([c]) => c !== 0n);
    fc.assert(
      fc.property(pair, divisor, ([a, b], [c, d]) => {
        const result = divide(exactly([a, b]), exactly([c, d]));
        expect(equals(pairOf(result), [a * d, b * c])).toBe(true);
        expect(isCanonical(result)).toBe(true);
      }),
    );
  });

  test.each([0, 1, 2n ** 60n])(
    '%s divided by 0 throws instead of giving Infinity or NaN',
    (top) => {
      expect(() => divide(top, 0)).toThrow(RangeError);
      expect(() => fraction(BigInt(top), 0n)).toThrow(RangeError);
    },
  );

  test('compare has the sign of the difference', () => {
    fc.assert(
      fc.property(pair, pair, (left, right) => {
        const difference = left[0] * right[1] - right[0] * left[1];
        const expected = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        expect(Math.sign(compare(exactly(left), exactly(right)))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('compareQuotients has the sign of a·d − c·b, also where doubles cannot tell the two apart', () => {
    const count = fc.bigInt({ min: 1n, max: 2n ** 50n });
    fc.assert(
      fc.property(count, count, fc.bigInt({ min: -1n, max: 1n }), (a, b, nudge) => {
        const [left, right] = [
          { numerator: Number(a), denominator: Number(b) },
          { numerator: Number(a + nudge), denominator: Number(b) },
        ];
        expect(Math.sign(compareQuotients(left, right))).toBe(Number(-nudge) + 0);
      }),
    );
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const difference = a * d - c * b;
        const sign = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        const left = { numerator: Number(a), denominator: Number(b) };
        const right = { numerator: Number(c), denominator: Number(d) };
        expect(Math.sign(compareQuotients(left, right))).toBe(sign);
      }),
    );
    // 2^50 / (2^50 + 1) and (2^50 − 1) / 2^50 differ by less than 2^-100: as doubles they are the same number.
    const [n, m] = [2 ** 50, 2 ** 50 - 1];
    const [larger, smaller] = [
      { numerator: n, denominator: n + 1 },
      { numerator: m, denominator: n },
    ];
    expect(larger.numerator / larger.denominator).toBe(smaller.numerator / smaller.denominator);
    expect(compareQuotients(larger, smaller)).toBeGreaterThan(0);
  });

  test('a sum beyond 2^53 keeps its last digit', () => {
    // 9007199254740991 + 2 = 9007199254740993, which no double holds.
    expect(add(9007199254740991, 2)).toBe(9007199254740993n);
    expect(subtract(9007199254740993n, 2)).toBe(9007199254740991);
  });

  test('floor and ceiling are the whole numbers next below and above', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const value = exactly([a, b]);
        const [below, above] = [BigInt(floor(value)), BigInt(ceiling(value))];
        expect(below * b <= a && a < (below + 1n) * b).toBe(true);
        expect((above - 1n) * b < a && a <= above * b).toBe(true);
        expect(isCanonical(floor(value)) && isCanonical(ceiling(value))).toBe(true);
        expect(isWhole(value)).toBe(a % b === 0n);
        expect(isZero(value)).toBe(a === 0n);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toNumber is the nearest double', () => {
  test('for counts up to 2^50, for sums beyond 2^53 and for fractions', () => {
    fc.assert(
      fc.property(pair, fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 60n }), bottom), (left, right) => {
        const result = toNumber({ numerator: exactly(left), denominator: exactly(right) });
        expect(nearestDouble(result, left[0] * right[1], left[1] * right[0])).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    // As a percentage of the seeds: 40 of 554 cases.
    [40, 554, 40 / 554],
    [0, 554, 0],
    // Both have more digits than a double, and neither has a finite one: the quotient is 1/3.
    [10n ** 400n, 3n * 10n ** 400n, 1 / 3],
    [-1n * 10n ** 30n, 4n * 10n ** 30n, -0.25],
    // 2^53 + 1 + 2^-40: half-way between two doubles and a trace above, so the upper one.
    [fraction((2n ** 53n + 1n) * 2n ** 40n + 1n, 2n ** 40n), 1, 2 ** 53 + 2],
  ])('%o / %o', (numerator, denominator, expected) => {
    expect(toNumber({ numerator, denominator })).toBe(expected);
  });
});
