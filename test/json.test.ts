import { describe, expect, test } from 'vitest';
import type { Issue } from '../src/issue/issue.ts';
import { readJson } from '../src/read/json.ts';

function read(text: string, lines = false) {
  const rows: { cells: readonly string[]; line: number; places: string[] }[] = [];
  const issues: Issue[] = [];
  const whole = readJson(
    text,
    'a.json',
    lines,
    (cells, line, placeOf) => {
      const places = cells.map((_, index) => {
        const place = placeOf?.(index);
        return `${place?.line}:${place?.column ?? ''}`;
      });
      rows.push({ cells, line, places });
    },
    (found) => issues.push(found),
  );
  return {
    whole,
    table: rows.map(({ cells }) => cells),
    rows,
    issues: issues.map(({ code, place }) => `${place.line}:${place.column ?? ''} ${code}`),
  };
}

const table = [
  ['单位', '撤销'],
  ['甲', '3'],
  ['乙', ''],
];

describe('rows are found', () => {
  test.each<[string, string, boolean]>([
    ['in an array', '[{"单位":"甲","撤销":3},{"单位":"乙","撤销":null}]', false],
    ['under rows', '{"rows":[{"单位":"甲","撤销":3},{"单位":"乙"}]}', false],
    [
      'under rows beside other values',
      '{"title":"x","rows":[{"单位":"甲","撤销":3},{"单位":"乙"}],"n":1}',
      false,
    ],
    ['one a line', '{"单位":"甲","撤销":3}\n{"单位":"乙"}\n', true],
    [
      'one a line, with blank lines and CRLF',
      '\r\n{"单位":"甲","撤销":3}\r\n\r\n{"单位":"乙"}',
      true,
    ],
    ['numbers as text', '[{"单位":"甲","撤销":"3"},{"单位":"乙","撤销":""}]', false],
  ])('%s', (_, text, lines) => {
    const result = read(text, lines);
    expect(result.issues).toEqual([]);
    expect(result.whole).toBe(true);
    expect(result.table).toEqual(table);
  });

  test('only rows is data: another array beside it is not taken for more rows', () => {
    const { table: found, issues } = read('{"rows":[{"撤销":3}],"history":[{"撤销":99}]}');
    // Either the other array is left alone or the file is refused; 99 is never a cell.
    expect(issues.length > 0 || found.length === 2, JSON.stringify(found)).toBe(true);
  });

  test('keys that only later rows have are columns too', () => {
    expect(read('[{"a":1},{"b":2,"a":3}]').table).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['3', '2'],
    ]);
  });

  test('__proto__ is a key like any other', () => {
    expect(read('[{"__proto__":1,"constructor":2}]').table).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ]);
  });

  test('no rows are no table, and no problem of this reader', () => {
    expect(read('[]')).toMatchObject({ whole: true, table: [], issues: [] });
    expect(read('', true)).toMatchObject({ whole: true, table: [], issues: [] });
  });
});

describe('a number keeps the digits it is written with', () => {
  test.each(['9007199254740993', '12345678901234567890', '12.0', '72.50', '-3', '0'])(
    '%s',
    (digits) => {
      expect(read(`[{"撤销":${digits}}]`).table[1]).toEqual([digits]);
    },
  );
});

test.each([
  ['1e0', '1'],
  ['1.5E+1', '15'],
  ['25e-1', '2.5'],
  ['-1e-2', '-0.01'],
  ['0.001e3', '1'],
  ['1e999', '1e999'],
])('%s is read as %s', (digits, plain) => {
  expect(read(`[{"撤销":${digits}}]`).table[1]).toEqual([plain]);
});

test('a word is handed on as text; what is nested is a problem where it stands, and no text', () => {
  const { table: found, rows, issues } = read('[{"a":true,"b":{"c":[1,2]},"d":[3],"e":4}]');
  expect(found[0]).toEqual(['a', 'b', 'd', 'e']);
  const [a, b, d, e] = found[1] ?? [];
  expect(issues).toEqual(['1:16 nested-value', '1:32 nested-value']);
  expect([a, e]).toEqual(['true', '4']);
  expect([b, d]).toEqual(['', '']);
  expect(rows).toHaveLength(2);
});

test('a cell has the line and character of its value, a missing one the line of its row', () => {
  const text = '[\n  {"a": 1,\n   "b": "x"},\n  {"b": 2}\n]';
  const [header, first, second] = read(text).rows;
  expect(header?.places).toEqual(['2:9', '3:9']);
  expect(first).toMatchObject({ line: 2, places: ['2:9', '3:9'] });
  expect(second).toMatchObject({ line: 4, places: ['4:', '4:9'] });
  // In JSON Lines the line is that of the file.
  expect(read('{"a":1}\n\n{"a":22}', true).rows[2]).toMatchObject({ line: 3, places: ['3:6'] });
});

describe('a text that is not rows is refused, and no row is handed on', () => {
  test.each<[string, string, boolean, string[]]>([
    ['a comma too many', '[{"a":1},]', false, ['1:10 malformed-json']],
    ['a missing bracket', '[{"a":1}', false, ['1:9 malformed-json']],
    ['a comment', '[{"a":1}] // x', false, ['1:11 malformed-json']],
    ['text behind the end', '[{"a":1}] x', false, ['1:11 malformed-json']],
    ['a single value', '42', false, ['1:1 json-not-rows']],
    ['values in an array', '[1,2]', false, ['1:2 json-not-rows', '1:4 json-not-rows']],
    ['arrays in an array', '[[{"a":1}]]', false, ['1:2 json-not-rows']],
    ['an object without rows', '{"a":1}', false, ['1: json-not-rows']],
    ['an object of objects', '{"甲":{"撤销":3}}', false, ['1:6 json-not-rows']],
    ['rows that are an object', '{"rows":{"a":1}}', false, ['1:9 json-not-rows']],
  ])('%s', (_, text, lines, issues) => {
    expect(read(text, lines)).toMatchObject({ whole: false, table: [], issues });
  });

  test.each<[string, string, boolean, string[]]>([
    [
      'an element that is no object',
      '[{"a":1},7,[{"a":3}],{"a":[2]}]',
      false,
      ['1:10 json-not-rows', '1:12 json-not-rows', '1:27 nested-value'],
    ],
    ['a key twice', '[{"a":1,\n"a":2}]', false, ['2:5 duplicate-key']],
    ['a bad line', '{"a":1}\n{"a":}\n', true, ['2:6 malformed-json']],
    ['a value on a line', '{"a":1}\n5\n', true, ['2:1 json-not-rows']],
  ])(
    '%s is a problem where it stands, and the first value of a key is the one kept',
    (_, text, lines, issues) => {
      const found = read(text, lines);
      expect(found.issues).toEqual(issues);
      expect(found.table.slice(0, 2)).toEqual([['a'], ['1']]);
    },
  );

  test('each bad line of JSON Lines is named', () => {
    expect(read('{"a":\n{"a":1}\n{"b" 2}\n', true).issues).toHaveLength(2);
  });
});
