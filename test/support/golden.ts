/** The cases of fixtures/cases/: a folder each, with what is run and what must be printed. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from './bin.ts';

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

interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const FOLDER = join(ROOT, 'fixtures/cases');

const pathOf = (name: string, stream: 'stdout' | 'stderr') => join(FOLDER, name, `${stream}.txt`);

function accepted(name: string, stream: 'stdout' | 'stderr'): string {
  const path = pathOf(name, stream);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Makes what was printed the expected texts of a case; nothing is no file. */
export function accept(name: string, run: Run): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    if (run[stream] === '') rmSync(pathOf(name, stream), { force: true });
    else writeFileSync(pathOf(name, stream), run[stream]);
  }
}

/** Every case by its name. */
export const GOLDEN = readdirSync(FOLDER)
  .sort()
  .map((name) => {
    const text = readFileSync(join(FOLDER, name, 'case.json'), 'utf8');
    return { name, ...(JSON.parse(text) as Case) };
  });

export const stdinOf = ({ stdin }: Case): string | Buffer =>
  stdin === undefined ? '' : readFileSync(join(ROOT, stdin));

export function expectAccepted(name: string, wanted: Case['exit'], run: Run): void {
  const { exit, stdout, stderr } = run;
  expect({ exit, stderr }).toEqual({ exit: wanted, stderr: accepted(name, 'stderr') });
  expect(stdout).toBe(accepted(name, 'stdout'));
}
