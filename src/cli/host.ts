import { appendFileSync, fstatSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Worker } from 'node:worker_threads';

/** Where the program meets the machine. A test gives it streams of its own. */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The working folder. */
  readonly folder: string;
  /** What the command before this one was given, where its result is read: some of them are files. */
  readonly inputs?: readonly string[];
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Writable & Output;
  /**
   * Told before work that will be over in a moment: V8 then leaves it unoptimised. At its end Node waits for
   * optimisation that is under way, and in a short run that takes longer than it could ever save.
   */
  readonly expectShortWork?: () => void;
  /** Of the process. */
  readonly pid: number;
  /** Whether a process of this machine is there, whoever it belongs to. */
  readonly isRunning: (pid: number) => boolean;
  /** The threads of `batch`; absent where there are none. */
  readonly workers?: Workers;
}

/** Threads that compute files. */
export interface Workers {
  /** How many can run at the same time. */
  count(): number;
  start(data: unknown): Worker;
}

/** What text is written to: a stream, or as much of one as that takes. */
export interface Output {
  write(text: string | Uint8Array, done: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * The host of a real process: the one place, with `bin/`, that knows of it. Its streams cost time to open
 * and are opened when they are first used.
 */
export const processHost = (node: NodeJS.Process): Host => ({
  environment: node.env,
  platform: node.platform,
  folder: node.cwd(),
  pid: node.pid,
  isRunning(pid) {
    try {
      return node.kill(pid, 0);
    } catch (error) {
      // That of somebody else is there, and may not be asked.
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
  get stdin() {
    return node.stdin;
  },
  get stdout() {
    return fstatSync(STDOUT).isFile() ? fileOutput : node.stdout;
  },
  get stderr() {
    return node.stderr;
  },
});

const STDOUT = 1;

/** Standard output where it is a file: Node would load all of its streams to do the same. */
const fileOutput: Output = {
  write(text, done) {
    try {
      appendFileSync(STDOUT, text);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  },
  on: () => undefined,
};

const watched = new WeakSet<Output>();

/** Writes a text, or rejects with the error of the system (EPIPE, ENOSPC). */
export function writeTo(stream: Output, text: string | Uint8Array): Promise<void> {
  // A failed write rejects here; without a listener it would end the process as well.
  if (!watched.has(stream)) {
    watched.add(stream);
    stream.on('error', () => undefined);
  }
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** All of standard input. */
export async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * How many colours to use on a stream: the flag decides, then FORCE_COLOR, NO_COLOR, TERM=dumb, and last
 * whether it is a terminal.
 */
export function colourLevel(
  flag: boolean,
  { FORCE_COLOR, NO_COLOR, TERM }: Host['environment'],
  isTerminal: boolean,
): 0 | 1 | 2 | 3 {
  if (!flag) return 0;
  if (FORCE_COLOR !== undefined) {
    if (FORCE_COLOR === '0' || FORCE_COLOR === 'false') return 0;
    return FORCE_COLOR === '2' ? 2 : FORCE_COLOR === '3' ? 3 : 1;
  }
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
  return TERM === 'dumb' || !isTerminal ? 0 : 1;
}

/** Terminals that show box-drawing characters twice as wide as they are counted. */
export const needsAscii = ({ environment, platform }: Host): boolean =>
  environment.TERM === 'dumb' || (platform === 'win32' && environment.WT_SESSION === undefined);
