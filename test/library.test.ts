/** The library as its users meet it: only what `src/index.ts` exports. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  assess,
  builtInCatalogue,
  check,
  complement,
  createCatalogue,
  createWords,
  decimalText,
  evaluateCounts,
  loadConfig,
  loadFiles,
  type Metric,
  parsePeriod,
  periodId,
  quotientValue,
  roundedText,
  toNumber,
} from '../src/index.ts';
import { ROOT } from './support/bin.ts';

const dataPath = (name: string): string => join(ROOT, 'fixtures/data', name);

const loaded = async (...names: string[]) => {
  const { dataset, issues } = await loadFiles(names.map(dataPath));
  expect(issues).toEqual([]);
  return dataset;
};

describe('evaluateCounts', () => {
  const correction = {
    reconsiderationRevoked: 18,
    reconsiderationAltered: 0,
    reconsiderationConfirmedIllegal: 20,
    reconsiderationOrderedToPerform: 2,
    reconsiderationHeard: 554,
  };

  test.each<[metric: string, counts: Record<string, number>, text: string]>([
    ['reconsiderationCorrectionRate', correction, '7.2'],
    ['onlineAvailabilityRate', { serviceItemsOnline: 1496, serviceItems: 1629 }, '91.8'],
    ['onlineAvailabilityRate', { serviceItemsOnline: 1574, serviceItems: 1676 }, '93.9'],
  ])('%s of %j is %s percent, as published', (metric, counts, text) => {
    const outcome = evaluateCounts(metric, counts);
    if (!outcome.known) throw new Error(outcome.reason.code);
    expect(roundedText(outcome, 1, 'half-up', 100)).toBe(text);
  });

  test('keeps the exact quotient, and the nearest double of it', () => {
    const outcome = evaluateCounts('reconsiderationCorrectionRate', correction);
    expect(outcome).toEqual({
      known: true,
      basis: 'recomputed',
      numerator: 40,
      denominator: 554,
    });
    expect(outcome.known && toNumber(outcome)).toBe(40 / 554);
  });

  test('92.18 % is 92.2 % half up and 92.1 % truncated', () => {
    const counts = { serviceItemsOnline: 1509, serviceItems: 1637 };
    const outcome = evaluateCounts('onlineAvailabilityRate', counts);
    if (!outcome.known) throw new Error(outcome.reason.code);
    expect(roundedText(outcome, 2, 'half-up', 100)).toBe('92.18');
    expect(roundedText(outcome, 1, 'half-up', 100)).toBe('92.2');
    expect(roundedText(outcome, 1, 'truncate', 100)).toBe('92.1');
  });

  const share = 'legalReviewStaffShare';

  test('null, a count left out, 0 and a zero denominator are four different things', () => {
    const of = (counts: Record<string, number | null>) => evaluateCounts(share, counts);
    expect(of({ legalReviewStaff: null, enforcementStaff: 24 })).toEqual({
      known: false,
      reason: { code: 'missing-input', counts: ['legalReviewStaff'] },
    });
    expect(of({ enforcementStaff: 24 })).toEqual(
      of({ legalReviewStaff: null, enforcementStaff: 24 }),
    );
    expect(of({ legalReviewStaff: 0, enforcementStaff: 24 })).toMatchObject({
      known: true,
      numerator: 0,
      denominator: 24,
    });
    expect(of({ legalReviewStaff: 0, enforcementStaff: 0 })).toEqual({
      known: false,
      reason: { code: 'zero-denominator', counts: ['enforcementStaff'], numerator: 0 },
    });
  });

  test('a part above its whole is no share of it', () => {
    expect(evaluateCounts(share, { legalReviewStaff: 25, enforcementStaff: 24 })).toMatchObject({
      known: false,
      reason: { code: 'part-exceeds-whole' },
    });
  });

  test('takes bigints and decimals without loss', () => {
    const large = 2n ** 60n;
    const whole = evaluateCounts(share, { legalReviewStaff: large, enforcementStaff: large + 1n });
    expect(whole).toMatchObject({ numerator: large, denominator: large + 1n });
    const hours = evaluateCounts('trainingHoursPerPerson', {
      trainingHours: 0.1,
      enforcementStaff: 3,
    });
    if (!hours.known) throw new Error(hours.reason.code);
    // A tenth by three is a thirtieth, which no double is.
    expect(quotientValue(hours)).toEqual({ numerator: 1n, denominator: 30n });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no count', (value) => {
    expect(() => evaluateCounts(share, { legalReviewStaff: value, enforcementStaff: 1 })).toThrow(
      RangeError,
    );
  });

  test('throws on an unknown metric, a label included: ids only', () => {
    expect(() => evaluateCounts('correctionRate', {})).toThrow("no metric 'correctionRate'");
    expect(() => evaluateCounts('复议纠错率', {})).toThrow('no metric');
  });

  test('has no year before and no parts to average', () => {
    expect(
      evaluateCounts('inspectionsYearOnYearRatio', { administrativeInspections: 216429 }),
    ).toMatchObject({
      known: false,
      reason: { code: 'no-prior-year' },
    });
    expect(evaluateCounts('meanMonthlyHotlineResponseRate', {})).toMatchObject({
      known: false,
      reason: { code: 'no-parts' },
    });
  });
});

describe('loadFiles and assess', () => {
  test('recompute a seed figure from its file', async () => {
    const dataset = await loaded('2022-行政复议.csv');
    const [first, ...others] = assess(dataset);
    expect(others).toEqual([]);
    expect(first?.group).toMatchObject({ unit: '西城区', period: parsePeriod('2022') });
    expect(first?.assessments).toHaveLength(1);
    expect(first?.assessments[0]).toMatchObject({
      metric: 'reconsiderationCorrectionRate',
      outcome: { known: true, basis: 'recomputed', numerator: 40, denominator: 554 },
      verdicts: [],
      flag: null,
    });
  });

  test('put several files together, and compare with the year before', async () => {
    const dataset = await loaded('2021-2022-行政执法.csv', '2021-2022-应急演练.csv');
    const metrics = ['inspectionsYearOnYearRatio', 'emergencyDrillsYearOnYearRatio'];
    const [before, now] = assess(dataset, { metrics });
    expect(before?.assessments.map(({ outcome }) => outcome.known)).toEqual([false, false]);
    expect(
      now?.assessments.map(
        ({ outcome }) => outcome.known && roundedText(outcome, 2, 'half-up', 100),
      ),
    ).toEqual(['100.84', '54.55']);
  });

  test('judge, and say what would mend a breach', async () => {
    const dataset = await loaded('合成-2024季度-单位报送.csv');
    const [found] = assess(dataset, {
      metrics: ['legalReviewStaffShare'],
      units: new Set(['大栅栏街道']),
      periods: [parsePeriod('2024年第四季度') ?? { start: 0, end: 0 }],
    });
    expect(found?.assessments[0]).toMatchObject({
      flag: 'warn',
      verdicts: [
        { status: 'breached', mend: { direction: 'raise', counts: ['legalReviewStaff'], by: 1 } },
      ],
    });
  });

  test('name who keeps a total from being known, or compute without them when asked', async () => {
    const dataset = await loaded('空白与零.csv');
    const query = { by: 'total', metrics: ['caseFileDefectRate'] } as const;
    const [total] = assess(dataset, query);
    expect(total?.assessments[0]).toMatchObject({
      outcome: { known: false, reason: { code: 'missing-input' } },
      gaps: [{ unit: '空白街道' }],
      coverage: null,
    });
    const [partial] = assess(dataset, { ...query, partial: true });
    expect(partial?.assessments[0]).toMatchObject({
      outcome: { known: true, numerator: 5, denominator: 40 },
      coverage: { reporting: 3, expected: 4, missing: ['空白街道'] },
    });
  });

  test('group by period in order', async () => {
    const dataset = await loaded('2021-2023-网上可办.csv');
    const groups = assess(dataset, { by: 'period' });
    expect(groups.map(({ group }) => group.period && periodId(group.period))).toEqual([
      '2021',
      '2022',
      '2023',
    ]);
  });

  test('throw on an unknown metric', async () => {
    const dataset = await loaded('2022-行政复议.csv');
    expect(() => assess(dataset, { metrics: ['nothing'] })).toThrow("no metric 'nothing'");
  });

  test('return problems with their places and do not throw', async () => {
    const { issues } = await loadFiles([dataPath('hostile/wrong-totals.csv')]);
    expect(issues.map(({ code, place }) => [code, place.line, place.column])).toEqual([
      ['total-mismatch', 4, 5],
      ['total-mismatch', 7, 3],
      ['total-mismatch', 8, 4],
    ]);
  });

  test('return a file that cannot be read as a problem', async () => {
    const { dataset, issues } = await loadFiles([dataPath('absent.csv')]);
    expect(issues).toMatchObject([{ code: 'unreadable-file', details: { cause: 'ENOENT' } }]);
    expect(assess(dataset)).toEqual([]);
  });

  test('read the same data in every encoding and format alike', async () => {
    const figures = async (name: string) =>
      assess(await loaded(name), { by: 'unit' }).map(({ group, assessments }) => [
        group.unit,
        assessments.map(({ metric, outcome }) => [metric, outcome]),
      ]);
    const expected = await figures('合成-2024季度-单位报送.csv');
    expect(expected).toHaveLength(35);
    for (const suffix of ['.tsv', '.json', '.jsonl', '-UTF16LE.csv', '-GB18030.csv']) {
      expect(await figures(`合成-2024季度-单位报送${suffix}`), suffix).toEqual(expected);
    }
  });
});

describe('a catalogue of one’s own', () => {
  const known = builtInCatalogue();
  const rate: Metric = {
    label: '复议未纠错率',
    meaning: '没有纠错的比例。',
    english: {
      label: 'Rate of reconsideration cases not corrected',
      meaning: 'The share of cases that were not corrected.',
    },
    formula: complement('reconsiderationCorrectionRate'),
    better: 'neutral',
    definition: 'plain-reading',
    source: { document: 'S0', section: 'test', quote: 'test' },
    example: null,
  };
  const catalogue = createCatalogue({
    counts: known.counts,
    metrics: { ...known.metrics, rate },
    standards: {
      atMost: {
        metric: 'rate',
        comparison: 'at-most',
        limit: { kind: 'value', value: '0.9' },
        level: 'required',
        scope: 'any',
        source: rate.source,
      },
    },
  });

  test('is used by loadFiles, assess and createWords', async () => {
    const { dataset } = await loadFiles([dataPath('2022-行政复议.csv')], { catalogue });
    const [found] = assess(dataset, { catalogue, metrics: ['rate'] });
    const [assessment] = found?.assessments ?? [];
    expect(assessment).toMatchObject({
      outcome: { known: true, numerator: 514, denominator: 554 },
      flag: 'breach',
      // At most 0.9 × 554 = 498.6, so 498: 16 corrections more.
      verdicts: [{ mend: { direction: 'raise', by: 16 } }],
    });
    const words = await createWords(catalogue, {
      language: 'zh',
      precision: 2,
      rounding: 'half-up',
    });
    expect(assessment && words.metric(assessment.metric)).toBe('复议未纠错率');
    expect(assessment && words.value(assessment)).toBe('92.78%');
  });

  test('leaves the built-in one as it was', () => {
    expect(builtInCatalogue().metricNamed('复议未纠错率')).toBeUndefined();
    expect(catalogue.metricNamed('复议未纠错率')).toBe('rate');
  });
});

test('decimalText writes what parseDecimal reads', () => {
  expect(decimalText({ numerator: 21n, denominator: 2n })).toBe('10.5');
});

describe('check and loadConfig', () => {
  const ratchet = '合成-棘轮/2024Q1.csv';

  test('the findings of `check` come worst first, and say which of them fail', async () => {
    const { tally, findings } = check(await loaded(ratchet));
    // Five streets with three standards each: 乙 and 丙 lack mediators, 甲 has 1 of 24 reviewers, 丁 defects.
    expect(tally).toEqual({ judged: 15, ok: 11, breach: 2, warn: 2, unknown: 0 });
    expect(findings.map(({ group, flag, fails }) => [group.unit, flag, fails])).toEqual([
      ['乙街道', 'breach', true],
      ['丙街道', 'breach', true],
      ['甲街道', 'warn', false],
      ['丁街道', 'warn', false],
    ]);
    const strict = check(await loaded(ratchet), { failOn: 'warn', units: new Set(['甲街道']) });
    expect(strict.findings.map(({ fails }) => fails)).toEqual([true]);
  });

  test('a configuration gives a catalogue, or all that is wrong with it and the built-in one', async () => {
    const path = join(ROOT, 'fixtures/config/本区示例.json');
    const { catalogue, issues } = await loadConfig(path);
    expect(issues).toEqual([]);
    expect(catalogue.inputsOf('reconsiderationCorrectionRate')).toContain(
      'reconsiderationConcluded',
    );
    const wrong = await loadConfig(join(ROOT, 'fixtures/config/mistakes.json'));
    expect(wrong.issues.length).toBeGreaterThan(10);
    expect(wrong.catalogue.metrics).toBe(builtInCatalogue().metrics);
  });
});
