import type { Catalogue } from '../catalogue/catalogue.ts';
import { SEVERITIES } from '../catalogue/standard.ts';
import type { Words } from '../message/words.ts';
import { cite } from './cite.ts';
import type { Rule } from './run.ts';

/** A standard as a rule: what it demands, and the words of its source. Null where the catalogue has none such. */
export function standardRule(id: string, { standards }: Catalogue, words: Words): Rule | null {
  const standard = standards[id];
  if (standard === undefined) return null;
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
