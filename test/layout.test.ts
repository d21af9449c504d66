import { describe, expect, test } from 'vitest';
import type { Issue } from '../src/issue/issue.ts';
import { parsePeriod } from '../src/period/period.ts';
import { readCsv } from '../src/read/csv.ts';
import { tableStream } from '../src/read/stream.ts';
import { type Column, isUnitsRow, layoutOf, meaningOf } from '../src/recognise/layout.ts';
import { periodInTitle, unitInTitle } from '../src/recognise/title.ts';
import { catalogue, problemsOf, readSheet, rowsOf, tableOf } from './support/sheets.ts';

const count = (id: string): Column => ({ kind: 'count', id });
const rate = (id: string, percentHeader = false): Column => ({
  kind: 'reported',
  id,
  percentHeader,
});

describe('a header is known', () => {
  test.each([
    ['by its label', '复议实际审理案件量'],
    ['by an alias', '实际审理'],
    ['by its English id', 'reconsiderationHeard'],
    ['by its id in any case', 'RECONSIDERATIONHEARD'],
    ['by its id in snake case', 'reconsideration_heard'],
    ['without 量', '复议实际审理案件'],
    ['without 案件量', '复议实际审理'],
    ['with 数', '复议实际审理数'],
    ['with 数量', '复议实际审理数量'],
    ['with 件数', '复议实际审理件数'],
    ['with a unit in brackets', '复议实际审理案件量(件)'],
    ['with a unit in full-width brackets', '复议实际审理案件量（件）'],
    ['with stray spaces', ' 复议 实际审理　案件量 （ 件 ）'],
    ['with a line break inside', '复议实际审理\n案件量'],
    ['in full-width letters', 'ｒｅｃｏｎｓｉｄｅｒａｔｉｏｎＨｅａｒｄ'],
  ])('%s: %s', (_, header) => {
    expect(meaningOf(header, catalogue)).toEqual(count('reconsiderationHeard'));
  });

  test.each([
    ['复议纠错率', rate('reconsiderationCorrectionRate')],
    ['复议纠错率（%）', rate('reconsiderationCorrectionRate', true)],
    ['复议纠错率 (％)', rate('reconsiderationCorrectionRate', true)],
    ['响应率', rate('hotlineResponseRate')],
    ['再诉讼比例', rate('relitigationRatio')],
    // A metric that is one count shares its name: the column holds the count.
    ['街道专职人民调解员', count('fullTimeStreetMediators')],
    ['街道专职人民调解员人数（名）', count('fullTimeStreetMediators')],
  ])('a published rate by its label: %s', (header, column) => {
    expect(meaningOf(header, catalogue)).toEqual(column);
  });

  test.each([
    ['单位', 'unit'],
    ['填报单位', 'unit'],
    ['单 位', 'unit'],
    ['街道', 'unit'],
    ['Unit', 'unit'],
    ['期间', 'period'],
    ['年度', 'period'],
    ['Period', 'period'],
    ['指标', 'indicator'],
    ['数值', 'value'],
    ['数值（件）', 'value'],
    ['序号', 'ignored'],
    ['备注', 'ignored'],
    ['', 'nameless'],
    [' \u3000', 'nameless'],
  ])('%s holds the %s', (header, kind) => expect(meaningOf(header, catalogue)).toEqual({ kind }));

  test.each([
    '复议撤消率',
    '撤销率',
    '数量',
    '2024',
    '-',
    'heard',
    // Names that every JavaScript object has.
    'constructor',
    '__proto__',
    'hasOwnProperty',
  ])('nobody knows "%s"', (header) => expect(meaningOf(header, catalogue)).toBeNull());
});

describe('a header row', () => {
  const layout = (headers: string[]) => {
    const issues: Issue[] = [];
    const found = layoutOf(
      headers,
      catalogue,
      (index) => ({ file: 'a.csv', line: 3, column: index + 1 }),
      (problem) => issues.push(problem),
    );
    return { kind: found.kind, kinds: found.columns.map(({ kind }) => kind), issues };
  };

  test('with a column a count is wide; with 指标 and 数值 it is long', () => {
    expect(layout(['单位', '期间', '撤销', '变更']).kind).toBe('wide');
    expect(layout(['单位', '期间', '指标', '数值']).kind).toBe('long');
  });

  test('an unknown header is a problem with its place and text, and its cells are not read', () => {
    const { kinds, issues } = layout(['单位', '复议撤消件', '撤销']);
    expect(kinds).toEqual(['unit', 'ignored', 'count']);
    expect(issues).toEqual([
      {
        code: 'unknown-header',
        place: { file: 'a.csv', line: 3, column: 2 },
        details: { text: '复议撤消件' },
      },
    ]);
  });

  test.each([
    ['an alias and a label', '撤销', '复议撤销案件量'],
    ['the same label twice', '撤销', '撤销'],
    ['an id and a label with a unit', 'reconsiderationRevoked', '撤销（件）'],
    ['two unit columns', '单位', '部门'],
    ['a published rate twice', '复议纠错率', '复议纠错率（%）'],
  ])('two columns for one thing are a problem: %s', (_, first, second) => {
    const { kinds, issues } = layout(['变更', first, second]);
    expect(kinds[2]).toBe('ignored');
    expect(issues).toEqual([
      {
        code: 'duplicate-column',
        place: { file: 'a.csv', line: 3, column: 3 },
        details: { text: second, name: first, first: 2 },
      },
    ]);
  });

  test('two columns that are ignored are no problem', () => {
    expect(layout(['序号', '单位', '撤销', '备注', '', '']).issues).toEqual([]);
  });
});

test.each([
  [['', '', '件', '件', '%'], true],
  [['', '', '（件）', '(人次)', '学时'], true],
  [['单位：', '', '件', '-'], true],
  [['', '', '-', '/'], false],
  [['', '', '', ''], false],
  [['德胜街道', '2024', '3', '件'], false],
  [['单位', '单位'], false],
])('%j: a row of units or not', (cells, expected) => expect(isUnitsRow(cells)).toBe(expected));

describe('a header that stands in a table once more', () => {
  const header = '单位,期间,撤销,实际审理';
  const pages = [
    [header, ',,件,件', '甲,2024Q1,1,10', '乙,2024Q1,2,20'],
    [header, ',,件,件', '丙,2024Q1,3,30'],
    // Files with a byte order mark, one behind the other.
    ['\ufeff单位,期间, 撤销,实际审理 ', '丁,2024Q1,4,40'],
  ];
  const whole = [header, '甲,2024Q1,1,10', '乙,2024Q1,2,20', '丙,2024Q1,3,30', '丁,2024Q1,4,40'];

  test('is passed over with the row of units under it', () => {
    expect(rowsOf(tableOf(pages.flat()))).toEqual(rowsOf(tableOf(whole)));
  });

  test.each(['\n', '\r\n'])('also where rows are read from bytes', async (lineEnd) => {
    const issues: Issue[] = [];
    const stream = tableStream('a.csv', catalogue, (found) => issues.push(found));
    const bytes = Buffer.from(pages.flat().join(lineEnd));
    await readCsv(bytes, ',', stream, () => undefined);
    const { table } = stream.finish() ?? {};
    expect(issues).toEqual([]);
    expect(table && rowsOf(table)).toEqual(rowsOf(tableOf(whole)));
    expect(table?.observations.map(({ line }) => line)).toEqual([3, 4, 7, 9]);
  });

  test('in a long table as well', () => {
    const long = ['单位,期间,指标,数值', '甲,2024Q1,撤销,1'];
    expect(rowsOf(tableOf([...long, '单位,期间,指标,数值', '乙,2024Q1,撤销,2']))).toEqual(
      rowsOf(tableOf([...long, '乙,2024Q1,撤销,2'])),
    );
  });

  test('another one is a problem', () => {
    expect(problemsOf([header, '甲,2024Q1,1,10', '单位,期间,实际审理,撤销'])).not.toEqual([]);
  });
});

describe('the lines above the header', () => {
  test.each([
    ['2024年行政复议情况统计表', '2024'],
    ['西城区2024年第三季度统计表', '2024Q3'],
    ['二〇二四年统计表（2024 年三季度）', '2024Q3'],
    ['2024年上半年', '2024H1'],
    ['2024年1-9月情况', '2024年1-9月'],
    ['２０２４年７月月报', '2024-07'],
    ['2020-2022年前三年度', '2020-2022年'],
    ['2024年1月至9月情况', '2024年1-9月'],
    ['2024年（1-6月）培训情况', '2024H1'],
    ['2024年行政复议情况（1—9月）', '2024年1-9月'],
    ['2024年Q1情况', '2024Q1'],
    ['2024年7月至2025年6月报表', '2024年7月至2025年6月'],
  ])('%s: the period is %s', (title, period) => {
    expect(periodInTitle([title])).toEqual(parsePeriod(period));
  });

  test.each([
    ['no period', ['行政复议情况统计表']],
    ['two periods', ['2023年与2024年对比']],
    ['two periods in two lines', ['2023年', '2024年']],
    ...[
      '2024年一季度至三季度',
      '2024年第一季度—第三季度情况',
      '2024年一季度、二季度',
      '2024年第一季度和第二季度',
      '2024年第一、二季度',
      '2024年上半年和下半年',
      '2024年1月、2月',
      '2024年累计至9月',
      '（截至2024年6月）',
      '2024年行政复议情况（截至9月）',
    ].map((title): [string, string[]] => [title, [title]]),
  ])('%s: none is taken', (_, titles) => {
    expect(periodInTitle(titles)).toBeNull();
  });

  test.each([
    ['2024年前三季度', '2024年1-9月'],
    ['2024年一至三季度', '2024年1-9月'],
    ['2024年1月1日至9月30日', '2024年1-9月'],
    ['2024年1月—9月', '2024年1-9月'],
  ])('%s is %s or nothing, never a longer or shorter period', (title, period) => {
    expect([null, parsePeriod(period)]).toContainEqual(periodInTitle([title]));
  });

  test.each(['填报日期：2025-01-05', '2025年1月5日填', '2025/1/5', '2025.01.05'])(
    'a day says nothing of the period: %s',
    (day) => {
      expect(periodInTitle(['2024年第一季度', day])).toEqual(parsePeriod('2024Q1'));
    },
  );

  test('a period named twice is one', () => {
    expect(periodInTitle(['2024年统计表', '2024年度'])).toEqual(parsePeriod('2024'));
  });

  test.each([
    ['填报单位：西城区司法局', '西城区司法局'],
    ['填报单位: 西城区司法局 填报日期：2025-01-05', '西城区司法局'],
    ['填报单位：西城区司法局（盖章）', '西城区司法局'],
    ['填报单位（盖章）：西城区司法局', '西城区司法局'],
    ['单位：件', null],
  ])('%s: the unit is %s', (title, unit) => expect(unitInTitle([title])).toBe(unit));

  test('are not asked what the columns say', () => {
    const { facts, codes } = readSheet([
      '填报单位：西城区司法局,,',
      '2024年,,',
      '单位,期间,撤销',
      '甲,2023,1',
    ]);
    expect(codes).toEqual([]);
    expect(facts).toMatchObject({ unit: null, period: null });
  });
});
