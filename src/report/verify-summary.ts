import { reaches } from '../judge/judge.ts';
import { verifyPhrases } from '../message/verify-phrases.ts';
import { failingIssues } from './run.ts';
import type { VerifyReport } from './verify.ts';

/** What the figures come to, and whether the run fails. */
export function verifySummary(report: VerifyReport): string {
  const { words, results, tally, fails, failOn } = report;
  const { check, comma } = words.phrases;
  const verify = verifyPhrases(words);
  const failing = results.filter(({ flag }) => reaches(flag, failOn)).length;
  const wrong = failingIssues({ ...report, judged: true });
  return verify.summary(tally) + comma + check.outcome(fails, failing + wrong, failOn);
}
