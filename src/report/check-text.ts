import type { Finding } from '../check/findings.ts';
import { visible } from '../message/visible.ts';
import { joined } from './batches.ts';
import { type CheckReport, type CheckReporter, figureOf, titleOf } from './check.ts';
import { summaryOf } from './check-summary.ts';
import { fold } from './fold.ts';
import { type Paint, paintFor } from './paint.ts';
import type { Surface } from './report.ts';
import { standardWords } from './standard-words.ts';

/** For people: what needs attention, worst first, and last how many judgements ended in which way. */
export async function textReporter({ colour, columns }: Surface): Promise<CheckReporter> {
  const paint = await paintFor(colour);
  return (report) => joined(written(report, paint, columns));
}

function* written(report: CheckReport, paint: Paint, columns: number | null): Iterable<string> {
  for (const line of linesOf(report, paint)) {
    yield `${columns === null ? line : folded(line, columns)}\n`;
  }
}

function* linesOf(report: CheckReport, paint: Paint): Iterable<string> {
  const { tally, findings, issues, words } = report;
  const { dataProblem } = words.phrases.check;
  for (const found of issues) {
    const heading = paint.flag[report.dataSeverity](dataProblem);
    yield `${heading} ${words.place(found.place)}: ${words.issue(found)} [${found.code}]`;
  }
  for (const finding of findings()) yield* findingLines(finding, report, paint);
  if (issues.length > 0 || tally.judged > tally.ok) yield '';
  yield* summaryOf(report);
}

function* findingLines(
  finding: Finding,
  { words, catalogue }: CheckReport,
  paint: Paint,
): Iterable<string> {
  const { standard, verdict, flag, place } = finding;
  const { phrases } = words;
  const { headings, standing } = phrases.check;
  const { demand, source } = standardWords(standard, words);
  const said = [
    figureOf(finding, catalogue, words),
    demand,
    words.verdict(standard.metric, verdict),
  ];
  const stands = finding.standing === null ? '' : phrases.aside(standing[finding.standing]);
  yield `${paint.flag[flag](phrases.flags[flag])} ${titleOf(finding, words)}${stands}`;
  yield `  ${said.filter((part) => part !== '').join(phrases.check.separator)}`;
  yield `  ${headings.source}${phrases.colon}${visible(source)}`;
  yield `  ${headings.data}${phrases.colon}${words.place(place)}`;
}

/** Folds a line and indents what follows as the line itself. */
function folded(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return fold(line.slice(indent.length), columns - indent.length)
    .split('\n')
    .map((part) => indent + part)
    .join('\n');
}
