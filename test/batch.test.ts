/** `batch` as its users meet it: a folder of files in, a folder of results out. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  batch,
  contentsOf,
  fixture,
  manifestIn,
  sha256,
  staff,
  table,
  write,
} from './support/batch.ts';
import { ROOT } from './support/bin.ts';
import { runFake } from './support/host.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xc-eval-batch-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true, force: true });
});

const EXTENSION = { csv: 'csv', json: 'json', jsonl: 'jsonl', markdown: 'md' } as const;

describe('the results', () => {
  test.each(Object.entries(EXTENSION))(
    'in %s are what metrics writes',
    async (format, extension) => {
      write('in/a.csv', fixture('空白与零.csv'));
      write('in/深/b.json', fixture('合成-2024季度-单位报送.json'));
      const { exit } = await batch(['in', '--out', 'out', '--format', format]);
      expect(exit).toBe(0);
      for (const name of ['in/a.csv', 'in/深/b.json']) {
        const { stdout } = await runFake(['metrics', name, '--format', format, '--no-config']);
        expect(readFileSync(`out/results/${name}.${extension}`, 'utf8')).toBe(stdout);
      }
    },
  );

  test.each([
    ['tidy', []],
    ['tidy', ['--interval']],
    ['tidy', ['--format', 'json', '--by', 'total', '--partial']],
    ['wide', ['--layout', 'wide', '--metric', '复议纠错率,行政诉讼败诉率']],
  ])('are merged into one table (%s %j)', async (_, options) => {
    write('in/a.csv', fixture('空白与零.csv'));
    write('in/b,c.csv', fixture('2022-行政复议.csv'));
    const { exit } = await batch(['in', '--out', 'out', ...options]);
    expect(exit).toBe(0);
    const csv = options.filter((each) => each !== '--format' && each !== 'json');
    const lines = async (name: string) => {
      const run = await runFake(['metrics', name, '--format', 'csv', ...csv, '--no-config']);
      return run.stdout.trimEnd().split('\n');
    };
    const [header, ...first] = await lines('in/a.csv');
    const [, ...second] = await lines('in/b,c.csv');
    expect(readFileSync('out/merged.csv', 'utf8')).toBe(
      [
        `file,${header}`,
        ...first.map((line) => `in/a.csv,${line}`),
        ...second.map((line) => `"in/b,c.csv",${line}`),
        '',
      ].join('\n'),
    );
  });

  test('are listed with digests of what was read and of what was written', async () => {
    const text = table('甲', 1, 10);
    write('in/a.csv', text);
    await batch(['in', '--out', 'out']);
    const { files, table: merged } = manifestIn('out');
    const result = readFileSync('out/results/in/a.csv.csv');
    const all = readFileSync('out/merged.csv');
    const header = all.indexOf('\n') + 1;
    expect(merged).toEqual({ path: 'merged.csv', bytes: all.length, sha256: sha256(all) });
    expect(files).toEqual([
      {
        path: 'in/a.csv',
        input: { bytes: Buffer.byteLength(text), sha256: sha256(text) },
        encoding: 'utf-8',
        outcome: 'done',
        issues: 0,
        output: { path: 'in/a.csv.csv', bytes: result.length, sha256: sha256(result) },
        rows: { offset: header, bytes: all.length - header },
      },
    ]);
  });

  test('are those of GBK, UTF-16 and marked UTF-8 alike, and the manifest says what was read', async () => {
    const text = table('西城区', 40, 554);
    write('in/bom.csv', `\ufeff${text}`);
    write('in/gbk.csv', fixture('合成-2024季度-单位报送-GB18030.csv'));
    write('in/utf-16.csv', Buffer.from(`\ufeff${text}`, 'utf16le'));
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(manifestIn('out').files.map(({ encoding }) => encoding)).toEqual([
      'utf-8',
      'gb18030',
      'utf-16le',
    ]);
    const rows = readFileSync('out/merged.csv', 'utf8').split('\n');
    expect(rows.filter((row) => row.includes('复议纠错率,40,554,'))).toHaveLength(2);
    expect(rows.some((row) => row.startsWith('in/gbk.csv,德胜街道,'))).toBe(true);
  });

  test('take names from the data harmlessly', async () => {
    const name = 'in/=1+1\u001b[31m\n,"x".csv';
    write(name, table('甲', 1, 10));
    const { exit, stdout } = await batch(['in', '--out', 'out', '--fail-on', 'never']);
    expect(exit).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(readdirSync('out/results/in')).toEqual(['=1+1%1B[31m%0A,%22x%22.csv.csv']);
    const row = readFileSync('out/merged.csv', 'utf8').split('\n')[1];
    expect(row).toMatch(/^"in\/=1\+1␛\[31m␊,""x"".csv",甲,/);
    expect(manifestIn('out').files[0]?.path).toBe(name);
  });
});

describe('files that cannot be used', () => {
  beforeEach(() => {
    write('in/a.csv', table('甲', 1, 10));
    write('in/b.csv', table('乙', 'x', 10));
    write('in/c.csv', Buffer.from([0xff, 0x41, 0xff]));
    write('in/d.csv', '');
    symlinkSync('nowhere.csv', 'in/e.csv');
    write('in/f.csv', table('己', 2, 10));
  });

  test('do not stop the others, and are told with exit code 2', async () => {
    const { exit, stdout, stderr } = await batch(['in', 'in/e.csv', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual([
      'in/b.csv',
      'in/c.csv',
      'in/d.csv',
      'in/e.csv',
      '',
    ]);
    expect(stderr).toContain('in/b.csv:2:3: 复议撤销案件量“x”不是数字');
    expect(stdout).toContain('共 6 个文件：计算 6 个，未变而沿用 0 个；4 个不能使用，没有结果');
    expect(readdirSync('out/results/in')).toEqual(['a.csv.csv', 'f.csv.csv']);
    expect(manifestIn('out').files.map(({ outcome, issues }) => [outcome, issues])).toEqual([
      ['done', 0],
      ['unusable', 1],
      ['unusable', 1],
      ['unusable', 1],
      ['unusable', 1],
      ['done', 0],
    ]);
  });

  test('are tried again each time, and take their place once they are mended', async () => {
    await batch(['in', '--out', 'out']);
    const again = await batch(['in', '--out', 'out']);
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain('in/b.csv:2:3');
    expect(again.stdout).toContain('计算 4 个，未变而沿用 2 个');
    rmSync('in/e.csv');
    for (const name of ['b', 'c', 'd', 'e']) write(`in/${name}.csv`, table(name, 1, 4));
    const mended = await batch(['in', '--out', 'out']);
    expect({ exit: mended.exit, stderr: mended.stderr }).toEqual({ exit: 0, stderr: '' });
    await batch(['in', '--out', 'fresh']);
    expect(contentsOf('out')).toEqual(contentsOf('fresh'));
  });

  test('are computed with --allow-invalid as far as there is data', async () => {
    const { exit, stdout } = await batch(['in', '--out', 'out', '--allow-invalid']);
    expect(exit).toBe(2);
    expect(stdout).toContain('3 个不能使用，没有结果；1 个数据有问题，仍已计算');
    expect(readFileSync('out/merged.csv', 'utf8')).toContain('in/b.csv,乙,2024');
  });

  test('leave no result of an earlier content behind', async () => {
    await batch(['in', '--out', 'out']);
    write('in/a.csv', table('甲', 'y', 10));
    await batch(['in', '--out', 'out']);
    expect(readdirSync('out/results/in')).toEqual(['f.csv.csv']);
  });

  test('list the first problems of many', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index}号,2024,x,0,0,0,1`);
    write('many/a.csv', [table('甲', 1, 1).split('\n')[0], ...rows].join('\n'));
    const { stderr } = await batch(['many', '--out', 'out']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(21);
    expect(stderr).toContain('（另有 10 处问题；用 xc-eval metrics 单独计算这个文件可全部列出）');
  });

  test('as Parquet for want of a folder for temporary files', async () => {
    write('parquet/a.csv', table('甲', 1, 10));
    write('parquet/b.parquet', 'PAR1');
    vi.stubEnv('TMPDIR', '/nowhere');
    const { exit, stdout, stderr } = await batch(['parquet', '--out', 'out']);
    vi.unstubAllEnvs();
    expect(exit).toBe(2);
    expect(stderr).toBe(
      'parquet/b.parquet: 不能使用临时文件夹 /nowhere：文件夹不存在；请用环境变量 TMPDIR（Windows 上是 TEMP）指定另一个\n',
    );
    expect(stdout).toContain('共 2 个文件：计算 2 个，未变而沿用 0 个；1 个不能使用，没有结果');
    expect(readdirSync('out/results/parquet')).toEqual(['a.csv.csv']);
  });

  test('as Parquet that is none are told without the statement of DuckDB', async () => {
    write('parquet/b.parquet', 'no Parquet');
    const { exit, stderr } = await batch(['parquet', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^parquet\/b\.parquet: 不是可读的 Parquet 文件：/);
    expect(stderr).not.toContain('DESCRIBE');
    expect(stderr).not.toContain('LINE 1');
  });

  test.skipIf(process.getuid?.() === 0)('for want of permission', async () => {
    chmodSync('in/a.csv', 0o000);
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toContain('in/a.csv: 无法读取：没有读取权限');
  });
});

describe('the exit code', () => {
  test('is that of the finding in any file', async () => {
    write('in/a.csv', staff('甲', 5));
    write('in/b.csv', staff('乙', 4));
    const never = await batch(['in', '--out', 'out']);
    expect(never.exit).toBe(0);
    // 4 of 100 are less than 5 %, which holds in principle only: a warning.
    const warn = await batch(['in', '--out', 'out', '--fail-on', 'warn']);
    expect(warn.exit).toBe(1);
    expect(warn.stdout).toContain('1 个达到 --fail-on 的级别');
    const unchanged = await batch(['in', '--out', 'out', '--fail-on', 'warn']);
    expect(unchanged.exit).toBe(1);
    expect(unchanged.stdout).toContain('计算 0 个，未变而沿用 2 个');
    write('in/c.csv', 'x');
    expect((await batch(['in', '--out', 'out', '--fail-on', 'warn'])).exit).toBe(2);
  });
});

describe('what is unchanged is not computed again', () => {
  const computed = async (...args: string[]): Promise<number> => {
    const { stdout } = await batch(['in', '--out', 'out', '--summary', 'json', ...args]);
    return JSON.parse(stdout).files.computed;
  };

  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) write(`in/${name}.csv`, table(name, 1, 10));
    await batch(['in', '--out', 'out']);
  });

  test('and nothing is written', async () => {
    const written = () =>
      readdirSync('out', { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => `${name} ${statSync(join('out', name)).ino}`);
    const before = written();
    expect(await computed()).toBe(0);
    expect(written()).toEqual(before);
  });

  test('however often a file is written with the same content', async () => {
    write('in/a.csv', table('a', 1, 10));
    expect(await computed()).toBe(0);
  });

  test('but a file of another content is, though its length is the same', async () => {
    write('in/b.csv', table('b', 2, 10));
    expect(await computed()).toBe(1);
    await batch(['in', '--out', 'fresh']);
    expect(contentsOf('out')).toEqual(contentsOf('fresh'));
  });

  test('but all are with --force', async () => expect(await computed('--force')).toBe(3));

  test.each([
    [['--by', 'total']],
    [['--format', 'json']],
    [['--metric', '复议纠错率']],
    [['--lang', 'en']],
    [['--precision', '1']],
    [['--rounding', 'truncate']],
    [['--interval']],
    [['--partial']],
    [['--allow-invalid']],
    [['--encoding', 'utf-8']],
    [['--fail-on', 'breach']],
  ])('but all are with other options: %j', async (options) => {
    expect(await computed(...options)).toBe(3);
  });

  test('but all are by other definitions or standards', async () => {
    const config = (content: object) => {
      writeFileSync('own.json', JSON.stringify(content));
      return runFake(['batch', 'in', '--out', 'out', '--config', 'own.json', '--summary', 'json']);
    };
    const source = { document: '本区办法', section: '三', quote: '原话' };
    const units = { units: { names: { a: '甲' } } };
    const limit = { limit: '8%', source };
    const standards = { standards: { legalReviewStaffMinimum: limit } };
    const runs: (readonly [number, string, string])[] = [];
    for (const content of [units, units, { ...units, ...standards }]) {
      const { stdout } = await config(content);
      const { definition, standards } = manifestIn('out');
      runs.push([JSON.parse(stdout).files.computed, definition, standards]);
    }
    const [[first, ...named], [second, ...same], [third, definition, demands]] = runs as [
      (typeof runs)[0],
      (typeof runs)[0],
      (typeof runs)[0],
    ];
    expect([first, second, third]).toEqual([3, 0, 3]);
    expect(same).toEqual(named);
    expect(definition).toBe(named[0]);
    expect(demands).not.toBe(named[1]);
    expect(readFileSync('out/merged.csv', 'utf8')).toContain('in/a.csv,甲,');
  });

  test('but a result that was removed or cut short is made again', async () => {
    rmSync('out/results/in/a.csv.csv');
    writeFileSync('out/results/in/b.csv.csv', 'x');
    expect(await computed()).toBe(2);
    await batch(['in', '--out', 'fresh']);
    expect(contentsOf('out')).toEqual(contentsOf('fresh'));
  });

  test('but a result that was edited in its length is made again', async () => {
    const path = 'out/results/in/a.csv.csv';
    const text = readFileSync(path, 'utf8');
    write(path, text.replace('0.1', '0.9'));
    expect(await computed()).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('and no row of a merged table that was edited in its length is taken over', async () => {
    const text = readFileSync('out/merged.csv', 'utf8');
    for (const change of ['nothing', 'in/a.csv']) {
      write('out/merged.csv', text.replace('0.1', '0.9'));
      if (change !== 'nothing') write(change, `${table('a', 1, 10)}\n`);
      expect(await computed()).toBe(3);
      expect(readFileSync('out/merged.csv', 'utf8')).toBe(text);
    }
  });

  test.skipIf(process.getuid?.() === 0)(
    'and a merged table that may not be read is made again',
    async () => {
      chmodSync('out/merged.csv', 0o000);
      expect(await computed()).toBe(3);
      expect(readFileSync('out/merged.csv', 'utf8')).toContain('in/a.csv,');
    },
  );

  test('but all are where the merged table is gone', async () => {
    rmSync('out/merged.csv');
    expect(await computed()).toBe(3);
  });

  test('and the results of a file that is gone go as well', async () => {
    rmSync('in/b.csv');
    expect(await computed()).toBe(0);
    await batch(['in', '--out', 'fresh']);
    expect(contentsOf('out')).toEqual(contentsOf('fresh'));
  });
});

describe('a folder that holds anything else is left alone', () => {
  test.each([['a file', 'notes.txt', 'mine']])('%s', async (_, name, content) => {
    write('in/a.csv', table('甲', 1, 10));
    write(`out/${name}`, content);
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: 'xc-eval: 文件夹 out 不是空的，也不是 batch 的结果，未写入；请另选一个文件夹\n',
    });
    expect(readdirSync('out')).toEqual([name]);
  });

  test.each([
    ['of something else', 'manifest.json', '{"name": "my app"}', 'schemaVersion'],
    ['that is no JSON', 'manifest.json', 'mine', `Unexpected token 'm', "mine" is not valid JSON`],
    ['that is an empty list', 'manifest.json', '[]', 'JSON'],
    ['of a later version', 'manifest.json', '{"schemaVersion": 2}', 'schemaVersion'],
    ['of a run that was killed, cut short', '.unfinished', '{"schemaVersion": 1}', 'version'],
  ])('a manifest %s, which is named', async (_, name, content, wrongAt) => {
    write('in/a.csv', table('甲', 1, 10));
    write(`out/${name}`, content);
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: `xc-eval: out/${name} 不是本版本能读的 batch 清单（${wrongAt} 处不对），未写入；如 out 是 batch 的结果，请删去这个文件夹再运行，否则请另选一个文件夹\n`,
    });
    expect(readdirSync('out')).toEqual([name]);
  });

  test('a folder in the place of one of its files', async () => {
    write('in/a.csv', table('甲', 1, 10));
    await batch(['in', '--out', 'out']);
    write('out/.unfinished/mine', 'mine');
    for (const args of [[], ['--force']]) {
      const { exit, stderr } = await batch(['in', '--out', 'out', ...args]);
      expect({ exit, stderr }).toEqual({
        exit: 2,
        stderr: 'xc-eval: 无法读取 out/.unfinished：这是一个文件夹\n',
      });
    }
    expect(existsSync('out/.unfinished/mine')).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)('a manifest that may not be read', async () => {
    write('in/a.csv', table('甲', 1, 10));
    await batch(['in', '--out', 'out']);
    chmodSync('out/manifest.json', 0o000);
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: 'xc-eval: 无法读取 out/manifest.json：没有读取权限\n',
    });
  });

  test('a link out of it', async () => {
    write('in/a.csv', table('甲', 1, 10));
    await batch(['in', '--out', 'out']);
    mkdirSync('elsewhere');
    rmSync('out/results/in', { recursive: true });
    symlinkSync('../../elsewhere', 'out/results/in');
    write('in/a.csv', table('甲', 2, 10));
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toContain('out/results/in 是符号链接');
    expect(readdirSync('elsewhere')).toEqual([]);
  });

  test('but a link to the folder itself is the choice of its user', async () => {
    write('in/a.csv', table('甲', 1, 10));
    mkdirSync('elsewhere');
    symlinkSync('elsewhere', 'out');
    expect((await batch(['in', '--out', 'out'])).exit).toBe(0);
    expect(existsSync('elsewhere/manifest.json')).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)('without permission to write', async () => {
    write('in/a.csv', table('甲', 1, 10));
    mkdirSync('out');
    chmodSync('out', 0o500);
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: 'xc-eval: 无法写入 out：没有写入权限\n' });
  });

  test('a file in its place', async () => {
    write('in/a.csv', table('甲', 1, 10));
    write('out', 'mine');
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toBe('xc-eval: 无法写入 out：已有同名的文件，它不是文件夹\n');
    const below = await batch(['in', '--out', 'out/2024']);
    expect(below.stderr).toBe('xc-eval: 无法写入 out/2024：路径中有一段是文件，不是文件夹\n');
    expect(readFileSync('out', 'utf8')).toBe('mine');
  });
});

test('a terminal shows how far a long run is, and nothing else does', async () => {
  for (let index = 0; index < 100; index++) write(`in/${index}.csv`, table('甲', 1, 10));
  const one = ['--metric', '复议纠错率'];
  const shown = await batch(['in', '--out', 'out', ...one], { tty: { columns: 80 } });
  expect(shown.stderr).toContain('100/100');
  expect((await batch(['in', '--out', 'again', ...one])).stderr).toBe('');
});

test('--layout wide needs --metric, so that all files have the same columns', async () => {
  write('in/a.csv', table('甲', 1, 10));
  const { exit, stderr } = await batch(['in', '--out', 'out', '--layout', 'wide']);
  expect({ exit, stderr }).toEqual({
    exit: 2,
    stderr: 'xc-eval: batch 的 --layout wide 须与 --metric 同用：合并表中各文件的列必须相同\n',
  });
});
