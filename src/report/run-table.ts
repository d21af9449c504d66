import { runPhrases } from '../message/run-phrases.ts';
import type { Words } from '../message/words.ts';
import { type AttentionTable, type Found, type Rule, ruleKey } from './run.ts';

/** Items with the names of their rules, for a command that has no table of what needs attention. */
export function attentionTable(
  { items }: Found,
  rules: readonly Rule[],
  words: Words,
): AttentionTable {
  const { headings } = words.phrases.check;
  const { columns } = runPhrases(words);
  const names = new Map(rules.map((rule) => [ruleKey(rule, rule.id), rule.name]));
  return {
    columns: [columns.rule, columns.finding, headings.source, headings.data],
    *rows() {
      for (const item of items()) {
        const { rule, message, source, place } = item;
        yield [names.get(ruleKey(item, rule)) ?? rule, message, source ?? '', words.place(place)];
      }
    },
  };
}
