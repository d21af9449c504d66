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
    ['in the middle', ['单位,期间,撤销,,变更', '甲,2024Q1,60,77,3', '乙,2024Q1,5,8,1'], ['2:4']],
    ['at the end', ['单位,期间,撤销,变更,', '甲,2024Q1,60,3,', '乙,2024Q1,5,1,附注'], ['3:5']],
    [
      'where units should stand',
      ['填报单位：区司法局,,', ',期间,撤销', '德胜街道,2024Q1,61'],
      ['3:1'],
    ],
    ['of more than one', [',,单位,撤销,变更', '7,,甲,60,3', '8,9,乙,5,1'], ['2:1', '3:2']],
    ['of a long table', ['单位,期间,指标,数值,', '甲,2024Q1,撤销,60,7'], ['2:5']],
    ['of which only a measure is said', ['单位,撤销,（人）', '甲,60,7'], ['2:3']],
    ['in a total', [',单位,撤销', ',甲,60', '7,合计,60'], ['3:1']],
  ])('what stands in a column without a name is not passed over: %s', (_, lines, places) => {
    expect(problemsOf(lines)).toEqual(places.map((place) => `${place} nameless-column`));
    const { issues } = readSheet(lines);
    const [line = 0, column = 0] = (places[0] as string).split(':').map(Number);
    expect(issues[0]?.details).toEqual({ text: lines[line - 1]?.split(',')[column - 1] });
  });

  test.each([
    ['with nothing in it', ['单位,撤销,,变更,', '甲,3,,1,', '乙,4, ,1,\u3000'], 2],
    ['with rows of units and numbers of columns', ['单位,撤销,', ',件,件', '栏次,1,2', '甲,3,'], 1],
    [
      'with notes, signatures and seals',
      ['单位,撤销,', '甲,3,', '注：含结转,,见附表', ',,（盖章）'],
      1,
    ],
    ['with 合计 in it', [',单位,撤销', ',甲,3', '合计,,3'], 1],
  ])('a column without a name is none %s', (_, lines, rows) => {
    expect(rowsOf(tableOf(lines))).toHaveLength(rows);
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

  test.each([
    '联系电话,13800000000,',
    '审核人,张三,',
    '填表日期,45383,',
    '单位负责人,张三,',
    '报送时间：2024年12月,,',
    '2024年12月31日,,',
    ',,2024-12-31',
    '（盖章）,,',
    '第1页 共2页,,',
  ])('what is written below a table is no unit: %s', (row) => {
    expect(rowsOf(tableOf(['单位,撤销,变更', '甲,3,1', row]))).toEqual([
      ['甲', null, { reconsiderationRevoked: 3, reconsiderationAltered: 1 }],
    ]);
    const dated = tableOf(['单位,期间,撤销', '甲,2024,3', row]);
    expect(rowsOf(dated)).toEqual([['甲', '2024', revoked(3)]]);
  });

  test('a unit that reported nothing stays one', () => {
    const { units } = tableOf(['单位,撤销,变更', '甲,3,1', '*乙街道,,', '时间博物馆,,']);
    expect([...units]).toEqual(['甲', '*乙街道', '时间博物馆']);
  });
});

describe('of a header of several rows', () => {
  const both = { reconsiderationRevoked: 3, reconsiderationAltered: 1 };

  test('cells merged downwards hold for their column', () => {
    const sheet = ['单位,期间,复议结果,', ',,撤销,变更', '甲,2024Q1,3,1', '乙,2024Q1,3,1'];
    const rows = [
      ['甲', '2024Q1', both],
      ['乙', '2024Q1', both],
    ];
    expect(rowsOf(tableOf(sheet))).toEqual(rows);
    expect(rowsOf(tableOf(['2024年情况,,,', ...sheet]))).toEqual(rows);
    const deeper = ['单位,期间,行政复议,', ',,纠错,', ',,撤销,变更', '甲,2024Q1,3,1'];
    expect(rowsOf(tableOf(deeper))).toEqual(rows.slice(0, 1));
    const counts = ['单位,变更,复议结果,', ',,撤销,维持情况', '甲,1,3,1'];
    expect(problemsOf(counts)).toContain('1:3 unknown-header');
  });

  test('the same count of two years is not read as one', () => {
    expect(problemsOf(['单位,2023年,2024年', ',撤销,撤销', '甲,3,1'])).toEqual([
      '2:3 duplicate-column',
    ]);
  });
});
