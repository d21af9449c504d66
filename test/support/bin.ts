import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the repository, in which paths of test data are written. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface BinOptions {
  readonly stdin?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

const BIN = 'bin/xc-eval.cjs';

/** Runs the built program as a process of its own, without a terminal. */
export const runBin = (args: readonly string[], options: BinOptions = {}) =>
  runProcess(process.execPath, [BIN, ...args], options);

/** Runs a shell script in which `$XC` is the built program. */
export const runShell = (script: string, options: BinOptions = {}) =>
  runProcess('bash', ['--norc', '-c', script], {
    ...options,
    environment: { XC: `${process.execPath} ${BIN}`, ...options.environment },
  });

function runProcess(
  command: string,
  args: readonly string[],
  { stdin = '', environment = {} }: BinOptions,
): Promise<{ exit: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...environment },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
    child.on('error', reject);
    child.on('close', (exit) =>
      resolve({
        exit,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}
