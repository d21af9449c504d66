import { type Selection, selectedEntries } from '../aggregate/group.ts';
import type { CompareGrouping } from '../aggregate/grouping.ts';
import { relevantMetrics } from '../assess/relevance.ts';
import { canonicalFormula } from '../formula/canonical.ts';
import { defines, sameDefinition, sameStandards } from './definition.ts';
import { decompositionsOf } from './effects.ts';
import { createMeasurer, type Sides } from './measure.ts';
import { type GroupPair, type PairedGroups, pairGroups, type Unpaired } from './pairs.ts';
import { type Pairing, type PairingFault, type PeriodChoice, pairPeriods } from './periods.ts';
import type { ChangeRecord, ComparedPair } from './record.ts';
import { countRecord, metricRecord } from './records.ts';
import { lookingBack, type Side } from './side.ts';

export interface CompareOptions {
  readonly periods: PeriodChoice;
  readonly by: CompareGrouping;
  /** Ids; none for all that either side has to do with. */
  readonly metrics: readonly string[];
  readonly partial: boolean;
  readonly decompose: boolean;
  readonly selection: Selection;
}

/** Two sides, paired. */
export interface Comparison {
  readonly sides: Sides;
  readonly pairing: Pairing;
  readonly pairs: readonly GroupPair[];
  readonly unpaired: readonly Unpaired[];
  readonly metrics: readonly string[];
  readonly counts: readonly string[];
  /** Metrics that both sides compute by different formulas, or only one knows. */
  readonly redefined: readonly Redefinition[];
  /** Metrics that both sides hold to different standards. */
  readonly restandardised: readonly string[];
  /** What changed between the groups of a pair; anew at each call, so that none need be kept. */
  compare(pair: GroupPair): ComparedPair;
}

/** The formulas of a metric in ids; null on the side that does not know it. */
export interface Redefinition {
  readonly metric: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Pairs the units and periods of two sides, or says why it cannot. */
export function compareSides(
  before: Side,
  after: Side,
  options: CompareOptions,
): Comparison | PairingFault {
  const { by, partial, selection, decompose } = options;
  const same = before.dataset === after.dataset && before.catalogue === after.catalogue;
  const entries = {
    before: selectedEntries(before.dataset, selection),
    after: selectedEntries(after.dataset, selection),
  };
  const periods = pairPeriods(
    {
      before: entries.before.map(({ period }) => period),
      after: entries.after.map(({ period }) => period),
      same,
    },
    options.periods,
  );
  if ('fault' in periods) return periods;
  const restated = periods.pairing === 'restated';
  const sides: Sides = {
    before,
    after: same || restated ? after : lookingBack(after, before.dataset),
  };
  const metrics = metricsOf(sides, options.metrics);
  const stated = countsOf(sides, options.metrics.length === 0 ? null : metrics);
  // One that is also a metric is said once, with what is better; where it is restated, its cells have to be named.
  const said = restated ? new Set() : countsSaid(metrics, sides);
  const counts = stated.filter((id) => !said.has(id));
  const { unitGroups } = after.catalogue;
  const { pairs, unpaired }: PairedGroups = pairGroups(entries, periods.pairs, {
    by,
    unitGroups,
    selection,
    partial,
  });
  const measure = createMeasurer(sides, { metrics, partial });
  return {
    sides,
    pairing: periods.pairing,
    pairs,
    unpaired: [
      ...periods.alone.map(
        ({ side, period }): Unpaired => ({ kind: 'period', period, onlyOn: side }),
      ),
      ...unpaired,
    ],
    metrics,
    counts,
    redefined: redefinitions(metrics, sides),
    restandardised: metrics.filter((id) => !sameStandards(id, before.catalogue, after.catalogue)),
    compare(pair) {
      const measured = measure(pair);
      const records: ChangeRecord[] = [
        ...metrics.flatMap((id) => metricRecord(id, measured.metric(id), sides, restated) ?? []),
        ...counts.flatMap((id) => countRecord(id, measured.count(id), restated) ?? []),
      ];
      const decompositions = decompose ? decompositionsOf(pair, records, sides) : [];
      return { pair, records, decompositions };
    },
  };
}

/** The metrics asked for, or those that either side has to do with, in the order of the vocabularies. */
function metricsOf({ before, after }: Sides, asked: readonly string[]): readonly string[] {
  if (asked.length > 0) return [...new Set(asked)];
  const relevant = new Set(
    [before, after].flatMap(({ dataset, catalogue }) =>
      relevantMetrics(dataset, catalogue, 'total'),
    ),
  );
  const known = [...Object.keys(after.catalogue.metrics), ...Object.keys(before.catalogue.metrics)];
  return [...new Set(known)].filter((id) => relevant.has(id));
}

/** The counts that either side has a column for; with metrics, only those that they are computed from. */
function countsOf({ before, after }: Sides, metrics: readonly string[] | null): readonly string[] {
  const stated = new Set(
    [before, after].flatMap(({ dataset }) =>
      dataset.tables.flatMap(({ columns }) => columns.counts),
    ),
  );
  const wanted =
    metrics &&
    new Set(
      [before, after].flatMap(({ catalogue }) =>
        metrics.filter((id) => defines(catalogue, id)).flatMap(catalogue.inputsOf),
      ),
    );
  const known = [...Object.keys(after.catalogue.counts), ...Object.keys(before.catalogue.counts)];
  return [...new Set(known)].filter((id) => stated.has(id) && (wanted?.has(id) ?? true));
}

/** Counts that are by themselves all of a metric, on both sides. */
function countsSaid(metrics: readonly string[], { before, after }: Sides): ReadonlySet<string> {
  const countOf = (id: string, { catalogue }: Side): string | null => {
    const formula = defines(catalogue, id) ? catalogue.formulaOf(id) : null;
    return formula?.kind === 'count' ? formula.count : null;
  };
  return new Set(
    metrics.flatMap((id) => {
      const count = countOf(id, after);
      return count !== null && countOf(id, before) === count ? [count] : [];
    }),
  );
}

const redefinitions = (metrics: readonly string[], { before, after }: Sides): Redefinition[] =>
  metrics
    .filter((id) => !sameDefinition(id, before.catalogue, after.catalogue))
    .map((metric) => ({
      metric,
      before: defines(before.catalogue, metric)
        ? canonicalFormula(metric, before.catalogue.formulaOf)
        : null,
      after: defines(after.catalogue, metric)
        ? canonicalFormula(metric, after.catalogue.formulaOf)
        : null,
    }));
