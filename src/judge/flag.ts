/** One word for what the standards of a metric say together, worst first. */
export const FLAGS = ['breach', 'warn', 'unknown', 'ok', 'not-judged'] as const;

export type Flag = (typeof FLAGS)[number];

/** Which flags make a run fail: the named one and every worse one. */
export const FAIL_ON = ['breach', 'warn', 'unknown', 'never'] as const;

export type FailOn = (typeof FAIL_ON)[number];
