/** Sums whose terms count in part: satisfied 1, fairly satisfied 0.6, dissatisfied 0. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalogue } from '../src/catalogue/catalogue.ts';
import type { Metric } from '../src/catalogue/metric.ts';
import { compareQuotients, type Exact, fraction, toNumber } from '../src/exact/exact.ts';
import { type FormulaWords, writeFormula } from '../src/formula/explain.ts';
import {
  type Formula,
  inputsOf,
  minus,
  priorYear,
  ratio,
  share,
  sum,
  weighted,
} from '../src/formula/formula.ts';
import { builtInCatalogue, evaluateCounts } from '../src/index.ts';
import { judge } from '../src/judge/judge.ts';
import {
  type Files,
  loaded,
  metricIn,
  resultsOf,
  sheet,
  source,
  temporaryFiles,
} from './support/config.ts';
import { runFake } from './support/host.ts';
import { formulaOf, outcomeOf } from './support/places.ts';

const points = weighted(['satisfied', '1'], ['fairly', '0.6']);
const asked = sum('satisfied', 'fairly', 'dissatisfied');
const satisfaction = share(points, asked);

const quotient = (numerator: Exact, denominator: Exact) => ({
  known: true,
  basis: 'recomputed',
  numerator,
  denominator,
});

const grades = (satisfied: number, fairly: number, dissatisfied: number) => ({
  counts: { satisfied, fairly, dissatisfied },
});

describe('a weighted sum is exact', () => {
  test.each<[grades: [number, number, number], numerator: Exact, denominator: number]>([
    // 80 + 10 × 0.6 = 86
    [[80, 10, 10], 86, 100],
    // 0 + 1 × 0.6 = 3/5
    [[0, 1, 0], fraction(3n, 5n), 1],
    // 1 + 2 × 0.6 = 2.2 = 11/5, where doubles make it 2.2000000000000002
    [[1, 2, 1], fraction(11n, 5n), 4],
    // 7 × 0.6 = 4.2 = 21/5
    [[0, 7, 3], fraction(21n, 5n), 10],
    [[0, 0, 5], 0, 5],
    [[5, 0, 0], 5, 5],
  ])('satisfied, fairly, dissatisfied %j', (counts, numerator, denominator) => {
    expect(outcomeOf(satisfaction, grades(...counts))).toEqual(quotient(numerator, denominator));
  });

  test('sums, differences and weighted sums go into each other', () => {
    const counts = { a: 10, b: 4, c: 5, d: 8 };
    // (10 + 4) × 0.5 + (10 − 5) × 0.2 + 8 × 1.25 = 7 + 1 + 10
    expect(
      outcomeOf(weighted([sum('a', 'b'), '0.5'], [minus('a', 'c'), '0.2'], ['d', '1.25']), {
        counts,
      }),
    ).toEqual(quotient(18, 1));
    // 10 − (4 × 0.5 + 5 × 0.1) = 7.5
    expect(outcomeOf(minus('a', weighted(['b', '0.5'], ['c', '0.1'])), { counts })).toEqual(
      quotient(fraction(15n, 2n), 1),
    );
    // (10 × 0.5 + 4 × 0.5) × 0.1 + 8 = 8.7
    expect(
      outcomeOf(sum(weighted([weighted(['a', '0.5'], ['b', '0.5']), '0.1']), 'd'), { counts }),
    ).toEqual(quotient(fraction(87n, 10n), 1));
    // (10 + 4 of the year before × 0.5) ÷ 5
    expect(
      outcomeOf(ratio(weighted(['a', '1'], [priorYear('b'), '0.5']), 'c'), {
        counts,
        before: { counts: { b: 4 } },
      }),
    ).toEqual(quotient(12, 5));
  });

  test('weights of 1 make a plain sum, a weight of 0 leaves a term out', () => {
    const counts = { a: 3, b: 5 };
    expect(outcomeOf(weighted(['a', '1'], ['b', '1']), { counts })).toEqual(
      outcomeOf(sum('a', 'b'), { counts }),
    );
    expect(outcomeOf(weighted(['a', '1'], ['b', '0']), { counts })).toEqual(quotient(3, 1));
  });

  test('agrees with whole numbers of the smallest place, whatever the weights', () => {
    // A weight as so many ten-thousandths, written with four decimals or with none of the zeros.
    const weight = fc.nat({ max: 30_000 });
    const text = (parts: number): string =>
      `${Math.floor(parts / 10_000)}.${String(parts % 10_000).padStart(4, '0')}`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.maxSafeNat(), weight), { minLength: 1, maxLength: 5 }),
        (terms) => {
          const counts = Object.fromEntries(terms.map(([count], at) => [`c${at}`, count]));
          const formula = weighted(
            ...terms.map(([, parts], at) => [`c${at}`, text(parts)] as const),
          );
          const expected = terms.reduce(
            (total, [count, parts]) => total + BigInt(count) * BigInt(parts),
            0n,
          );
          expect(outcomeOf(formula, { counts })).toEqual(quotient(fraction(expected, 10_000n), 1));
        },
      ),
    );
  });

  test('the order of its terms is irrelevant', () => {
    const term = fc.tuple(fc.nat({ max: 1000 }), fc.constantFrom('0', '0.1', '0.6', '1', '1.5'));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), (terms) => {
        const counts = Object.fromEntries(terms.map(([count], at) => [`c${at}`, count]));
        const named = terms.map(([, weight], at) => [`c${at}`, weight] as const);
        expect(outcomeOf(weighted(...named.toReversed()), { counts })).toEqual(
          outcomeOf(weighted(...named), { counts }),
        );
      }),
    );
  });

  test('a weight that is no decimal is refused, not taken for 0', () => {
    const counts = { a: 1 };
    for (const weight of ['', '60%', '1e-1', 'x']) {
      expect(() => outcomeOf(weighted(['a', weight]), { counts })).toThrow('no decimal');
    }
  });
});

describe('a weighted sum is unknown as soon as a grade is', () => {
  test.each<[situation: string, counts: Record<string, number | null>, missing: string[]]>([
    ['fairly satisfied', { satisfied: 80, dissatisfied: 10 }, ['fairly']],
    ['satisfied', { satisfied: null, fairly: 10, dissatisfied: 10 }, ['satisfied']],
    ['both', { dissatisfied: 10 }, ['satisfied', 'fairly']],
  ])('%s missing', (_, counts, missing) => {
    expect(outcomeOf(points, { counts })).toEqual({
      known: false,
      reason: { code: 'missing-input', counts: missing },
    });
    expect(outcomeOf(satisfaction, { counts })).toMatchObject({
      known: false,
      reason: { code: 'missing-input' },
    });
  });

  test('also with a weight of 0: not reported is not 0', () => {
    expect(outcomeOf(weighted(['a', '1'], ['b', '0']), { counts: { a: 3 } })).toMatchObject({
      known: false,
      reason: { counts: ['b'] },
    });
  });

  test('a grade that does not apply says so', () => {
    const counts = { satisfied: 1, fairly: 'not-applicable', dissatisfied: 1 } as const;
    expect(outcomeOf(points, { counts })).toEqual({
      known: false,
      reason: { code: 'not-applicable', counts: ['fairly'] },
    });
  });

  test('nobody asked is a denominator of 0, no 100 %', () => {
    expect(outcomeOf(satisfaction, grades(0, 0, 0))).toMatchObject({
      known: false,
      reason: { code: 'zero-denominator', numerator: 0 },
    });
  });

  test('weights above 1 may lift the part above its whole: no rate, whatever the data', () => {
    expect(outcomeOf(share(weighted(['a', '1.5']), 'a'), { counts: { a: 2 } })).toMatchObject({
      known: false,
      reason: { code: 'part-exceeds-whole' },
    });
  });
});

describe('a weighted sum in words', () => {
  const counts: Record<string, number> = { satisfied: 80, fairly: 10, dissatisfied: 10 };
  const words: FormulaWords = {
    count: (id) => `${id} ${counts[id]}`,
    priorYear: (id) => `last ${id}`,
    mean: (id) => id,
  };
  const written = (formula: Formula) => writeFormula(formula, words, formulaOf);

  test('names each weight but that of 1', () => {
    expect(written(satisfaction)).toBe(
      '(satisfied 80 + fairly 10 × 0.6) ÷ (satisfied 80 + fairly 10 + dissatisfied 10)',
    );
  });

  test('puts what is weighted into parentheses where it is more than a count', () => {
    expect(written(weighted([sum('satisfied', 'fairly'), '0.5'], [priorYear('fairly'), '2']))).toBe(
      '(satisfied 80 + fairly 10) × 0.5 + last fairly × 2',
    );
    expect(written(minus('satisfied', weighted(['fairly', '0.6'])))).toBe(
      'satisfied 80 − (fairly 10 × 0.6)',
    );
  });

  test('what is written can be computed again and gives the value', () => {
    const term = fc.tuple(fc.nat({ max: 500 }), fc.constantFrom('1', '0.25', '0.5', '2', '1.75'));
    // Binary fractions, so that the calculation in doubles below is exact.
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
        const values = Object.fromEntries(terms.map(([count], at) => [`c${at}`, count]));
        const formula = weighted(...terms.map(([, weight], at) => [`c${at}`, weight] as const));
        const numbers = { ...words, count: (id: string) => String(values[id]) };
        const text = writeFormula(formula, numbers, formulaOf);
        const recomputed = text
          .split(' + ')
          .map((part) => part.split(' × ').reduce((product, each) => product * Number(each), 1))
          .reduce((total, each) => total + each, 0);
        const outcome = outcomeOf(formula, { counts: values });
        expect(outcome.known && toNumber(outcome)).toBe(recomputed);
      }),
    );
  });

  test('its inputs are the counts of its terms, each once', () => {
    expect(inputsOf(satisfaction, formulaOf)).toEqual(['satisfied', 'fairly', 'dissatisfied']);
  });
});

describe('held to a standard', () => {
  const builtIn = builtInCatalogue();
  const count = (label: string) => ({
    label,
    english: label,
    unit: '件',
    nature: 'flow' as const,
    source,
  });
  const metric: Metric = {
    label: '加权满意率',
    meaning: '',
    english: { label: 'weighted', meaning: '' },
    formula: satisfaction,
    better: 'higher',
    definition: 'stated',
    source,
    example: null,
  };
  const catalogue = createCatalogue({
    counts: {
      satisfied: count('满意'),
      fairly: count('基本满意'),
      dissatisfied: count('不满意'),
    },
    metrics: { satisfaction: metric },
    standards: {},
  });
  const verdict = (
    counts: [number, number, number],
    comparison: 'at-least' | 'above',
    limit: string,
  ) => {
    const [satisfied, fairly, dissatisfied] = counts;
    const outcome = evaluateCounts('satisfaction', { satisfied, fairly, dissatisfied }, catalogue);
    return judge(
      {
        id: 'floor',
        metric: 'satisfaction',
        comparison,
        limit: { kind: 'value', value: limit },
        level: 'required',
        scope: 'any',
        source,
      },
      outcome,
      {
        period: null,
        units: ['甲'],
        isUnit: true,
        isWhole: true,
        metric: () => outcome,
        priorYear: () => null,
      },
      catalogue,
    );
  };

  test('a value exactly at the limit is at least it, and not above it', () => {
    expect(verdict([80, 10, 10], 'at-least', '0.86').status).toBe('met');
    expect(verdict([80, 10, 10], 'above', '0.86').status).toBe('breached');
    // 1 + 2 × 0.6 = 2.2 of 4 is 0.55; as doubles it would be above it.
    expect(verdict([1, 2, 1], 'above', '0.55').status).toBe('breached');
    expect(verdict([1, 2, 1], 'at-least', '0.55').status).toBe('met');
  });

  test('is not rounded before it is compared: 85.9996 % shows as 86.00 % and is below it', () => {
    // 8599960 + 0 of 10000000 = 0.859996
    expect(verdict([8_599_960, 0, 1_400_040], 'at-least', '0.86')).toMatchObject({
      status: 'breached',
      gap: fraction(-4n, 1_000_000n),
    });
  });

  test('any value is met by a limit that is itself, and missed by the next one up', () => {
    const grade = fc.nat({ max: 40 });
    fc.assert(
      fc.property(
        grade,
        grade,
        fc.constantFrom(1, 2, 4, 5, 8, 10, 20, 25, 40, 50),
        (a, b, step) => {
          const total = Math.ceil((a + b + 1) / step) * step;
          // (a + 0.6 b) / total has a decimal where the total divides a power of ten.
          const hundredMillionths = ((a * 10 + b * 6) * 10_000_000) / total;
          fc.pre(Number.isInteger(hundredMillionths));
          const limit = (parts: number) => `0.${String(parts).padStart(8, '0')}`;
          const counts: [number, number, number] = [a, b, total - a - b];
          expect(verdict(counts, 'at-least', limit(hundredMillionths)).status).toBe('met');
          expect(verdict(counts, 'at-least', limit(hundredMillionths + 1)).status).toBe('breached');
        },
      ),
    );
  });

  test('a breach says by how much in percentage points: no one case more would mend it surely', () => {
    expect(verdict([80, 10, 10], 'at-least', '0.9')).toMatchObject({
      status: 'breached',
      mend: null,
      gap: fraction(-4n, 100n),
    });
  });

  test('the built-in catalogue has none, so nothing there changes', () => {
    for (const { formula } of Object.values(builtIn.metrics)) {
      expect(JSON.stringify(formula)).not.toContain('"weighted"');
    }
  });

  test('compares by cross-multiplication with any other quotient', () => {
    const outcome = outcomeOf(satisfaction, grades(1, 2, 1));
    if (!outcome.known) throw new Error('unknown');
    expect(compareQuotients(outcome, { numerator: 11, denominator: 20 })).toBe(0);
  });
});

describe('in a configuration', () => {
  let files: Files;
  beforeAll(() => {
    files = temporaryFiles();
  });
  afterAll(() => files.remove());

  const config = (one: unknown, part: unknown, limit: unknown = '86%') =>
    files.config({
      counts: {
        satisfied: { label: '满意', english: 'Satisfied', unit: '件', nature: 'flow' },
        fairly: { label: '基本满意', english: 'Fairly satisfied', unit: '件', nature: 'flow' },
        dissatisfied: { label: '不满意', english: 'Dissatisfied', unit: '件', nature: 'flow' },
      },
      metrics: {
        weightedSatisfaction: {
          label: '加权满意率',
          meaning: '基本满意按 0.6 计的满意率。',
          better: 'higher',
          formula: {
            kind: 'share',
            part: {
              kind: 'weighted',
              terms: [
                { of: '满意', weight: one },
                { of: { kind: 'count', count: 'fairly' }, weight: part },
              ],
            },
            whole: { kind: 'sum', terms: ['满意', '基本满意', '不满意'] },
          },
          source,
        },
      },
      standards: { floor: { metric: '加权满意率', comparison: 'at-least', limit, source } },
    });
  const rows = ['单位,期间,满意,基本满意,不满意', '甲,2024,80,10,10'];

  test('a weight is the same as a number and as a text', async () => {
    const outputs = [];
    for (const [one, part] of [
      [1, 0.6],
      ['1', '0.6'],
      [1, '0.6'],
      ['1', 0.6],
    ]) {
      outputs.push(await resultsOf(config(one, part), rows));
    }
    for (const output of outputs) expect(output).toEqual(outputs[0]);
    expect(metricIn(outputs[0] ?? [], 'weightedSatisfaction', '甲')).toMatchObject({
      numerator: 86,
      denominator: 100,
      value: 0.86,
      text: '86.00%',
      flag: 'ok',
    });
  });

  test('a numerator with decimals comes out as it is', async () => {
    // 80 + 11 × 0.6 = 86.6 of 100; 1 × 0.6 of 3 = 0.2
    const groups = await resultsOf(config(1, 0.6), [
      '单位,满意,基本满意,不满意',
      '甲,80,11,9',
      '乙,0,1,2',
    ]);
    expect(metricIn(groups, 'weightedSatisfaction', '甲')).toMatchObject({
      numerator: 86.6,
      value: 0.866,
    });
    expect(metricIn(groups, 'weightedSatisfaction', '乙')).toMatchObject({
      numerator: 0.6,
      denominator: 3,
      value: 0.2,
    });
  });

  test('explain puts the numbers in', async () => {
    const explain = async (...options: string[]) =>
      (
        await runFake(
          ['explain', '加权满意率', '-', '--config', config(1, 0.6), ...options],
          sheet(...rows),
        )
      ).stdout;
    const zh = await explain();
    expect(zh).toContain('= (满意 + 基本满意 × 0.6) ÷ (满意 + 基本满意 + 不满意)');
    expect(zh).toContain(
      '= (满意 80 + 基本满意 10 × 0.6) ÷ (满意 80 + 基本满意 10 + 不满意 10) = 86.00%',
    );
    expect(await explain('--lang', 'en')).toContain(
      '= (Satisfied 80 + Fairly satisfied 10 × 0.6) ÷ (Satisfied 80 + Fairly satisfied 10 + Dissatisfied 10) = 86.00%',
    );
  });

  test('a grade that was not reported leaves it unknown, and is named', async () => {
    const groups = await resultsOf(config(1, 0.6), ['单位,满意,基本满意,不满意', '甲,80,,10']);
    expect(metricIn(groups, 'weightedSatisfaction', '甲')).toMatchObject({
      value: null,
      reason: 'missing-input',
      flag: 'unknown',
      text: '未知：缺“基本满意”',
    });
  });

  test('over several units the counts are pooled and then weighed, not the rates averaged', async () => {
    const groups = await resultsOf(
      config(1, 0.6),
      ['单位,满意,基本满意,不满意', '甲,1,0,0', '乙,0,5,4'],
      '--by',
      'total',
    );
    // (1 + 5 × 0.6) ÷ 10 = 0.4; the mean of 1 and 1/3 would be 2/3.
    expect(groups[0]?.metrics.find(({ id }) => id === 'weightedSatisfaction')).toMatchObject({
      numerator: 4,
      denominator: 10,
    });
  });

  test('a gap is said in percentage points', async () => {
    const run = async (...options: string[]) =>
      (
        await runFake(
          ['metrics', '-', '--config', config(1, 0.6, '90%'), ...options],
          sheet(...rows),
        )
      ).stdout;
    expect(await run()).toContain('未达标 低 4.00 个百分点');
    expect(await run('--lang', 'en')).toContain('4.00 percentage points below');
  });

  test('more weighed parts than there were answers is a problem with the data', async () => {
    // 11 satisfied where 10 were asked in all, stated by a count of its own.
    const file = files.config({
      counts: {
        satisfied: { label: '满意', unit: '件', nature: 'flow' },
        fairly: { label: '基本满意', unit: '件', nature: 'flow' },
        assessed: { label: '参评', unit: '件', nature: 'flow' },
      },
      metrics: {
        weightedSatisfaction: {
          label: '加权满意率',
          meaning: '甲',
          better: 'higher',
          formula: {
            kind: 'share',
            part: {
              kind: 'weighted',
              terms: [
                { of: '满意', weight: 1 },
                { of: '基本满意', weight: '0.6' },
              ],
            },
            whole: '参评',
          },
          source,
        },
      },
    });
    const run = (row: string) =>
      runFake(['metrics', '-', '--config', file], sheet('单位,满意,基本满意,参评', row));
    // 7 + 5 × 0.6 = 10 is all of 10; 8 + 5 × 0.6 = 11 is more.
    expect((await run('甲,7,5,10')).exit).toBe(0);
    const { exit, stderr } = await run('甲,8,5,10');
    expect(exit).toBe(2);
    expect(stderr).toContain(' 11 大于 参评 10');
    expect(stderr).toContain('[part-exceeds-whole]');
  });

  test('a weight keeps all its decimals: 0.3333333333 is not a third', async () => {
    const { config: read } = loaded(config('1', '0.3333333333'));
    const formula = read?.vocabulary.metrics.weightedSatisfaction?.formula;
    expect(formula).toMatchObject({
      part: { terms: [{ weight: '1' }, { weight: '0.3333333333' }] },
    });
  });
});
