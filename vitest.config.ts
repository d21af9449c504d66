import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/properties.ts'],
    // Properties and processes may take a while on a machine that is busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself Vitest leaves a processor idle: half the machine where there are two.
    maxWorkers: availableParallelism(),
    // Modules of src hold no state but what they have computed once, so that test files may share them: a third of the time.
    isolate: false,
  },
});
