import type { Formula } from '../formula/formula.ts';
import { inputsOf, sidesOf, type Term } from '../formula/formula.ts';
import type { Count } from './count.ts';
import { counts } from './counts.ts';
import type { Metric } from './metric.ts';
import { metrics } from './metrics.ts';
import { headerKey, isMeasureWord } from './names.ts';
import { once, onceEach } from './once.ts';
import type { Standard } from './standard.ts';
import { standards } from './standards.ts';

/** What a name in a header, on the command line or in the 指标 column stands for. */
interface Named {
  readonly kind: 'count' | 'metric';
  readonly id: string;
}

/** The vocabulary a run works with: input counts, metrics and standards, by id. */
export interface Catalogue {
  readonly counts: Readonly<Record<string, Count>>;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly standards: Readonly<Record<string, Standard>>;
  /** Throws on an id that is not in the catalogue: formulas refer to declared metrics only. */
  formulaOf(metric: string): Formula;
  /** The counts that a metric is computed from. */
  inputsOf(metric: string): readonly string[];
  /** The amounts that a metric's formula holds against each other, each as its counts. */
  sidesOf(metric: string): readonly (readonly Term[])[];
  /** The standards that a metric is held to. */
  standardsOf(metric: string): readonly (Standard & { readonly id: string })[];
  /** Other names of units, each with the name that is used. */
  readonly unitNames: Readonly<Record<string, string>>;
  /** Units that are taken together, by the name of the group. */
  readonly unitGroups: Readonly<Record<string, readonly string[]>>;
  /** What a header means, however it is written. A count goes before a metric of the same name. */
  named(header: string): Named | undefined;
  /** The metric of an id, label or alias. */
  metricNamed(name: string): string | undefined;
}

export interface Vocabulary {
  readonly counts: Readonly<Record<string, Count>>;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly standards: Readonly<Record<string, Standard>>;
  readonly unitNames?: Readonly<Record<string, string>>;
  readonly unitGroups?: Readonly<Record<string, readonly string[]>>;
}

export function createCatalogue({
  counts,
  metrics,
  standards,
  unitNames = {},
  unitGroups = {},
}: Vocabulary): Catalogue {
  const formulaOf = (metric: string): Formula => {
    const found = Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
    if (found === undefined) throw new Error(`no metric '${metric}' in the catalogue`);
    return found.formula;
  };
  const ofMetric = new Map<string, (Standard & { readonly id: string })[]>();
  for (const [id, standard] of Object.entries(standards)) {
    const known = ofMetric.get(standard.metric) ?? [];
    ofMetric.set(standard.metric, [...known, { ...standard, id }]);
  }
  const asWritten = once(() => countNames(counts));
  const index = once(() => indexNames(counts, metrics));
  return {
    counts,
    metrics,
    standards,
    unitNames,
    unitGroups,
    formulaOf,
    inputsOf: onceEach((metric) => inputsOf(formulaOf(metric), formulaOf)),
    sidesOf: onceEach((metric) => sidesOf(formulaOf(metric), formulaOf)),
    standardsOf: (metric) => ofMetric.get(metric) ?? [],
    named: (header) => asWritten().get(header) ?? index().headers.get(headerKey(header)),
    metricNamed: (name) => index().metrics.get(headerKey(name)),
  };
}

/** The names of counts as they are: nearly all headers are one, and the index of all ways to write them takes time. */
function countNames(counts: Catalogue['counts']): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const [id, count] of Object.entries(counts)) {
    const named: Named = { kind: 'count', id };
    for (const name of namesOf(id, count)) names.set(name, named);
  }
  return names;
}

const namesOf = (id: string, { label, english, aliases = [] }: Count): readonly string[] => [
  id,
  label,
  english,
  ...aliases,
];

interface NameIndex {
  readonly headers: ReadonlyMap<string, Named>;
  readonly metrics: ReadonlyMap<string, string>;
}

function indexNames(counts: Catalogue['counts'], metrics: Catalogue['metrics']): NameIndex {
  const headers = new Map<string, Named>();
  const metricNames = new Map<string, string>();
  for (const [id, { label, english, aliases = [] }] of Object.entries(metrics)) {
    for (const name of [id, label, english.label, ...aliases]) {
      headers.set(headerKey(name), { kind: 'metric', id });
      metricNames.set(headerKey(name), id);
    }
  }
  for (const [id, count] of Object.entries(counts)) {
    for (const name of namesOf(id, count)) headers.set(headerKey(name), { kind: 'count', id });
  }
  // Last, as another name may end in such a bracket itself.
  for (const [id, { label, unit, aliases = [] }] of Object.entries(counts)) {
    if (isMeasureWord(unit)) continue;
    for (const name of [label, ...aliases]) {
      const key = headerKey(`${name}(${unit})`);
      if (!headers.has(key)) headers.set(key, { kind: 'count', id });
    }
  }
  return { headers, metrics: metricNames };
}

/** The name that is used for a unit. */
export const unitName = (text: string, { unitNames }: Catalogue): string =>
  Object.hasOwn(unitNames, text) ? (unitNames[text] as string) : text;

/** The vocabulary of the seed documents. */
export const builtInCatalogue = (): Catalogue => createCatalogue({ counts, metrics, standards });
