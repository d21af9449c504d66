import type { Language } from '../message/phrases.ts';
import type { Period } from '../period/period.ts';

/** What a run could not do for a reason that its user can mend. All of them end with exit code 2. */
export interface FailureArguments extends BatchFailureArguments {
  'output-exists': { path: string };
  'output-is-input': { path: string };
  'cannot-write': { path: string; cause: string };
  'cannot-read': { path: string; cause: string };
  'input-changed': { path: string };
  'unknown-metric': { text: string; nearest: string | null };
  'nothing-to-explain': { text: string; nearest: string | null };
  'unknown-unit': { text: string; nearest: string | null };
  'unreadable-period': { text: string };
  'absent-period': { text: string };
  'absent-selection': Record<never, never>;
  'absent-metric': Record<never, never>;
  'unreadable-number': { option: string; text: string };
  'no-input': Record<never, never>;
  'stdin-twice': Record<never, never>;
  'layout-without-csv': Record<never, never>;
  'partial-in-wide': Record<never, never>;
  'interval-in-wide': Record<never, never>;
  'no-groups': Record<never, never>;
  'unknown-model': { text: string; nearest: string | null; known: readonly string[] };
  'not-a-score': { path: string; cause: string };
  'several-pairings': Record<never, never>;
  'from-without-to': Record<never, never>;
  'choose-periods': { sides: readonly (readonly (Period | null)[])[] };
  'one-period': { period: Period | null };
  'no-period-pairs': { kind: 'yoy' | 'qoq' };
  'period-not-held': { period: Period; held: readonly Period[] };
  'unequal-periods': { before: Period; after: Period; single: boolean };
  'two-to-stdout': { first: string; second: string };
  'same-file-twice': { path: string };
  'no-reporter-of-scores': Record<never, never>;
  'update-without-baseline': Record<never, never>;
  'no-baseline': { path: string };
  'corrupt-baseline': { path: string; cause: string };
  'other-baseline-version': { path: string; version: string };
  'is-a-folder': { path: string };
  'no-duckdb': { package: string };
  'needs-duckdb': { path: string };
  'duckdb-failed': { cause: string };
  'no-temporary-folder': { path: string; cause: string };
  'unknown-mapping': { text: string; nearest: string | null; known: readonly string[] };
  'output-before-then': { command: string };
}

/** Of `batch`. */
export interface BatchFailureArguments {
  'no-match': { patterns: readonly string[] };
  'inputs-in-results': { patterns: readonly string[]; folders: readonly string[] };
  'same-output': { first: string; second: string; output: string };
  'wide-without-metric': Record<never, never>;
  'not-for-results': { path: string };
  'unreadable-manifest': { path: string; folder: string; wrongAt: string };
  'folder-in-use': { path: string; pid: number; host: string | null; since: string; lock: string };
  'link-in-results': { path: string };
  'no-results': { path: string; cause: string };
  'altered-results': { path: string };
  'same-results': { path: string };
  'wide-results': { path: string };
  'output-in-results': { path: string; folder: string };
}

export type FailureCode = keyof FailureArguments;

/** A run that cannot go on, with the sentence that says why and what to do. */
export class UsageError extends Error {
  readonly sentence: (language: Language) => string | Promise<string>;

  constructor(code: string, sentence: UsageError['sentence']) {
    super(code);
    this.sentence = sentence;
  }
}

/** The sentences are loaded when one is to be said. */
export const usageError = <Code extends FailureCode>(
  code: Code,
  details: FailureArguments[Code],
): UsageError =>
  new UsageError(code, async (language) => {
    const { failureSentence } = await import('./failure-text.ts');
    return failureSentence(language, code, details);
  });
