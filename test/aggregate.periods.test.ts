import { describe, expect, test } from 'vitest';
import type { Grouping } from '../src/aggregate/grouping.ts';
import { type Exact, fraction, quotientValue } from '../src/exact/exact.ts';
import { evaluate } from '../src/formula/evaluate.ts';
import { parsePeriod } from '../src/period/period.ts';
import { grouped, sourcesOf, totalOf } from './support/groups.ts';
import { catalogue, datasetOf, type Sheet } from './support/sheets.ts';

const flow = 'reconsiderationHeard';
const stock = 'enforcementStaff';
const header = '单位,期间,实际审理,执法人员总数';

describe('a period is not added to the periods inside it', () => {
  const nested = [
    header,
    '甲,2024,100,9',
    '甲,2024Q1,20,5',
    '甲,2024Q2,20,6',
    '甲,2024Q3,30,7',
    '甲,2024Q4,30,9',
  ];

  test('a year with its quarters is the year', () => {
    const [only] = sourcesOf('unit', nested);
    expect(only?.name).toBe('甲 2024');
    expect([only?.source.count(flow), only?.source.count(stock)]).toEqual([100, 9]);
  });

  test('one unit may state the year and another its quarters', () => {
    const yearOnly = [
      header,
      '甲,2024,100,9',
      ...nested.slice(2).map((row) => row.replace('甲', '乙')),
    ];
    // 100 + (20 + 20 + 30 + 30) cases; 9 + 9 people at the end of the year.
    expect(totalOf(yearOnly).count(flow)).toBe(200);
    expect(totalOf(yearOnly).count(stock)).toBe(18);
  });

  test('all units together have a year that one states and another makes up in quarters', () => {
    const mixed = [
      header,
      '甲,2024,100,9',
      ...nested.slice(2).map((row) => row.replace('甲', '乙')),
    ];
    const [year, first] = sourcesOf('period', mixed);
    expect([year?.name, first?.name]).toEqual(['all 2024', 'all 2024Q1']);
    // As in the total: 100 + (20 + 20 + 30 + 30) cases; 9 + 9 people.
    expect([year?.source.count(flow), year?.source.count(stock)]).toEqual([200, 18]);
    // Of the quarter 甲 says nothing.
    expect(first?.source.count(flow)).toBeNull();
    expect(first?.source.missing(flow).map(({ unit }) => unit)).toEqual(['甲']);
  });

  test('quarters that leave one out make up no year', () => {
    const [year] = sourcesOf('period', [
      header,
      '甲,2024,100,9',
      '乙,2024Q1,20,5',
      '乙,2024Q4,20,5',
    ]);
    expect(year?.source.count(flow)).toBeNull();
    expect(year?.source.missing(flow)).toEqual([{ unit: '乙', period: null }]);
  });

  test('a blank in a quarter leaves the year unknown, and is the place to look', () => {
    const blank = nested.slice(2).map((row) => row.replace('甲', '乙').replace('Q2,20', 'Q2,'));
    const [year] = sourcesOf('period', [header, '甲,2024,100,9', ...blank]);
    expect(year?.source.missing(flow)).toEqual([{ unit: '乙', period: parsePeriod('2024Q2') }]);
  });

  test('overlapping periods cannot be added: the total is unknown', () => {
    const source = totalOf([header, '甲,2024年1-9月,30,5', '甲,2024H2,20,5']);
    expect(source.count(flow)).toBeNull();
    // 5 people at the end of the year are not a matter of adding.
    expect([source.missing(flow), source.missing(stock)]).toEqual([
      [{ unit: '甲', period: null, overlapping: true }],
      [],
    ]);
  });

  test.each<[string, Grouping, Sheet, string, unknown]>([
    [
      'of one unit those of another, in part',
      'total',
      ['甲,2024H1,30,5', '乙,2024年4-9月,20,5', '丙,2024H1,1,1'],
      'all 2024-01/2024-09',
      ['甲', '乙', '丙'].map((unit) => ({ unit, period: null, overlapping: true })),
    ],
    [
      'the period that another unit states, in part',
      'period',
      ['甲,2024H1,30,5', '乙,2024年4-9月,20,5'],
      'all 2024-04/2024-09',
      [{ unit: '甲', period: null, overlapping: true }],
    ],
    // Who states the year has not said anything of the half: that is no overlap in part.
    [
      'nothing, but one contains the other',
      'period',
      ['甲,2024,30,5', '乙,2024H1,20,5'],
      'all 2024H1',
      [{ unit: '甲', period: null }],
    ],
    [
      'nothing, but a quarter is not there',
      'total',
      ['甲,2024Q1,30,5', '甲,2024Q2,30,5', '乙,2024,20,5'],
      'all 2024',
      [{ unit: '甲', period: null }],
    ],
  ])('periods that overlap %s', (_, by, rows, name, expected) => {
    const found = sourcesOf(by, [header, ...rows]).find((group) => group.name === name);
    expect(found?.source.missing(flow)).toEqual(expected);
  });

  test('quarterly cases and yearly staff, from two files, meet in the year', () => {
    const cases = [
      '单位,期间,实际审理',
      ...['1,20', '2,20', '3,30', '4,30'].map((row) => `甲,2024Q${row}`),
    ];
    const source = totalOf(cases, ['单位,期间,执法人员总数', '甲,2024,9']);
    expect([source.count(flow), source.count(stock)]).toEqual([100, 9]);
  });
});

describe('looking back and into parts', () => {
  const years = [
    '单位,期间,行政检查',
    '甲,2022,214',
    '甲,2023,300',
    '乙,2022,6',
    '乙,2023,30',
    '甲,2023Q1,70',
    '甲,2022Q1,40',
  ];
  const inspections = 'administrativeInspections';

  test.each<[Grouping, string, Exact | null]>([
    ['unit,period', '甲 2023', 214],
    ['unit,period', '甲 2023Q1', 40],
    ['unit,period', '甲 2022', null],
    ['period', 'all 2023', 220],
  ])('by %s: a year before %s', (by, name, expected) => {
    const found = sourcesOf(by, years).find((group) => group.name === name);
    expect(found?.source.priorYear()?.count(inspections) ?? null).toBe(expected);
  });

  test('a unit that did not exist in the year before makes that year unknown', () => {
    const [, later] = sourcesOf('period', [
      '单位,期间,行政检查',
      '甲,2022,5',
      '甲,2023,6',
      '乙,2023,7',
    ]);
    expect(later?.source.priorYear()?.count(inspections)).toBeNull();
  });

  describe('the year before is made of the periods that cover it', () => {
    const quarters = (year: number) =>
      [10, 20, 30, 40].map((value, index) => `甲,${year}Q${index + 1},${value},${index}`);
    const head = '单位,期间,行政检查,执法人员总数';
    const before = (by: Grouping, name: string, rows: Sheet) => {
      const found = sourcesOf(by, [head, ...rows]).find((group) => group.name === name);
      const earlier = found?.source.priorYear();
      return [earlier?.count(inspections) ?? null, earlier?.count(stock) ?? null];
    };

    test.each<[string, Grouping, string, Sheet, (Exact | null)[]]>([
      // 10 + 20 + 30 + 40 inspections; 3 people in the last quarter.
      ['quarters', 'unit,period', '甲 2024', [...quarters(2023), '甲,2024,9,9'], [100, 3]],
      [
        'half of them in a half',
        'unit,period',
        '甲 2024',
        [...quarters(2023).slice(0, 2), '甲,2023H2,5,8', '甲,2024,9,9'],
        [35, 8],
      ],
      [
        'one quarter short',
        'unit,period',
        '甲 2024',
        [...quarters(2023).slice(1), '甲,2024,9,9'],
        [null, null],
      ],
      [
        'a year too long for a quarter',
        'unit,period',
        '甲 2024Q1',
        ['甲,2023,9,9', '甲,2024Q1,1,1'],
        [null, null],
      ],
      [
        'each unit by its own',
        'period',
        'all 2024',
        [...quarters(2023), '乙,2023,7,7', '甲,2024,9,9', '乙,2024,9,9'],
        [107, 10],
      ],
    ])('%s', (_, by, name, rows, expected) => {
      expect(before(by, name, rows)).toEqual(expected);
    });

    test('this year in quarters, the last as one figure', () => {
      const { dataset } = datasetOf([head, '甲,2023,90,9', ...quarters(2024)]);
      const year = { start: 2024 * 12, end: 2024 * 12 + 11 };
      const [only] = grouped(dataset, 'unit', { periods: [year] });
      expect(only?.name).toBe('甲 2024');
      expect(only?.source.priorYear()?.count(inspections)).toBe(90);
    });
  });

  test('the mean of a year is over its months, and over all of them', () => {
    const months = (upTo: number) => [
      '单位,期间,诉求总量,响应诉求',
      // 1/10, 2/10, … responded: the mean of the first n is (1 + … + n) / 10 n = (n + 1) / 20.
      ...Array.from(
        { length: upTo },
        (_, index) => `甲,2024-${String(index + 1).padStart(2, '0')},10,${index + 1}`,
      ),
    ];
    const meanOf = (...sheets: Sheet[]) => {
      const [only] = sourcesOf('unit', ...sheets);
      if (only === undefined) throw new Error('no group');
      const id = 'meanMonthlyHotlineResponseRate';
      return evaluate(id, catalogue.formulaOf(id), only.source, catalogue.formulaOf);
    };
    const mean = meanOf(months(6));
    expect(mean.known && quotientValue(mean)).toEqual(fraction(7n, 20n));
    expect(meanOf(months(1))).toMatchObject({ known: false, reason: { code: 'no-parts' } });
    const halfAndMonths = [...months(3).slice(0, 1), '甲,2024Q3,10,5'];
    expect(meanOf(months(3), halfAndMonths)).toMatchObject({ known: false });
  });
});

describe('the period of a group', () => {
  test.each([
    [['2024Q1', '2024Q2'], '甲 2024H1'],
    [['2023', '2024'], '甲 2023-01/2024-12'],
    [['2024', '2024Q3'], '甲 2024'],
    // The run from January to September would take in a quarter that nobody spoke of.
    [['2024Q1', '2024Q3'], '甲 no period'],
    [['2023', '2025'], '甲 no period'],
  ])('of %j is %s', (periods, name) => {
    const rows = periods.map((period) => `甲,${period},1,1`);
    expect(sourcesOf('unit', [header, ...rows]).map((group) => group.name)).toEqual([name]);
  });

  test('of one month has no mean of months, however many units it has', () => {
    const responses = ['单位,期间,诉求总量,响应诉求', '甲,2024-07,10,5', '乙,2024-07,10,9'];
    const id = 'meanMonthlyHotlineResponseRate';
    const outcomes = sourcesOf('period', responses).map(({ source }) =>
      evaluate(id, catalogue.formulaOf(id), source, catalogue.formulaOf),
    );
    expect(outcomes).toEqual([{ known: false, reason: { code: 'no-parts', over: 'month' } }]);
  });
});
