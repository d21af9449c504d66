import { stocksOf } from '../assess/stocks.ts';
import type { Finding } from '../check/findings.ts';
import type { CheckReport, CheckReporter } from './check.ts';
import { itemOf, periodOf, unitOf } from './check.ts';
import { cite } from './cite.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { findingObject } from './group-json.ts';
import { issueObject, standardObjects } from './json.ts';
import { encodeJson, itemLines, lineList } from './json-text.ts';
import { figureText, numericCount, numericValue, statedQuotient } from './report.ts';
import { stocksObject } from './stocks.ts';

/** The JSON document of `check`, one finding a line. */
export const writeCheckJson: CheckReporter = function* (report) {
  const { words, catalogue, tally, issues, judged, fails, failOn, baseline } = report;
  const head = {
    schemaVersion: SCHEMA_VERSION,
    passed: !fails,
    judged,
    failOn,
    baseline,
    summary: tally,
  };
  const metrics = new Set<string>();
  yield `${encodeJson(head).slice(0, -1)},\n"findings": [`;
  yield* itemLines(findingObjects(report, metrics));
  const standards = standardObjects([...metrics], words, catalogue).filter(({ id }) =>
    report.standards.has(id),
  );
  yield `${metrics.size === 0 ? '' : '\n'}],\n"standards": ${lineList(standards)}`;
  yield `,\n"issues": ${lineList(issues.map((found) => issueObject(found, words)))}\n}\n`;
};

/** The findings as JSON. Their metrics are added to `metrics`, in the order in which they come. */
function* findingObjects(report: CheckReport, metrics: Set<string>): Iterable<object> {
  for (const finding of report.findings()) {
    metrics.add(finding.standard.metric);
    yield { ...checkFinding(finding, report), message: itemOf(finding, report).message };
  }
}

function checkFinding(finding: Finding, { words, catalogue }: CheckReport) {
  const { group, span, assessment, standard, verdict, place, standing, before, fails } = finding;
  const quotient = statedQuotient(assessment, catalogue);
  const { outcome } = assessment;
  return {
    unit: unitOf(finding),
    period: periodOf(group.period, group.periods),
    span,
    metric: standard.metric,
    label: words.metric(standard.metric),
    ...findingObject(standard.metric, verdict, words),
    fails,
    ...(standing !== null && { standing }),
    ...(before !== null && { before }),
    value: numericValue(assessment),
    reason: outcome.known ? null : outcome.reason.code,
    numerator: quotient && numericCount(quotient.numerator),
    denominator: quotient && numericCount(quotient.denominator),
    stocks: stocksObject(stocksOf(assessment, group, catalogue)),
    figure: figureText(assessment, group, catalogue, words),
    source: cite(standard.source),
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
  };
}
