import type { GroupPair } from '../compare/pairs.ts';
import type { ComparedPair } from '../compare/record.ts';
import { type ChangeTally, runPhrases } from '../message/run-phrases.ts';
import { type CompareReport, isRestated, labelOf } from './compare.ts';
import { type Folded, foldedRecords, keyOf } from './compare-fold.ts';
import { foundIn } from './compare-found.ts';
import { caseOf } from './compare-items.ts';
import { foldedLine, linesBefore } from './compare-lines.ts';
import { lookedIn, outcomeText } from './compare-outcome.ts';
import { comparedPairs } from './compared-pairs.ts';
import { type Found, issueItems, type RunReport, rulesOf } from './run.ts';
import { attentionTable } from './run-table.ts';

/**
 * A comparison as the reporters for other programs take it: a case a change of a metric and one a standard that
 * the side after is held to, of a restatement a case a changed value; a suite a unit.
 */
export function runOfCompare(report: CompareReport): RunReport {
  const { comparison, version, textSpan } = report;
  const words = report.words.after;
  const compared = comparedPairs(report);
  const folded = foldedRecords(report, compared());
  const problems = issueItems({ ...report, judged: true }, words);
  const {
    caseCount,
    rules: own,
    found,
  } = foundIn(() => lookedIn(compared(), report, folded), report);
  const rules = rulesOf(problems, own, words);

  return {
    command: 'compare',
    version,
    words,
    judged: true,
    baseline: false,
    problems,
    found,
    rules,
    caseCount,
    *cases() {
      for (const ofUnit of byUnit(comparison.pairs)) {
        for (const looked of lookedIn(compared(ofUnit), report, folded)) {
          yield caseOf(looked, report);
        }
      }
    },
    summary: [...sentences(report, folded, compared(), found)],
    table: attentionTable(found, rules, words),
    textSpan,
  };
}

/** The pairs of each unit together. */
function byUnit(pairs: readonly GroupPair[]): Iterable<readonly GroupPair[]> {
  const units = new Map<string | null, GroupPair[]>();
  for (const pair of pairs) {
    const ofUnit = units.get(pair.after.unit);
    if (ofUnit === undefined) units.set(pair.after.unit, [pair]);
    else ofUnit.push(pair);
  }
  return units.values();
}

/** What has no counterpart, what is left out, and what all comes to. */
function* sentences(
  report: CompareReport,
  folded: ReadonlyMap<string, Folded>,
  compared: Iterable<ComparedPair>,
  found: Found,
): Iterable<string> {
  const { issues, words } = report;
  const { check, comma } = words.after.phrases;
  if (issues.length > 0) yield check.problems(issues.length, true);
  yield* linesBefore(report);
  if (folded.size > 0) {
    const names = [...folded.values()].map(({ kind, id }) => labelOf(kind, id, report));
    yield foldedLine(names, report);
  }
  yield tallyText(report, folded, compared) + comma + outcomeText(report, found);
}

function tallyText(
  report: CompareReport,
  folded: ReadonlyMap<string, Folded>,
  compared: Iterable<ComparedPair>,
): string {
  const phrases = runPhrases(report.words.after);
  let changed = 0;
  const tally: Record<keyof ChangeTally, number> = {
    pairs: report.comparison.pairs.length,
    better: 0,
    worse: 0,
    neutral: 0,
    none: 0,
    unknown: 0,
  };
  for (const { records } of compared) {
    changed += records.length;
    for (const record of records) {
      if (record.kind === 'count' || folded.has(keyOf(record))) continue;
      tally[record.direction ?? 'unknown']++;
    }
  }
  return isRestated(report) ? phrases.restated(changed) : phrases.compared(tally);
}
