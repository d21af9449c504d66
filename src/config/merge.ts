import { UNGROUPED } from '../aggregate/unit-groups.ts';
import { type Catalogue, createCatalogue, type Vocabulary } from '../catalogue/catalogue.ts';
import type { Count } from '../catalogue/count.ts';
import type { Custom } from '../catalogue/custom.ts';
import type { Metric } from '../catalogue/metric.ts';
import type { Source } from '../catalogue/source.ts';
import type { Place } from '../issue/issue.ts';
import { isOfOthers } from '../validate/table.ts';
import type { ConfigFile, ConfigPath, CountConfig, MetricConfig } from './config.ts';
import { formulaReader } from './formula.ts';
import { checkId, checkNames, checkReferences } from './references.ts';
import type { Report } from './report.ts';
import { mergeStandards } from './standards.ts';

/** Where the values of a configuration stand in its file. */
export type PlaceIn = (path: ConfigPath) => Place;

/** The built-in vocabulary with a configuration put over it. What is wrong goes to `report`. */
export function mergeConfig(
  config: ConfigFile,
  catalogue: Catalogue,
  placeOf: PlaceIn,
  report: Report,
): Vocabulary {
  const customAt = (path: ConfigPath, change: Custom['change']): Custom => {
    const { file, line = 1 } = placeOf(path);
    return { change, file, line };
  };
  const counts = mergeCounts(config, catalogue, customAt, report);
  const names = { ...catalogue.metrics, ...namesOnly(config.metrics, catalogue) };
  const named = createCatalogue({ counts, metrics: names, standards: {} });
  const reader = formulaReader(named, report);
  const metrics = mergeMetrics(config, catalogue, reader, customAt, report);
  checkReferences(metrics, config, report);
  const merged = { ...catalogue, counts, metrics };
  const standards = mergeStandards(config, merged, reader, customAt, report);
  checkNames(config, catalogue, report);
  return { counts, metrics, standards, ...unitsOf(config, report) };
}

const has = (records: object, id: string): boolean => Object.hasOwn(records, id);

function mergeCounts(
  { counts: configs = {}, metrics = {} }: ConfigFile,
  catalogue: Catalogue,
  customAt: (path: ConfigPath, change: Custom['change']) => Custom,
  report: Report,
): Record<string, Count> {
  const counts: Record<string, Count> = { ...catalogue.counts };
  for (const [id, config] of Object.entries(configs)) {
    const path = ['counts', id];
    const builtIn = has(catalogue.counts, id) ? catalogue.counts[id] : undefined;
    if (builtIn !== undefined) {
      const aliases = [...(builtIn.aliases ?? []), ...(config.aliases ?? [])];
      counts[id] = { ...builtIn, aliases, custom: customAt(path, 'changed') };
      continue;
    }
    checkId(id, { ...catalogue.metrics, ...metrics }, path, report);
    counts[id] = countOf(config, customAt(path, 'added'));
  }
  return counts;
}

const countOf = (
  { label = '', english = label, unit = '', nature = 'flow', source, ...more }: CountConfig,
  custom: Custom,
): Count => ({
  ...more,
  label,
  english,
  unit,
  nature,
  source: source ?? ownSource(custom),
  custom,
});

/** A count of one's own that cites nothing stands where it was written. */
const ownSource = ({ file, line }: Custom): Source => ({
  document: file,
  section: `:${line}`,
  quote: '',
});

/** Metrics of a configuration as far as other formulas may name them. */
const namesOnly = (
  configs: ConfigFile['metrics'] = {},
  { metrics }: Catalogue,
): Record<string, Metric> =>
  Object.fromEntries(
    Object.entries(configs).flatMap(([id, config]) =>
      has(metrics, id) ? [] : [[id, metricOf(config, { kind: 'sum', terms: [] }, undefined)]],
    ),
  );

const metricOf = (
  config: MetricConfig,
  formula: Metric['formula'],
  custom: Metric['custom'],
): Metric => {
  const { label = '', meaning = '', english = { label, meaning }, better = 'neutral' } = config;
  const { aliases, ambiguity, display, source } = config;
  return {
    label,
    meaning,
    english,
    better,
    formula,
    definition: 'stated',
    source: source ?? { document: '', section: '', quote: '' },
    example: null,
    ...(aliases !== undefined && { aliases }),
    ...(ambiguity !== undefined && { ambiguity }),
    ...(display !== undefined && { display }),
    ...(custom !== undefined && { custom }),
  };
};

function mergeMetrics(
  { metrics: configs = {} }: ConfigFile,
  catalogue: Catalogue,
  reader: ReturnType<typeof formulaReader>,
  customAt: (path: ConfigPath, change: Custom['change']) => Custom,
  report: Report,
): Record<string, Metric> {
  const metrics: Record<string, Metric> = { ...catalogue.metrics };
  for (const [id, config] of Object.entries(configs)) {
    const path = ['metrics', id];
    const formula = config.formula && reader.formula(config.formula, [...path, 'formula']);
    const builtIn = has(catalogue.metrics, id) ? catalogue.metrics[id] : undefined;
    if (builtIn === undefined) {
      checkId(id, catalogue.counts, path, report);
      if (formula !== undefined) metrics[id] = metricOf(config, formula, customAt(path, 'added'));
      continue;
    }
    const aliases = [...(builtIn.aliases ?? []), ...(config.aliases ?? [])];
    metrics[id] = { ...builtIn, ...(aliases.length > 0 && { aliases }) };
    if (formula === undefined) {
      const { aliases: _, ...rest } = config;
      // Other words for the built-in formula would stand beside its source.
      if (Object.keys(rest).length > 0) report('config-missing-key', path, { text: 'formula' });
      continue;
    }
    if (config.source === undefined) report('config-source-needed', path, {});
    const { ambiguity: _, ...kept } = metrics[id] as Metric;
    metrics[id] = {
      ...kept,
      formula,
      // The built-in words tell of the built-in formula.
      meaning: config.meaning ?? '',
      english: config.english ?? { label: builtIn.english.label, meaning: '' },
      source: config.source ?? builtIn.source,
      ...(config.ambiguity !== undefined && { ambiguity: config.ambiguity }),
      definition: 'stated',
      ...(config.display !== undefined && { display: config.display }),
      example: null,
      custom: { ...customAt(path, 'changed'), replaced: builtIn.formula },
    };
  }
  return withDependents(metrics);
}

/** What is computed from a metric of another definition has another definition itself. */
function withDependents(metrics: Record<string, Metric>): Record<string, Metric> {
  const changed = (id: string, seen: readonly string[]): Custom | undefined => {
    const metric = has(metrics, id) ? metrics[id] : undefined;
    if (metric === undefined || seen.includes(id)) return undefined;
    if (metric.custom?.change === 'changed') return metric.custom;
    return 'metric' in metric.formula ? changed(metric.formula.metric, [...seen, id]) : undefined;
  };
  return Object.fromEntries(
    Object.entries(metrics).map(([id, metric]) => {
      const through = metric.custom === undefined ? changed(id, []) : undefined;
      if (through === undefined) return [id, metric];
      const { file, line } = through;
      return [id, { ...metric, custom: { change: 'changed' as const, file, line } }];
    }),
  );
}

/** Units of groups by the names that are used. */
function unitsOf({ units = {} }: ConfigFile, report: Report) {
  const { names = {}, groups = {} } = units;
  const members = Object.values(groups).flat();
  const known = new Set([...members, ...Object.keys(names), ...Object.values(names)]);
  for (const text of Object.keys(groups)) {
    const path = ['units', 'groups', text];
    if (text === UNGROUPED || isOfOthers(text)) report('config-bad-name', path, { text });
    else if (known.has(text)) report('config-group-is-unit', path, { text });
  }
  for (const [from, to] of Object.entries(names)) {
    if (has(names, to)) report('config-name-chain', ['units', 'names', from], { text: to });
  }
  const current = (unit: string): string => (has(names, unit) ? (names[unit] as string) : unit);
  return {
    unitNames: names,
    unitGroups: Object.fromEntries(
      Object.entries(groups).map(([name, members]) => [name, members.map(current)]),
    ),
  };
}
