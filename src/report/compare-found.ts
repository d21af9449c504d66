import { createRanking } from '../check/ranking.ts';
import { CHANGE_RULES, type ChangeRule, runPhrases } from '../message/run-phrases.ts';
import type { Words } from '../message/words.ts';
import type { CompareReport } from './compare.ts';
import type { Attention, Looked } from './compare-items.ts';
import { type Found, type Item, type Rule, rankOf } from './run.ts';
import { standardRules } from './standard-rule.ts';

/** Counts what there is to look at, and ranks what needs attention in it. */
export function foundIn(
  looked: () => Iterable<Looked>,
  report: CompareReport,
): { caseCount: number; rules: Rule[]; found: Found } {
  const ranking = createRanking<Attention, Item>({
    things: () => attentionIn(looked()),
    subjectOf: ({ rule }) => rule,
    rankOf,
    tell: ({ item }) => item(),
  });
  const standards = new Set<string>();
  const changes = new Set<string>();
  let caseCount = 0;
  let count = 0;
  let failing = 0;
  for (const { attention } of looked()) {
    caseCount++;
    if (attention === null) continue;
    count++;
    if (attention.severity === 'error') failing++;
    (attention.kind === 'standard' ? standards : changes).add(attention.rule);
    ranking.note(attention);
  }
  const { words, comparison } = report;
  const rules = [
    ...standardRules(standards, comparison.sides.after.catalogue, words.after),
    ...CHANGE_RULES.filter((id) => changes.has(id)).map((id) => changeRule(id, words.after)),
  ];
  return { caseCount, rules, found: { count, failing, items: ranking.told } };
}

function* attentionIn(looked: Iterable<Looked>): Iterable<Attention> {
  for (const { attention } of looked) if (attention !== null) yield attention;
}

const changeRule = (id: ChangeRule, words: Words): Rule => ({
  id,
  kind: 'change',
  ...runPhrases(words).changes[id],
  description: null,
  severity: id === 'unknown-change' ? 'note' : 'warning',
  level: null,
  source: null,
});
