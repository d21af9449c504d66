import type { Judgement } from '../check/gate.ts';
import { type CheckReport, figureOf, itemOf, judgementName, periodOf, sourceOf } from './check.ts';
import { summaryOf } from './check-summary.ts';
import { type AttentionTable, issueItems, type RunReport, rulesOf } from './run.ts';
import { standardRule } from './standard-rule.ts';

/** A check as the reporters for other programs take it: a case a judgement, a suite a unit. */
export function runOfCheck(report: CheckReport): RunReport {
  const { version, words, catalogue, judged, tally, textSpan, findings } = report;
  const found = findings.map((finding) => itemOf(finding, report));
  const byKey = new Map(findings.map((finding, at) => [keyOf(finding), found[at] ?? null]));
  const items = [...issueItems(report, words), ...found];
  return {
    command: 'check',
    version,
    words,
    judged,
    baseline: report.baseline !== null,
    items,
    rules: rulesOf(items, words, ({ kind, rule }) =>
      kind === 'standard' ? standardRule(rule, catalogue, words) : null,
    ),
    caseCount: judged ? tally.judged : 0,
    *cases() {
      if (!judged) return;
      for (const judgement of report.judgements()) {
        const { group } = judgement;
        yield {
          suite: { key: group.unit, name: words.unit(group) },
          name: judgementName(judgement, words),
          item: byKey.get(keyOf(judgement)) ?? null,
        };
      }
    },
    summary: [...summaryOf(report)],
    table: tableOf(report),
    textSpan,
  };
}

/** The same for a judgement and the finding that was made of it. */
const keyOf = ({ standard, group, span }: Judgement): string =>
  JSON.stringify([standard.id, group.unit, span, periodOf(group.period, group.periods)]);

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
      for (const finding of findings) {
        const { standard, verdict, flag, group, place } = finding;
        const stands = finding.standing === null ? '' : phrases.aside(standing[finding.standing]);
        const said = [words.standard(standard), words.verdict(standard.metric, verdict)];
        yield [
          phrases.flags[flag] + stands,
          words.unit(group),
          words.period(group),
          words.metric(standard.metric),
          figureOf(finding, catalogue, words),
          said.filter((part) => part !== '').join(phrases.check.separator),
          sourceOf(standard, words),
          words.place(place),
        ];
      }
    },
  };
}
