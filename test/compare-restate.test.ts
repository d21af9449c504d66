/** The same periods in two inputs: what changed, and whether the data, the definition or the standard did it. */
import { describe, expect, test } from 'vitest';
import { type Catalogue, createCatalogue } from '../src/catalogue/catalogue.ts';
import type { Standard } from '../src/catalogue/standard.ts';
import { type Formula, ratio, share } from '../src/formula/formula.ts';
import { compared, pairNames, pairOf, recordOf } from './support/compare.ts';
import { catalogue } from './support/sheets.ts';

const HEAD =
  '单位,期间,撤销,变更,确认违法,责令履行,实际审理,行政复议审结,法制审核,执法人员总数,行政检查';
const before = [HEAD, '甲,2024Q1,1,0,1,0,20,25,3,40,50', '乙,2024Q1,0,0,1,0,10,10,2,30,60'];

/** The sheet with the cells of one row changed, by their column. */
const edited = (row: number, cells: Readonly<Record<string, string>>): string[] =>
  before.map((line, index) => {
    if (index !== row) return line;
    const columns = HEAD.split(',');
    const values = line.split(',');
    for (const [column, value] of Object.entries(cells)) values[columns.indexOf(column)] = value;
    return values.join(',');
  });

const correction = 'reconsiderationCorrectionRate';
const staff = 'legalReviewStaffShare';

/** The catalogue with another formula of a metric. */
function withFormula(id: string, formula: Formula): Catalogue {
  const metric = catalogue.metrics[id];
  if (metric === undefined) throw new Error('renamed');
  return createCatalogue({
    ...catalogue,
    metrics: { ...catalogue.metrics, [id]: { ...metric, formula } },
  });
}

/** The catalogue with something else said of the least share of staff. */
function withMinimum(change: Partial<Standard>): Catalogue {
  const minimum = catalogue.standards.legalReviewStaffMinimum;
  if (minimum === undefined) throw new Error('renamed');
  return createCatalogue({
    ...catalogue,
    standards: { ...catalogue.standards, legalReviewStaffMinimum: { ...minimum, ...change } },
  });
}

/** All that is told, as "unit kind id: causes". */
function told(...args: Parameters<typeof compared>): string[] {
  const comparison = compared(...args);
  expect(comparison.pairing).toBe('restated');
  return comparison.pairs.flatMap((pair) =>
    comparison
      .compare(pair)
      .records.map(
        ({ kind, id, causes }) => `${pair.after.unit ?? 'all'} ${kind} ${id}: ${causes}`,
      ),
  );
}

test('the same data again has nothing to tell', () => {
  expect(told(before, before)).toEqual([]);
  expect(told(before, [HEAD, before[2] as string, before[1] as string])).toEqual([]);
});

describe('data', () => {
  test('a count that changed, with its cells, and what is computed from it', () => {
    const after = edited(1, { 撤销: '3' });
    expect(told(before, after)).toEqual([
      `甲 metric ${correction}: data`,
      '甲 count reconsiderationRevoked: data',
      `all metric ${correction}: data`,
      'all count reconsiderationRevoked: data',
    ]);
    const record = recordOf(
      pairOf(compared(before, after), '甲'),
      'count',
      'reconsiderationRevoked',
    );
    expect(record.before).toMatchObject({
      value: 1,
      places: [{ file: 'sheet1.csv', line: 2, column: 3 }],
    });
    expect(record.after).toMatchObject({
      value: 3,
      places: [{ file: 'sheet1.csv', line: 2, column: 3 }],
    });
  });

  test('a blank that was filled, a figure taken back, and one that is said not to apply', () => {
    const filled = told(edited(1, { 行政检查: '' }), before, {
      metrics: ['inspectionsYearOnYearRatio'],
    });
    expect(filled).toContain('甲 count administrativeInspections: data');
    expect(filled).toContain('all count administrativeInspections: data');
    for (const cell of ['', '不适用']) {
      const lines = told(before, edited(2, { 行政检查: cell }), {
        metrics: ['inspectionsYearOnYearRatio'],
      });
      expect(lines).toContain('乙 count administrativeInspections: data');
    }
    // A written 0 is not a blank.
    const zero = told(edited(1, { 行政检查: '' }), edited(1, { 行政检查: '0' }), {
      metrics: ['inspectionsYearOnYearRatio'],
    });
    expect(zero).toContain('甲 count administrativeInspections: data');
  });

  test('counts that changed without changing the rate are told, and the rate is not', () => {
    const lines = told(before, edited(1, { 法制审核: '6', 执法人员总数: '80' }), {
      metrics: [staff],
    });
    expect(lines.filter((line) => line.startsWith('甲'))).toEqual([
      '甲 count legalReviewStaff: data',
      '甲 count enforcementStaff: data',
    ]);
  });

  test('has no interval: a restatement is no second sample', () => {
    const pair = pairOf(compared(before, edited(1, { 撤销: '3' })), '甲');
    expect(recordOf(pair, 'metric', correction)).toMatchObject({
      interval: null,
      noInterval: 'same-data',
    });
  });

  test('a published figure that changed', () => {
    const of = (rate: string) => ['单位,期间,网上可办率', `甲,2024,${rate}`];
    expect(told(of('92.1%'), of('92.2%'))).toEqual(['甲 metric onlineAvailabilityRate: data']);
    expect(told(of('92.1%'), of('92.10%'))).toEqual([]);
  });

  test('counts in the place of a published rate, though the rate is the same', () => {
    const published = ['单位,期间,行政诉讼败诉率', '甲,2024,50%'];
    const counted = ['单位,期间,败诉,被提起行政诉讼', '甲,2024,1,2'];
    expect(told(published, counted)).toContain('甲 metric litigationLossRate: data');
  });

  test('units and periods on one side only are listed', () => {
    const comparison = compared(before, [...before.slice(0, 2), '甲,2024Q2,1,0,1,0,20,25,3,40,50']);
    expect(pairNames(comparison)).toEqual(['甲 2024Q1/2024Q1']);
    expect(comparison.unpaired).toMatchObject([
      { kind: 'period', onlyOn: 'after' },
      { kind: 'unit', unit: '乙', missingFrom: 'after' },
      { kind: 'pool', missing: ['乙'] },
    ]);
  });
});

describe('definition', () => {
  const after = withFormula(
    correction,
    share('reconsiderationRevoked', 'reconsiderationConcluded'),
  );

  test('another formula changes the value of the same data', () => {
    const lines = told(before, null, { after, metrics: [correction] });
    expect(lines).toEqual([
      `甲 metric ${correction}: definition`,
      `乙 metric ${correction}: definition`,
      `all metric ${correction}: definition`,
    ]);
  });

  test('is named with both formulas', () => {
    const comparison = compared(before, before, { after });
    expect(comparison.redefined).toEqual([
      {
        metric: correction,
        before:
          '(reconsiderationRevoked + reconsiderationAltered + reconsiderationConfirmedIllegal + reconsiderationOrderedToPerform) ÷ reconsiderationHeard',
        after: 'reconsiderationRevoked ÷ reconsiderationConcluded',
      },
    ]);
    expect(recordOf(pairOf(comparison, '甲'), 'metric', correction)).toMatchObject({
      sameDefinition: false,
      noInterval: 'other-definition',
    });
  });

  test('data and definition are each named where they move the value, whichever of them changed first', () => {
    const both = told(before, edited(1, { 撤销: '2' }), { after, metrics: [correction] });
    expect(both).toContain(`甲 metric ${correction}: data,definition`);
    // 变更 is no input of the new formula: by the old one it would have moved the rate.
    const altered = told(before, edited(1, { 变更: '1' }), { after, metrics: [correction] });
    expect(altered).toContain(`甲 metric ${correction}: data,definition`);
    // 审结 is an input of the new formula alone, by which the old data comes to 1/25 and the new to 1/50.
    const concluded = told(before, edited(1, { 行政复议审结: '50' }), {
      after,
      metrics: [correction],
    });
    expect(concluded).toContain(`甲 metric ${correction}: data,definition`);
    // Old 2/20 and 1/25; with everything doubled but 审结, 4/40 and 2/25: only the data raises the new rate.
    const doubled = told(before, edited(1, { 撤销: '2', 确认违法: '2', 实际审理: '40' }), {
      after,
      metrics: [correction],
    });
    expect(doubled).toContain(`甲 metric ${correction}: data,definition`);
  });

  test('data that no formula of the metric asks for is no cause', () => {
    const other = told(before, edited(1, { 行政检查: '51' }), { after, metrics: [correction] });
    expect(other).toContain(`甲 metric ${correction}: definition`);
  });

  test('a metric that only one side defines', () => {
    const { [correction]: _gone, ...metrics } = catalogue.metrics;
    const { counts, standards } = catalogue;
    const kept = Object.fromEntries(
      Object.entries(standards).filter(([, { metric }]) => metric !== correction),
    );
    const without = createCatalogue({ counts, metrics, standards: kept });
    const comparison = compared(before, before, { before: without });
    const record = recordOf(pairOf(comparison, '甲'), 'metric', correction);
    expect(record).toMatchObject({
      before: { assessment: null },
      change: null,
      causes: ['definition'],
      sameDefinition: false,
    });
    expect(comparison.redefined).toMatchObject([{ metric: correction, before: null }]);
  });

  test('a ratio of the counts of a share, which no longer stops at 100 %, is another definition', () => {
    const changed = withFormula(staff, ratio('legalReviewStaff', 'enforcementStaff'));
    const rows = ['单位,期间,法制审核人员,执法人员总数', '甲,2024,4,5'];
    const { redefined } = compared(rows, rows, { after: changed });
    expect(redefined.map((each) => each.metric)).toEqual([staff]);
  });

  test('a mean whose metric is defined otherwise is itself defined otherwise', () => {
    const months = ['单位,期间,响应率', '甲,2024-01,90%', '甲,2024-02,92%'];
    const changed = withFormula('hotlineResponseRate', share('hotlineResolved', 'hotlineCases'));
    const comparison = compared(months, months, { after: changed });
    expect(comparison.redefined.map((each) => each.metric)).toContain(
      'meanMonthlyHotlineResponseRate',
    );
  });
});

describe('standard', () => {
  const after = withMinimum({ limit: { kind: 'value', value: '0.08' } });

  test('another limit changes what is said of the same value', () => {
    // 3 of 40 is 7.5 %: enough for 5 %, not for 8 %.
    expect(told(before, null, { after, metrics: [staff] })).toEqual([
      `甲 metric ${staff}: standard`,
      `乙 metric ${staff}: standard`,
    ]);
    const record = recordOf(pairOf(compared(before, before, { after }), '甲'), 'metric', staff);
    expect([record.before.assessment?.flag, record.flag]).toEqual(['ok', 'warn']);
    expect(record.change?.difference).toBe(0);
  });

  test('is named with the metric, apart from definitions', () => {
    const comparison = compared(before, before, { after });
    expect(comparison.restandardised).toEqual([staff]);
    expect(comparison.redefined).toEqual([]);
  });

  test('together with data both are named', () => {
    expect(told(before, edited(1, { 法制审核: '4' }), { after, metrics: [staff] })).toContain(
      `甲 metric ${staff}: data,standard`,
    );
  });

  test('a source that is cited otherwise is no other standard', () => {
    const cited = withMinimum({ note: 'another note' });
    expect(told(before, null, { after: cited })).toEqual([]);
    expect(compared(before, before, { after: cited }).restandardised).toEqual([]);
  });

  test('a verdict that fell with the data alone is the data', () => {
    expect(told(before, edited(1, { 法制审核: '1' }), { metrics: [staff] })).toContain(
      `甲 metric ${staff}: data`,
    );
  });

  test('units that are the whole of one input and a part of the other make no change', () => {
    const more = [...before, '丙,2024Q2,0,0,0,0,5,5,1,12,1'];
    expect(told(more, before)).toEqual([]);
  });
});
