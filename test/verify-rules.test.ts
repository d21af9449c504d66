/** The rules of rounding, turned round: never against exact arithmetic, which is done here in plain BigInt. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Exact, fraction } from '../src/exact/exact.ts';
import { ROUNDING_RULES, type RoundingRule } from '../src/exact/roundings.ts';
import type { Published } from '../src/validate/published.ts';
import { feasibleNumerators, simplestIn, smallestFractions } from '../src/verify/feasible.ts';
import { verifyPair } from '../src/verify/pair.ts';
import { holds, matchingRules, roundedFrom } from '../src/verify/rules.ts';

/** |top| / bottom rounded to a whole number by other formulas than the program's. */
const REFERENCE: Readonly<Record<RoundingRule, (top: bigint, bottom: bigint) => bigint>> = {
  'half-up': (top, bottom) => (2n * top + bottom) / (2n * bottom),
  'half-even': (top, bottom) => {
    const up = (2n * top + bottom) / (2n * bottom);
    const tie = (2n * top + bottom) % (2n * bottom) === 0n;
    return tie && up % 2n === 1n ? up - 1n : up;
  },
  truncate: (top, bottom) => top / bottom,
  up: (top, bottom) => (top + bottom - 1n) / bottom,
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** top / bottom in percent, as an integer of 10^-decimals. */
const roundedBy = (rule: RoundingRule, top: bigint, bottom: bigint, decimals: number): bigint =>
  REFERENCE[rule](magnitude(top) * 100n * 10n ** BigInt(decimals), bottom) * (top < 0n ? -1n : 1n);

const textOf = (units: bigint, decimals: number): string => {
  const digits = magnitude(units)
    .toString()
    .padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = units < 0n ? '-' : '';
  return `${sign}${digits.slice(0, point)}${decimals === 0 ? '' : `.${digits.slice(point)}`}%`;
};

const published = (units: bigint, decimals: number): Published => ({
  digits: fraction(units, 10n ** BigInt(decimals)),
  decimals,
  form: 'percent',
  scale: 100,
  approximate: false,
  bound: null,
  direction: null,
});

const count = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 50n }),
  fc.bigInt({ min: 0n, max: 3000n }),
  fc.bigInt({ min: 0n, max: 12n }),
);
const positive = count.map((value) => value + 1n);
const decimals = fc.integer({ min: 0, max: 6 });
const rule = fc.constantFrom(...ROUNDING_RULES);

describe('a figure that a rule makes', () => {
  test('is recognised as made by it, for counts up to 2^50', () => {
    fc.assert(
      fc.property(count, positive, decimals, rule, (top, bottom, places, by) => {
        const reported = textOf(roundedBy(by, top, bottom, places), places);
        const { matches, flag } = verifyPair({
          numerator: top,
          denominator: bottom,
          reported,
          kind: 'ratio',
        });
        expect(matches).toContain(by);
        expect(flag).toBe(matches.every((each) => each === 'up') ? 'warn' : 'ok');
      }),
      { numRuns: 3000 },
    );
  });

  test('is recognised as a growth too, of either sign', () => {
    fc.assert(
      fc.property(count, positive, decimals, rule, (top, bottom, places, by) => {
        const reported = textOf(roundedBy(by, top - bottom, bottom, places), places);
        const { matches } = verifyPair({
          numerator: top,
          denominator: bottom,
          reported,
          kind: 'growth',
        });
        expect(matches).toContain(by);
      }),
      { numRuns: 2000 },
    );
  });

  test('is recognised as a fraction, with two decimals more', () => {
    fc.assert(
      fc.property(count, positive, fc.integer({ min: 1, max: 6 }), rule, (a, b, places, by) => {
        const [top, bottom] = a < b ? [a, b] : [b, a + 1n];
        const units = REFERENCE[by](top * 10n ** BigInt(places), bottom);
        const reported = textOf(units, places).slice(0, -1);
        const { matches } = verifyPair({ numerator: top, denominator: bottom, reported });
        expect(matches).toContain(by);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a figure matches exactly the rules that make it: never against exact arithmetic', () => {
  fc.assert(
    fc.property(
      count,
      positive,
      decimals,
      fc.integer({ min: -2, max: 2 }),
      fc.boolean(),
      (top, bottom, places, off, negative) => {
        const sign = negative ? -1n : 1n;
        const units = roundedBy('truncate', top, bottom, places) * sign + BigInt(off);
        const rate = { numerator: fraction(sign * top, 1n), denominator: fraction(bottom, 1n) };
        const wanted = ROUNDING_RULES.filter(
          (each) => roundedBy(each, sign * top, bottom, places) === units,
        );
        expect(matchingRules(rate, published(units, places))).toEqual(wanted);
      },
    ),
    { numRuns: 4000 },
  );
});

test('the rates that a rule rounds to a figure are exactly those that match it', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -3000n, max: 3000n }),
      fc.bigInt({ min: 1n, max: 60n }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
      rule,
      (top, bottom, places, off, by) => {
        const units = roundedBy('truncate', top, bottom, places) + BigInt(off);
        const figure = published(units, places);
        const rate = { numerator: fraction(top, 1n), denominator: fraction(bottom, 1n) };
        const inside = holds(roundedFrom(figure, by), fraction(top, bottom));
        expect(inside).toBe(matchingRules(rate, figure).includes(by));
      },
    ),
    { numRuns: 5000 },
  );
});

test.each<[RoundingRule, bigint, bigint, boolean]>([
  // A growth of −0.5 %: half-up says −1 %, half-even 0 %.
  ['half-up', -1n, 200n, false],
  ['half-up', 1n, 200n, false],
  ['half-up', -1n, 201n, true],
  ['half-even', -1n, 200n, true],
  ['half-even', 1n, 200n, true],
  ['truncate', -99n, 10000n, true],
  ['truncate', -1n, 100n, false],
  ['truncate', 1n, 100n, false],
  ['up', -1n, 10000n, false],
  ['up', 1n, 10000n, false],
  ['up', 0n, 1n, true],
])(
  'what is published as 0%% may come from either side: %s of %d/%d is %s',
  (by, top, bottom, is) => {
    expect(holds(roundedFrom(published(0n, 0), by), fraction(top, bottom))).toBe(is);
  },
);

test.each<[RoundingRule, bigint, string]>([
  // 1/8 = 12.5 %, a tie: half-up 13, half-even and truncation 12, up 13.
  ['half-up', 13n, '1/8'],
  ['half-even', 12n, '1/8'],
  ['truncate', 12n, '1/8'],
  ['up', 13n, '1/8'],
])('%s takes a tie to %s %% of %s', (by, units) => {
  const rate = { numerator: 1, denominator: 8 };
  for (const each of [12n, 13n]) {
    expect(matchingRules(rate, published(each, 0)).includes(by)).toBe(each === units);
  }
});

describe('a denominator leaves possible', () => {
  const bounds = { growth: false, atMostOne: false };

  test('exactly the numerators that a search finds', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1500n }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 1 }),
        fc.boolean(),
        (units, denominator, places, atMostOne) => {
          const feasible = feasibleNumerators(published(units, places), denominator, {
            growth: false,
            atMostOne,
          });
          const most = atMostOne ? denominator : denominator * 16;
          for (const by of ROUNDING_RULES) {
            const found: number[] = [];
            for (let top = 0; top <= most; top++) {
              if (roundedBy(by, BigInt(top), BigInt(denominator), places) === units)
                found.push(top);
            }
            const range = feasible[by];
            expect(range === null ? 0 : range.count).toBe(found.length);
            if (range !== null) expect([range.least, range.most]).toEqual([found[0], found.at(-1)]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of a growth the numerators of that growth', () => {
    // 增长0.84% of 214625: 1.00835 to 1.00845 of it, 216417.1… to 216438.6…; 216429 among them.
    const feasible = feasibleNumerators(published(84n, 2), 214625, { ...bounds, growth: true });
    expect(feasible['half-up']).toEqual({ least: 216418, most: 216438, count: 21 });
  });
});

describe('the smallest fraction', () => {
  test('has the smallest denominator that a search finds', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1300n }),
        fc.integer({ min: 0, max: 1 }),
        rule,
        fc.boolean(),
        (units, places, by, atMostOne) => {
          const found = smallestFractions(published(units, places), { growth: false, atMostOne })[
            by
          ];
          expect(found).toEqual(searched(by, units, places, atMostOne));
        },
      ),
      { numRuns: 500 },
    );
  });

  /** The first fraction that a rule rounds to a figure, by denominator, then by numerator. */
  function searched(by: RoundingRule, units: bigint, places: number, atMostOne: boolean) {
    for (let bottom = 1n; bottom <= 2000n; bottom++) {
      const guess = (units * bottom) / (100n * 10n ** BigInt(places));
      for (let top = guess < 2n ? 0n : guess - 2n; top <= guess + 2n; top++) {
        if (atMostOne && top > bottom) continue;
        if (roundedBy(by, top, bottom, places) === units) {
          return { numerator: Number(top), denominator: Number(bottom) };
        }
      }
    }
    return null;
  }

  test.each<[string, Parameters<typeof simplestIn>[0], string | null]>([
    ['its whole end', { low: 1, withLow: true, high: 2, withHigh: false }, '1/1'],
    ['not an end that is left out', { low: 1, withLow: false, high: 2, withHigh: false }, '3/2'],
    ['the upper end', { low: 1, withLow: false, high: 2, withHigh: true }, '2/1'],
    ['the only value', { low: half(), withLow: true, high: half(), withHigh: true }, '1/2'],
    ['none', { low: half(), withLow: true, high: half(), withHigh: false }, null],
    ['none backwards', { low: 2, withLow: true, high: 1, withHigh: true }, null],
    ['from 0', { low: 0, withLow: false, high: fraction(1n, 7n), withHigh: false }, '1/8'],
    ['0 itself', { low: 0, withLow: true, high: fraction(1n, 7n), withHigh: false }, '0/1'],
  ])('in an interval is %s', (_, interval, text) => {
    const found = simplestIn(interval);
    expect(found && `${found.numerator}/${found.denominator}`).toBe(text);
  });

  function half(): Exact {
    return fraction(1n, 2n);
  }

  test('of intervals of any size lies inside', () => {
    const exact = fc
      .tuple(fc.bigInt({ min: 0n, max: 2n ** 50n }), fc.bigInt({ min: 1n, max: 2n ** 50n }))
      .map(([top, bottom]) => fraction(top, bottom));
    fc.assert(
      fc.property(exact, exact, fc.boolean(), fc.boolean(), (left, right, withLow, withHigh) => {
        const [low, high] = compare(left, right) < 0 ? [left, right] : [right, left];
        const interval = { low, withLow, high, withHigh };
        const found = simplestIn(interval);
        if (compare(low, high) === 0 && !(withLow && withHigh)) expect(found).toBeNull();
        else {
          const value = fraction(BigInt(found?.numerator ?? -1), BigInt(found?.denominator ?? 1));
          expect(holds(interval, value)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
