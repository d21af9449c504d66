import { describe, expect, test } from 'vitest';
import { delimiterOf, readCsv } from '../src/read/csv.ts';
import { MalformedCsvError } from '../src/read/records.ts';

type Record = readonly [line: number, ...cells: string[]];

async function recordsOf(text: string, delimiter = ','): Promise<Record[]> {
  const records: Record[] = [];
  await readCsv(
    Buffer.from(text),
    delimiter,
    { row: (cells, line) => records.push([line, ...cells]) },
    () => {},
  );
  return records;
}

describe('records come with the line on which each begins', () => {
  test.each<[string, string, Record[]]>([
    [
      'one a line',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'without a last line end',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'all three mixed',
      'a\r\nb\nc\rd',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
      ],
    ],
    [
      'blank lines count',
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, ''],
        [4, 'b'],
      ],
    ],
    [
      'rows of different length',
      'a\nb,c,d\n,\n',
      [
        [1, 'a'],
        [2, 'b', 'c', 'd'],
        [3, '', ''],
      ],
    ],
    ['quoted delimiters', '"a,b",c\n', [[1, 'a,b', 'c']]],
    ['quoted quotes', '"a ""b"" c",d\n', [[1, 'a "b" c', 'd']]],
    [
      'quoted line ends',
      '"a\nb",c\nd,e\n',
      [
        [1, 'a\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
    [
      'quoted line ends of all kinds',
      '"a\r\nb\rc\nd",e\nf\n',
      [
        [1, 'a\r\nb\rc\nd', 'e'],
        [5, 'f'],
      ],
    ],
    [
      'quotes among blank lines',
      '\n"a"\n\n"b\nc"\nd',
      [
        [1, ''],
        [2, 'a'],
        [3, ''],
        [4, 'b\nc'],
        [6, 'd'],
      ],
    ],
    [
      'Chinese',
      '单位,撤销\n西城区,18\n',
      [
        [1, '单位', '撤销'],
        [2, '西城区', '18'],
      ],
    ],
    ['spaces stay', ' a , b \n', [[1, ' a ', ' b ']]],
    ['nothing', '', []],
  ])('%s', async (_, text, expected) => expect(await recordsOf(text)).toEqual(expected));

  test('another delimiter leaves commas alone', async () => {
    expect(await recordsOf('a\t1,234\n', '\t')).toEqual([[1, 'a', '1,234']]);
    expect(await recordsOf('"a"\t1,234\n', '\t')).toEqual([[1, 'a', '1,234']]);
  });

  test.each([
    ['plain', 'x', '\n'],
    ['plain', 'x', '\r\n'],
    ['quoted', '"x"', '\n'],
    ['quoted', '"x"', '\r\n'],
    ['quoted', '"x"', '\r'],
    ['quoted Chinese', '"西城区"', '\r\n'],
  ])(
    'no line is lost or cut where a large file is read in pieces: %s %s %j',
    async (_, cell, end) => {
      // Lines of growing length put every kind of boundary at the end of a piece (256 KiB).
      const lines = Array.from(
        { length: 1500 },
        (_, index) => `${index},${cell},${'y'.repeat(index)}`,
      );
      const records = await recordsOf(lines.join(end));
      expect(records.length).toBe(1500);
      const bare = cell.replaceAll('"', '');
      expect(records).toEqual(
        lines.map((_, index) => [index + 1, String(index), bare, 'y'.repeat(index)]),
      );
    },
  );

  test('a CRLF on the very edge of a piece is one line end', async () => {
    for (const edge of [2 ** 18 - 2, 2 ** 18 - 1, 2 ** 18]) {
      const first = `"${'x'.repeat(edge - 2)}"`;
      const records = await recordsOf(`${first}\r\n"b"\r\n`);
      expect(records.map(([line, cell]) => [line, cell?.length])).toEqual([
        [1, edge - 2],
        [2, 1],
      ]);
    }
  });
});

describe('a file whose cells cannot be told apart is refused at the line where it begins', () => {
  test.each([
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', 3],
    ['also behind a quoted line end', '"a\nb",c\n1,"2', 3],
    ['a quote inside a bare cell', 'a,b\n1,x"y"\n', 2],
    ['text behind a closing quote', 'a,b\n1,"x"y\n', 2],
  ])('%s', async (_, text, line) => {
    const failure = await recordsOf(text).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MalformedCsvError);
    expect(failure).toMatchObject({ line });
  });
});

describe('the delimiter is the one that the lines use', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabs', 'a\tb\tc\n1\t2\t3\n', '\t'],
    ['semicolons', 'a;b;c\n1;2;3\n', ';'],
    ['full-width commas', '单位，撤销\n甲，1\n', '，'],
    ['bars', 'a|b|c\n', '|'],
    ['commas inside quotes do not count', '"a,b,c,d";1\n"e,f,g,h";2\n', ';'],
    ['tabs before commas inside numbers', 'a\tb\tc\n1,234\t5,678\t9\n', '\t'],
    ['a single column', 'a\n1\n', ','],
    [
      'a note full of Chinese commas under a small table',
      '单位,期间,实际审理\n西城区,2022,554\n注：数据来自评估报告，四舍五入，保留一位小数，不含结转，下同，供参考。\n',
      ',',
    ],
  ])('%s', (_, text, delimiter) => expect(delimiterOf('a.csv', Buffer.from(text))).toBe(delimiter));
});
