/** `batch` in processes of its own: killed, in company, on a full disk, and on files that change. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withDatabase } from '../src/duckdb/database.ts';
import { batch, contentsOf, manifestIn, sha256, table, write } from './support/batch.ts';
import { ROOT } from './support/bin.ts';

const BIN = join(ROOT, 'bin/xc-eval.cjs');

/** One metric will do. */
const METRIC = ['--metric', '复议纠错率'];

/** Enough for two threads. */
const FILES = 130;

const nameOf = (index: number): string => `in/${String(index).padStart(3, '0')}.csv`;

/** Inputs, and what an undisturbed run makes of them; every test has copies. */
let prepared: string;
let folder: string;

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'xc-eval-prepared-'));
  process.chdir(prepared);
  for (let index = 0; index < FILES; index++)
    write(nameOf(index), table(`${index}号`, index, 1000));
  await complete('whole');
});
afterAll(() => rmSync(prepared, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xc-eval-process-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true, force: true });
});

const copyPrepared = (): void => cpSync(prepared, '.', { recursive: true });

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ exit: number | null; stdout: string; stderr: string }>;
}

/** Starts the built program in the folder of the test. */
function start(args: readonly string[], before = ''): Run {
  const words = ['node', BIN, 'batch', ...args, ...METRIC, '--no-config'];
  const command = `${before} exec ${words.map((word) => `'${word}'`).join(' ')}`;
  const child = spawn('bash', ['--norc', '-c', command], { env: { PATH: process.env.PATH } });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    text.stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text.stderr += chunk;
  });
  const ended = new Promise<{ exit: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (exit) => resolve({ exit, ...text }));
  });
  return { child, ended };
}

const complete = async (...args: readonly string[]): Promise<void> => {
  const { exit, stderr } = await start(['in', '--out', ...args]).ended;
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Kills a run as soon as something is so, or after a while. */
async function killWhen({ child, ended }: Run, isSo: () => boolean): Promise<void> {
  const late = Date.now() + 10_000;
  while (child.exitCode === null && !isSo() && Date.now() < late) await pause(1);
  child.kill('SIGKILL');
  await ended;
}

const resultsIn = (out: string): number =>
  existsSync(`${out}/results/in`) ? readdirSync(`${out}/results/in`).length : 0;

/** Moments of a run, by what there is in the folder. */
const MOMENTS: readonly (readonly [string, (out: string) => boolean])[] = [
  ['when there is a folder', (out) => existsSync(out)],
  ['when it is begun', (out) => existsSync(`${out}/.unfinished`)],
  ['at the first result', (out) => resultsIn(out) > 0],
  ['in the middle', (out) => resultsIn(out) > FILES / 2],
  ['at the last result', (out) => resultsIn(out) === FILES],
  ['at the merged table', (out) => existsSync(`${out}/merged.csv`)],
];

describe('a run that is killed', () => {
  beforeEach(copyPrepared);

  /** Nothing that has a name is half written. */
  function expectWhole(out: string): void {
    const whole = contentsOf('whole');
    const found = existsSync(out) ? Object.entries(contentsOf(out)) : [];
    for (const [name, digest] of found) {
      if (name.startsWith('results/') || /^[a-z]+\.[a-z]+$/.test(name)) {
        expect({ name, digest }).toEqual({ name, digest: whole[name] });
      }
    }
  }

  test.each(MOMENTS)('%s completes when it is started again', async (_, isSo) => {
    await killWhen(start(['in', '--out', 'out']), () => isSo('out'));
    expectWhole('out');
    await complete('out');
    expect(contentsOf('out')).toEqual(contentsOf('whole'));
  });

  test('when all is written but its own traces leaves none the next time', async () => {
    const whole = contentsOf('whole');
    write('whole/.unfinished', '');
    write('whole/.drafts/rows-0', 'x');
    await complete('whole');
    expect(contentsOf('whole')).toEqual(whole);
  });

  test('again and again completes in the end', async () => {
    for (const results of [10, 40, 90, 150]) {
      await killWhen(start(['in', '--out', 'out']), () => resultsIn('out') >= results);
      expectWhole('out');
    }
    await complete('out');
    expect(contentsOf('out')).toEqual(contentsOf('whole'));
  });

  let fresh: ReturnType<typeof contentsOf> | undefined;
  /** What an undisturbed run makes of the inputs as every test below leaves them. */
  const freshContents = async () => {
    if (fresh === undefined) {
      await complete('fresh');
      fresh = contentsOf('fresh');
    }
    return fresh;
  };

  test.each(['some results', 'the merged table'])(
    'over the results of an earlier one, with %s written, mixes nothing',
    async (moment) => {
      cpSync('whole', 'out', { recursive: true });
      for (let index = 0; index < FILES; index += 2)
        write(nameOf(index), table(`${index}号`, index + 10, 1000));
      const before = readFileSync('out/merged.csv').length;
      await killWhen(start(['in', '--out', 'out']), () =>
        moment === 'the merged table'
          ? existsSync('out/merged.csv') && readFileSync('out/merged.csv').length !== before
          : readFileSync('out/results/in/020.csv.csv', 'utf8').includes(',30,1000,'),
      );
      if (moment === 'some results') expect(existsSync('out/manifest.json')).toBe(false);
      // The file is as it was at first; its result, of the same length, may be of what it was in between.
      write(nameOf(20), table('20号', 20, 1000));
      await complete('out');
      expect(contentsOf('out')).toEqual(await freshContents());
    },
  );
});

describe('two runs into one folder', () => {
  test('do not mix: the second says who is there', async () => {
    copyPrepared();
    const runs = await Promise.all([1, 2, 3].map(() => start(['in', '--out', 'out']).ended));
    const refused = runs.filter(({ exit }) => exit !== 0);
    expect(refused.length).toBeLessThan(runs.length);
    for (const { exit, stdout, stderr } of refused) {
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toMatch(/^xc-eval: out 正由另一次运行写入（进程 \d+，始于 \d{4}-.*Z）/);
    }
    expect(contentsOf('out')).toEqual(contentsOf('whole'));
  });

  const lock = (pid: number, start: string, machine: string): string =>
    write(`out/.lock-${pid}-${start}-${machine}`, '');
  const here = hostname().replace(/[^\w.-]/g, '_');

  test.skipIf(!existsSync('/proc/self/stat'))('a process that is there holds it', async () => {
    write('in/a.csv', table('甲', 1, 10));
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] as string;
    const path = lock(process.ppid, began, here);
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toContain(`（进程 ${process.ppid}，`);
    expect(readdirSync('out')).toEqual([path.slice('out/'.length)]);
  });

  test.skipIf(!existsSync('/proc/self/stat'))(
    'one that is no more does not, nor another that has got its number',
    async () => {
      write('in/a.csv', table('甲', 1, 10));
      lock(2 ** 22 + 1, '1', here);
      lock(process.ppid, '1', here);
      const { exit } = await batch(['in', '--out', 'out']);
      expect(exit).toBe(0);
      expect(readdirSync('out').sort()).toEqual(['manifest.json', 'merged.csv', 'results']);
    },
  );

  test('one of another machine does, as far as can be told, and its lock is named', async () => {
    write('in/a.csv', table('甲', 1, 10));
    lock(7, '1', 'elsewhere.example');
    const { exit, stderr } = await batch(['in', '--out', 'out']);
    expect(exit).toBe(2);
    expect(stderr).toContain('机器 elsewhere.example，进程 7');
    expect(stderr).toContain('请删去 out/.lock-7-1-elsewhere.example');
  });
});

describe('a disk that is full', () => {
  // A limit on the size of files fails a write in its middle, as a full disk does.
  test.each([
    ['at a result', 1, ['--format', 'json']],
    ['at the merged table', 20, []],
  ])('%s is told, and the run completes when there is room', async (_, blocks, options) => {
    copyPrepared();
    const { exit, stdout, stderr } = await start(
      ['in', '--out', 'out', ...options],
      `ulimit -f ${blocks};`,
    ).ended;
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^xc-eval: 无法写入 out.*：/);
    expect(existsSync('out/manifest.json')).toBe(false);
    expect(readdirSync('out').some((name) => name.startsWith('.lock'))).toBe(false);
    await complete('out');
    expect(contentsOf('out')).toEqual(contentsOf('whole'));
  });
});

describe('a file that changes while it is read', () => {
  let texts: readonly string[];
  beforeAll(() => {
    texts = [table('甲', 1, 10), table('甲', 2, 10)];
  });

  test('gives a result of what was read, whose digest the manifest has', async () => {
    for (const [index, text] of texts.entries()) write(`in/${index}`, text);
    write('in/a.csv', texts[0] as string);
    const swap = `
      const { copyFileSync, renameSync } = require('node:fs');
      for (let turn = 0; ; turn++) { copyFileSync('in/' + (turn % 2), 'next'); renameSync('next', 'in/a.csv'); }`;
    const writer = spawn(process.execPath, ['-e', swap], { cwd: folder });
    try {
      for (let run = 0; run < 20; run++) {
        const { exit } = await batch(['in/a.csv', '--out', 'out']);
        expect(exit).toBe(0);
        const [file] = manifestIn('out').files;
        const read = texts.findIndex((text) => sha256(text) === file?.input?.sha256);
        const value = [',1,10,0.1,', ',2,10,0.2,'][read];
        expect(readFileSync('out/results/in/a.csv.csv', 'utf8')).toContain(value);
      }
    } finally {
      const ended = new Promise((resolve) => writer.once('close', resolve));
      writer.kill('SIGKILL');
      await ended;
    }
  });
});

test('Parquet files are computed in threads as well, and a broken one is no reason to stop', async () => {
  copyPrepared();
  const source = nameOf(7);
  await withDatabase({ memoryMiB: 64 }, (database) =>
    database.run(
      `COPY (FROM read_csv('${source}', header = true)) TO 'in/130.parquet' (FORMAT parquet)`,
    ),
  );
  write('in/131.parquet', 'no Parquet');
  const { exit, stderr } = await start(['in', '--out', 'out']).ended;
  expect(exit).toBe(2);
  expect(stderr).toMatch(/^in\/131\.parquet: .*\[unreadable-parquet\]\n$/);
  expect(readFileSync('out/results/in/130.parquet.csv', 'utf8')).toBe(
    readFileSync(`out/results/${source}.csv`, 'utf8'),
  );
  const [, last] = manifestIn('out').files.slice(-2);
  expect(last?.input?.sha256).toBe(sha256('no Parquet'));
});

test('threads give what one thread gives', async () => {
  copyPrepared();
  for (const index of [3, 20, 40, 70, 100, 129]) writeFileSync(nameOf(index), 'x');
  const many = await start(['in', '--out', 'threads', '--format', 'jsonl']).ended;
  const one = await batch(['in', '--out', 'one', '--format', 'jsonl', ...METRIC]);
  expect({ ...many, stdout: many.stdout.replaceAll('threads', 'one') }).toEqual(one);
  expect(contentsOf('threads')).toEqual(contentsOf('one'));
});
