import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Metric } from '../catalogue/metric.ts';
import { headerKey } from '../catalogue/names.ts';
import { isAmount } from '../formula/formula.ts';
import { isFixedHeader } from '../recognise/layout.ts';
import type { ConfigFile, ConfigPath } from './config.ts';
import type { Report } from './report.ts';

/** A complement and a mean are of a rate, and no metric is computed from itself. */
export function checkReferences(
  metrics: Readonly<Record<string, Metric>>,
  { metrics: configs = {} }: ConfigFile,
  report: Report,
): void {
  for (const [id, { formula, display = 'percent', custom }] of Object.entries(metrics)) {
    const own = Object.hasOwn(configs, id);
    if (isAmount(formula) && display === 'percent' && custom !== undefined) {
      report('config-missing-key', ['metrics', id], { text: 'display' });
    }
    if (!('metric' in formula)) continue;
    const path = own
      ? ['metrics', id, 'formula', 'metric']
      : ['metrics', formula.metric, 'formula'];
    const ring = ringFrom(id, metrics);
    const of = Object.hasOwn(metrics, formula.metric) ? metrics[formula.metric] : undefined;
    if (ring !== null && own) report('config-cycle', path, { metrics: ring });
    else if (of !== undefined && (isAmount(of.formula) || of.formula.kind === 'mean')) {
      report('config-not-a-rate', path, { metric: formula.metric });
    }
  }
}

const ID = /^[a-z][A-Za-z0-9]*$/;

/** An id that can be written in formulas and is not another record's. */
export function checkId(id: string, others: object, path: ConfigPath, report: Report): void {
  if (!ID.test(id)) report('config-bad-id', path, { text: id });
  else if (Object.hasOwn(others, id)) report('config-id-taken', path, { text: id });
}

/** The metrics through which one is computed from itself, or null. */
function ringFrom(id: string, metrics: Readonly<Record<string, Metric>>): string[] | null {
  const ring = [id];
  for (let at: string | undefined = id; at !== undefined; ) {
    const formula: Metric['formula'] | undefined = Object.hasOwn(metrics, at)
      ? metrics[at]?.formula
      : undefined;
    at = formula !== undefined && 'metric' in formula ? formula.metric : undefined;
    if (at === undefined) return null;
    ring.push(at);
    if (at === id) return ring;
    if (ring.indexOf(at) < ring.length - 1) return null;
  }
  return null;
}

interface Named {
  readonly label?: string;
  readonly english?: string | { readonly label: string };
  readonly aliases?: readonly string[];
}

/** The names of a record, each with the place of it in its record. */
function* namesOf(
  id: string,
  { label, english, aliases = [] }: Named,
): Iterable<[string, ConfigPath]> {
  yield [id, []];
  if (label !== undefined) yield [label, ['label']];
  if (typeof english === 'string') yield [english, ['english']];
  if (typeof english === 'object') yield [english.label, ['english', 'label']];
  for (const [at, alias] of aliases.entries()) yield [alias, ['aliases', at]];
}

/** A name stands for one thing. */
export function checkNames(
  { counts = {}, metrics = {} }: ConfigFile,
  catalogue: Catalogue,
  report: Report,
): void {
  const taken = new Map<string, string>();
  for (const records of [catalogue.counts, catalogue.metrics]) {
    for (const [id, record] of Object.entries<Named>(records)) {
      for (const [name] of namesOf(id, record)) taken.set(headerKey(name), id);
    }
  }
  for (const [section, records] of Object.entries({ counts, metrics })) {
    for (const [id, record] of Object.entries<Named>(records)) {
      for (const [name, at] of namesOf(id, record)) {
        const key = headerKey(name);
        const path = [section, id, ...at];
        const owner = taken.get(key);
        if (key === '' || isFixedHeader(name)) report('config-bad-name', path, { text: name });
        else if (owner !== undefined && owner !== id) {
          report('config-name-taken', path, { text: name, term: owner });
        }
        taken.set(key, id);
      }
    }
  }
}
