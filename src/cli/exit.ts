/** 0: done. 1: done, and a finding reached `--fail-on`. 2: could not run. 70: a bug in xc-eval. */
export const EXIT = { done: 0, finding: 1, unusable: 2, bug: 70 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
