import { describe, expect, test } from 'vitest';
import { groupsOf } from '../src/aggregate/group.ts';
import type { Grouping } from '../src/aggregate/grouping.ts';
import { createAssessor } from '../src/assess/assess.ts';
import { relevanceOf } from '../src/assess/relevance.ts';
import { fraction } from '../src/exact/exact.ts';
import { catalogue, datasetOf, type Sheet } from './support/sheets.ts';

function assessed(metric: string, by: Grouping, sheet: Sheet, partial = false) {
  return assessedIn([sheet], metric, by, partial);
}

function assessedIn(sheets: readonly Sheet[], metric: string, by: Grouping, partial = false) {
  const { dataset } = datasetOf(...sheets);
  const { assess } = createAssessor(dataset, catalogue, { metrics: [metric], partial });
  return groupsOf(dataset, by, {}).map((group) => {
    const [only] = assess(group).assessments;
    if (only === undefined) throw new Error('not assessed');
    return only;
  });
}

const first = (...args: Parameters<typeof assessed>) => {
  const [only] = assessed(...args);
  if (only === undefined) throw new Error('no group');
  return only;
};

const staff = '单位,期间,法制审核人员,执法人员总数';
const rate = 'legalReviewStaffShare';

test('a group is recomputed from summed counts, never from averaged rates', () => {
  // 1 of 2 and 0 of 98: the mean of the rates is 25 %, the rate of the group is 1 of 100.
  const { outcome } = first(rate, 'total', [staff, '甲,2024,1,2', '乙,2024,0,98']);
  expect(outcome).toMatchObject({ known: true, numerator: 1, denominator: 100 });
});

describe('a unit that did not report', () => {
  const sheet = [staff, '甲,2024,1,20', '乙,2024,,30', '丙,2024,2,50'];

  test('makes the group unknown and is named', () => {
    const { outcome, gaps, coverage, flag } = first(rate, 'total', sheet);
    expect(outcome).toMatchObject({
      known: false,
      reason: { code: 'missing-input', counts: ['legalReviewStaff'] },
    });
    expect(gaps.map(({ unit }) => unit)).toEqual(['乙']);
    expect(coverage).toBeNull();
    expect(flag).not.toBe('ok');
  });

  test('is left out on request, numerator and denominator, with the coverage beside the value', () => {
    const { outcome, gaps, coverage } = first(rate, 'total', sheet, true);
    // 1 + 2 of 20 + 50; the 30 people of 乙 are not in the denominator either.
    expect(outcome).toMatchObject({ known: true, numerator: 3, denominator: 70 });
    expect(coverage).toEqual({ reporting: 2, expected: 3, missing: ['乙'] });
    expect(gaps).toEqual([]);
  });

  test('leaves nothing where nobody reported', () => {
    const { outcome, coverage } = first(rate, 'total', [staff, '甲,2024,,20', '乙,2024,,30'], true);
    expect(outcome.known).toBe(false);
    expect(coverage).toBeNull();
  });

  test('does not lend its published rate to the units that remain', () => {
    // 甲 reported its inspections, but nobody knows those of its year before; the 110 % are 乙's.
    const growth = '单位,期间,行政检查,行政检查为上年的百分比';
    const sheet = [growth, '乙,2024,,110%', '甲,2024,5,'];
    const { outcome } = first('inspectionsYearOnYearRatio', 'total', sheet, true);
    expect(outcome.known).toBe(false);
  });

  test('stays unknown by itself, whatever was requested', () => {
    const flags = assessed(rate, 'unit,period', sheet, true).map(({ flag }) => flag);
    // 1/20 = 5 %; unknown; 2/50 = 4 % and only 原则上.
    expect(flags).toEqual(['ok', 'unknown', 'warn']);
  });
});

describe('files that do not ask all units for the same', () => {
  const corrected = '单位,期间,撤销,变更,确认违法,责令履行,实际审理';
  const [metric, kinds] = [
    'reconsiderationCorrectionRate',
    ['Revoked', 'Altered', 'ConfirmedIllegal', 'OrderedToPerform'].map(
      (kind) => `reconsideration${kind}`,
    ),
  ];
  const sheets = [
    [corrected, '甲,2024,1,0,0,0,10', '丙,2024,2,0,0,0,10'],
    ['单位,期间,实际审理', '乙,2024,20'],
  ];

  test('leave a rate unknown, and say who is missing from what', () => {
    const [total] = assessedIn(sheets, metric, 'total');
    // 3 cases of 甲 and 丙 over 40 of all three would be no rate of anybody.
    expect(total?.outcome).toEqual({
      known: false,
      reason: { code: 'missing-input', counts: kinds },
    });
    expect(total?.gaps).toEqual([{ unit: '乙', period: null, counts: kinds, priorYear: [] }]);
  });

  test('give a rate of those who were asked for all of it, on request', () => {
    const [total] = assessedIn(sheets, metric, 'total', true);
    expect(total?.outcome).toMatchObject({ known: true, numerator: 3, denominator: 20 });
    expect(total?.coverage).toEqual({ reporting: 2, expected: 3, missing: ['乙'] });
  });

  test('leave open how two rates of other units stand to each other', () => {
    const bureau = ['单位,期间,复议后再诉讼,行政复议审结', '甲,2024,1,10', '乙,2024,1,10'];
    const court = (...units: readonly string[]) => [
      '单位,期间,二审收案,一审审结',
      ...units.map((unit) => `${unit},2024,5,10`),
    ];
    const flagWith = (sheet: Sheet) =>
      assessedIn([bureau, sheet], 'relitigationRatio', 'total')[0]?.flag;
    // 2/20 is below 10/20, but what 5/10 of 甲 says to 2/20 of both nobody knows.
    expect(flagWith(court('甲', '乙'))).toBe('ok');
    expect(flagWith(court('甲'))).toBe('unknown');
    const [verdict] =
      assessedIn([bureau, court('甲')], 'relitigationRatio', 'total')[0]?.verdicts ?? [];
    expect(verdict).toMatchObject({ status: 'unknown', why: 'unlike-units', limit: null });
    // Nor what 1/10 of 甲 says to 10/20 of both.
    const ofOne = assessedIn([bureau.slice(0, 2), court('甲', '乙')], 'relitigationRatio', 'total');
    expect(ofOne[0]?.flag).toBe('unknown');
    // A court reports for the district what no unit of the bureau's file does.
    expect(flagWith(court('法院'))).toBe('ok');
  });
});

test('a rate that does not apply to a unit takes none of its counts, also where these are stated', () => {
  const lost = '单位,期间,败诉,被提起行政诉讼';
  const { outcome } = first('litigationLossRate', 'total', [
    lost,
    '甲,2024,1,10',
    '乙,2024,不适用,20',
  ]);
  // 1 of the 10 of 甲, not of 30.
  expect(outcome).toMatchObject({ known: true, numerator: 1, denominator: 10 });
});

test('a quarter to which a rate does not apply leaves its counts out of the year', () => {
  const rows = ['甲,2024Q1,不适用,20', '甲,2024Q2,1,2', '甲,2024Q3,1,2', '甲,2024Q4,1,6'];
  const { outcome } = first('litigationLossRate', 'unit', [
    '单位,期间,败诉,被提起行政诉讼',
    ...rows,
  ]);
  // 1 + 1 + 1 of 2 + 2 + 6.
  expect(outcome).toMatchObject({ known: true, numerator: 3, denominator: 10 });
});

describe('what does not apply to a unit', () => {
  const hours = '单位,期间,培训总学时,执法人员总数';
  const quarters = (unit: string, ...cells: readonly string[]) =>
    cells.map((text, at) => `${unit},2024Q${at + 1},${text}`);
  const total = (sheet: Sheet, metric: string) => first(metric, 'total', sheet).outcome;

  test('in its last quarter takes nothing from the staff, which is counted', () => {
    const rows = [...quarters('甲', '1200,20', '0,20', '0,20', '0,20')];
    rows.push(...quarters('乙', '100,20', '100,20', '100,20', '不适用,20'));
    // 1200 + 300 hours of 20 + 20 people.
    const found = total([hours, ...rows], 'trainingHoursPerPerson');
    expect(found).toMatchObject({ known: true, numerator: 1500, denominator: 40 });
    const ofUnit = assessed('trainingHoursPerPerson', 'unit', [hours, ...rows])[1];
    // 300 hours of 20 people are 15 each, and 60 are required.
    expect(ofUnit?.outcome).toMatchObject({ known: true, numerator: 300, denominator: 20 });
    expect(ofUnit?.flag).toBe('breach');
  });

  test('at the end, where its staff is counted, leaves it out with all its hours', () => {
    const rows = [...quarters('甲', '600,20', '600,20', '0,20', '0,20')];
    rows.push(...quarters('乙', '600,20', '600,20', '0,20', '600,不适用'));
    const found = total([hours, ...rows], 'trainingHoursPerPerson');
    expect(found).toMatchObject({ known: true, numerator: 1200, denominator: 20 });
  });

  test.each([
    ['this year', ['丙,2023,50', '丙,2024,不适用']],
    ['the year before', ['丙,2023,不适用', '丙,2024,50']],
  ])('%s leaves it out of both years', (_, rows) => {
    const inspections = '单位,期间,行政检查量';
    const sheet = [inspections, '甲,2023,100', '乙,2023,100', '甲,2024,90', '乙,2024,100', ...rows];
    // 90 + 100 over 100 + 100, as if 丙 were not there.
    const year = assessed('inspectionsYearOnYearRatio', 'period', sheet).at(-1);
    expect(year?.outcome).toMatchObject({ known: true, numerator: 190, denominator: 200 });
  });

  test.each([
    ['as it is', []],
    // 乙 says of the two months together that 5 of 20 were answered, and of the second that it is asked for none.
    ['beside a row of both', ['甲,2024年1-2月,20,10', '乙,2024年1-2月,20,5']],
  ])('in one month leaves its calls out of that month of a mean, %s', (_, rows) => {
    const calls = '单位,期间,诉求总量,响应诉求';
    const months = [
      '甲,2024-01,10,5',
      '甲,2024-02,10,5',
      '乙,2024-01,10,5',
      '乙,2024-02,10,不适用',
    ];
    const found = total([calls, ...months, ...rows], 'meanMonthlyHotlineResponseRate');
    // 10/20 and 5/10; 5/20 would be of the calls of 乙 too.
    expect(found).toMatchObject({ known: true, numerator: 1, denominator: 2 });
  });

  test('is named by itself, beside counts that it does state', () => {
    const rows = [...quarters('甲', '1,20', '2,不适用')];
    const [only] = assessed('legalReviewStaffShare', 'unit', [
      '单位,期间,法制审核人员,执法人员总数',
      ...rows,
    ]);
    expect(only?.outcome).toEqual({
      known: false,
      reason: { code: 'not-applicable', counts: ['enforcementStaff'] },
    });
  });
});

describe('the whole and its parts', () => {
  const cases = '单位,期间,复议受理,一审诉讼受理';
  const ratio = 'reconsiderationToLitigationRatio';

  test.each([
    // R1 asks the district, not an office of it: 1 against 2.
    ['德胜街道', 'not-judged'],
    ['区司法局', 'not-judged'],
    ['三里河社区', 'not-judged'],
    ['西城区', 'warn'],
    ['西城区人民政府', 'warn'],
    ['怀来县', 'warn'],
  ])('%s among others: %s', (unit, flag) => {
    expect(first(ratio, 'unit,period', [cases, `${unit},2024,1,2`, '乙,2024,1,2']).flag).toBe(flag);
  });

  test('some units selected among more are not the whole', () => {
    const { dataset } = datasetOf([cases, '甲,2024,1,2', '乙,2024,1,2', '丙,2024,9,2']);
    const { assess } = createAssessor(dataset, catalogue, { metrics: [ratio], partial: false });
    const flags = groupsOf(dataset, 'total', { units: new Set(['甲', '乙']) }).map(
      (group) => assess(group).assessments[0]?.flag,
    );
    expect(flags).toEqual(['not-judged']);
  });

  test('a file of one unit is the whole', () => {
    expect(first(ratio, 'unit,period', [cases, '区司法局,2024,1,2']).flag).toBe('warn');
  });

  test('the total of a file of one unit is that unit', () => {
    const mediators = ['单位,期间,街道专职人民调解员', '德胜街道,2024,1'];
    expect(first('fullTimeStreetMediators', 'total', mediators).flag).toBe('breach');
    const twoStreets = [...mediators, '月坛街道,2024,1'];
    expect(first('fullTimeStreetMediators', 'total', twoStreets).flag).toBe('not-judged');
  });

  test('a published rate is shown in the words of the data and judged', () => {
    const found = first('filingRate', 'unit,period', [
      '单位,期间,行政规范性文件报备率',
      '甲,2024,98.0%',
    ]);
    expect(found).toMatchObject({
      reported: '98.0%',
      outcome: { known: true, basis: 'reported', numerator: fraction(49n, 50n) },
      flag: 'breach',
    });
  });
});

describe('a metric is asked of data', () => {
  const { dataset } = datasetOf([
    '单位,期间,撤销,实际审理,法制审核人员,执法人员总数,接诉即办解决率',
    '甲,2024,1,2,1,2,90%',
  ]);
  test.each<[string, Grouping, string]>([
    ['legalReviewStaffShare', 'total', 'covered'],
    ['reconsiderationCorrectionRate', 'total', 'touched'],
    ['litigationLossRate', 'total', 'absent'],
    ['hotlineResolutionRate', 'total', 'covered'],
    ['meanMonthlyHotlineResolutionRate', 'unit', 'covered'],
    ['meanMonthlyHotlineResolutionRate', 'unit,period', 'absent'],
    ['trainingHoursPerPerson', 'total', 'touched'],
  ])('%s by %s: its columns are %s', (metric, by, expected) => {
    expect(relevanceOf(metric, dataset, catalogue, by)).toBe(expected);
  });
});
