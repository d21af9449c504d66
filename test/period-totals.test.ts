import { describe, expect, test } from 'vitest';
import { datasetOf, readSheet, rowsOf, type Sheet, tableOf } from './support/sheets.ts';

const check = (sheet: Sheet) => datasetOf(sheet).issues;
const codes = (sheet: Sheet) => check(sheet).map(({ code }) => code);

describe('a total of a unit, named in the place of a period,', () => {
  const header = '单位,期间,撤销';
  const quarters = ['甲,2024Q1,3', '甲,2024Q2,4'];

  test.each(['合计', '全年', '累计', '小计', ' 合 计：', '总计', '全年合计'])(
    '%s is the sum of its periods, and not added in',
    (name) => {
      const sheet = (total: number) => [
        ...[header, ...quarters, `甲,${name},${total}`, '乙,2024Q1,5', '乙,2024Q2,6'],
      ];
      expect(codes([...sheet(7), `乙,${name},11`])).toEqual([]);
      const issues = check([...sheet(8), `乙,${name},11`]);
      expect(issues[0]?.place).toMatchObject({ line: 4, column: 3 });
      expect(issues[0]?.details).toMatchObject({ unit: '甲', stated: 8, sum: 7 });
      expect(rowsOf(tableOf(sheet(7))).map(([unit, period]) => [unit, period])).toEqual([
        ['甲', '2024Q1'],
        ['甲', '2024Q2'],
        ['乙', '2024Q1'],
        ['乙', '2024Q2'],
      ]);
    },
  );

  test('also where the rows of units do not stand together, and beside totals of units', () => {
    const sheet = (ofUnit: number, ofAll: number) => [
      ...[header, '甲,2024Q1,3', '乙,2024Q1,5', '合计,2024Q1,8', '甲,2024Q2,4', '乙,2024Q2,6'],
      ...['合计,2024Q2,10', '甲,合计,7', `乙,合计,${ofUnit}`, `合计,合计,${ofAll}`],
    ];
    expect(codes(sheet(11, 18))).toEqual([]);
    expect(codes(sheet(12, 18))).toEqual(['total-mismatch']);
    expect(codes(sheet(11, 36))).toEqual(['total-mismatch']);
  });

  test('of staff is not checked: heads do not add up over time', () => {
    const sheet = ['单位,期间,执法人员总数,撤销', '甲,2024Q1,3,1', '甲,2024Q2,4,1'];
    expect(codes([...sheet, '甲,合计,4,2'])).toEqual([]);
    expect(codes([...sheet, '甲,合计,4,3'])).toEqual(['total-mismatch']);
  });

  test('of each half of a year and of all of it is of the months it sums up', () => {
    const sheet = (second: number, all: number) => [
      ...[header, ...quarters, '甲,上半年小计,7', '甲,2024Q3,5', '甲,2024Q4,6'],
      ...[`甲,下半年小计,${second}`, `甲,全年,${all}`],
    ];
    expect(codes(sheet(11, 18))).toEqual([]);
    expect(codes(sheet(12, 18))).toEqual(['total-mismatch']);
    expect(codes(sheet(11, 36))).toEqual(['total-mismatch']);
  });

  test('of each of two years is of its year; a half-year and its quarters do not count twice', () => {
    const years = (second: number) => [
      ...[header, '甲,2023Q1,1', '甲,2023Q2,1', '甲,合计,2', ...quarters, `甲,合计,${second}`],
    ];
    expect(codes(years(7))).toEqual([]);
    const [issue] = check(years(8));
    expect(issue?.details).toMatchObject({ stated: 8, sum: 7 });
    const nested = [header, ...quarters, '甲,2024H1,7', '甲,2024年7月,2'];
    expect(codes([...nested, '甲,合计,9'])).toEqual([]);
    expect(codes([...nested, '甲,合计,16'])).toEqual(['total-mismatch']);
  });

  test('blank rows are taken as anywhere', () => {
    expect(codes([header, ...quarters, '甲,2024Q3,', '甲,合计,9'])).toEqual([]);
    expect(codes([header, ...quarters, '甲,2024Q3,', '甲,合计,6'])).toEqual(['total-mismatch']);
  });

  test('in a long table it is one as well', () => {
    const sheet = (total: number) => [
      '单位,期间,指标,数值',
      ...['甲,2024Q1,撤销,3', '甲,2024Q2,撤销,4', `甲,合计,撤销,${total}`],
    ];
    expect(codes(sheet(7))).toEqual([]);
    expect(codes(sheet(8))).toEqual(['total-mismatch']);
  });

  test('without rows of the unit it is a period that cannot be read', () => {
    const issues = check([header, ...quarters, '乙,全年,7']);
    expect(issues.map(({ code }) => code)).toEqual(['unreadable-period']);
    expect(issues[0]?.place).toMatchObject({ line: 4, column: 2 });
    expect(codes([header, '甲,全年,7', '乙,全年,8'])).toEqual([
      'unreadable-period',
      'unreadable-period',
    ]);
    expect(codes(['期间,撤销', '全年,7'])).toEqual(['unreadable-period']);
    expect(codes(['期间,撤销', '2024Q1,3', '2024Q2,4', '全年,8'])).toEqual(['total-mismatch']);
    const unnamed = check(['期间,撤销', '2024Q1,3', '2024Q2,4', '全年,8']);
    expect(unnamed[0]?.details).toMatchObject({ unit: '全年', stated: 8, sum: 7 });
    // 1-6月 of which year is not said.
    expect(readSheet([header, ...quarters, '甲,1-6月累计,7']).codes).toEqual(['unreadable-period']);
  });

  test.each([
    ['合计,全年,7', 'unreadable-period'],
    ['合计,合计,7', 'unreadable-period'],
    ['甲,全年,7', 'unreadable-period'],
    ['合计,,7', 'blank-period'],
    ['甲,,7', 'blank-period'],
  ])('it does not say of when it speaks where it is all there is: %s', (row, code) => {
    for (const sheet of [
      [header, row],
      ['单位,期间,指标,数值', row.replace(/\d/, '撤销,$&')],
    ]) {
      const { issues } = readSheet(sheet);
      const found = issues.length > 0 ? issues : check(sheet);
      expect(found.map(({ code, place }) => [code, place.line, place.column])).toEqual([
        [code, 2, 2],
      ]);
    }
  });

  test('where totals of units are all there is, it is of theirs', () => {
    const sheet = (all: number) => [header, '合计,2024Q1,3', '合计,2024Q2,4', `合计,全年,${all}`];
    expect(codes(sheet(7))).toEqual([]);
    expect(codes(sheet(8))).toEqual(['total-mismatch']);
    expect(rowsOf(datasetOf(sheet(7)).dataset.tables[0] as never)).toHaveLength(2);
  });
});

describe('totals of one name in a long table', () => {
  const header = '单位,期间,指标,数值';
  const rows = ['甲,2024,撤销,3', '乙,2024,撤销,4'];

  test('are each held against the rows they sum up, as in a wide one', () => {
    const twice = (last: number) => [...rows, '合计,2024,撤销,7', `合计,2024,撤销,${last}`];
    expect(codes([header, ...twice(7)])).toEqual([]);
    const issues = check([header, ...twice(8)]);
    expect(issues.map(({ code, place }) => [code, place.line])).toEqual([['total-mismatch', 5]]);
    const wide = ['单位,期间,撤销', '甲,2024,3', '乙,2024,4', '合计,2024,7'];
    expect(codes([...wide, '合计,2024,7'])).toEqual([]);
    expect(codes([...wide, '合计,2024,8'])).toEqual(['total-mismatch']);
    // Nothing but totals is the data, and says it twice.
    expect(codes([header, '合计,2024,撤销,7', '合计,2024,撤销,7'])).toEqual(['duplicate-row']);
  });

  test('may be of one block of rows each, whatever order indicators come in', () => {
    const blocks = (indicator: string, second: number) => [
      ...[`甲,2024,${indicator},3`, `乙,2024,${indicator},4`, `小计,2024,${indicator},7`],
      ...[`丙,2024,${indicator},5`, `丁,2024,${indicator},6`, `小计,2024,${indicator},${second}`],
    ];
    const sheet = (second: number) => [header, ...blocks('撤销', 11), ...blocks('变更', second)];
    expect(codes(sheet(11))).toEqual([]);
    const issues = check(sheet(12));
    expect(issues.map(({ code, place }) => [code, place.line])).toEqual([['total-mismatch', 13]]);
  });

  test('another value of a unit is still one too many', () => {
    expect(readSheet([header, ...rows, '甲,2024,撤销,3']).codes).toEqual(['duplicate-value']);
  });
});
