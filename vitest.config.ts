import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Properties and processes may take a while on a machine that is busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // By itself Vitest leaves a processor idle: half the machine where there are two.
    maxWorkers: availableParallelism(),
    // No module of src holds a state, so that test files may share what they import: a third of the time.
    isolate: false,
  },
});
