import { describe, expect, test } from 'vitest';
import { createDataset, entryCount } from '../src/validate/dataset.ts';
import { problemsOf, readSheet, rowsOf, tableOf } from './support/sheets.ts';

const revoked = (value: unknown) => ({ reconsiderationRevoked: value });

describe('a bad sheet', () => {
  test('tells all its problems at once, each with line and column', () => {
    const lines = [
      '单位,期间,撤销,撤消,实际审理',
      '甲,2024,-1,0,12.5',
      ',2024,1,0,9',
      '乙,,1,0,9',
      '丙,2024Q5,约3,0,9',
      '丁,2024,1',
      '戊,2024,1,0,9,7',
    ];
    expect(problemsOf(lines).sort()).toEqual([
      '1:4 unknown-header',
      '2:3 negative-count',
      '2:5 fractional-count',
      '3:1 blank-unit',
      '4:2 blank-period',
      '5:2 unreadable-period',
      '5:3 approximate-number',
      '6:3 short-row',
      '7:6 extra-cell',
    ]);
  });

  test('a cell problem quotes the cell and names the count', () => {
    const [found] = readSheet(['单位,撤销', '甲,2230余件']).issues;
    expect(found?.details).toEqual({ text: '2230余件', term: 'reconsiderationRevoked' });
  });

  test.each([
    '其中：街道',
    '上年同期',
    '去年',
    '同期',
    '较上年',
    '比上年增加',
    '占全区比重',
    '中位数',
    '平均',
    '平均值',
    '同比（%）',
    '占比',
    '街道平均：',
  ])('a row called %s would count other rows twice, and is refused', (name) => {
    expect(problemsOf(['单位,撤销', '甲,3', `${name},1`])).toEqual(['3:1 no-unit']);
  });

  test.each([
    ['numbers', '栏次,1'],
    ['a unit in words, and numbers', '（件）,件\n栏次,1'],
  ])('%s under the header are no row of data', (_, rows) => {
    expect(rowsOf(tableOf(['单位,撤销', ...rows.split('\n'), '甲,3']))).toEqual([
      ['甲', null, revoked(3)],
    ]);
  });

  test('a note goes on in the lines under it', () => {
    const notes = ['注：1.本表由区司法局填报,', '2.数据截至2024年12月31日,', '（三）含结转。,'];
    expect(rowsOf(tableOf(['单位,撤销', '甲,3', ...notes]))).toEqual([['甲', null, revoked(3)]]);
    // Without a note above it is a unit that has not reported, however it is called.
    expect(rowsOf(tableOf(['单位,撤销', '甲,3', '2.乙,']))).toHaveLength(2);
  });

  test('cells beyond the header that are blank are no problem', () => {
    expect(rowsOf(tableOf(['单位,撤销', '甲,3,, ']))).toEqual([['甲', null, revoked(3)]]);
  });

  test.each([
    ['spaces', ' , , '],
    ['full-width spaces', '\u3000,\u3000,\u3000'],
    ['nothing', ',,'],
  ])('a row of %s is blank, not a row without unit', (_, blank) => {
    expect(problemsOf(['单位,期间,撤销', '甲,2024,3', blank])).toEqual([]);
  });

  test.each([
    ['a note', '注：数据截至9月30日。,,'],
    ['signatures', '填表人：张三,审核人：李四,2024年10月8日'],
    ['signatures with blanks between', '制表人：张三,,负责人：李四'],
  ])('%s under the table is no row of data', (_, line) => {
    expect(problemsOf(['单位,期间,撤销', '甲,2024,3', line])).toEqual([]);
  });

  test('a sheet of which no line is a header says so and quotes its first line', () => {
    const { table, issues } = readSheet(['', '姓名,电话', '张三,123']);
    expect(table).toBeNull();
    expect(issues).toEqual([
      { code: 'no-header', place: { file: 'sheet.csv', line: 2 }, details: { text: '姓名,电话' } },
    ]);
  });

  test.each([
    ['nothing at all', []],
    ['blank lines', ['', ' ,']],
    ['a header alone', ['单位,撤销']],
  ])('%s holds no rows', (_, lines) => expect(readSheet(lines).codes).toEqual(['no-rows']));
});

describe('rows that state totals', () => {
  test.each(['合计', '总计', '小计', '合 计', '全区合计', '街道合计', '部门小计'])(
    '%s is set aside',
    (name) => {
      const table = tableOf(['单位,撤销', '甲,3', '乙,4', `${name},7`]);
      expect(rowsOf(table).map(([unit]) => unit)).toEqual(['甲', '乙']);
      expect([...table.units]).toEqual(['甲', '乙']);
    },
  );

  test.each(['合计办', '总计划科', '统计局'])('%s is a unit', (name) => {
    expect(tableOf(['单位,撤销', '甲,3', `${name},7`]).units.has(name)).toBe(true);
  });

  test('a total of all periods may leave its period blank', () => {
    expect(tableOf(['单位,期间,撤销', '甲,2024,3', '合计,,3']).totals).toHaveLength(1);
  });

  test('a table that holds nothing but its total is that total', () => {
    const { entries } = createDataset([tableOf(['单位,期间,撤销', '合计,2024,7'])]);
    expect(
      entries.map((entry) => [entry.unit, entryCount(entry, 'reconsiderationRevoked')]),
    ).toEqual([['合计', 7]]);
  });
});
