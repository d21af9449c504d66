import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../src/catalogue/catalogue.ts';
import { counts as builtInCounts } from '../src/catalogue/counts.ts';
import { readHead } from '../src/read/head.ts';
import { tableStream } from '../src/read/stream.ts';
import { isUnitsRow } from '../src/recognise/layout.ts';
import { scaledUnitInTitle } from '../src/recognise/scaled-unit.ts';
import { catalogue, problemsOf, readSheet } from './support/sheets.ts';

const sheet = (title: string) => [`${title},,`, '单位,期间,撤销', '甲,2024,3'];

describe('a title that counts in hundreds or more is no title to pass over', () => {
  test.each([
    ['单位：百人', '百人'],
    ['单位:万件', '万件'],
    ['单 位：千元', '千元'],
    ['计量单位： 万人次', '万人次'],
    ['2024年行政复议情况（单位：百件）', '百件'],
    ['2024年培训情况（百人）', '百人'],
    ['单位：人、百件', '百件'],
    ['单位：件； 万元', '万元'],
    ['单位为万件', '万件'],
    ['以百人为单位', '百人'],
    ['本表按万元计', '万元'],
    ['单位：万', '万'],
    ['单位：1000件', '1000件'],
    ['单位：1，000件', '1,000件'],
    ['单位：１００人', '100人'],
    ['单位：百人 填报日期：2025-01-05', '百人'],
    ['万件', '万件'],
    ['单位：件（万）', '万'],
    ['单位：件(千)', '千'],
    ['单位：（万件）', '万件'],
    ['单位（万件）', '万件'],
    ['单位 万件', '万件'],
    ['【单位：“万件”】', '万件'],
    ['计量单位：万 件', '万件'],
    ['单 位： 百　件', '百件'],
    ['单位：100 件', '100件'],
    ['金额单位：元、件数单位：百件', '百件'],
    ['单位：万人次', '万人次'],
    ['单位：件 人 百件', '百件'],
    ['单位：件（以万计）', '万'],
    ['单位：件×100', '件×100'],
    ['单位均为万件', '万件'],
    ['2024年行政复议情况（万）', '万'],
    ['Unit: thousand persons', 'thousand persons'],
    ['Reconsideration 2024 (in thousands)', 'thousands'],
    ['Units: 100 cases', '100 cases'],
  ])('%s: %s', (title, unit) => expect(scaledUnitInTitle(title)).toBe(unit));

  test.each([
    '单位：件',
    '单位：人',
    '（单位：%）',
    '单位：件、人、%',
    '单位：1件',
    '单位：人、件',
    '单位：件（次）',
    '单位：千克、件',
    '单位：件 2024年10月',
    '单位：件（1—9月）',
    '单位：件，表内十万以上取整',
    '单位：万寿路街道',
    '单位：（万寿路街道）',
    '单位：千户镇',
    '单位：人、件、千户镇',
    '单位：百件桥司法所（盖章）',
    '填报单位：百万庄街道',
    '填报单位（盖章）：万寿路街道 计量单位：件',
    '单位：西城区司法局 100人',
    '共有单位1000家',
    '单位：西城区司法局',
    '填报单位：西城区司法局',
    '单位：百色市司法局',
    '填报单位：万柏林区司法局',
    '单位：千山区司法局',
    '为民办实事（十件）',
    '2024年百人以上单位培训情况',
    '万人评议情况（2024年）',
    '单位：西城区司法局 2024年',
    '参加单位（100家）',
    'Unit: Thousand Oaks Bureau',
    'Unit: Thousand Oaks',
    'Unit: persons',
    'Report (in 2024)',
    '',
  ])('%s: none', (title) => expect(scaledUnitInTitle(title)).toBeNull());

  test('it is a problem with its place, and its figures are not read', () => {
    const { issues, table } = readSheet(['2024年情况,,（单位：百件）', ...sheet('').slice(1)]);
    expect(issues).toEqual([
      {
        code: 'scaled-unit',
        place: { file: 'sheet.csv', line: 1, column: 3 },
        details: { text: '百件' },
      },
    ]);
    expect(table).toBeNull();
    expect(problemsOf(sheet('单位：件'))).toEqual([]);
    expect(problemsOf(sheet('单位：西城区司法局'))).toEqual([]);
  });

  test('so it is under the header, where it is no unit without figures', () => {
    expect(problemsOf(['单位,撤销', '单位：百件,', '甲,3'])).toEqual(['2:1 scaled-unit']);
    expect(isUnitsRow(['', '百件'])).toBe(false);
  });

  test('so it is in a note under the table, and beside a value of a long one', () => {
    expect(problemsOf(['单位,撤销', '甲,3', '注：单位：百件,'])).toEqual(['3:1 scaled-unit']);
    expect(problemsOf(['单位,撤销', '甲,3', '注：单位：件,'])).toEqual([]);
    expect(problemsOf(['单位,撤销', '甲,3', '注：,单位：件（万）'])).toEqual(['3:2 scaled-unit']);
    expect(problemsOf(['单位,撤销', '甲,3', '单位：百件,'])).toEqual(['3:1 scaled-unit']);
    expect(readSheet(['单位,撤销', '甲,3', '单位：件,']).table?.units).toEqual(new Set(['甲']));
    const long = ['单位,指标,数值,计量单位', '甲,撤销,3,百件', '甲,变更,3,件', '乙,撤销,3,'];
    expect(problemsOf(long)).toEqual(['2:4 scaled-unit']);
    // The other rows are read, and 甲 says nothing of 撤销.
    expect(readSheet(long).table?.observations.map(({ unit }) => unit)).toEqual(['甲', '乙']);
  });

  test.each(['万', '万 件', '件（万）', '（万件）', '千件（次）', '10件', '单位：百件'])(
    'beside a value a factor is enough: %s',
    (measure) => {
      const long = ['单位,指标,数值,计量单位', `甲,撤销,3,${measure}`];
      expect(problemsOf(long)).toEqual(['2:4 scaled-unit']);
    },
  );

  test.each(['受理量（万件）', '撤销（万）', '撤销（件）（万）', '撤销（单位：百件）', '撤销×100'])(
    'in a header it makes one that nobody knows: %s',
    (header) =>
      expect(problemsOf([`单位,变更,${header}`, '甲,1,3'])).toEqual(['1:3 unknown-header']),
  );

  test('a large file with it is not read as one without any problem', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xc-eval-'));
    const headOf = (title: string) => {
      const path = join(folder, 'a.csv');
      writeFileSync(path, `${sheet(title).join('\n')}\n`);
      return readHead(path, catalogue);
    };
    expect(headOf('单位：件')?.lines).toBe(2);
    expect(headOf('单位：百件')).toBeNull();
    rmSync(folder, { recursive: true });
  });

  test('other problems of the table are told with it', () => {
    expect(problemsOf(['单位：百件,', '单位,撤销', '甲,三'])).toEqual([
      '1:1 scaled-unit',
      '3:2 not-a-number',
    ]);
  });

  test.each([
    ['万元', []],
    ['千元', ['scaled-unit']],
    ['万元、百件', ['scaled-unit']],
  ])('but a count of its own may be counted in 万元: %s', (unit, expected) => {
    const { reconsiderationHeard } = builtInCounts;
    const spent = { ...reconsiderationHeard, label: '投入资金', english: 'spent', unit: '万元' };
    const custom = createCatalogue({ ...catalogue, counts: { ...catalogue.counts, spent } });
    const codes: string[] = [];
    const stream = tableStream('a.csv', custom, ({ code }) => codes.push(code));
    stream.row([`单位：${unit}`, ''], 1);
    stream.row(['单位', '投入资金'], 2);
    stream.row(['甲', '3'], 3);
    stream.finish();
    expect(codes).toEqual(expected);
  });
});
