/**
 * The command line as its users see it: each folder of fixtures/cases/ holds the arguments and exit code
 * (case.json) and what must be printed, byte for byte (stdout.txt, stderr.txt; absent is empty).
 * `UPDATE=1 npx vitest run test/golden.test.ts` rewrites the texts, never an exit code; review them as a diff.
 */
import { beforeAll, describe, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { accept, expectAccepted, GOLDEN, stdinOf } from './support/golden.ts';
import { runFake } from './support/host.ts';

beforeAll(() => process.chdir(ROOT));

describe('golden command lines', () => {
  for (const golden of GOLDEN) {
    const { name, args, exit, env = {}, tty } = golden;
    test(name, async () => {
      const run = await runFake(args, {
        stdin: stdinOf(golden),
        environment: env,
        ...(tty && { tty }),
      });
      if (process.env.UPDATE === '1') accept(name, run);
      expectAccepted(name, exit, run);
    });
  }
});
