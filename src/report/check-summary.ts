import type { CheckReport } from './check.ts';
import { failingIssues } from './run.ts';

/** What a report comes to, in sentences. */
export function* summaryOf(report: CheckReport): Iterable<string> {
  const { tally, excused, failing, issues, judged, failOn, words } = report;
  const { check, comma } = words.phrases;
  if (issues.length > 0) yield check.problems(issues.length, judged);
  if (!judged) return;
  if (tally.judged === 0) yield check.nothing;
  yield check.summary(tally) +
    (excused === 0 ? '' : comma + check.excused(excused)) +
    comma +
    check.outcome(report.fails, failing + failingIssues(report), failOn);
}
