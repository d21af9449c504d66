import type { ComparedPair } from '../compare/record.ts';
import type { CompareReport } from './compare.ts';
import type { Folded } from './compare-fold.ts';
import { type Looked, lookedAt } from './compare-items.ts';
import { type Found, failingIssues } from './run.ts';

/** What there is to look at in some pairs. */
export function* lookedIn(
  pairs: Iterable<ComparedPair>,
  report: CompareReport,
  folded: ReadonlyMap<string, Folded>,
): Iterable<Looked> {
  for (const pair of pairs) yield* lookedAt(pair, report, folded);
}

/** Whether the run passes, and what it fails on. */
export function outcomeText(report: CompareReport, { failing }: Found): string {
  const { words, failOn, fails } = report;
  const wrong = failingIssues({ ...report, judged: true });
  return words.after.phrases.check.outcome(fails, failing + wrong, failOn);
}
