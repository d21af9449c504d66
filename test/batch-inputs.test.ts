/** Which files arguments stand for, and where their results go. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameOutputs, outputName } from '../src/batch/names.ts';
import { findInputs } from '../src/read/find-inputs.ts';
import { batch, manifestIn, table, write } from './support/batch.ts';
import { ROOT } from './support/bin.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xc-eval-inputs-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true, force: true });
});

const found = (patterns: readonly string[], excluded: readonly string[] = []) =>
  findInputs(patterns, excluded).then(({ files }) => files);

describe('an argument', () => {
  test('is a name where there is such a file, though it reads like a pattern', async () => {
    write('数据 (2026)/[Q3]/a.csv', '');
    write('数据 (2026)/Q/a.csv', '');
    expect(await found(['数据 (2026)/[Q3]/a.csv'])).toEqual(['数据 (2026)/[Q3]/a.csv']);
    expect(await found(['数据 (2026)/[Q3]'])).toEqual(['数据 (2026)/[Q3]/a.csv']);
  });

  test('of a folder is its data files, in whatever depth and case', async () => {
    for (const name of ['a.csv', 'b/c.TSV', 'b/d/e.json', 'f.jsonl', 'g.ndjson'])
      write(`in/${name}`, '');
    for (const name of ['notes.txt', 'h.csv.bak', '.hidden.csv', 'b/xc-eval.config.json'])
      write(`in/${name}`, '');
    expect(await found(['in'])).toEqual([
      'in/a.csv',
      'in/b/c.TSV',
      'in/b/d/e.json',
      'in/f.jsonl',
      'in/g.ndjson',
    ]);
  });

  test('is else a pattern, of files of whatever extension', async () => {
    for (const name of ['2024/a.csv', '2024/q1/b.csv', '2025/a.csv', 'x.txt']) write(name, '');
    expect(await found(['2024/**/*.csv'])).toEqual(['2024/a.csv', '2024/q1/b.csv']);
    expect(await found(['{2024,2025}/a.*', '*.txt'])).toEqual([
      '2024/a.csv',
      '2025/a.csv',
      'x.txt',
    ]);
    expect(await found([join(folder, '2025/*')])).toEqual([join(folder, '2025/a.csv')]);
    process.chdir('2025');
    expect(await found(['../2024/*.csv'])).toEqual(['../2024/a.csv']);
  });

  test('that matches nothing is named, and nothing is written', async () => {
    write('in/a.csv', table('甲', 1, 10));
    mkdirSync('empty');
    const { exit, stderr } = await batch(['in', 'none.csv', '*.zip', 'empty', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^xc-eval: 没有文件与 none\.csv、\*\.zip、empty 相符/);
    expect(readdirSync('.').sort()).toEqual(['empty', 'in']);
  });

  test('counts once, however often and in whatever way it is written, in any order', async () => {
    write('in/a.csv', '');
    write('in/b.csv', '');
    const ways = ['in/b.csv', './in/a.csv', 'in', join(folder, 'in/a.csv'), 'in/*.csv'];
    const forwards = await found(ways);
    expect(forwards).toHaveLength(2);
    expect(await found(ways.toReversed())).toEqual(forwards);
  });

  test('may be one of thousands', async () => {
    const names = Array.from(
      { length: 5000 },
      (_, index) => `in/${String(index).padStart(4, '0')}.csv`,
    );
    mkdirSync('in');
    for (const name of names) write(name, '');
    expect(await found(names.toReversed())).toEqual(names);
  });
});

describe('links', () => {
  test('are followed, and those that go round in a circle end', async () => {
    write('data/a.csv', '');
    write('in/b.csv', '');
    symlinkSync('../data', 'in/linked');
    symlinkSync('.', 'in/self');
    symlinkSync('..', 'in/up');
    expect(await found(['in'])).toEqual(['in/b.csv', 'in/linked/a.csv']);
  });

  test('to a file that is there anyway do not count it twice, and its own name is taken', async () => {
    write('loop/a.csv', '');
    write('loop/z/z.csv', '');
    symlinkSync('.', 'loop/self');
    symlinkSync('z/z.csv', 'loop/link.csv');
    const files = ['loop/a.csv', 'loop/z/z.csv'];
    expect(await found(['loop'])).toEqual(files);
    expect(await found(['loop/self/a.csv', 'loop/link.csv', 'loop'])).toEqual(files);
    expect(await found(['loop/**/*.csv'])).toEqual(files);
  });

  test('to one file from elsewhere count once, under the shortest name', async () => {
    write('data/a.csv', '');
    mkdirSync('in');
    symlinkSync('../data', 'in/linked');
    symlinkSync('../data/a.csv', 'in/one.csv');
    expect(await found(['in'])).toEqual(['in/one.csv']);
  });
});

describe('what cannot be looked at', () => {
  /** Results of in/a.csv and of in/month/b.csv, a folder behind a link. */
  async function prepare() {
    write('in/a.csv', table('甲', 1, 10));
    write('elsewhere/b.csv', table('乙', 2, 10));
    symlinkSync('../elsewhere', 'in/month');
    symlinkSync('../c.csv', 'in/c.csv');
    write('c.csv', table('丙', 3, 10));
    expect((await batch(['in', '--out', 'out'])).exit).toBe(0);
  }
  const results = ['in/a.csv.csv', 'in/c.csv.csv', 'in/month/b.csv.csv'];
  const areThere = () => results.map((name) => existsSync(join('out/results', name)));

  test.each([
    ['in a folder', 'in'],
    ['by a pattern', 'in/**'],
    ['by a pattern of folders', '{in,in/*}/*.csv'],
  ])('%s is told, and its earlier results stay', async (_, pattern) => {
    await prepare();
    rmSync('elsewhere', { recursive: true });
    rmSync('c.csv');
    const { exit, stderr } = await batch([pattern, '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr.split('\n').map((line) => line.split(' [')[0])).toEqual([
      'in/c.csv: 无法读取：文件不存在',
      'in/month: 无法读取：文件不存在',
      '',
    ]);
    expect(manifestIn('out').files.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['in/a.csv', 'done'],
      ['in/c.csv', 'unusable'],
      ['in/month', 'unusable'],
    ]);
    expect(areThere()).toEqual([true, true, true]);
  });

  test('is passed over where no file was wanted of it', async () => {
    await prepare();
    rmSync('elsewhere', { recursive: true });
    symlinkSync('nowhere.txt', 'in/notes.txt');
    expect(await found(['in/*.csv', 'in'])).toEqual(['in/a.csv', 'in/c.csv', 'in/month']);
    expect(await found(['in/*.csv'])).toEqual(['in/a.csv', 'in/c.csv']);
  });

  test('by its own name keeps its earlier results as well', async () => {
    await prepare();
    rmSync('elsewhere', { recursive: true });
    const { exit } = await batch(['in/a.csv', 'in/c.csv', 'in/month', '--out', 'out']);
    expect(exit).toBe(2);
    expect(areThere()).toEqual([true, true, true]);
  });

  test('but results of a link that is gone go with it', async () => {
    await prepare();
    rmSync('in/month');
    expect((await batch(['in', '--out', 'out'])).exit).toBe(0);
    expect(areThere()).toEqual([true, true, false]);
  });

  test.skipIf(process.getuid?.() === 0)('for want of permission', async () => {
    await prepare();
    chmodSync('elsewhere', 0o000);
    try {
      for (const pattern of ['in', 'in/**/*.csv', 'in/month', 'in/month/*.csv']) {
        const { exit, stderr } = await batch([pattern, '--out', 'out']);
        expect(exit).toBe(2);
        expect(stderr).toMatch(/^in\/month: 无法读取：没有读取权限/);
        expect(existsSync('out/manifest.json')).toBe(true);
      }
    } finally {
      chmodSync('elsewhere', 0o700);
    }
    expect(areThere()[2]).toBe(true);
  });
});

describe('results are no input', () => {
  test('neither of the folder that is written nor of the one that is compared', async () => {
    for (const name of ['in/a.csv', 'in/out/results/a.csv', 'in/old/b.csv']) write(name, '');
    expect(await found(['in', 'in/out/results/a.csv'], ['in/out', 'in/old'])).toEqual(['in/a.csv']);
    symlinkSync('in/out', 'other');
    expect(await found(['in'], ['other', 'in/old'])).toEqual(['in/a.csv']);
  });

  test('so that a run into its own input finds the same files again', async () => {
    write('a.csv', table('甲', 1, 10));
    for (const out of ['out', 'out', 'second']) {
      const { exit } = await batch(['.', '--out', out]);
      expect(exit).toBe(0);
      expect(manifestIn(out).files.map(({ path }) => path)).toEqual(['a.csv']);
    }
    // Whoever names a file by its name means it.
    expect(await found(['out/merged.csv'])).toEqual(['out/merged.csv']);
  });
});

test('inputs that all lie in the folder of results are told from none at all', async () => {
  write('in/a.csv', table('甲', 1, 10));
  const { exit, stderr } = await batch(['in', '--out', 'in']);
  expect({ exit, stderr }).toEqual({
    exit: 2,
    stderr:
      'xc-eval: in 中的文件都在 in（--out 或 --diff 的文件夹）之内，不作为输入；请把 --out 指到另一个文件夹\n',
  });
});

describe('the name of a result', () => {
  test.each([
    ['a.csv', 'a.csv.json'],
    ['./b/../数据 (2026)/[Q3]/a.csv', '数据 (2026)/[Q3]/a.csv.json'],
    ['../../a.csv', '_/_/a.csv.json'],
    ['/data/a.csv', 'data/a.csv.json'],
    ['CON.csv', '%43ON.csv.json'],
    ['aux/nul', '%61ux/%6Eul.json'],
    ['ends./b .csv', 'ends%2E/b .csv.json'],
    ['a:b?.csv', 'a%3Ab%3F.csv.json'],
    ['50%3A.csv', '50%253A.csv.json'],
    ['50%.csv', '50%.csv.json'],
  ])('of %j is %j', (path, name) => expect(outputName(path, 'json')).toBe(name));

  test('fits, however long that of the input is, and tells inputs apart', () => {
    const [first, second] = ['甲', '乙'].map((end) =>
      outputName(`${'长'.repeat(83)}${end}`, 'json'),
    );
    expect(Buffer.byteLength(first as string)).toBeLessThanOrEqual(255);
    expect(first).not.toBe(second);
  });

  const part = fc.oneof(
    fc.constantFrom('..', '.', '', 'CON', 'a', 'A', ' ', '...', '\u0000', '~', 'C:'),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('长', 'é', 'x'), minLength: 80, maxLength: 300 }),
  );
  const path = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));

  test('never leads out of the folder, and each part of it is a plain name', () => {
    fc.assert(
      fc.property(path, (name) => {
        const output = outputName(name, 'csv');
        if (output === '') return;
        expect(resolve('/out', output).startsWith(`/out${sep}`)).toBe(true);
        for (const each of output.split('/')) {
          expect(each).not.toMatch(/^\.{0,2}$|[\x00-\x1f<>:"\\|?*]|[. ]$/);
          expect(Buffer.byteLength(each)).toBeLessThanOrEqual(255);
        }
      }),
    );
  });

  test('is of one input only: of two that would meet both are told', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 6 }), (paths) => {
        const named = nameOutputs(paths, 'csv');
        if ('first' in named) expect(named.first).not.toBe(named.second);
        else {
          const keys = named.map(({ output }) => output.normalize('NFC').toLowerCase());
          expect(new Set(keys).size).toBe(paths.length);
        }
      }),
    );
  });

  test.each([
    [['A.csv', 'a.csv'], 'a.csv.csv'],
    [['caf\u00e9.csv', 'cafe\u0301.csv'], 'cafe\u0301.csv.csv'],
    [['../a.csv', '_/a.csv'], '_/a.csv.csv'],
    [['a', 'A.csv/b'], 'A.csv'],
  ])('%j meet', (paths, output) => {
    expect(nameOutputs(paths, 'csv')).toEqual({ first: paths[0], second: paths[1], output });
  });

  test('that two inputs share stops the run before it begins', async () => {
    write('in/A.csv', table('甲', 1, 10));
    write('in/a.csv', table('乙', 1, 10));
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr:
        'xc-eval: in/A.csv 和 in/a.csv 的结果都会写到 in/a.csv.csv（不区分大小写）；请改名，或分开计算\n',
    });
    expect(readdirSync('.')).toEqual(['in']);
  });
});
