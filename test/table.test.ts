import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import { type TableData, valueAt } from '../src/validate/table.ts';
import { nameOf, problemsOf, readSheet, rowsOf, tableOf } from './support/sheets.ts';

const revoked = (value: unknown) => ({ reconsiderationRevoked: value });
const both = (first: unknown, second: unknown) => ({
  reconsiderationRevoked: first,
  reconsiderationHeard: second,
});

describe('a wide sheet', () => {
  test('is one row a unit and period; blank, 0 and 不适用 stay three things', () => {
    const table = tableOf([
      '单位,期间,撤销,实际审理',
      '甲,2024Q1,0,10',
      '甲,2024Q2,,10',
      '乙,2024Q1,不适用,—',
    ]);
    expect(rowsOf(table)).toEqual([
      ['甲', '2024Q1', both(0, 10)],
      ['甲', '2024Q2', both(null, 10)],
      ['乙', '2024Q1', both('not-applicable', null)],
    ]);
    expect([...table.units]).toEqual(['甲', '乙']);
  });

  test('as official sheets have it: title lines, a units row, blank rows, a footnote', () => {
    const { table, facts, issues } = readSheet([
      '附件1,,,',
      '西城区行政复议情况统计表,,,',
      '填报单位：区司法局,,2024年第三季度,',
      ',,,',
      '序号,单位,撤销（件）,实际审理（件）',
      ',,件,件',
      '1,德胜街道,3,12',
      ',,,',
      '2,金融街街道,１,２０',
      '',
      '注：数据截至9月30日。',
    ]);
    expect(issues).toEqual([]);
    expect(nameOf(facts?.period ?? null)).toBe('2024Q3');
    expect(rowsOf(table as TableData)).toEqual([
      ['德胜街道', '2024Q3', both(3, 12)],
      ['金融街街道', '2024Q3', both(1, 20)],
    ]);
  });

  test('without unit column takes the unit of the title', () => {
    const table = tableOf(['填报单位：区司法局,', '期间,撤销', '2024,3']);
    expect(rowsOf(table)).toEqual([['区司法局', '2024', revoked(3)]]);
  });

  test.each([
    ['季度', '第一季度', '2024Q1'],
    ['季度', '一季度', '2024Q1'],
    ['月份', '7月', '2024-07'],
    ['期间', '上半年', '2024H1'],
    ['期间', '2023年', '2023'],
  ])('takes the year of the title where the column %s says %s', (header, text, period) => {
    const table = tableOf(['2024年统计表,,', `单位,${header},撤销`, `甲,${text},3`]);
    expect(rowsOf(table)).toEqual([['甲', period, revoked(3)]]);
  });

  test('a bare 1 under 季度 is the first quarter or a problem, never January', () => {
    const { table, codes } = readSheet(['2024年统计表,,', '单位,季度,撤销', '甲,1,3']);
    if (codes.length > 0) return expect(codes).toEqual(['unreadable-period']);
    expect(table && rowsOf(table)).toEqual([['甲', '2024Q1', revoked(3)]]);
  });

  test('without any word of unit and period still is data', () => {
    expect(rowsOf(tableOf(['撤销,实际审理', '3,12']))).toEqual([['', null, both(3, 12)]]);
  });

  test('keeps a published rate beside its counts, with the text in which it was published', () => {
    const [row] = tableOf(['单位,撤销,复议纠错率（%）', '甲,3,7.20']).observations;
    expect(row?.columns.reported).toEqual(['reconsiderationCorrectionRate']);
    const place = { file: 'sheet.csv', line: 2, column: 3 };
    expect(row?.reported).toEqual([{ value: fraction(9n, 125n), text: '7.20%', place }]);
  });

  test('is read to its end when it is longer than the header is looked for', () => {
    const rows = Array.from({ length: 100 }, (_, index) => `街道${index},2024,${index}`);
    const table = tableOf(['单位,期间,撤销', ...rows]);
    expect(table.observations.map((row) => valueAt(row, 0))).toEqual([...rows.keys()]);
    expect(table.observations.map(({ line }) => line)).toEqual(
      [...rows.keys()].map((row) => row + 2),
    );
  });
});

describe('a long sheet', () => {
  test('is brought together by unit and period', () => {
    const table = tableOf([
      '单位,期间,指标,数值',
      '甲,2024,撤销,3',
      '乙,2024,撤销,0',
      '甲,2024,复议实际审理案件量（件）,12',
      '甲,2024,复议纠错率,25%',
    ]);
    expect(rowsOf(table)).toEqual([
      ['甲', '2024', both(3, 12)],
      ['乙', '2024', both(0, null)],
    ]);
    const place = { file: 'sheet.csv', line: 5, column: 4 };
    expect(table.observations[0]?.reported).toEqual([
      { value: fraction(1n, 4n), text: '25%', place },
    ]);
  });

  test('names each problem where it stands', () => {
    const header = '单位,期间,指标,数值';
    const bad = ['甲,2024,撤消,3', '甲,2024,撤销,三', '甲,某年,撤销,3', '甲,2024,变更,3'];
    expect(problemsOf([header, ...bad])).toEqual([
      '2:3 unknown-indicator',
      '3:4 not-a-number',
      '4:2 unreadable-period',
    ]);
    expect(problemsOf([header, '甲,2024,撤销,3', '甲,2024,复议撤销案件量,3'])).toEqual([
      '3:4 duplicate-value',
    ]);
  });

  test('sets its totals aside too', () => {
    const table = tableOf(['单位,指标,数值', '甲,撤销,3', '乙,撤销,4', '合计,撤销,7']);
    expect(rowsOf(table)).toEqual([
      ['甲', null, revoked(3)],
      ['乙', null, revoked(4)],
    ]);
    expect(table.totals).toHaveLength(1);
  });
});
