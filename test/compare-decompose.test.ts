/** The change of a pooled rate, taken apart: rates of the units, and their weights. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decompose, type UnitChange } from '../src/compare/decompose.ts';
import { add, compare, type Exact, fraction, subtract } from '../src/exact/exact.ts';
import { compared, exactText, pairOf, recordOf } from './support/compare.ts';

const unit = (name: string, before: [number, number], after: [number, number]): UnitChange => ({
  unit: name,
  before: { numerator: before[0], denominator: before[1] },
  after: { numerator: after[0], denominator: after[1] },
});

const sum = (values: readonly Exact[]): Exact =>
  values.reduce((total, value) => add(total, value), 0);

/** So many of so many, now and then of none. */
const counts = fc
  .integer({ min: 0, max: 200 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));

const units = fc
  .array(fc.tuple(counts, counts), { minLength: 2, maxLength: 8 })
  .map((list) => list.map(([before, after], index) => unit(`u${index}`, before, after)));

describe('rate effect and mix effect', () => {
  test('add up to the change of the pooled rate exactly', () => {
    fc.assert(
      fc.property(units, (list) => {
        const effects = decompose(list);
        const pooled = (side: 'before' | 'after') => ({
          top: sum(list.map((each) => each[side].numerator)),
          bottom: sum(list.map((each) => each[side].denominator)),
        });
        const [before, after] = [pooled('before'), pooled('after')];
        if (before.bottom === 0 || after.bottom === 0) {
          expect(effects).toBeNull();
          return;
        }
        const rate = ({ top, bottom }: typeof before) =>
          fraction(BigInt(top as number), BigInt(bottom as number));
        const change = subtract(rate(after), rate(before));
        expect(effects?.change).toEqual(change);
        expect(add(effects?.rate ?? 9, effects?.mix ?? 9)).toEqual(change);
        expect(sum(effects?.units.map((each) => each.rate) ?? [])).toEqual(effects?.rate);
        expect(sum(effects?.units.map((each) => each.mix) ?? [])).toEqual(effects?.mix);
      }),
    );
  });

  test('are negated when before and after are swapped', () => {
    fc.assert(
      fc.property(units, (list) => {
        const forth = decompose(list);
        const back = decompose(
          list.map(({ unit: name, before, after }) => ({
            unit: name,
            before: after,
            after: before,
          })),
        );
        if (forth === null || back === null) {
          expect(back).toBe(forth);
          return;
        }
        expect(add(forth.rate, back.rate)).toBe(0);
        expect(add(forth.mix, back.mix)).toBe(0);
      }),
    );
  });

  test('do not depend on the order of the units', () => {
    fc.assert(
      fc.property(units, (list) => {
        const [forwards, backwards] = [decompose(list), decompose([...list].reverse())];
        expect([backwards?.rate, backwards?.mix]).toEqual([forwards?.rate, forwards?.mix]);
      }),
    );
  });

  test('a rise where every unit fell is all mix: each lost less often, but more of the losing one', () => {
    // 甲 9/90 → 3/40, 乙 4/10 → 21/60: 13 % → 24 %. Weights 0.9 → 0.4 and 0.1 → 0.6.
    const effects = decompose([unit('甲', [9, 90], [3, 40]), unit('乙', [4, 10], [21, 60])]);
    expect(exactText(effects?.change)).toBe('0.11');
    // 0.65 × (0.075 − 0.1) + 0.35 × (0.35 − 0.4)
    expect(exactText(effects?.rate)).toBe('-0.03375');
    // −0.5 × (0.0875 − 0.185) + 0.5 × (0.375 − 0.185), the mean of both pooled rates being 0.185
    expect(exactText(effects?.mix)).toBe('0.14375');
    expect(effects?.units.map(({ mix }) => exactText(mix))).toEqual(['0.04875', '0.095']);
  });

  test('equal weights leave no mix, equal rates no rate effect', () => {
    const weights = decompose([unit('甲', [1, 10], [2, 20]), unit('乙', [3, 10], [9, 20])]);
    expect([exactText(weights?.rate), exactText(weights?.mix)]).toEqual(['0.075', '0']);
    const rates = decompose([unit('甲', [1, 10], [9, 90]), unit('乙', [5, 10], [5, 10])]);
    expect(exactText(rates?.rate)).toBe('0');
    expect(compare(rates?.mix ?? 0, 0)).toBeLessThan(0);
  });

  test('a unit without cases on one side moves the mix alone', () => {
    const effects = decompose([unit('甲', [1, 10], [1, 10]), unit('乙', [0, 0], [8, 10])]);
    expect(exactText(effects?.change)).toBe('0.35');
    expect(effects?.units.map(({ rate }) => rate)).toEqual([0, 0]);
    expect(effects?.mix).toEqual(effects?.change);
  });

  test('a unit without cases at all moves nothing', () => {
    const effects = decompose([
      unit('甲', [1, 10], [2, 10]),
      unit('乙', [3, 10], [3, 10]),
      unit('丙', [0, 0], [0, 0]),
    ]);
    expect(effects?.units[2]).toEqual({ unit: '丙', rate: 0, mix: 0 });
    expect(exactText(effects?.rate)).toBe('0.05');
  });

  test.each([
    ['of one unit', [unit('甲', [1, 10], [2, 10])]],
    ['of no unit', []],
    ['of no cases before', [unit('甲', [0, 0], [2, 10]), unit('乙', [0, 0], [2, 10])]],
    ['of a numerator without cases', [unit('甲', [1, 0], [2, 10]), unit('乙', [1, 9], [2, 10])]],
  ])('are not told %s', (_, list) => {
    expect(decompose(list)).toBeNull();
  });

  test('many units with unlike denominators are summed in good time', () => {
    const primes: number[] = [];
    for (let candidate = 2; primes.length < 1500; candidate++) {
      if (primes.every((prime) => prime * prime > candidate || candidate % prime > 0))
        primes.push(candidate);
    }
    const list = primes.map((prime, index) => unit(`u${index}`, [1, prime], [2, prime + 1]));
    const began = performance.now();
    const effects = decompose(list);
    expect(add(effects?.rate ?? 9, effects?.mix ?? 9)).toEqual(effects?.change);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

const CORRECTION = 'reconsiderationCorrectionRate';

describe('of compared data', () => {
  const HEAD =
    '单位,期间,败诉,被提起行政诉讼,培训总学时,执法人员总数,人民调解案件量,人民调解成功案件量';
  const before = [
    HEAD,
    '甲,2023,9,90,100,10,不适用,不适用',
    '乙,2023,4,10,60.5,5,10,5',
    '丙,2023,0,0,1,1,30,20',
  ];
  const after = [
    HEAD,
    '甲,2024,3,40,120,10,不适用,不适用',
    '乙,2024,21,60,60,6,20,15',
    '丙,2024,0,0,1,1,10,9',
  ];

  const decomposed = (first: readonly string[], second: readonly string[], more = {}) => {
    const comparison = compared(first, second, { decompose: true, ...more });
    return pairOf(comparison, null);
  };

  test('every pooled share and ratio is taken apart, and adds up to the change shown', () => {
    const pair = decomposed(before, after);
    expect(pair.decompositions.map(({ metric }) => metric)).toEqual([
      'litigationLossRate',
      'trainingHoursPerPerson',
      'peoplesMediationSuccessRate',
    ]);
    for (const { metric, change, rate, mix, units: effects } of pair.decompositions) {
      expect(change).toEqual(recordOf(pair, 'metric', metric).change?.difference);
      expect(add(rate, mix)).toEqual(change);
      expect(effects.map((each) => each.unit)).toEqual(['甲', '乙', '丙']);
    }
  });

  test('only when asked, and only of pools', () => {
    expect(pairOf(compared(before, after), null).decompositions).toEqual([]);
    const comparison = compared(before, after, { decompose: true });
    expect(pairOf(comparison, '甲').decompositions).toEqual([]);
  });

  test('also where a rate does not apply to a unit, of which the pool counts nothing then', () => {
    const odd = (sheet: readonly string[], year: number) => [
      ...sheet,
      `丁,${year},不适用,50,1,1,不适用,不适用`,
    ];
    const pair = decomposed(odd(before, 2023), odd(after, 2024));
    // 3 + 21 + 0 lost of 40 + 60 + 0, without the 50 of 丁.
    expect(recordOf(pair, 'metric', 'litigationLossRate').after.assessment?.outcome).toMatchObject({
      numerator: 24,
      denominator: 100,
    });
    expect(pair.decompositions.map(({ metric }) => metric)).toContain('litigationLossRate');
  });

  test('not where the pool counts more than its units do', () => {
    // 丙 says that one of four kinds of correction does not apply to it: the pool counts the others, no rate of 丙 does.
    const sheet = (year: number, revoked: number) => [
      '单位,期间,撤销,变更,确认违法,责令履行,实际审理',
      `甲,${year},${revoked},0,0,0,10`,
      `乙,${year},1,0,0,0,10`,
      `丙,${year},5,不适用,0,0,10`,
    ];
    const pair = decomposed(sheet(2023, 1), sheet(2024, 2));
    const { outcome } = recordOf(pair, 'metric', CORRECTION).after.assessment ?? {};
    expect(outcome).toMatchObject({ numerator: 8, denominator: 30 });
    expect(pair.decompositions.map(({ metric }) => metric)).not.toContain(CORRECTION);
  });

  test('not where a unit is unknown, or only published', () => {
    const blank = [HEAD, '甲,2024,,40,,,不适用,不适用', ...after.slice(2)];
    const metrics = (pair: ReturnType<typeof decomposed>) =>
      pair.decompositions.map(({ metric }) => metric);
    expect(metrics(decomposed(before, blank))).toEqual(['peoplesMediationSuccessRate']);
    // 甲 reported neither: what is compared is 乙 and 丙 alone, and that is not the pool.
    expect(metrics(decomposed(before, blank, { partial: true }))).toEqual([
      'peoplesMediationSuccessRate',
    ]);
  });
});
