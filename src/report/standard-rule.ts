import type { Catalogue } from '../catalogue/catalogue.ts';
import { SEVERITIES, type Standard } from '../catalogue/standard.ts';
import type { Words } from '../message/words.ts';
import { cite } from './cite.ts';
import type { Rule } from './run.ts';

/** Standards as rules: what each demands, and the words of its source. */
export const standardRules = (
  ids: ReadonlySet<string>,
  { standards }: Catalogue,
  words: Words,
): Rule[] =>
  Object.entries(standards).flatMap(([id, standard]) =>
    ids.has(id) ? standardRule(id, standard, words) : [],
  );

function standardRule(id: string, standard: Standard, words: Words): Rule {
  const { level, metric, severity = SEVERITIES[level] } = standard;
  const source = cite(standard.source);
  return {
    id,
    kind: 'standard',
    name: words.metric(metric) + words.phrases.colon + words.standard(standard),
    description: words.phrases.explain.cited(source),
    help: null,
    severity: severity === 'breach' ? 'error' : 'warning',
    level,
    source,
  };
}
