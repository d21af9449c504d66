/**
 * The command line as its users see it: each folder of fixtures/cases/ holds the arguments and exit code
 * (case.json) and what must be printed, byte for byte (stdout.txt, stderr.txt; absent is empty).
 * `UPDATE=1 npx vitest run test/golden.test.ts` rewrites the texts, never an exit code; review them as a diff.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT, runBin } from './support/bin.ts';
import { runFake } from './support/host.ts';

/** The content of a case.json. */
interface Case {
  /** Paths are written relative to the root of the repository. */
  readonly args: readonly string[];
  readonly exit: 0 | 1 | 2;
  /** A file that is handed to standard input. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: { readonly columns: number };
  /** Run by the built program in a process of its own as well. */
  readonly bin?: true;
}

type Stream = 'stdout' | 'stderr';

const FOLDER = join(ROOT, 'fixtures/cases');
const names = readdirSync(FOLDER).sort();

const pathOf = (name: string, stream: Stream) => join(FOLDER, name, `${stream}.txt`);

const accepted = (name: string, stream: Stream): string =>
  existsSync(pathOf(name, stream)) ? readFileSync(pathOf(name, stream), 'utf8') : '';

/** Makes what was printed the expected text of a case. */
function accept(name: string, stream: Stream, actual: string): void {
  if (actual === '') rmSync(pathOf(name, stream), { force: true });
  else writeFileSync(pathOf(name, stream), actual);
}

beforeAll(() => process.chdir(ROOT));

describe('golden command lines', () => {
  for (const name of names) {
    const golden = JSON.parse(readFileSync(join(FOLDER, name, 'case.json'), 'utf8')) as Case;
    const { args, env = {}, tty } = golden;
    const stdin = golden.stdin === undefined ? '' : readFileSync(join(ROOT, golden.stdin));
    const expectAccepted = (exit: number | null, stdout: string, stderr: string): void => {
      expect({ exit, stderr }).toEqual({ exit: golden.exit, stderr: accepted(name, 'stderr') });
      expect(stdout).toBe(accepted(name, 'stdout'));
    };

    test(name, async () => {
      const { exit, stdout, stderr } = await runFake(args, {
        stdin,
        environment: env,
        ...(tty && { tty }),
      });
      if (process.env.UPDATE === '1') {
        accept(name, 'stdout', stdout);
        accept(name, 'stderr', stderr);
      }
      expectAccepted(exit, stdout, stderr);
    });

    if (golden.bin) {
      test(`${name} (built)`, async () => {
        const { exit, stdout, stderr } = await runBin(args, { stdin, environment: env });
        expectAccepted(exit, stdout, stderr);
      });
    }
  }
});
