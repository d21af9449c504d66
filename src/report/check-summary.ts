import type { CheckReport } from './check.ts';
import { failingIssues } from './run.ts';

/** What a report comes to, in sentences. */
export function* summaryOf(report: CheckReport): Iterable<string> {
  const { tally, findings, issues, judged, failOn, words } = report;
  const { check, comma } = words.phrases;
  if (issues.length > 0) yield check.problems(issues.length, judged);
  if (!judged) return;
  if (tally.judged === 0) yield check.nothing;
  const excused = findings.filter(({ standing }) => standing === 'known' || standing === 'better');
  const failing = findings.filter(({ fails }) => fails).length;
  yield check.summary(tally) +
    (excused.length === 0 ? '' : comma + check.excused(excused.length)) +
    comma +
    check.outcome(report.fails, failing + failingIssues(report), failOn);
}
