import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePeriods,
  contains,
  grainOf,
  oneYearEarlier,
  overlaps,
  type Period,
  parsePeriod,
  periodId,
  periodLabel,
} from '../src/period/period.ts';

/** First and last month, "2024-07". A month is year × 12 + month − 1, as the module's first comment says. */
const run = (first: string, last = first): Period => {
  const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
  return { start: month(first), end: month(last) };
};

const year = run('2024-01', '2024-12');
const third = run('2024-07', '2024-09');
const firstHalf = run('2024-01', '2024-06');
const july = run('2024-07');

describe('a period is read in every common writing', () => {
  test.each<[string, Period]>([
    ['2024', year],
    ['2024年', year],
    ['2024年度', year],
    ['２０２４年', year],
    [' 2024 年 ', year],
    ['2024Q3', third],
    ['2024q3', third],
    ['2024-Q3', third],
    ['2024年第三季度', third],
    ['2024年三季度', third],
    ['2024年3季度', third],
    ['2024年第3季度', third],
    ['２０２４年 第３季度', third],
    ['2024年度第三季度', third],
    ['2024H1', firstHalf],
    ['2024h1', firstHalf],
    ['2024年上半年', firstHalf],
    ['2024\u3000上半年', firstHalf],
    ['2024H2', run('2024-07', '2024-12')],
    ['2024年下半年', run('2024-07', '2024-12')],
    ['2024-07', july],
    ['2024年7月', july],
    ['2024年07月', july],
    ['2024年7月份', july],
    ['２０２４年７月', july],
    ['2024/7', july],
    ['2024.07', july],
    ['2024.7', july],
    ['2024.01', run('2024-01')],
    ['2024.1月', run('2024-01')],
    ['2024.10', run('2024-10')],
    ['2024-1', run('2024-01')],
    ['2024-12', run('2024-12')],
    ['2024年1-9月', run('2024-01', '2024-09')],
    ['2024年1—9月', run('2024-01', '2024-09')],
    ['2024年1～9月', run('2024-01', '2024-09')],
    ['2024年1月至9月', run('2024-01', '2024-09')],
    ['2024-01/2024-09', run('2024-01', '2024-09')],
    ['2020-2022年', run('2020-01', '2022-12')],
    ['2020年至2022年', run('2020-01', '2022-12')],
    ['2023年11月至2024年2月', run('2023-11', '2024-02')],
  ])('%s', (text, period) => expect(parsePeriod(text)).toEqual(period));

  test.each([
    '',
    '第三季度',
    '24年',
    '2024Q5',
    '2024Q0',
    '2024H3',
    '2024-13',
    '2024-00',
    '2024年13月',
    '2024年9-1月',
    '2022-2020年',
    '2024-09/2024-01',
    '2024年第五季度',
    '2024/7/1',
    '2024年7月1日',
    '2024-07-01',
    '1824',
    '20245',
    '202407',
    '全年',
    '合计',
    '2024年?',
    '2024 or 2025',
    // January, or October that a spreadsheet has kept as the number 2024.1.
    '2024.1',
    '２０２４．１',
  ])('"%s" is no period', (text) => expect(parsePeriod(text)).toBeNull());
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 1900 * 12, max: 2099 * 12 + 11 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, 2099 * 12 + 11) }));

describe('names of periods', () => {
  test('the id of any run of months reads back as that run, and so does its Chinese label', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(periodId(period))).toEqual(period);
        expect(parsePeriod(periodLabel(period))).toEqual(period);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [year, '2024', '2024年', 'year'],
    [run('2024-07', '2024-12'), '2024H2', '2024年下半年', 'half'],
    [third, '2024Q3', '2024年第三季度', 'quarter'],
    [july, '2024-07', '2024年7月', 'month'],
    [run('2024-12'), '2024-12', '2024年12月', 'month'],
    [run('2024-01', '2024-09'), '2024-01/2024-09', '2024年1-9月', null],
    // Three, six and twelve months that are no quarter, half or year of the calendar.
    [run('2024-02', '2024-04'), '2024-02/2024-04', '2024年2-4月', null],
    [run('2024-04', '2024-09'), '2024-04/2024-09', '2024年4-9月', null],
    [run('2023-07', '2024-06'), '2023-07/2024-06', '2023年7月至2024年6月', null],
    [run('2020-01', '2022-12'), '2020-01/2022-12', '2020-2022年', null],
  ])('%o is %s, %s', (period, id, label, grain) => {
    expect(periodId(period)).toBe(id);
    expect(periodLabel(period)).toBe(label);
    expect(grainOf(period)).toBe(grain);
  });
});

describe('order and nesting', () => {
  test('a year comes before its halves, quarters and months, and these by their beginning', () => {
    const names = ['2024', '2024H1', '2024Q1', '2024-01', '2024-02', '2024Q2', '2024H2', '2025'];
    const shuffled = ['2024Q2', '2025', '2024-02', '2024H2', '2024-01', '2024', '2024Q1', '2024H1'];
    const sorted = shuffled.map((name) => parsePeriod(name) as Period).sort(comparePeriods);
    expect(sorted.map(periodId)).toEqual(names);
  });

  test.each([
    // outer, inner, contains, overlaps
    ['2024', '2024Q3', true, true],
    ['2024', '2024', true, true],
    ['2024Q3', '2024-09', true, true],
    ['2024Q3', '2024-10', false, false],
    ['2024Q3', '2024', false, true],
    ['2024H1', '2024-06', true, true],
    ['2024H1', '2024-07', false, false],
    ['2024', '2025', false, false],
    ['2024年1-9月', '2024H2', false, true],
  ])('%s against %s', (outer, inner, holds, meets) => {
    const [left, right] = [parsePeriod(outer) as Period, parsePeriod(inner) as Period];
    expect(contains(left, right)).toBe(holds);
    expect(overlaps(left, right)).toBe(meets);
    expect(overlaps(right, left)).toBe(meets);
  });

  test.each([
    ['2024', '2023'],
    ['2024Q1', '2023Q1'],
    ['2024-12', '2023-12'],
    ['2022-2024年', '2021-01/2023-12'],
  ])('one year before %s is %s', (later, earlier) => {
    expect(periodId(oneYearEarlier(parsePeriod(later) as Period))).toBe(earlier);
  });
});
