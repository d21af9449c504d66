import { reaches } from '../judge/judge.ts';
import { type FigureRule, runPhrases } from '../message/run-phrases.ts';
import { verifyPhrases } from '../message/verify-phrases.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';
import { type Finding, flagOf, type Verification } from '../verify/verify.ts';
import { sourceOf } from './cite.ts';
import {
  type Case,
  eachOnce,
  type Found,
  type Item,
  issueItems,
  type Rule,
  type RunReport,
  rankOf,
  rulesOf,
} from './run.ts';
import { attentionTable } from './run-table.ts';
import { nameOf, publishedText, titleOf, type VerifyReport } from './verify.ts';
import { recomputedText, statedText } from './verify-figure.ts';
import { verifySummary } from './verify-summary.ts';
import { remarkOf } from './verify-text.ts';

/** A verification as the reporters for other programs take it: a case a figure, a suite a unit. */
export function runOfVerify(report: VerifyReport): RunReport {
  const { version, words, results, issues, textSpan } = report;
  const problems = issueItems({ ...report, judged: true }, words);
  const attention = attentionOf(report);
  const inOrder = [...attention.values()].sort((left, right) => rankOf(left) - rankOf(right));
  const found: Found = {
    count: inOrder.length,
    failing: inOrder.filter(({ severity }) => severity === 'error').length,
    *items() {
      for (const each of inOrder) yield itemOf(each, report);
    },
  };
  const ids = new Set(inOrder.map(({ rule }) => rule));
  const rules = rulesOf(
    problems,
    [...ids].map((id) => figureRule(id, words)),
    words,
  );
  const { check } = words.phrases;
  return {
    command: 'verify',
    version,
    words,
    judged: true,
    baseline: false,
    problems,
    found,
    rules,
    caseCount: results.length,
    *cases() {
      for (const ofUnit of byUnit(results)) {
        for (const result of ofUnit) {
          const each = attention.get(result);
          yield caseOf(result, each === undefined ? null : itemOf(each, report), words);
        }
      }
    },
    summary: [
      ...(issues.length === 0 ? [] : [check.problems(issues.length, true)]),
      ...(results.length === 0 ? [verifyPhrases(words).nothing] : []),
      verifySummary(report),
    ],
    table: attentionTable(found, rules, words),
    textSpan,
  };
}

/** A figure that no common rule explains, or of which it is not known. */
interface Attention extends Pick<Item, 'severity' | 'flag' | 'fingerprint'> {
  readonly result: Verification;
  readonly rule: FigureRule;
}

/** The figures that need attention, each with how grave it is. */
function attentionOf({ results, failOn }: VerifyReport): Map<Verification, Attention> {
  const attention = new Map<Verification, Attention>();
  const once = eachOnce();
  for (const result of results) {
    const { finding, flag, figure } = result;
    if (!isFigureRule(finding) || flag === 'ok') continue;
    const { unit, period, metric, label, place } = figure;
    attention.set(result, {
      result,
      rule: finding,
      severity: reaches(flag, failOn) ? 'error' : SEVERITY_OF[flag],
      flag,
      fingerprint: once(
        JSON.stringify([finding, place.file, unit, period && periodId(period), metric, label]),
      ),
    });
  }
  return attention;
}

function itemOf(
  { result, rule, severity, flag, fingerprint }: Attention,
  { words, catalogue }: VerifyReport,
): Item {
  const { metric, place } = result.figure;
  const definition = metric === null ? undefined : catalogue.metrics[metric];
  return {
    rule,
    kind: 'figure',
    severity,
    flag,
    title: titleOf(result, words),
    message: messageOf(result, words),
    source: definition === undefined ? null : sourceOf(definition, words),
    place,
    fingerprint,
    standing: null,
  };
}

const isFigureRule = (finding: Finding): finding is FigureRule =>
  finding !== 'matched' && finding !== 'sum-holds';

/** What does not make the run fail. */
const SEVERITY_OF = { breach: 'warning', warn: 'warning', unknown: 'note' } as const;

/** 网上可办率：1509/1637 = 92.1808%；公布值 92.5%；不符：均不符，公布值高 0.3192 个百分点. */
function messageOf(result: Verification, words: Words): string {
  const { colon, check } = words.phrases;
  const verify = verifyPhrases(words);
  const { published } = runPhrases(words);
  const stated = statedText(result, words);
  const recomputed = recomputedText(result, words);
  const figures = [
    recomputed === words.phrases.unknown ? '' : recomputed,
    publishedText(result) === null || stated === '' ? stated : published(stated),
  ].filter((part) => part !== '');
  const verdict = verify.flags[result.flag] + colon + remarkOf(result, words);
  return titleOf(result, words) + colon + [...figures, verdict].join(check.separator);
}

const RULE_SEVERITY = { ...SEVERITY_OF, breach: 'error', ok: 'note' } as const;

const figureRule = (id: FigureRule, words: Words): Rule => ({
  id,
  kind: 'figure',
  ...runPhrases(words).figures[id],
  description: null,
  severity: RULE_SEVERITY[flagOf(id)],
  level: null,
  source: null,
});

/** The figures of each unit together, in the order in which the data first names them. */
function byUnit(results: readonly Verification[]): Iterable<readonly Verification[]> {
  const units = new Map<string, Verification[]>();
  for (const result of results) {
    const { unit } = result.figure;
    const ofUnit = units.get(unit);
    if (ofUnit === undefined) units.set(unit, [result]);
    else ofUnit.push(result);
  }
  return units.values();
}

function caseOf(result: Verification, item: Item | null, words: Words): Case {
  const { unit, period } = result.figure;
  const name = nameOf(result, words);
  return {
    suite: { key: unit, name: words.unit({ unit }) },
    name: period === null ? name : `${words.phrases.period(period)} / ${name}`,
    item,
  };
}
