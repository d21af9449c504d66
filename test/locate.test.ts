import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocator } from '../src/read/locate.ts';
import { ROOT } from './support/bin.ts';
import { workFolder } from './support/gate.ts';

const { write, findings, check } = workFolder();

/** The characters that a place of a file is shown as, with the line they stand on. */
function shown(
  content: string | Buffer,
  [line, column]: readonly [number, number],
  { file = 'data.csv', text = String(content) } = {},
): string | null {
  write(file, content);
  const span = createLocator('auto')({ file, line, column });
  if (span === null) return null;
  const lines = text.split(/\r\n|\n|\r/);
  return `${span.line}: ${(lines[span.line - 1] as string).slice(span.column - 1, span.endColumn - 1)}`;
}

const HEADER = '单位,期间,法制审核人员,执法人员总数\n';

describe('a cell of a sheet', () => {
  test('is where its characters stand on the line', () => {
    write('data.csv', `${HEADER}甲街道,2024Q1,1,24\n`);
    // 甲街道, is four characters, 2024Q1, seven: the third cell begins at the twelfth.
    expect(createLocator('auto')({ file: 'data.csv', line: 2, column: 3 })).toEqual({
      line: 2,
      column: 12,
      endColumn: 13,
    });
  });

  test('also under a title in brackets, which JSON would begin with', () => {
    write('brackets.csv', `[合成] 2024年第一季度\n${HEADER}甲街道,2024Q1,1,24\n`);
    const place = { file: 'brackets.csv', line: 3, column: 3 };
    expect(createLocator('auto')(place)).toEqual({ line: 3, column: 12, endColumn: 13 });
  });

  test.each([
    [1, '2: 甲街道'],
    [2, '2: 2024Q1'],
    [3, '2: 1'],
    [4, '2: 24'],
    [5, null],
    [99, null],
  ])('column %i of a row of four', (column, expected) => {
    expect(shown(`${HEADER}甲街道,2024Q1,1,24\n`, [2, column])).toBe(expected);
  });

  test('that is empty has its place, of no characters', () => {
    expect(shown(`${HEADER}甲街道,2024Q1,,24\n`, [2, 3])).toBe('2: ');
    expect(shown(`${HEADER}甲街道,2024Q1,1,\n`, [2, 4])).toBe('2: ');
  });

  test('in quotes is shown with them; delimiters and doubled quotes inside end nothing', () => {
    const row = '"甲,""街""道",2024Q1,"1,124",24\n';
    expect(shown(HEADER + row, [2, 1])).toBe('2: "甲,""街""道"');
    expect(shown(HEADER + row, [2, 3])).toBe('2: "1,124"');
    expect(shown(HEADER + row, [2, 4])).toBe('2: 24');
  });

  test('behind a quoted line break stands on the line it is written on', () => {
    const text = `${HEADER}"甲\n街道",2024Q1,1,24\n乙街道,2024Q1,2,40\n`;
    expect(shown(text, [2, 3])).toBe('3: 1');
    expect(shown(text, [2, 4])).toBe('3: 24');
    expect(shown(text, [4, 3])).toBe('4: 2');
  });

  test('with a line break inside is shown to the end of its first line', () => {
    expect(shown(`${HEADER}"甲\n街道",2024Q1,1,24\n`, [2, 1])).toBe('2: "甲');
  });

  test('of a record that the file ends in the middle of is not invented', () => {
    expect(shown(`${HEADER}"甲\n街道,2024Q1,1,24`, [2, 3])).toBeNull();
  });

  test.each([
    ['tabs', '\t'],
    ['full-width commas', '，'],
    ['semicolons', ';'],
  ])('is told apart by %s', (_, delimiter) => {
    const text = `${HEADER}甲街道,2024Q1,1,24\n`.replaceAll(',', delimiter);
    expect(shown(text, [2, 3])).toBe('2: 1');
    expect(shown(text, [2, 4])).toBe('2: 24');
    expect(shown(text, [2, 5])).toBeNull();
  });

  test('of a .tsv is told apart by tabs, whatever else is written in it', () => {
    const text = '单位\t期间\t说明\t执法人员总数\n甲,街,道\t2024Q1\ta,b,c\t24\n';
    expect(shown(text, [2, 4], { file: 'data.tsv' })).toBe('2: 24');
  });

  test.each([
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('does not take in a line end of %s', (_, end) => {
    const text = `${HEADER}甲街道,2024Q1,1,24\n乙街道,2024Q1,2,40\n`.replaceAll('\n', end);
    expect(shown(text, [2, 4])).toBe('2: 24');
    expect(shown(text, [3, 4])).toBe('3: 40');
  });

  test('is counted in UTF-16 code units, as editors do', () => {
    write('data.csv', `${HEADER}𠮷街道,2024Q1,1,24\n`);
    // 𠮷 is two of them.
    expect(createLocator('auto')({ file: 'data.csv', line: 2, column: 2 })?.column).toBe(6);
  });
});

describe('a long file, of which little is held', () => {
  // Some 400 KiB; every 50th unit has a line break in its quoted name, so that lines and rows part.
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    row % 50 === 49 ? `"第${row}\n街道",2024Q1,${row},24` : `第${row}街道,2024Q1,${row},24`,
  );
  const text = `${HEADER}${rows.join('\n')}\n`;
  const lines = text.split('\n');

  test.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-16LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-8 with CR LF', Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')],
  ])('in %s has each cell where it stands, asked for in any order', (_, bytes) => {
    write('long.csv', bytes);
    const locate = createLocator('auto');
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), (row) => {
        // A header, and one more line for each break above.
        const begin = 2 + row + Math.floor(row / 50);
        const written = row % 50 === 49 ? begin + 1 : begin;
        const span = locate({ file: 'long.csv', line: begin, column: 3 });
        expect(span?.line).toBe(written);
        const line = lines[written - 1] ?? '';
        expect(line.slice((span?.column ?? 0) - 1, (span?.endColumn ?? 0) - 1)).toBe(`${row}`);
      }),
    );
  });

  test('says nothing of a place once the file is gone', () => {
    write('gone.csv', text);
    const locate = createLocator('auto');
    expect(locate({ file: 'gone.csv', line: 2, column: 3 })).not.toBeNull();
    rmSync('gone.csv');
    expect(locate({ file: 'gone.csv', line: 20_000, column: 3 })).toBeNull();
  });
});

describe('an encoding', () => {
  const text = `${HEADER}甲街道,2024Q1,1,24\n`;

  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16LE with one', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE with one', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16LE without one', Buffer.from(text, 'utf16le')],
  ])('%s makes no difference to characters', (_, bytes) => {
    expect(shown(bytes, [1, 1], { text })).toBe('1: 单位');
    expect(shown(bytes, [2, 4], { text })).toBe('2: 24');
  });

  test('that was asked for is the one the file is read in again', () => {
    // 甲 and 乙 in GB18030; taken for UTF-16 the same bytes are other characters.
    const bytes = Buffer.concat([Buffer.from([0xbc, 0xd7]), Buffer.from(',2024Q1,1\n')]);
    write('data.csv', bytes);
    const place = { file: 'data.csv', line: 1, column: 2 };
    expect(createLocator('gb18030')(place)).toEqual({ line: 1, column: 3, endColumn: 9 });
    expect(createLocator('utf-8')(place)).toBeNull();
  });
});

describe('a value of JSON', () => {
  const value = (text: string, at: readonly [number, number], file = 'data.json') =>
    shown(text, at, { file });

  test('is a number, a text with its quotes, or null', () => {
    const text = '[{"单位": "甲\\"街\\"道", "法制审核人员": 1,\n"执法人员总数": null}]';
    expect(value(text, [1, text.indexOf('"甲') + 1])).toBe('1: "甲\\"街\\"道"');
    expect(value(text, [1, text.indexOf('1,') + 1])).toBe('1: 1');
    expect(value(text, [2, '"执法人员总数": '.length + 1])).toBe('2: null');
  });

  test('ends where the object or the array ends', () => {
    expect(value('[{"a":24}]', [1, 7])).toBe('1: 24');
    expect(value('[{"a":[24]}]', [1, 8])).toBe('1: 24');
  });

  test('of JSON Lines stands on the line of its object', () => {
    expect(value('{"a":1}\n{"a":"二十四"}\n', [2, 6], 'data.jsonl')).toBe('2: "二十四"');
    expect(value('{"a":1}\n{"a":24}\n', [2, 6], 'data.ndjson')).toBe('2: 24');
  });

  test('is known without an extension by its first character', () => {
    expect(value(' [{"a": 24}]', [1, 9], 'data')).toBe('1: 24');
  });

  test('beyond the line is nowhere', () => {
    expect(value('[{"a":1}]', [1, 99])).toBeNull();
    expect(value('[{"a":1}]', [2, 1])).toBeNull();
  });
});

describe('no characters', () => {
  const locate = createLocator('auto');

  test('for a place in standard input, which cannot be read again', () => {
    expect(locate({ file: '-', line: 2, column: 3 })).toBeNull();
  });

  test('for a whole file or a whole row', () => {
    write('data.csv', `${HEADER}甲街道,2024Q1,1,24\n`);
    expect(locate({ file: 'data.csv' })).toBeNull();
    expect(locate({ file: 'data.csv', line: 2 })).toBeNull();
  });

  test('for a file that is gone, and one that is no text', () => {
    expect(locate({ file: 'gone.csv', line: 2, column: 3 })).toBeNull();
    write('bytes.csv', Buffer.from([0xff, 0x81, 0x00, 0xff]));
    expect(createLocator('utf-8')({ file: 'bytes.csv', line: 1, column: 1 })).toBeNull();
  });

  test('for a line beyond the file', () => {
    write('data.csv', HEADER);
    expect(locate({ file: 'data.csv', line: 9, column: 1 })).toBeNull();
  });
});

test('each of several files is read by its own delimiter and form', () => {
  write('comma.csv', `${HEADER}甲街道,2024Q1,1,24\n`);
  write('tab.csv', `${HEADER}甲街道,2024Q1,1,24\n`.replaceAll(',', '\t'));
  write('rows.json', '[{"单位":"甲街道"}]');
  const locate = createLocator('auto');
  expect(locate({ file: 'comma.csv', line: 2, column: 4 })?.column).toBe(14);
  expect(locate({ file: 'tab.csv', line: 2, column: 4 })?.column).toBe(14);
  expect(locate({ file: 'rows.json', line: 1, column: 8 })?.endColumn).toBe(13);
});

describe('what a check says is wrong is what is written there', () => {
  /** The text at the place of the only finding, as the reader and the locator agree on it. */
  async function wrongAt(file: string, content: string): Promise<string | null> {
    write(file, content);
    const run = await findings(file, '--metric', 'legalReviewStaffShare');
    const [only, ...more] = run.findings;
    if (only === undefined || more.length > 0) throw new Error(`${run.findings.length} findings`);
    const { line, column } = only;
    if (line === null || column === null) return null;
    return shown(content, [line, column], { file });
  }

  test.each([
    ['wide.csv', `${HEADER}甲街道,2024Q1,007,240\n`, '2: 007'],
    [
      'quoted.csv',
      `"单\n位",期间,法制审核人员,执法人员总数\n"甲街道",2024Q1," 7 ","2,400"\n`,
      '3: " 7 "',
    ],
    [
      'long.csv',
      '单位,期间,指标,数值\n甲街道,2024Q1,执法人员总数,240\n甲街道,2024Q1,法制审核人员,7\n',
      '3: 7',
    ],
    ['wide.tsv', `${HEADER}甲街道,2024Q1,7,240\n`.replaceAll(',', '\t'), '2: 7'],
    ['title.csv', `季报\n填报日期,2024年4月1日\n${HEADER}甲街道,2024Q1,7,240\n`, '4: 7'],
    [
      'rows.json',
      '[\n{"单位":"甲街道","期间":"2024Q1","执法人员总数":240,\n "法制审核人员": "7"}]',
      '3: "7"',
    ],
    [
      'rows.jsonl',
      '{"单位":"甲街道","期间":"2024Q1","执法人员总数":240,"法制审核人员":7}\n',
      '1: 7',
    ],
  ])('%s', async (file, content, expected) => {
    expect(await wrongAt(file, content)).toBe(expected);
  });
});

describe('where a check points', () => {
  const places = async (...args: string[]) =>
    (await findings(...args)).findings.map(({ unit, standard, file, line, column }) =>
      [
        unit ?? '全部',
        standard,
        [file, line, column].filter((part) => part !== null).join(':'),
      ].join(' '),
    );

  test('past title lines and a row of units, in GB18030', async () => {
    // The header is line 5, units line 6; the staff is column 14, the legal review staff 15.
    const file = join(ROOT, 'fixtures/data/合成-2024季度-单位报送-GB18030.csv');
    const args = [file, '--metric', '法制审核人员占比', '--period', '2024Q1', '--unit'];
    expect(await places(...args, '大栅栏街道')).toEqual([
      `大栅栏街道 legalReviewStaffMinimum ${file}:10:15`,
    ]);
    const span = createLocator('auto')({ file, line: 10, column: 15 });
    // 大栅栏街道,2024年第一季度,５,4,2,0,0,0,0,0, 0 ,4件,0,24, are 44 characters.
    expect(span).toEqual({ line: 10, column: 45, endColumn: 46 });
  });

  test('at the file where all units together fall short', async () => {
    write('data.csv', [
      '单位,期间,复议案件受理数量,受理的一审行政诉讼案件数量',
      '甲街道,2024Q1,1,2',
      '乙街道,2024Q1,1,2',
    ]);
    expect(await places('data.csv')).toEqual(['全部 reconsiderationAboveLitigation data.csv']);
  });

  test('at the file of several that states the numerator', async () => {
    write('staff.csv', ['单位,期间,执法人员总数', '甲街道,2024Q1,24']);
    write('review.csv', ['单位,期间,法制审核人员', '甲街道,2024Q1,1']);
    const only = ['--metric', 'legalReviewStaffShare'];
    const expected = ['甲街道 legalReviewStaffMinimum review.csv:2:3'];
    expect(await places('staff.csv', 'review.csv', ...only)).toEqual(expected);
    expect(await places('review.csv', 'staff.csv', ...only)).toEqual(expected);
  });

  test('at the file of the period that falls short', async () => {
    write('q1.csv', [
      '单位,期间,抽查案卷量,存在规范瑕疵的案卷量',
      '甲街道,2024Q1,9,0',
      '乙街道,2024Q1,9,1',
    ]);
    write('q2.csv', [
      '单位,期间,存在规范瑕疵的案卷量,抽查案卷量',
      '甲街道,2024Q2,2,9',
      '乙街道,2024Q2,0,9',
    ]);
    expect(await places('q1.csv', 'q2.csv')).toEqual([
      '甲街道 caseFilesWithoutDefects q2.csv:2:3',
      '乙街道 caseFilesWithoutDefects q1.csv:3:4',
    ]);
  });

  test('at the last quarter of a year that quarters make up', async () => {
    write('data.csv', [
      '单位,期间,执法人员总数,培训总学时',
      ...['Q4', 'Q1', 'Q2', 'Q3'].map((quarter) => `甲街道,2024${quarter},10,149`),
    ]);
    const only = ['--metric', 'trainingHoursPerPerson'];
    expect(await places('data.csv', ...only)).toEqual(['甲街道 trainingHoursMinimum data.csv:2:4']);
  });

  test('at a key of JSON that a row leaves out: the line of the row', async () => {
    write(
      'rows.json',
      '[{"单位":"甲","法制审核人员":3,"执法人员总数":60},\n{"单位":"乙","法制审核人员":1}]',
    );
    expect(await places('rows.json', '--metric', 'legalReviewStaffShare')).toEqual([
      '乙 legalReviewStaffMinimum rows.json:2',
    ]);
  });

  test('at standard input by its dash', async () => {
    const { stdout } = await check(['-', '--reporter', 'json'], {
      stdin: `${HEADER}甲街道,2024Q1,1,24\n`,
    });
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ file: '-', line: 2, column: 3 });
  });
});
