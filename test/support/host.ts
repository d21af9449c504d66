import { Readable, Writable } from 'node:stream';
import type { Host } from '../../src/cli/host.ts';
import { processHost, run } from '../../src/cli/main.ts';

/** What a test says of the machine it pretends to be. */
export interface HostOptions {
  readonly stdin?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  /** Present where standard output is a terminal. */
  readonly tty?: { readonly columns: number };
  /** The system error that each write to standard output ends with. */
  readonly stdoutError?: 'EPIPE' | 'ENOSPC';
  /** Told where the run takes its work for short. */
  readonly expectShortWork?: () => void;
}

export interface FakeHost extends Host {
  /** All that was written so far. */
  output(): { readonly stdout: string; readonly stderr: string };
}

/** A machine of its own for one run: nothing of the process gets in or out. */
export function fakeHost({
  stdin = '',
  environment = {},
  tty,
  stdoutError,
  expectShortWork,
}: HostOptions = {}): FakeHost {
  const stdout = collector(stdoutError);
  const stderr = collector();
  const terminal = tty === undefined ? {} : { isTTY: true, columns: tty.columns };
  return {
    environment,
    platform: 'linux',
    folder: process.cwd(),
    pid: process.pid,
    ...(expectShortWork && { expectShortWork }),
    isRunning: processHost(process).isRunning,
    stdin: Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]),
    stdout: Object.assign(stdout.stream, terminal),
    stderr: Object.assign(stderr.stream, terminal),
    output: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
  };
}

/** Runs one command line on a fake machine. */
export async function runFake(args: readonly string[], options: HostOptions = {}) {
  const host = fakeHost(options);
  const exit = await run(args, host);
  return { exit, ...host.output() };
}

function collector(failure?: string) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      if (failure !== undefined) {
        done(Object.assign(new Error(failure), { code: failure }));
        return;
      }
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
