/** Reading what an evaluation states: in any format and writing, or all that is wrong with it at once. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Issue } from '../src/issue/issue.ts';
import { loadStatuses } from '../src/read/load-statuses.ts';
import type { Statement } from '../src/score/statement.ts';
import { temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';
import { report2023, STATUSES_2023, statuses2023 } from './support/score.ts';

const files = temporaryFiles();
afterAll(files.remove);

let next = 0;

async function read(content: string | Uint8Array, extension = 'csv') {
  next += 1;
  const path = files.write(`statuses-${next}.${extension}`, content);
  const issues: Issue[] = [];
  const loaded = await loadStatuses(
    path,
    report2023,
    {
      encoding: 'auto',
      standardInput: () => Promise.reject(new Error('no standard input')),
      progress: () => undefined,
    },
    (found) => issues.push(found),
  );
  return {
    statements: loaded?.statements ?? new Map<string, Statement>(),
    wrong: issues.map(({ code, place: { line, column } }) =>
      [code, line, column].filter((part) => part !== undefined).join(' '),
    ),
    issues,
  };
}

/** {"4.2": "未完成"}: the statuses by number. */
const statusesOf = (statements: ReadonlyMap<string, Statement>) =>
  Object.fromEntries([...statements].map(([id, { status }]) => [id, status]));

describe('formats', () => {
  const text = readFileSync(STATUSES_2023, 'utf8');
  const rows = Object.entries(statuses2023());

  test('CSV, in the order of the file or any other', async () => {
    const { statements, wrong } = await read(text);
    expect(wrong).toEqual([]);
    expect(statusesOf(statements)).toEqual(statuses2023());
    const [head, ...lines] = text.trimEnd().split('\n');
    const reversed = await read([head, ...lines.toReversed()].join('\r\n'));
    expect(statusesOf(reversed.statements)).toEqual(statuses2023());
  });

  test('JSON, JSON Lines and TSV, in English headers as well', async () => {
    const objects = rows.map(([id, status]) => ({ id, status }));
    const lines = objects.map((each) => JSON.stringify(each));
    for (const [content, extension] of [
      [`[${lines.join(',\n')}]`, 'json'],
      [JSON.stringify({ rows: objects }), 'json'],
      [lines.join('\n'), 'jsonl'],
      [['indicator\tstatus', ...rows.map((row) => row.join('\t'))].join('\n'), 'tsv'],
    ] as const) {
      const { statements, wrong } = await read(content, extension);
      expect(wrong, extension).toEqual([]);
      expect(statusesOf(statements)).toEqual(statuses2023());
    }
  });

  // A JSON number keeps its digits: 4.10 is not 4.1.
  test('a number of JSON is read as it is written', async () => {
    const { statements, wrong } = await read(
      '[{"指标": 4.10, "状态": "已经完成"}, {"指标": 4.1, "状态": "未完成"}]',
      'json',
    );
    expect(wrong).toEqual([]);
    expect(statusesOf(statements)).toEqual({ '4.10': '已经完成', '4.1': '未完成' });
  });

  test('title lines, blank rows, full width and other names', async () => {
    const { statements, wrong } = await read(
      [
        '2023年度指标状态,,',
        ',,',
        '序 号,状态,得分',
        '４．２, 未 完成 ,',
        '',
        '4.3,已完成,５０％',
        '4.4,不适用,—',
      ].join('\n'),
    );
    expect(wrong).toEqual([]);
    expect([...statements.values()]).toMatchObject([
      { indicator: '4.2', status: '未完成', score: null },
      { indicator: '4.3', status: '已经完成', score: { numerator: 1n, denominator: 2n } },
      { indicator: '4.4', status: '不适用', score: null },
    ]);
  });

  test('remark, evidence and the place of the status are kept', async () => {
    const { statements } = await read(
      '指标,名称,状态,备注,依据\n4.2,x,未完成,"一, 二",台账\n4.3,x,,,\n',
    );
    expect(statements.get('4.2')).toMatchObject({
      remark: '一, 二',
      evidence: '台账',
      place: { line: 2, column: 3 },
    });
    expect(statements.get('4.3')).toMatchObject({ status: null, remark: null, evidence: null });
  });
});

describe('a name beside the number', () => {
  const named = async (id: string, name: string, header = '名称') =>
    (await read(`指标,${header},状态\n${id},${name},已经完成\n`)).wrong;

  test.each([
    ['the title of another indicator', '4.2', '行政诉讼败诉率'],
    ['up to width and spaces', '4.2', ' 行政 诉讼败诉率\u3000'],
    ['with the number of that', '4.2', '４.２３ 行政诉讼败诉率'],
    ['the title of a domain that it is not in', '4.2', '依法全面履行政府职能'],
    ['in English', '4.2', 'Full performance of government functions by law'],
  ])('is a problem where it is another one: %s', async (_, id, name) => {
    for (const header of ['名称', '指标名称', 'title']) {
      expect(await named(id, name, header)).toEqual(['score-other-name 2 2']);
    }
  });

  test.each([
    ['its own', '4.23', '行政诉讼败诉率'],
    ['its own, with its number', '4.23', '4.23 行政诉讼败诉率'],
    ['cut short', '4.23', '败诉率'],
    ['worded anew', '4.23', '2023年全区行政诉讼败诉情况'],
    ['part of the title of another', '4.2', '诉讼败诉率'],
    ['the domain that it is in', '4.2', '严格规范公正文明执法'],
    ['none', '4.2', ''],
  ])('is none where it may be its own: %s', async (_, id, name) => {
    expect(await named(id, name)).toEqual([]);
  });

  test('is no name of a domain in the column of the domains', async () => {
    expect(await named('4.2', '依法全面履行政府职能', '一级指标')).toEqual([]);
  });

  test('is said in a sentence with both numbers', async () => {
    const file = files.write('错位.csv', '指标,名称,状态\n4.2,行政诉讼败诉率,未完成\n');
    const { exit, stdout, stderr } = await runFake(['score', file]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('错位.csv:2:2: “行政诉讼败诉率”是 4.23 的名称，而此行是 4.2（');
  });
});

describe('all that is wrong, at once', () => {
  test('each with its line and column, and nothing else', async () => {
    const { wrong } = await read(readFileSync('fixtures/data/hostile/statuses.csv'));
    expect(wrong).toEqual([
      'score-unknown-header 2 6',
      'score-unknown-indicator 4 1',
      'score-not-an-indicator 5 1',
      'score-duplicate-indicator 6 1',
      'score-unknown-status 7 3',
      'score-out-of-range 8 4',
      'score-not-a-number 9 4',
      'score-without-status 10 4',
      'score-without-status 11 4',
      'score-uncounted-status 12 3',
      'score-blank-indicator 13 1',
    ]);
  });

  test.each<[string, string, readonly string[]]>([
    ['nothing', '', ['no-rows']],
    ['a header alone', '指标,状态\n', ['no-rows']],
    ['no header', '4.2,未完成\n', ['score-no-header 1 1']],
    ['no status column', '指标,得分\n4.2,1\n', ['score-no-header 1 1']],
    ['a column twice', '指标,序号,状态\n4.2,4.3,未完成\n', ['duplicate-column 1 2']],
    ['a cell too many', '指标,状态\n4.2,未完成,x\n', ['extra-cell 2 3']],
    ['nothing in a column without a name', '指标,,状态\n4.2,,未完成\n', []],
    [
      'something in columns without a name',
      '指标,,状态,\n4.2,,未完成,\n4.3,x,未完成,y\n4.4,z,未完成,\n',
      ['nameless-column 3 2', 'nameless-column 3 4'],
    ],
    ['a score below 0', '指标,状态,得分\n4.2,未完成,-0.1\n', ['score-out-of-range 2 3']],
    [
      'an indicator twice, in another writing',
      '指标,状态\n4.2,未完成\n４.2,未完成\n',
      ['score-duplicate-indicator 3 1'],
    ],
    [
      'a name of an object of the program',
      '指标,状态\nconstructor,toString\n',
      ['score-unknown-indicator 2 1', 'score-unknown-status 2 2'],
    ],
    ['a quotation mark that is not closed', '指标,状态\n"4.2,未完成\n', ['malformed-csv 2']],
  ])('%s', async (_, content, expected) => {
    expect((await read(content)).wrong).toEqual(expected);
  });

  test('in JSON the place is that of the value', async () => {
    const { wrong } = await read(
      '[\n {"指标": "4.2", "状态": "没完成"},\n {"指标": "4.99", "状态": "未完成"}\n]',
      'json',
    );
    expect(wrong).toEqual(['score-unknown-status 2 22', 'score-unknown-indicator 3 9']);
  });
});
