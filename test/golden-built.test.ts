/** Some of the golden command lines, run by the built program in a process of its own: a file by itself, for its time. */
import { describe, test } from 'vitest';
import { runBin } from './support/bin.ts';
import { expectAccepted, GOLDEN, stdinOf } from './support/golden.ts';

describe('golden command lines', () => {
  for (const golden of GOLDEN.filter(({ bin }) => bin)) {
    const { name, args, exit, env = {} } = golden;
    test(`${name} (built)`, async () => {
      const run = await runBin(args, { stdin: stdinOf(golden), environment: env });
      expectAccepted(name, exit, run);
    });
  }
});
