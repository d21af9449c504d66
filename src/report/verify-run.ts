import { reaches } from '../judge/judge.ts';
import { type FigureRule, runPhrases } from '../message/run-phrases.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';
import { type Finding, flagOf, type Verification } from '../verify/verify.ts';
import { sourceOf } from './check.ts';
import {
  type Case,
  eachOnce,
  type Item,
  issueItems,
  type Rule,
  type RunReport,
  rulesOf,
  worstFirst,
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
  const once = eachOnce();
  const looked = results.map((result) => ({ result, item: itemOf(result, report, once) }));
  const found = looked.flatMap(({ item }) => item ?? []).sort(worstFirst);
  const items = [...problems, ...found];
  const rules = rulesOf(items, words, (item) =>
    item.kind === 'figure' ? figureRule(item, words) : null,
  );
  const { check } = words.phrases;
  return {
    command: 'verify',
    version,
    words,
    judged: true,
    baseline: false,
    items,
    rules,
    caseCount: results.length,
    *cases() {
      for (const ofUnit of byUnit(looked)) {
        for (const { result, item } of ofUnit) yield caseOf(result, item, words);
      }
    },
    summary: [
      ...(issues.length === 0 ? [] : [check.problems(issues.length, true)]),
      ...(results.length === 0 ? [words.phrases.verify.nothing] : []),
      verifySummary(report),
    ],
    table: attentionTable(found, rules, words),
    textSpan,
  };
}

/** A figure that no common rule explains, or of which it is not known; null where all is well. */
function itemOf(
  result: Verification,
  { words, catalogue, failOn }: VerifyReport,
  once: (text: string) => string,
): Item | null {
  const { finding, flag, figure } = result;
  if (!isFigureRule(finding) || flag === 'ok') return null;
  const { unit, period, metric, label, place } = figure;
  const definition = metric === null ? undefined : catalogue.metrics[metric];
  return {
    rule: finding,
    kind: 'figure',
    severity: reaches(flag, failOn) ? 'error' : SEVERITY_OF[flag],
    flag,
    title: titleOf(result, words),
    message: messageOf(result, words),
    source: definition === undefined ? null : sourceOf(definition, words),
    place,
    fingerprint: once(
      JSON.stringify([finding, place.file, unit, period && periodId(period), metric, label]),
    ),
    standing: null,
  };
}

const isFigureRule = (finding: Finding): finding is FigureRule =>
  finding !== 'matched' && finding !== 'sum-holds';

/** What does not make the run fail. */
const SEVERITY_OF = { breach: 'warning', warn: 'warning', unknown: 'note' } as const;

/** 网上可办率：1509/1637 = 92.1808%；公布值 92.5%；不符：均不符，公布值高 0.3192 个百分点. */
function messageOf(result: Verification, words: Words): string {
  const { colon, check, verify } = words.phrases;
  const { published } = runPhrases(words.style.language);
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

function figureRule({ rule }: Item, words: Words): Rule {
  const id = rule as FigureRule;
  return {
    id,
    kind: 'figure',
    ...runPhrases(words.style.language).figures[id],
    description: null,
    severity: RULE_SEVERITY[flagOf(id)],
    level: null,
    source: null,
  };
}

interface Looked {
  readonly result: Verification;
  readonly item: Item | null;
}

/** The figures of each unit together, in the order in which the data first names them. */
function byUnit(looked: readonly Looked[]): Iterable<readonly Looked[]> {
  const units = new Map<string, Looked[]>();
  for (const each of looked) {
    const { unit } = each.result.figure;
    const ofUnit = units.get(unit);
    if (ofUnit === undefined) units.set(unit, [each]);
    else ofUnit.push(each);
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
