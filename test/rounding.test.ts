import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import { roundedText } from '../src/exact/rounding.ts';
import type { Rounding } from '../src/exact/roundings.ts';

/** |top| / bottom rounded to a whole number, by BigInt and by other formulas than the program's. */
const reference: Record<Rounding, (top: bigint, bottom: bigint) => bigint> = {
  // floor(x + 1/2)
  'half-up': (top, bottom) => (2n * top + bottom) / (2n * bottom),
  truncate: (top, bottom) => top / bottom,
  // floor(x + 1/2), less 1 where x is exactly half-way and that came out odd
  'half-even': (top, bottom) => {
    const up = (2n * top + bottom) / (2n * bottom);
    const tie = (2n * top + bottom) % (2n * bottom) === 0n;
    return tie && up % 2n === 1n ? up - 1n : up;
  },
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function expectRounded(text: string, expected: bigint, decimals: number): void {
  expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
  expect(text).not.toMatch(/^-[0.]*$/);
  expect(text).not.toMatch(/^-?0\d/);
  expect(BigInt(text.replace('.', ''))).toBe(expected);
}

const rounding = fc.constantFrom<Rounding>('half-up', 'truncate', 'half-even');
const decimals = fc.integer({ min: 0, max: 10 });
const scale = fc.constantFrom(1, 100);
const count = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 50n }),
  fc.bigInt({ min: 0n, max: 2000n }),
  fc.bigInt({ min: 0n, max: 2n ** 60n }),
);
const positive = count.filter((value) => value > 0n);

describe('rounding agrees with BigInt arithmetic', () => {
  test('for counts up to 2^50 and beyond, of either sign', () => {
    fc.assert(
      fc.property(
        count,
        positive,
        fc.boolean(),
        decimals,
        scale,
        rounding,
        (top, bottom, negative, places, factor, policy) => {
          const quotient = {
            numerator: fraction(negative ? -top : top, 1n),
            denominator: fraction(bottom, 1n),
          };
          const scaled = top * BigInt(factor) * 10n ** BigInt(places);
          const expected = reference[policy](scaled, bottom) * (negative ? -1n : 1n);
          expectRounded(roundedText(quotient, places, policy, factor), expected, places);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('for exact ties, which only half-way quotients are', () => {
    // (2k + 1) / (2 · 10^d · s) times s is half-way between k and k + 1 in the last of d decimals.
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 40n }),
        decimals,
        scale,
        rounding,
        (k, places, factor, policy) => {
          const bottom = 2n * 10n ** BigInt(places) * BigInt(factor);
          const quotient = {
            numerator: fraction(2n * k + 1n, 1n),
            denominator: fraction(bottom, 1n),
          };
          const expected = { 'half-up': k + 1n, truncate: k, 'half-even': k + (k % 2n) }[policy];
          expectRounded(roundedText(quotient, places, policy, factor), expected, places);
        },
      ),
    );
  });

  test('for quotients of fractions, as means of rates are', () => {
    fc.assert(
      fc.property(
        count,
        positive,
        positive,
        decimals,
        rounding,
        (top, inner, bottom, places, policy) => {
          const quotient = { numerator: fraction(top, inner), denominator: fraction(bottom, 1n) };
          const expected = reference[policy](
            magnitude(top) * 10n ** BigInt(places),
            inner * bottom,
          );
          expectRounded(roundedText(quotient, places, policy), expected, places);
        },
      ),
    );
  });

  test('for all 2,003,000 percentages with a denominator up to 2000, 514 of which toFixed gets wrong', () => {
    const wrong: string[] = [];
    let [fractions, toFixedMisses] = [0, 0];
    for (let denominator = 1; denominator <= 2000; denominator++) {
      for (let numerator = 0; numerator <= denominator; numerator++) {
        fractions++;
        // floor(1000 n / d + 1/2), tenths of a percent, all of it in BigInt.
        const tenths = (2000n * BigInt(numerator) + BigInt(denominator)) / BigInt(2 * denominator);
        const text = roundedText({ numerator, denominator }, 1, 'half-up', 100);
        const expected = `${tenths / 10n}.${tenths % 10n}`;
        if (text !== expected) wrong.push(`${numerator}/${denominator}: ${text}`);
        if (((numerator / denominator) * 100).toFixed(1) !== expected) toFixedMisses++;
      }
    }
    expect(wrong).toEqual([]);
    expect(fractions).toBe(2_003_000);
    expect(toFixedMisses).toBe(514);
  });
});

describe('a policy is worked on the magnitude', () => {
  test.each([
    // numerator, denominator, decimals, half-up, truncate, half-even
    [1, 8, 2, '0.13', '0.12', '0.12'],
    [3, 8, 2, '0.38', '0.37', '0.38'],
    [-1, 8, 2, '-0.13', '-0.12', '-0.12'],
    [1, 2, 0, '1', '0', '0'],
    [3, 2, 0, '2', '1', '2'],
    [5, 2, 0, '3', '2', '2'],
    [-5, 2, 0, '-3', '-2', '-2'],
    [-1, 1000, 2, '0.00', '0.00', '0.00'],
    [0, 7, 3, '0.000', '0.000', '0.000'],
    [999, 1000, 2, '1.00', '0.99', '1.00'],
  ])('%d/%d to %d decimals', (numerator, denominator, places, halfUp, truncated, halfEven) => {
    const quotient = { numerator, denominator };
    expect(roundedText(quotient, places, 'half-up')).toBe(halfUp);
    expect(roundedText(quotient, places, 'truncate')).toBe(truncated);
    expect(roundedText(quotient, places, 'half-even')).toBe(halfEven);
  });
});

interface Figure {
  id: string;
  label: string;
  numerator: number;
  denominator: number;
  published: string | null;
  published_dp: number | null;
  exact_pct_4dp: string;
  half_up: string;
  half_even: string;
  truncated: string;
}

/** The seed figures as a person worked them out from the documents. */
const seeds = JSON.parse(
  readFileSync(new URL('./support/seed_figures.json', import.meta.url), 'utf8'),
) as Figure[];

describe('the figures of the seed documents', () => {
  test.each(seeds)('$id $label: $numerator/$denominator', (figure) => {
    // A figure that was not published is worked out to two decimals.
    const places = figure.published_dp ?? 2;
    expect(roundedText(figure, 4, 'half-up', 100)).toBe(figure.exact_pct_4dp);
    expect(roundedText(figure, places, 'half-up', 100)).toBe(figure.half_up);
    expect(roundedText(figure, places, 'half-even', 100)).toBe(figure.half_even);
    expect(roundedText(figure, places, 'truncate', 100)).toBe(figure.truncated);
  });

  test('92.1 % for 1509 of 1637 is a truncation: half-up says 92.2', () => {
    const rate = { numerator: 1509, denominator: 1637 };
    expect(roundedText(rate, 1, 'truncate', 100)).toBe('92.1');
    expect(roundedText(rate, 1, 'half-up', 100)).toBe('92.2');
    expect(roundedText(rate, 2, 'half-up', 100)).toBe('92.18');
  });
});
