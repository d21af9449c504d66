import { type CheckReport, figureOf, itemOf, judgementName } from './check.ts';
import { summaryOf } from './check-summary.ts';
import { type AttentionTable, issueItems, type RunReport, rulesOf } from './run.ts';
import { standardRules } from './standard-rule.ts';
import { standardWords } from './standard-words.ts';

/** A check as the reporters for other programs take it: a case a judgement, a suite a unit. */
export function runOfCheck(report: CheckReport): RunReport {
  const { version, words, catalogue, judged, tally, failing, standards, textSpan } = report;
  const problems = issueItems(report, words);
  return {
    command: 'check',
    version,
    words,
    judged,
    baseline: report.baseline !== null,
    problems,
    found: {
      count: tally.judged - tally.ok,
      failing,
      *items() {
        for (const finding of report.findings()) yield itemOf(finding, report);
      },
    },
    rules: rulesOf(problems, standardRules(standards, catalogue, words), words),
    caseCount: judged ? tally.judged : 0,
    *cases() {
      if (!judged) return;
      for (const judgement of report.judgements()) {
        const { group } = judgement;
        const finding = report.findingOf(judgement);
        yield {
          suite: { key: group.unit, name: words.unit(group) },
          name: judgementName(judgement, words),
          item: finding && itemOf(finding, report),
        };
      }
    },
    summary: [...summaryOf(report)],
    table: tableOf(report),
    textSpan,
  };
}

function tableOf({ findings, words, catalogue }: CheckReport): AttentionTable {
  const { phrases } = words;
  const { columns } = phrases.report;
  const { headings, standing } = phrases.check;
  return {
    columns: [
      columns.flag,
      columns.unit,
      columns.period,
      columns.metric,
      columns.value,
      columns.standard,
      headings.source,
      headings.data,
    ],
    *rows() {
      for (const finding of findings()) {
        const { standard, verdict, flag, group, place } = finding;
        const stands = finding.standing === null ? '' : phrases.aside(standing[finding.standing]);
        const { demand, source } = standardWords(standard, words);
        const said = [demand, words.verdict(standard.metric, verdict)];
        yield [
          phrases.flags[flag] + stands,
          words.unit(group),
          words.period(group),
          words.metric(standard.metric),
          figureOf(finding, catalogue, words),
          said.filter((part) => part !== '').join(phrases.check.separator),
          source,
          words.place(place),
        ];
      }
    },
  };
}
