import { describe, expect, test } from 'vitest';
import type { Selection } from '../src/aggregate/group.ts';
import type { Grouping } from '../src/aggregate/grouping.ts';
import { type Exact, fraction } from '../src/exact/exact.ts';
import { parsePeriod } from '../src/period/period.ts';
import { grouped, sourcesOf, totalOf } from './support/groups.ts';
import { datasetOf } from './support/sheets.ts';

const flow = 'reconsiderationHeard';
const stock = 'enforcementStaff';
const header = '单位,期间,实际审理,执法人员总数';

const quarters = [
  header,
  '甲,2024Q1,10,5',
  '甲,2024Q2,20,6',
  '乙,2024Q1,100,50',
  '乙,2024Q2,200,60',
];

describe('cases add up over periods and units, staff over units only', () => {
  test.each<[Grouping, string, Exact, Exact]>([
    ['unit,period', '甲 2024Q1', 10, 5],
    ['unit,period', '乙 2024Q2', 200, 60],
    // 10 + 20 cases; the 6 people of the last quarter.
    ['unit', '甲 2024H1', 30, 6],
    ['unit', '乙 2024H1', 300, 60],
    ['period', 'all 2024Q1', 110, 55],
    ['period', 'all 2024Q2', 220, 66],
    // 10 + 20 + 100 + 200 cases; 6 + 60 people.
    ['total', 'all 2024H1', 330, 66],
  ])('by %s: %s', (by, name, cases, staff) => {
    const found = sourcesOf(by, quarters).find((group) => group.name === name);
    expect(found?.source.count(flow)).toBe(cases);
    expect(found?.source.count(stock)).toBe(staff);
  });

  test('groups come in the order of units, then of periods', () => {
    const names = (by: Grouping) => sourcesOf(by, quarters).map(({ name }) => name);
    expect(names('unit,period')).toEqual(['甲 2024Q1', '甲 2024Q2', '乙 2024Q1', '乙 2024Q2']);
    expect(names('unit')).toEqual(['甲 2024H1', '乙 2024H1']);
    expect(names('period')).toEqual(['all 2024Q1', 'all 2024Q2']);
  });

  test('a selection takes its units and the periods inside its periods', () => {
    const { dataset } = datasetOf(quarters);
    const names = (selection: Selection) =>
      grouped(dataset, 'unit,period', selection).map(({ name }) => name);
    const q1 = parsePeriod('2024Q1');
    const year = parsePeriod('2024');
    if (q1 === null || year === null) throw new Error('unreadable');
    expect(names({ units: new Set(['乙']) })).toEqual(['乙 2024Q1', '乙 2024Q2']);
    expect(names({ periods: [q1] })).toEqual(['甲 2024Q1', '乙 2024Q1']);
    expect(names({ periods: [year], units: new Set(['甲']) })).toEqual(['甲 2024Q1', '甲 2024Q2']);
    expect(names({ units: new Set(['丙']) })).toEqual([]);
  });
});

describe('what was not reported is not 0', () => {
  test('a blank cell makes the total unknown and says whose it is', () => {
    const source = totalOf([header, '甲,2024Q1,10,5', '乙,2024Q1,,50']);
    expect(source.count(flow)).toBeNull();
    expect(source.missing(flow)).toEqual([{ unit: '乙', period: parsePeriod('2024Q1') }]);
    expect(source.count(stock)).toBe(55);
    expect(source.missing(stock)).toEqual([]);
  });

  test('a reported 0 is added as 0', () => {
    expect(totalOf([header, '甲,2024Q1,10,5', '乙,2024Q1,0,0']).count(flow)).toBe(10);
  });

  test('a unit without a row for a period that others have makes the total unknown', () => {
    const source = totalOf(quarters.slice(0, -1));
    expect(source.count(flow)).toBeNull();
    expect(source.missing(flow).map(({ unit }) => unit)).toEqual(['乙']);
    const byPeriod = sourcesOf('period', quarters.slice(0, -1));
    expect(byPeriod.map(({ source: { count } }) => count(flow))).toEqual([110, null]);
  });

  test('a unit of a table that has no such column is not expected to report it', () => {
    const source = totalOf(['单位,实际审理', '甲,10'], ['单位,执法人员总数', '乙,50']);
    expect([source.count(flow), source.count(stock)]).toEqual([10, 50]);
  });

  test('what does not apply to one unit is left out; what applies to none does not apply', () => {
    const source = totalOf([header, '甲,2024,10,不适用', '乙,2024,不适用,不适用']);
    expect(source.count(flow)).toBe(10);
    expect(source.count(stock)).toBe('not-applicable');
  });

  test('a unit asked for one count of a rate but not for another leaves the rate unknown', () => {
    const corrected = '单位,期间,撤销,变更,确认违法,责令履行,实际审理';
    const source = totalOf([corrected, '甲,2024,1,0,0,0,10'], ['单位,期间,实际审理', '乙,2024,20']);
    // Each count by itself is what it is: 1 of 甲, 30 of both. 1 ÷ 30 would be no rate of anybody.
    expect([source.count('reconsiderationRevoked'), source.count(flow)]).toEqual([1, 30]);
    const together = source.forMetric('reconsiderationCorrectionRate');
    expect(together.count('reconsiderationRevoked')).toBeNull();
    expect(together.missing('reconsiderationRevoked')).toEqual([{ unit: '乙', period: null }]);
    expect(together.count(flow)).toBe(30);
  });

  test('counts of a rate that have no unit in common are each of their own', () => {
    const bureau = ['单位,期间,复议受理', '司法局,2024,10'];
    const court = ['单位,期间,一审诉讼受理', '法院,2024,5'];
    const source = totalOf(bureau, court).forMetric('reconsiderationToLitigationRatio');
    expect(source.count('reconsiderationAccepted')).toBe(10);
    expect(source.count('firstInstanceAccepted')).toBe(5);
  });

  test('what one side of a rate does not apply to adds nothing to the other', () => {
    const lost = '单位,期间,败诉,被提起行政诉讼';
    const source = totalOf([lost, '甲,2024,1,10', '乙,2024,不适用,20']).forMetric(
      'litigationLossRate',
    );
    expect(source.count('litigationBrought')).toBe(10);
  });

  test('a count that no table has is unknown and nobody is blamed', () => {
    const source = totalOf(quarters);
    expect(source.count('hotlineCases')).toBeNull();
    expect(source.missing('hotlineCases')).toEqual([]);
  });
});

test('a file that holds only a total is not added to the units of another file', () => {
  const units = ['单位,期间,实际审理', '甲,2024,10', '乙,2024,20'];
  const total = ['单位,期间,实际审理', '合计,2024,30'];
  const { dataset, issues } = datasetOf(units, total);
  const known = grouped(dataset, 'total')[0]?.source.count(flow);
  // Either the total is set aside (30), or the run is refused with an issue; 60 is neither's number of cases.
  expect(issues.length > 0 || known === 30, `total ${known}`).toBe(true);
});

describe('published rates', () => {
  const rates = ['单位,期间,复议纠错率', '甲,2024Q1,10%', '甲,2024Q2,20%', '乙,2024Q1,30%'];
  const metric = 'reconsiderationCorrectionRate';

  test('speak for the one row that states them, never for a group of rows', () => {
    const values = (by: Grouping) =>
      sourcesOf(by, rates).map(({ source }) => source.reported(metric));
    expect(values('unit,period')).toEqual([fraction(1n, 10n), fraction(1n, 5n), fraction(3n, 10n)]);
    expect(values('total')).toEqual([null]);
    expect(values('unit')).toEqual([null, fraction(3n, 10n)]);
  });

  test('of the year speak for the year, beside those of its quarters', () => {
    const [only] = sourcesOf('unit', ['单位,期间,复议纠错率', '甲,2024,15%', '甲,2024Q1,10%']);
    expect(only?.source.reported(metric)).toEqual(fraction(3n, 20n));
  });
});
