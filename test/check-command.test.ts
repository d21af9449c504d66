import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { visible } from '../src/message/visible.ts';
import { workFolder } from './support/gate.ts';
import { runFake } from './support/host.ts';

const { write, read, exists, check } = workFolder();

const HEADER = '单位,法制审核人员,执法人员总数,街道专职人民调解员';

/** Sheets by their worst finding; of two units each, so that nothing is judged for the whole. */
const SHEETS = {
  ok: [HEADER, '甲街道,2,40,2', '乙街道,3,60,2'],
  unknown: [HEADER, '甲街道,2,40,2', '乙街道,3,,2'],
  // 1/24 = 4.17% where 5% are asked for in principle.
  warn: [HEADER, '甲街道,1,24,2', '乙街道,3,,2'],
  breach: [HEADER, '甲街道,1,24,1', '乙街道,3,,2'],
  // One cell that is no number and one that is negative.
  invalid: [HEADER, '甲街道,x,24,2', '乙街道,3,60,-1'],
} as const;

type SheetName = keyof typeof SHEETS;

const given = (...names: readonly SheetName[]): void => {
  for (const name of names) write(`${name}.csv`, SHEETS[name]);
};

const OPTIONS = ['breach', 'warn', 'unknown', 'never'] as const;

describe('the exit code', () => {
  test.each([
    ['ok', [0, 0, 0, 0]],
    ['unknown', [0, 0, 1, 0]],
    ['warn', [0, 1, 1, 0]],
    ['breach', [1, 1, 1, 0]],
    // Nothing could be judged, so nothing is said to be well.
    ['invalid', [2, 2, 2, 2]],
  ] as const)(
    'where the worst is %s is, under breach, warn, unknown and never, %j',
    async (name, codes) => {
      given(name);
      const exits = [];
      for (const failOn of OPTIONS) {
        exits.push((await check([`${name}.csv`, '--fail-on', failOn])).exit);
      }
      expect(exits).toEqual(codes);
    },
  );

  test('is that of --fail-on breach unless told otherwise', async () => {
    given('warn', 'breach');
    expect((await check(['warn.csv'])).exit).toBe(0);
    expect((await check(['breach.csv'])).exit).toBe(1);
  });

  test('of several files is that of the worst', async () => {
    given('ok');
    write('other.csv', [HEADER, '丙街道,2,40,1']);
    expect((await check(['ok.csv', 'other.csv'])).exit).toBe(1);
    expect((await check(['other.csv', 'ok.csv'])).exit).toBe(1);
  });

  test('is the same where the reader of standard output has gone', async () => {
    given('ok', 'breach');
    for (const reporter of ['text', 'json', 'markdown', 'github']) {
      const run = (file: string) => check([file, '--reporter', reporter], { stdoutError: 'EPIPE' });
      expect(await run('ok.csv')).toEqual({ exit: 0, stdout: '', stderr: '' });
      expect(await run('breach.csv')).toEqual({ exit: 1, stdout: '', stderr: '' });
    }
  });

  test('is 2 where the report could not be written', async () => {
    given('ok');
    const { exit, stderr } = await check(['ok.csv'], { stdoutError: 'ENOSPC' });
    expect([exit, stderr]).toEqual([2, 'xc-eval: 无法写入 stdout：磁盘已满\n']);
  });
});

describe('the summary', () => {
  const lastLine = async (...args: string[]) => {
    const { stdout, stderr } = await check(args);
    expect(stderr).toBe('');
    return stdout.trimEnd().split('\n').at(-1);
  };

  test('counts what was judged and how it ended, and what made the run fail', async () => {
    given('ok', 'breach');
    // Two units and two standards.
    expect(await lastLine('ok.csv')).toBe(
      '共判断 4 项：达标 4，未达标 0，警示 0，未知 0，通过（--fail-on breach）',
    );
    expect(await lastLine('breach.csv')).toBe(
      '共判断 4 项：达标 1，未达标 1，警示 1，未知 1，不通过：1 项（--fail-on breach）',
    );
    expect(await lastLine('breach.csv', '--fail-on', 'unknown')).toBe(
      '共判断 4 项：达标 1，未达标 1，警示 1，未知 1，不通过：3 项（--fail-on unknown）',
    );
    expect(await lastLine('breach.csv', '--fail-on', 'never')).toBe(
      '共判断 4 项：达标 1，未达标 1，警示 1，未知 1，通过（--fail-on never）',
    );
  });

  test('is all that is printed where all is well', async () => {
    given('ok');
    const { stdout } = await check(['ok.csv']);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  test('speaks English on request, the names in the data apart', async () => {
    given('breach');
    const { stdout } = await check(['breach.csv', '--lang', 'en']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toBe(
      '4 judged: 1 ok, 1 breached, 1 warnings, 1 unknown, failed: 1 (--fail-on breach)',
    );
    const ours = stdout.replaceAll(/[甲乙]街道|《.*?》 \S+/g, '');
    expect(ours).not.toMatch(/\p{Script=Han}|[，：；（）]/u);
  });
});

describe('a finding as text', () => {
  test('gives the numbers, the standard, what would mend it, its source and its place', async () => {
    given('warn');
    const { stdout } = await check(['warn.csv']);
    // 5% of 24 are 1.2, so two people are needed and one is there.
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      '警示 甲街道 法制审核人员占比',
      '  1/24 = 4.17%；原则上不低于5%；还差 1 名（法制审核人员）',
      '  出处：《西城区“十四五”时期法治政府建设规划中期评估报告》六（四）',
      '  数据：warn.csv:2:2',
    ]);
  });

  test('rounds as asked, and judges what is not rounded', async () => {
    // 49/981 = 4.995%, which is 5% at two decimals and yet below it.
    write('data.csv', [HEADER, '甲街道,49,981,2', '乙街道,3,60,2']);
    const run = async (...options: string[]) => (await check(['data.csv', ...options])).stdout;
    expect(await run()).toContain('49/981 = 4.99%');
    expect(await run('--precision', '1')).toContain('49/981 = 5.0%');
    expect(await run('--precision', '1', '--rounding', 'truncate')).toContain('49/981 = 4.9%');
  });
});

describe('data that is invalid', () => {
  const problems = [
    'invalid.csv:2:2: 法制审核人员“x”不是数字；未报送请留空或写“—” [not-a-number]',
    'invalid.csv:3:4: 街道专职人民调解员“-1”是负数，请核对 [negative-count]',
  ];

  test('is refused with all its problems on standard error, and nothing on standard output', async () => {
    given('invalid');
    expect(await check(['invalid.csv'])).toEqual({
      exit: 2,
      stdout: '',
      stderr: `${problems.join('\n')}\n共 2 个问题，未计算任何指标；改正后重试\n`,
    });
  });

  test.each(['json', 'junit', 'github', 'sarif', 'gitlab', 'markdown'])(
    'is reported by %s all the same, as its reader waits for a report',
    async (reporter) => {
      given('invalid');
      const { exit, stdout } = await check(['invalid.csv', '--reporter', reporter]);
      expect(exit).toBe(2);
      expect(stdout).toContain('是负数');
    },
  );

  test('is in the report not as passed and not as judged', async () => {
    given('invalid');
    const { stdout } = await check(['invalid.csv', '--reporter', 'json', '--fail-on', 'never']);
    expect(JSON.parse(stdout)).toMatchObject({
      passed: false,
      judged: false,
      summary: { judged: 0, ok: 0, breach: 0, warn: 0, unknown: 0 },
      findings: [],
      issues: [
        { code: 'not-a-number', line: 2 },
        { code: 'negative-count', line: 3 },
      ],
    });
  });

  test('is written to a file as text, where nothing else would say why it is empty', async () => {
    given('invalid');
    await check(['invalid.csv', '-o', 'report.txt']);
    expect(read('report.txt').split('\n')).toEqual([
      ...problems.map((problem) => `数据有误 ${problem}`),
      '',
      '数据有 2 个问题，未作判断；改正后重试',
      '',
    ]);
  });

  test('of which nothing can be read is refused also under --allow-invalid', async () => {
    write('empty.csv', '');
    for (const file of ['empty.csv', 'missing.csv']) {
      const { exit, stdout } = await check([file, '--allow-invalid']);
      expect([exit, stdout]).toEqual([2, '']);
    }
  });

  test('is judged under --allow-invalid: what cannot be read is unknown, and the problems fail', async () => {
    given('invalid');
    const { exit, stdout } = await check(['invalid.csv', '--allow-invalid']);
    expect(exit).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual(problems.map((text) => `数据有误 ${text}`));
    // 甲 has 2 mediators, 乙 3 of 60; the other two of the four are not known.
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([
      '数据有 2 个问题',
      '共判断 4 项：达标 2，未达标 0，警示 0，未知 2，不通过：2 项（--fail-on breach）',
    ]);
  });

  test.each([
    ['breach', [1, 1, 1, 0]],
    ['warn', [0, 1, 1, 0]],
  ])('that a configuration calls %s fails by that name', async (data, codes) => {
    given('invalid');
    write('own.json', JSON.stringify({ severities: { data } }));
    const exits = [];
    for (const failOn of OPTIONS) {
      const args = ['--allow-invalid', '--config', 'own.json', '--fail-on', failOn];
      exits.push((await check(['invalid.csv', ...args])).exit);
    }
    expect(exits).toEqual(codes);
  });
});

describe('where reports go', () => {
  test('each reporter writes to its file, and one may print', async () => {
    given('breach');
    const { exit, stdout } = await check([
      ...['breach.csv', '--reporter', 'json=a.json', '--reporter', 'markdown=b.md'],
      ...['--reporter', 'text', '--reporter', 'junit=c=d.xml'],
    ]);
    expect(exit).toBe(1);
    expect(stdout).toContain('共判断 4 项');
    expect(JSON.parse(read('a.json'))).toMatchObject({ passed: false });
    expect(read('b.md')).toMatch(/^### xc-eval check\n/);
    expect(read('c=d.xml')).toMatch(/^<\?xml /);
  });

  test('what is in a file is what would have been printed', async () => {
    given('breach');
    for (const reporter of ['text', 'json', 'markdown', 'junit', 'sarif', 'gitlab', 'github']) {
      const printed = (await check(['breach.csv', '--reporter', reporter])).stdout;
      const { stdout } = await check(['breach.csv', '--reporter', `${reporter}=${reporter}.out`]);
      expect([reporter, stdout, read(`${reporter}.out`)]).toEqual([reporter, '', printed]);
    }
  });

  test('--output is where the reporter without a file writes', async () => {
    given('breach');
    const { stdout } = await check([
      ...['breach.csv', '--reporter', 'json', '-o', 'a.json', '--reporter', 'markdown=b.md'],
    ]);
    expect(stdout).toBe('');
    expect(JSON.parse(read('a.json'))).toMatchObject({ passed: false });
    expect(exists('b.md')).toBe(true);
    const text = await check(['breach.csv', '-o', 'a.txt']);
    expect([text.exit, text.stdout]).toEqual([1, '']);
    expect(read('a.txt')).toContain('共判断 4 项');
  });

  test.each([
    [
      'two reporters on standard output',
      ['--reporter', 'text', '--reporter', 'github'],
      'text 和 github 不能都写到标准输出；请给其中一个指定文件，如 --reporter github=文件',
    ],
    [
      'the same reporter twice on standard output',
      ['--reporter', 'json', '--reporter', 'json'],
      'json 和 json 不能都写到标准输出；请给其中一个指定文件，如 --reporter json=文件',
    ],
    [
      'two reporters in one file',
      ['--reporter', 'json=a.out', '--reporter', 'sarif=a.out'],
      'a.out 被指定了两次，请写到不同的文件',
    ],
    [
      'a reporter in the file of --output',
      ['--reporter', 'json=a.out', '--reporter', 'text', '-o', 'a.out'],
      'a.out 被指定了两次，请写到不同的文件',
    ],
    [
      'a folder that is not there',
      ['--reporter', 'json=none/a.json'],
      '无法写入 none/a.json：文件夹不存在',
    ],
  ])('%s: refused', async (_, options, sentence) => {
    given('ok');
    expect(await check(['ok.csv', ...options])).toEqual({
      exit: 2,
      stdout: '',
      stderr: `xc-eval: ${sentence}\n`,
    });
    expect(exists('a.out')).toBe(false);
  });

  test.each(['xml', 'JSON', '', '=a.json', 'json='])(
    'the reporter "%s" is none, and those that are, are named',
    async (reporter) => {
      given('ok');
      const { exit, stdout, stderr } = await check(['ok.csv', '--reporter', reporter]);
      expect([exit, stdout]).toEqual([2, '']);
      for (const name of ['text', 'json', 'junit', 'github', 'sarif', 'gitlab', 'markdown']) {
        expect(stderr).toContain(`${name}[=FILE]`);
      }
    },
  );

  test('a file that exists is refused before anything is read or written', async () => {
    write('old.md', 'mine');
    const args = ['missing.csv', '--reporter', 'json=new.json', '--reporter', 'markdown=old.md'];
    const { exit, stdout, stderr } = await check(args);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe('xc-eval: old.md 已存在，未写入；换一个名称，或加 --overwrite 覆盖\n');
    expect([exists('new.json'), read('old.md')]).toEqual([false, 'mine']);
  });

  test('--overwrite replaces files', async () => {
    given('ok');
    write('old.md', 'mine');
    const { exit } = await check(['ok.csv', '--reporter', 'markdown=old.md', '--overwrite']);
    expect([exit, read('old.md').slice(0, 3)]).toEqual([0, '###']);
  });

  test('a file gets neither colour nor the width of the terminal', async () => {
    given('breach');
    await check(['breach.csv'], {});
    const options = { tty: { columns: 40 }, environment: { FORCE_COLOR: '3' } };
    await check(['breach.csv', '-o', 'a.txt'], options);
    expect(read('a.txt')).toBe((await check(['breach.csv'])).stdout);
  });
});

describe('in GitHub Actions', () => {
  const environment = { GITHUB_STEP_SUMMARY: 'summary.md' };

  test('the github reporter adds a page to the summary of the build', async () => {
    given('breach');
    write('summary.md', 'before\n');
    const { exit } = await check(['breach.csv', '--reporter', 'github'], { environment });
    expect(exit).toBe(1);
    const markdown = (await check(['breach.csv', '--reporter', 'markdown'])).stdout;
    expect(read('summary.md')).toBe(`before\n${markdown}`);
  });

  test('other reporters leave it alone', async () => {
    given('breach');
    await check(['breach.csv', '--reporter', 'markdown=a.md'], { environment });
    expect(exists('summary.md')).toBe(false);
  });

  test('no summary is written where none is named', async () => {
    given('ok');
    for (const named of [{}, { GITHUB_STEP_SUMMARY: '' }]) {
      const run = await check(['ok.csv', '--reporter', 'github'], { environment: named });
      expect(run).toMatchObject({ exit: 0, stderr: '' });
    }
  });

  test('a summary that cannot be written is said', async () => {
    given('ok');
    const { exit, stderr } = await check(['ok.csv', '--reporter', 'github'], {
      environment: { GITHUB_STEP_SUMMARY: 'none/summary.md' },
    });
    expect([exit, stderr]).toEqual([2, 'xc-eval: 无法写入 none/summary.md：文件夹不存在\n']);
  });
});

describe('on a terminal', () => {
  test.each([80, 40])('of %i columns no line is wider, and nothing is lost', async (columns) => {
    given('breach');
    const environment = { NO_COLOR: '1' };
    const folded = (await check(['breach.csv'], { tty: { columns }, environment })).stdout;
    for (const line of folded.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    const plain = (await check(['breach.csv'])).stdout;
    expect(folded.replace(/\s/g, '')).toBe(plain.replace(/\s/g, ''));
  });

  test('that does not know its width lines are as on one of 80 columns', async () => {
    given('breach');
    const on = async (columns: number) =>
      (await check(['breach.csv'], { tty: { columns } })).stdout;
    expect(await on(0)).toBe(await on(80));
    expect(await on(40)).not.toBe(await on(80));
  });

  test('the verdict is coloured, unless colour is declined', async () => {
    given('breach');
    const tty = { columns: 80 };
    expect((await check(['breach.csv'], { tty })).stdout).toContain('\u001b[');
    expect((await check(['breach.csv', '--no-color'], { tty })).stdout).not.toContain('\u001b');
    expect((await check(['breach.csv'])).stdout).not.toContain('\u001b');
  });
});

describe('the JSON report', () => {
  test('is what `schema check` describes', async () => {
    const { stdout: schema } = await runFake(['schema', 'check']);
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
      JSON.parse(schema),
    );
    given('ok', 'unknown', 'breach', 'invalid');
    write('years.csv', [
      '单位,期间,行政检查量,街道、社区专职调解员',
      '西城区,2021,10,30',
      '西城区,2022,9,29',
    ]);
    // Published decimals, a sum beyond 2^53, and a metric of which a column is missing.
    write('odd.csv', [
      '单位,培训总学时,执法人员总数,受理的一审行政诉讼案件数量,复议案件受理数量',
      '西城区,0.5,9007199254740993,9007199254740993,1',
    ]);
    await check(['breach.csv', '--baseline', 'known.json', '--update-baseline']);
    const runs: readonly (readonly string[])[] = [
      ['ok.csv'],
      ['unknown.csv', '--fail-on', 'unknown'],
      ['breach.csv', '--lang', 'en'],
      ['breach.csv', '--baseline', 'known.json'],
      ['unknown.csv', '--baseline', 'known.json'],
      ['invalid.csv'],
      ['invalid.csv', '--allow-invalid'],
      ['years.csv'],
      ['odd.csv'],
    ];
    for (const args of runs) {
      const { stdout } = await check([...args, '--reporter', 'json']);
      validate(JSON.parse(stdout));
      expect([args, validate.errors]).toEqual([args, null]);
    }
  });

  test('has a finding a line, and says in one sentence what text says in four lines', async () => {
    given('warn');
    const { stdout } = await check(['warn.csv', '--reporter', 'json']);
    const { findings, standards } = JSON.parse(stdout);
    expect(stdout.split('\n').filter((line) => line.startsWith('{"unit"'))).toHaveLength(2);
    expect(findings[0]).toMatchObject({
      unit: '甲街道',
      period: null,
      numerator: 1,
      denominator: 24,
      limit: 0.05,
      fails: false,
      file: 'warn.csv',
      line: 2,
      column: 2,
      message:
        '甲街道 法制审核人员占比：1/24 = 4.17%；原则上不低于5%：警示，还差 1 名（法制审核人员）',
    });
    expect(standards.map(({ id }: { id: string }) => id)).toEqual(['legalReviewStaffMinimum']);
  });
});

describe('names that try to get out of their field', () => {
  const HOSTILE = [
    '::error file=a::x',
    '甲\n::stop-commands::x',
    '甲\r\n::error::x',
    '\u2028::error::x',
    '| a | b |',
    '\\|\\',
    '<script>`[x](y)`',
    '\u001b[2J\u202e',
    '甲\t乙',
  ];
  const rows = JSON.stringify(
    HOSTILE.map((unit) => ({ 单位: unit, 法制审核人员: 1, 执法人员总数: 24 })),
  );

  test('text keeps four lines a finding, and no line is a command to a build service', async () => {
    write('rows.json', rows);
    const { stdout } = await check(['rows.json']);
    const lines = stdout.split(/\r\n|\n|\r|\u2028/);
    // A blank line and the summary come after, and the end of the last line.
    expect(lines).toHaveLength(4 * HOSTILE.length + 3);
    for (const line of lines) {
      expect(line.trimStart()).not.toMatch(/^(?:::|##\[)/);
      expect(visible(line)).toBe(line);
    }
  });

  test('a path that looks like a command does not begin a line of either stream', async () => {
    for (const file of ['::error::a.csv', '::error::b.json']) {
      write(file, file.endsWith('json') ? '[{"单位":"甲","执法人员总数":"x"}]' : SHEETS.invalid);
      for (const options of [[], ['--allow-invalid'], ['--allow-invalid', '--lang', 'en']]) {
        const { stdout, stderr } = await check([file, ...options]);
        for (const line of `${stdout}\n${stderr}`.split('\n')) {
          expect(line.trimStart()).not.toMatch(/^::/);
        }
      }
    }
  });

  test('a Markdown table has as many cells in every row', async () => {
    write('rows.json', rows);
    const { stdout } = await check(['rows.json', '--reporter', 'markdown']);
    const table = stdout.split('\n').filter((line) => line.startsWith('|'));
    expect(table).toHaveLength(2 + HOSTILE.length);
    // Cells end at bars that no backslash is before.
    const cells = table.map((line) => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
    expect(new Set(cells)).toEqual(new Set([9]));
    expect(stdout).not.toMatch(/<script|(?<!\\)`/);
  });

  test('JSON keeps a finding a line, and gives the names back but for the white space in them', async () => {
    write('rows.json', rows);
    const { stdout } = await check(['rows.json', '--reporter', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { unit: string }[] };
    const named = HOSTILE.map((unit) => unit.replace(/\s+/g, ' ').trim());
    expect(findings.map(({ unit }) => unit).sort()).toEqual(named.sort());
    expect(visible(stdout.replaceAll('\n', ''))).toBe(stdout.replaceAll('\n', ''));
    expect(stdout.split('\n').filter((line) => line.startsWith('{"unit"'))).toHaveLength(
      HOSTILE.length,
    );
  });
});

describe('two outputs never meet', () => {
  test('also where the paths are written differently, or - stands for standard output', async () => {
    given('ok');
    const twice = ['--reporter', 'json=a.json', '--reporter', 'markdown=./a.json', '--overwrite'];
    expect((await check(['ok.csv', ...twice])).exit).toBe(2);
    expect((await check(['ok.csv', '--reporter', 'markdown', '--reporter', 'json=-'])).exit).toBe(
      2,
    );
    const baseline = ['--baseline', 'a.json', '--update-baseline'];
    expect((await check(['ok.csv', '--reporter', 'json=./a.json', ...baseline])).exit).toBe(2);
  });

  test('a baseline that could not be written is said before anything else is written', async () => {
    given('ok');
    const { exit } = await check([
      'ok.csv',
      '--reporter',
      'json=n.json',
      '--baseline',
      'no/b.json',
      '--update-baseline',
    ]);
    expect(exit).toBe(2);
    expect(exists('n.json')).toBe(false);
  });
});
