import type { BatchPhrases } from './batch-phrases.ts';
import { enCompare } from './en-compare.ts';

const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

export const enBatch: BatchPhrases = {
  moreProblems: (count) => `(and ${count} more; xc-eval metrics lists all of this file)`,
  summary: ({ total, computed, reused, finding, unusable, withIssues }) =>
    [
      `${files(total)}: ${computed} computed, ${reused} unchanged and kept`,
      ...(unusable > 0 ? [`${unusable} could not be used and have no result`] : []),
      ...(withIssues > unusable ? [`${withIssues - unusable} computed in spite of problems`] : []),
      ...(finding > 0 ? [`${finding} reached --fail-on`] : []),
    ].join('; '),
  written: (table, results, manifest) =>
    `merged table ${table}, results by file ${results}, manifest ${manifest}`,
  outcomes: { done: 'computed', finding: 'reached --fail-on', unusable: 'could not be used' },
  columns: {
    file: 'file',
    outcome: 'outcome',
    issues: 'problems',
    unit: 'unit',
    period: 'period',
    metric: 'metric',
    before: enCompare.columns.before,
    after: enCompare.columns.after,
    cause: enCompare.columns.cause,
  },
  attention: 'files that need attention',
  more: (count) => `${count} more are not listed; --summary json has them all`,
  against: (folder, count) =>
    `restated: ${files(count)} that ${folder} has as well; only what changed is listed`,
  otherVersion: 'another version of the program',
  otherDefinition: 'other definitions (of counts, metrics or units)',
  otherStandards: 'other standards',
  otherOptions: (options) => `other options: ${options}`,
  alone: {
    before: (why, names, count) =>
      `${files(count)} with results only before (${why === 'absent' ? 'absent' : 'not usable'} after): ${names}`,
    after: (why, names, count) =>
      `${files(count)} with results only after (${why === 'absent' ? 'absent' : 'not usable'} before): ${names}`,
  },
  restated: 'what changed',
  absent: 'none',
  cause: { ...enCompare.cause, options: 'options', version: 'version' },
  nothingCompared: 'no file has results on both sides: no figure was compared',
  changes: (changed, appeared, vanished) =>
    changed + appeared + vanished === 0
      ? enCompare.noChange
      : `${changed} changed, ${appeared} appeared, ${vanished} vanished`,
};
