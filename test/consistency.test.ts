import { describe, expect, test } from 'vitest';
import type { Issue } from '../src/issue/issue.ts';
import { datasetOf, type Sheet } from './support/sheets.ts';

const check = (...sheets: Sheet[]) => datasetOf(...sheets).issues;
const codes = (...sheets: Sheet[]) => check(...sheets).map(({ code }) => code);
const places = (issues: readonly Issue[]) =>
  issues.map(
    ({ code, place: { file, line, column } }) => `${file}:${line}:${column ?? ''} ${code}`,
  );

const header = '单位,期间,撤销,变更,确认违法,责令履行,实际审理';

describe('a row that begins like a note', () => {
  const header = '备注,单位,期间,撤销';
  const units = (rows: string[]) => datasetOf([header, ',甲,2024,1', ...rows]).dataset.units;

  test('is one of data where it says whom, when and how many', () => {
    expect(units(['注：含结转,乙,2024,3'])).toEqual(['甲', '乙']);
    expect(units(['说明：初报数,乙,2024,0', '备注：,丙,2024年,２'])).toEqual(['甲', '乙', '丙']);
  });

  test.each([
    '注：含结转,,,',
    '填表人：张三,,2024年7月5日,',
    '注：含结转,,,5',
    '注：乙未报送,乙,,',
    '注：见2024年,乙,2024,',
  ])('is a note where it does not: %s', (note) => expect(units([note])).toEqual(['甲']));
});

describe('nothing is stated twice', () => {
  test('a unit and period twice in one table: the later row is named, the earlier referred to', () => {
    const issues = check(['单位,期间,撤销', '甲,2024,3', '乙,2024,3', '甲,2024年,3']);
    expect(places(issues)).toEqual(['sheet1.csv:4: duplicate-row']);
    expect(issues[0]?.details).toMatchObject({ unit: '甲', first: { line: 2 } });
  });

  test('three times is two problems', () => {
    expect(codes(['单位,撤销', '甲,3', '甲,3', '甲,3'])).toEqual([
      'duplicate-row',
      'duplicate-row',
    ]);
  });

  test('a count in two tables, equal or not', () => {
    for (const again of ['3', '4']) {
      const issues = check(
        ['单位,期间,撤销', '甲,2024,3'],
        ['单位,期间,变更,撤销', `甲,2024,1,${again}`],
      );
      expect(places(issues)).toEqual(['sheet2.csv:2:4 count-stated-twice']);
      expect(issues[0]?.details).toMatchObject({
        count: 'reconsiderationRevoked',
        first: { file: 'sheet1.csv', line: 2, column: 3 },
      });
    }
  });

  test.each<[string, Sheet, Sheet]>([
    ['other counts of the same unit', ['单位,撤销', '甲,3'], ['单位,变更', '甲,3']],
    ['the same count left blank once', ['单位,撤销,变更', '甲,3,'], ['单位,撤销,变更', '甲,,3']],
    ['another unit', ['单位,撤销', '甲,3'], ['单位,撤销', '乙,3']],
    ['another period', ['单位,期间,撤销', '甲,2024,3'], ['单位,期间,撤销', '甲,2023,3']],
  ])('two tables may share a unit: %s', (_, first, second) => {
    expect(codes(first, second)).toEqual([]);
  });
});

describe('no part is larger than its whole', () => {
  test.each<[string, string, string[]]>([
    ['all of the whole is no problem', '甲,2024,2,2,2,2,8', []],
    ['one more is', '甲,2024,3,2,2,2,8', ['part-exceeds-whole']],
    ['what is known of the part is enough', '甲,2024,9,,,,8', ['part-exceeds-whole']],
    ['a blank part is not a 0 nor a problem', '甲,2024,8,,,,8', []],
    ['a blank whole proves nothing', '甲,2024,9,9,9,9,', []],
    ['a whole of 0 has no parts', '甲,2024,1,0,0,0,0', ['part-exceeds-whole']],
    ['0 of 0', '甲,2024,0,0,0,0,0', []],
    ['what does not apply adds nothing', '甲,2024,8,不适用,0,0,8', []],
  ])('%s', (_, row, expected) => expect(codes([header, row])).toEqual(expected));

  test('also where the two stand in two tables', () => {
    const issues = check(['单位,实际审理', '甲,8'], ['单位,撤销', '甲,9']);
    expect(places(issues)).toEqual(['sheet2.csv:2:2 part-exceeds-whole']);
    expect(issues[0]?.details).toMatchObject({ partValue: 9, wholeValue: 8 });
  });

  test('the problem stands at a part that is stated, not at a blank one', () => {
    expect(places(check([header, '甲,2024,,9,,,8']))).toEqual([
      'sheet1.csv:2:4 part-exceeds-whole',
    ]);
  });

  test('but two cohorts may: 再诉讼 counts receipts over conclusions', () => {
    expect(codes(['单位,复议后再诉讼,审结', '甲,9,8'])).toEqual([]);
  });
});

describe('a stated total is the sum of its rows', () => {
  const units = ['单位,撤销', '甲,3', '乙,4'];

  test.each([
    ['合计', '7', []],
    ['合计', '8', ['total-mismatch']],
    ['合计', '6', ['total-mismatch']],
    ['总计', '70', ['total-mismatch']],
    ['小计', '8', ['total-mismatch']],
    ['合计', '', []],
    ['合计', '不适用', []],
  ])('%s %s of 3 and 4', (name, value, expected) => {
    expect(codes([...units, `${name},${value}`])).toEqual(expected);
  });

  test('the problem tells both figures and the cell', () => {
    const issues = check([...units, '合计,8']);
    expect(places(issues)).toEqual(['sheet1.csv:4:2 total-mismatch']);
    expect(issues[0]?.details).toMatchObject({ stated: 8, sum: 7 });
  });

  test.each([
    // A blank may hold what is missing, but never less than nothing.
    ['9', []],
    ['7', []],
    ['6', ['total-mismatch']],
  ])('%s over 3, 4 and a blank', (value, expected) => {
    expect(codes([...units, '丙,', `合计,${value}`])).toEqual(expected);
  });

  test('also above the rows', () => {
    expect(codes(['单位,撤销', '合计,7', '甲,3', '乙,4'])).toEqual([]);
    expect(codes(['单位,撤销', '合计,8', '甲,3', '乙,4'])).toEqual(['total-mismatch']);
  });

  test('街道合计 and 部门合计 are of their own rows, 合计 of all', () => {
    const sheet = (streets: number, bureaus: number, all: number) => [
      ...units,
      `街道合计,${streets}`,
      '丙,5',
      '丁,6',
      `部门合计,${bureaus}`,
      `合计,${all}`,
    ];
    expect(codes(sheet(7, 11, 18))).toEqual([]);
    // The bureaus' total must not take the streets in, and the grand total no subtotal.
    const wrong = check(sheet(7, 18, 36));
    expect(wrong.map(({ details }) => (details as { sum: number }).sum)).toEqual([11, 18]);
  });

  describe('where each 小计 stands above its rows', () => {
    const sheet = (streets: number | '', bureaus: number | '', ...first: string[]) => [
      '单位,撤销',
      ...first,
      `街道小计,${streets}`,
      '甲,3',
      '乙,4',
      `部门小计,${bureaus}`,
      '丙,5',
      '丁,6',
    ];

    test('it is the sum of the rows under it, whether the 合计 stands above or below', () => {
      expect(codes(sheet(7, 11))).toEqual([]);
      expect(codes(sheet(7, 11, '合计,18'))).toEqual([]);
      expect(codes([...sheet(7, 11), '合计,18'])).toEqual([]);
      expect(codes(sheet(7, 11, '合计,19'))).toEqual(['total-mismatch']);
    });

    test('one that agrees with neither side is a problem, told by the side that more agree with', () => {
      const three = (bureaus: number) => [...sheet(7, bureaus), '乡镇小计,8', '戊,8'];
      const issues = check(three(12));
      expect(places(issues)).toEqual(['sheet1.csv:5:2 total-mismatch']);
      expect(issues[0]?.details).toMatchObject({ unit: '部门小计', stated: 12, sum: 11 });
      expect(codes(three(11))).toEqual([]);
    });

    test('each is told by its own rows, also where it agrees with those above it', () => {
      // 7 and 11 are right; the first can only stand above its rows, and so do all.
      const sums = (sheet: readonly string[]) =>
        check(sheet).map(({ details }) => (details as { sum: number }).sum);
      expect(sums(sheet(8, 12))).toEqual([7, 11]);
      expect(sums(sheet(7, 7))).toEqual([11]);
      expect(sums(sheet(7, 7, '合计,18'))).toEqual([11]);
      expect(sums([...sheet(7, 7), '合计,18'])).toEqual([11]);
    });

    test('of several levels each is of the rows it sums up', () => {
      const rows = (all: number) => sheet(7, 11, '合计,20', `街道和部门小计,${all}`);
      const levels = (all: number) => [...rows(all), '乡镇小计,2', '戊,2'];
      expect(codes(levels(18))).toEqual([]);
      expect(codes(levels(17))).toEqual(['total-mismatch']);
    });

    test('blank counts are taken as anywhere', () => {
      expect(codes([...sheet(7, 20), '戊,'])).toEqual([]);
      expect(codes([...sheet(7, 10), '戊,'])).toEqual(['total-mismatch']);
      expect(codes(sheet('', 11))).toEqual([]);
    });

    test('a wrong total below its rows is not excused by rows under it that did not report', () => {
      const below = ['单位,撤销,变更', '甲,3,1', '乙,4,1', '街道小计,8,', '丙,,1', '丁,2,1'];
      expect(codes([...below, '部门小计,2,2'])).toEqual(['total-mismatch']);
      expect(codes([...below, '部门小计,2,2', '戊,,'])).toEqual(['total-mismatch']);
    });

    test('two 合计, each above its block, are of their blocks', () => {
      const blocks = (first: number) => [
        ...['单位,撤销', '总计,18', `合计,${first}`, '甲,3', '乙,4', '合计,11', '丙,5', '丁,6'],
      ];
      expect(codes(blocks(7))).toEqual([]);
      expect(codes(blocks(8))).toEqual(['total-mismatch']);
    });
  });

  test('of totals of several levels each is of the rows it sums up', () => {
    const sheet = (streets: number, both: number, all: number) => [
      ...units,
      `街道小计,${streets}`,
      '丙,5',
      '丁,6',
      '部门小计,11',
      `街道和部门合计,${both}`,
      '戊,2',
      `总计,${all}`,
    ];
    expect(codes(sheet(7, 18, 20))).toEqual([]);
    expect(codes(sheet(7, 17, 20))).toEqual(['total-mismatch']);
    expect(codes(sheet(7, 18, 2))).toEqual(['total-mismatch']);
  });

  test('合计 above another 合计 is of its block', () => {
    const sheet = (first: number, second: number) => [
      ...units,
      `合计,${first}`,
      '丙,5',
      '丁,6',
      `合计,${second}`,
      '总计,18',
    ];
    expect(codes(sheet(7, 11))).toEqual([]);
    expect(codes(sheet(7, 12))).toEqual(['total-mismatch']);
    expect(codes(sheet(8, 11))).toEqual(['total-mismatch']);
  });

  test.each([
    '合计：',
    '合计（全区）',
    '小计(街道)',
    '合计数',
    '总数',
    '累计',
    '累计数',
    '本年累计',
    '1-6月累计',
    '汇总',
    '总量',
    '合計',
    '總計',
    'Total',
    '合 计:',
  ])('is one by the name of %s, and not added in', (name) => {
    expect(codes([...units, `${name},7`])).toEqual([]);
    expect(codes([...units, `${name},8`])).toEqual(['total-mismatch']);
  });

  test.each(['丙(本级)', '丙 （本级）', '丙（\u200b本级）', '丙（本级)', '丙（本级）\0'])(
    'a unit written in two ways is no second unit: %s',
    (other) => {
      expect(codes(['单位,撤销', '丙（本级）,1', '甲,3', `${other},1`])).toEqual([
        'unit-written-two-ways',
      ]);
    },
  );

  test.each([
    [
      'under the number of the row',
      ['序号,单位,期间,撤销', '1,甲,2024,3', '2,乙,2024,4', '合计,,2024,'],
    ],
    ['in a remark', ['单位,期间,撤销,备注', '甲,2024,3,', '乙,2024,4,']],
    ['over all periods', ['序号,单位,期间,撤销', '1,甲,2023,3', '2,甲,2024,4', ' 合 计：,,,']],
    ['in the column of periods', ['期间,撤销', '2024Q1,3', '2024Q2,4', '合计,']],
    [
      'of periods where a unit has a column',
      ['单位,期间,撤销', '甲,2024Q1,3', '甲,2024Q2,4', ',总计,'],
    ],
  ])('may be named %s', (where, rows) => {
    const sheet = (total: number) =>
      where === 'in a remark'
        ? [...rows, `,2024,${total},合计`]
        : [...rows.slice(0, -1), `${rows.at(-1)}${total}`];
    expect(codes(sheet(7))).toEqual([]);
    expect(codes(sheet(8))).toEqual(['total-mismatch']);
    expect(datasetOf(sheet(7)).dataset.units).not.toContain('合计');
  });

  test('of a period that no other row speaks of cannot be checked, and is not lost in silence', () => {
    const sheet = ['单位,期间,撤销', '甲,2024,3', '乙,2024,4', '合计,2024,7', '合计,2023,9'];
    expect(codes(sheet)).toEqual(['total-without-parts']);
    // By itself it is all that the data says.
    expect(codes(['单位,期间,撤销', '合计,2023,9'])).toEqual([]);
  });

  test('of one period is of the rows of that period', () => {
    const sheet = ['单位,期间,撤销', '甲,2023,1', '甲,2024,3', '乙,2023,2', '乙,2024,4'];
    expect(codes([...sheet, '合计,2023,3', '合计,2024,7', '合计,,10'])).toEqual([]);
    expect(codes([...sheet, '合计,2023,10'])).toEqual(['total-mismatch']);
  });

  test('of staff over several periods is not checked: heads do not add up over time', () => {
    const sheet = ['单位,期间,执法人员总数', '甲,2024Q1,3', '甲,2024Q2,4'];
    expect(codes([...sheet, '合计,,4'])).toEqual([]);
    expect(
      codes(['单位,期间,执法人员总数', '甲,2024Q1,3', '乙,2024Q1,4', '合计,2024Q1,8']),
    ).toEqual(['total-mismatch']);
  });

  test('of large counts is compared exactly', () => {
    // 9007199254740991 + 2 = 9007199254740993; as doubles …992 would pass.
    const sheet = ['单位,撤销', '甲,9007199254740991', '乙,2'];
    expect(codes([...sheet, '合计,9007199254740993'])).toEqual([]);
    expect(codes([...sheet, '合计,9007199254740992'])).toEqual(['total-mismatch']);
  });
});

describe('a year is the sum of its parts', () => {
  const quarters = ['甲,2024Q1,1', '甲,2024Q2,2', '甲,2024Q3,3', '甲,2024Q4,4'];
  const flow = '单位,期间,撤销';

  test.each<[string, string[], string[]]>([
    ['four quarters', [...quarters, '甲,2024,10'], []],
    ['four quarters that do not add up', [...quarters, '甲,2024,11'], ['parts-mismatch']],
    ['two halves', ['甲,2024H1,3', '甲,2024H2,7', '甲,2024,9'], ['parts-mismatch']],
    ['three quarters prove nothing', [...quarters.slice(1), '甲,2024,99'], []],
    ['a blank quarter proves nothing', [...quarters.slice(1), '甲,2024Q1,', '甲,2024,99'], []],
    ['quarters of another unit', [...quarters, '乙,2024,99'], []],
    ['quarters of another year', [...quarters, '甲,2023,99'], []],
    [
      'a half and two quarters',
      ['甲,2024H1,3', '甲,2024Q3,3', '甲,2024Q4,4', '甲,2024,11'],
      ['parts-mismatch'],
    ],
    [
      'a quarter and its months',
      ['甲,2024-01,1', '甲,2024-02,1', '甲,2024-03,1', '甲,2024Q1,4'],
      ['parts-mismatch'],
    ],
    [
      'a half above its year, the other not reported',
      ['甲,2024H2,7', '甲,2024,6'],
      ['parts-exceed'],
    ],
    ['a count that falls as time goes on', ['甲,2024H1,7', '甲,2024,6'], ['falling-cumulative']],
    ['a half that is all of its year', ['甲,2024H1,7', '甲,2024,7'], []],
    // 3 + 4 cases in two quarters, 6 in the year.
    [
      'two quarters above their year, the others blank',
      ['甲,2024Q1,', '甲,2024Q2,', ...quarters.slice(2), '甲,2024,6'],
      ['parts-exceed'],
    ],
    [
      'a half that is blank, of which a quarter is above the year',
      ['甲,2024H1,', '甲,2024Q2,7', '甲,2024,6'],
      ['parts-exceed'],
    ],
    // 5 + 5 are more than 9, but three months are in both.
    ['parts that overlap', ['甲,2024年1-6月,5', '甲,2024年4-9月,5', '甲,2024,9'], []],
    ['a year that does not apply', ['甲,2024H1,7', '甲,2024,不适用'], []],
    ['a half of another unit', ['乙,2024H1,7', '甲,2024,6'], []],
  ])('%s', (_, rows, expected) => expect(codes([flow, ...rows])).toEqual(expected));

  test('a part above its year tells both figures, at the year', () => {
    const issues = check([flow, '甲,2024H2,7', '甲,2024,6']);
    expect(places(issues)).toEqual(['sheet1.csv:3:3 parts-exceed']);
    expect(issues[0]?.details).toMatchObject({ unit: '甲', stated: 6, sum: 7 });
  });

  test('staff may have been more in a part', () => {
    expect(codes(['单位,期间,执法人员总数', '甲,2024H1,7', '甲,2024,6'])).toEqual([]);
  });

  test('the problem stands at the year and tells both figures', () => {
    const issues = check([flow, ...quarters, '甲,2024,11']);
    expect(places(issues)).toEqual(['sheet1.csv:6:3 parts-mismatch']);
    expect(issues[0]?.details).toMatchObject({ unit: '甲', stated: 11, sum: 10 });
  });

  test('the year may stand in another file', () => {
    expect(codes([flow, ...quarters], [flow, '甲,2024,11'])).toEqual(['parts-mismatch']);
  });

  test('a problem is told once, also where another file has the year with a blank', () => {
    const issues = check([flow, '甲,2024,'], [flow, ...quarters, '甲,2024,11']);
    expect(places(issues)).toEqual(['sheet2.csv:6:3 parts-mismatch']);
  });

  test('staff does not add up', () => {
    const staff = quarters.map((row) => row.replace(/\d$/, '12'));
    expect(codes(['单位,期间,执法人员总数', ...staff, '甲,2024,12'])).toEqual([]);
  });
});
