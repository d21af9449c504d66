/** What only a real process shows: pipes, full disks, files that appear or stay as they are. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT, runBin, runShell } from './support/bin.ts';
import { runFake } from './support/host.ts';

const ONLINE = 'fixtures/data/2021-2023-网上可办.csv';
const QUARTERS = 'fixtures/data/合成-2024季度-单位报送.csv';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xc-eval-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a reader that closes the pipe is not an error', () => {
  test.each(['json', 'jsonl', 'csv'])('%s into head -1', async (format) => {
    // A row of input repeated far beyond what a pipe holds, so that writing meets the closed end.
    const rows = readFileSync(join(ROOT, QUARTERS), 'utf8').trimEnd().split('\n');
    const many = [rows[0], ...repeated(rows.slice(1), 8)].join('\n');
    const path = join(folder, 'many.csv');
    writeFileSync(path, many);
    const { exit, stdout, stderr } = await runShell(
      `set -o pipefail; $XC metrics "$FILE" --format ${format} | head -1`,
      { environment: { FILE: path } },
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  test('in process, whatever is written', async () => {
    const run = await runFake(['metrics', QUARTERS, '--format', 'csv'], { stdoutError: 'EPIPE' });
    expect(run).toEqual({ exit: 0, stdout: '', stderr: '' });
  });
});

/** The same units under other names: no row is there twice. */
function* repeated(rows: readonly string[], times: number): Iterable<string> {
  for (let time = 0; time < times; time++) {
    for (const row of rows) yield `${time}号${row}`;
  }
}

describe('a full disk', () => {
  test.skipIf(!existsSync('/dev/full'))(
    'behind standard output is told, with exit code 2',
    async () => {
      const { exit, stderr } = await runShell(`$XC metrics "$FILE" > /dev/full`, {
        environment: { FILE: ONLINE },
      });
      expect({ exit, stderr }).toEqual({ exit: 2, stderr: 'xc-eval: 无法写入 stdout：磁盘已满\n' });
    },
  );

  test.skipIf(!existsSync('/dev/full'))('behind --output is told, with exit code 2', async () => {
    const { exit, stdout, stderr } = await runBin(['metrics', ONLINE, '--output', '/dev/full']);
    expect({ exit, stdout, stderr }).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'xc-eval: 无法写入 /dev/full：磁盘已满\n',
    });
  });
});

describe('input that cannot be read', () => {
  test.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const path = join(folder, 'secret.csv');
    writeFileSync(path, readFileSync(join(ROOT, ONLINE)));
    chmodSync(path, 0o000);
    const { exit, stdout, stderr } = await runBin(['metrics', path]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`${path}: 无法读取：没有读取权限`);
  });

  test('a folder in place of a file', async () => {
    const { exit, stdout, stderr } = await runBin(['metrics', folder]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`${folder}: 无法读取：这是一个文件夹`);
  });
});

describe('--output', () => {
  const args = ['metrics', ONLINE, '--format', 'csv'];

  test('writes what standard output would show, and nothing there', async () => {
    const path = join(folder, 'out.csv');
    const { exit, stdout, stderr } = await runBin([...args, '--output', path]);
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe((await runBin(args)).stdout);
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  test('is refused over a file that exists, which stays as it is', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'mine\n');
    const { exit, stdout, stderr } = await runBin([...args, '--output', path]);
    expect({ exit, stdout, stderr }).toEqual({
      exit: 2,
      stdout: '',
      stderr: `xc-eval: ${path} 已存在，未写入；换一个名称，或加 --overwrite 覆盖\n`,
    });
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  test('replaces a file that exists with --overwrite', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'mine\n');
    const { exit, stderr } = await runBin([...args, '--output', path, '--overwrite']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe((await runBin(args)).stdout);
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  test('leaves a file that exists alone where the input is bad, even with --overwrite', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'mine\n');
    const bad = 'fixtures/data/hostile/bad-cells.csv';
    const { exit } = await runBin(['metrics', bad, '--output', path, '--overwrite']);
    expect(exit).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
  });

  test('into a missing folder makes no folder', async () => {
    const path = join(folder, 'missing', 'out.csv');
    const { exit, stdout, stderr } = await runBin([...args, '--output', path]);
    expect({ exit, stdout, stderr }).toEqual({
      exit: 2,
      stdout: '',
      stderr: `xc-eval: 无法写入 ${path}：文件夹不存在\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('has no colour, though the terminal has', async () => {
    const path = join(folder, 'out.txt');
    const { exit, stdout } = await runFake(['metrics', ONLINE, '--output', path], {
      tty: { columns: 80 },
    });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(readFileSync(path, 'utf8')).not.toContain('\u001b');
  });

  test('the exit code of --fail-on is that of the finding, and the file is there', async () => {
    const path = join(folder, 'out.csv');
    const { exit } = await runBin([
      'metrics',
      'fixtures/data/空白与零.csv',
      '--fail-on',
      'breach',
      '--output',
      path,
    ]);
    expect(exit).toBe(1);
    expect(existsSync(path)).toBe(true);
  });
});

test('standard input is read through a pipe', async () => {
  const { exit, stdout, stderr } = await runShell(`cat "$FILE" | $XC metrics - --format csv`, {
    environment: { FILE: 'fixtures/data/2022-行政复议.csv' },
  });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout).toContain('西城区,2022,reconsiderationCorrectionRate,复议纠错率,40,554,');
});
