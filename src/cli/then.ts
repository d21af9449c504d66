import { Readable, Writable } from 'node:stream';
import { TALLY_NEXT } from '../report/formats.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Host } from './host.ts';

/** Options that hold for both commands, wherever they stand, with whether a value follows. */
const SHARED: Readonly<Record<string, boolean>> = {
  '--lang': true,
  '--config': true,
  '--no-config': false,
};

/**
 * `tally … --then metrics …` as the two command lines that it stands for: what follows the name is the second's,
 * which reads the counts from standard input. Null where there is no such name.
 */
export function thenOf(argv: readonly string[]): readonly [string[], string[]] | null {
  const at = argv.findIndex((each) => each === '--then' || each.startsWith('--then='));
  const isJoined = argv[at] !== '--then';
  const name = isJoined ? argv[at]?.slice('--then='.length) : argv[at + 1];
  if (argv[0] !== 'tally' || at < 0 || !TALLY_NEXT.some((each) => each === name)) return null;
  const [before, after] = [argv.slice(0, at), argv.slice(at + (isJoined ? 1 : 2))];
  return [
    [...before, '--then', name as string, ...sharedIn(after)],
    [name as string, '-', ...sharedIn(before), ...after],
  ];
}

const sharedIn = (args: readonly string[]): string[] =>
  args.flatMap((arg, index) => {
    const [option = ''] = arg.split('=', 1);
    if (!Object.hasOwn(SHARED, option)) return [];
    return SHARED[option] && arg === option ? args.slice(index, index + 2) : [arg];
  });

/** Runs two command lines of which the second reads what the first writes, unless that fails. */
export async function runThen(
  [first, second]: readonly [string[], string[]],
  host: Host,
  run: (argv: readonly string[], host: Host) => Promise<ExitCode>,
): Promise<ExitCode> {
  const written: Buffer[] = [];
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  const exit = await run(first, Object.create(host, { stdout: { value: stdout } }));
  if (exit !== EXIT.done) return exit;
  const inputs = first.map((arg) => arg.replace(/^--[\w-]+=/, ''));
  return run(
    second,
    Object.create(host, { stdin: { value: Readable.from(written) }, inputs: { value: inputs } }),
  );
}
