import type { Group, Grouping } from '../aggregate/group.ts';
import { type Gap, type GroupSource, groupSource } from '../aggregate/totals.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

import { type CountSource, evaluate, type Outcome } from '../formula/evaluate.ts';
import { type Flag, flagOf, type JudgedPlace, judge, type Verdict } from '../judge/judge.ts';
import { type Dataset, type Entry, entryReported } from '../validate/dataset.ts';

/** One metric of one group: its value or why there is none, and what the standards say of it. */
export interface Assessment {
  readonly metric: string;
  readonly outcome: Outcome;
  /** Where the formula found its counts. */
  readonly source: CountSource;
  /** Units (and periods) that keep a missing input from being known. */
  readonly gaps: readonly Gap[];
  /** Set where the value covers only the units that reported. */
  readonly coverage: Coverage | null;
  /** The rate as published for this group, in the words of the data. */
  readonly reported: string | null;
  readonly verdicts: readonly Verdict[];
  /** Null where no standard is stated. */
  readonly flag: Flag | null;
}

export interface Coverage {
  readonly reporting: number;
  readonly expected: number;
  readonly missing: readonly string[];
}

export interface AssessedGroup {
  readonly group: Group;
  readonly assessments: readonly Assessment[];
}

export interface AssessOptions {
  readonly metrics: readonly string[];
  /** Compute a group over those of its units that reported, with the coverage beside it. */
  readonly partial: boolean;
}

/** Evaluates and judges metrics for one group after the other. */
export function assessor(dataset: Dataset, catalogue: Catalogue, options: AssessOptions) {
  const { metrics, partial } = options;
  const standardsOf = new Map(metrics.map((id) => [id, catalogue.standardsOf(id)]));
  const inputsOf = new Map(metrics.map((id) => [id, catalogue.inputsOf(id)]));
  const onlyUnit = dataset.units.length === 1;

  const outcomeOf = (metric: string, source: GroupSource): Outcome =>
    evaluate(metric, catalogue.formulaOf(metric), source, catalogue.formulaOf);

  function assess(metric: string, group: Group, source: GroupSource): Assessment {
    let outcome = outcomeOf(metric, source);
    const inputs = inputsOf.get(metric) as readonly string[];
    const gaps = outcome.known ? [] : gapsOf(outcome, source);
    let counted = source;
    let coverage: Coverage | null = null;
    if (partial && gaps.length > 0 && group.unit === null) {
      const missing = new Set(gaps.map(({ unit }) => unit));
      const expected = group.units.filter((unit) => inputs.some((id) => dataset.expects(unit, id)));
      const reporting = expected.filter((unit) => !missing.has(unit));
      if (reporting.length > 0) {
        counted = groupSource({ ...group, units: reporting }, dataset, catalogue);
        outcome = outcomeOf(metric, counted);
        coverage = {
          reporting: reporting.length,
          expected: expected.length,
          missing: [...missing],
        };
      }
    }
    const standards = standardsOf.get(metric) ?? [];
    const verdicts =
      standards.length === 0
        ? NO_VERDICTS
        : standards.map((standard) =>
            judge(standard, outcome, judgedPlace(group, counted), catalogue),
          );
    return {
      metric,
      outcome,
      source: counted,
      gaps: coverage === null ? gaps : [],
      coverage,
      reported: reportedText(group.entries, metric),
      verdicts,
      flag: flagOf(verdicts),
    };
  }

  const judgedPlace = (group: Group, source: GroupSource): JudgedPlace => ({
    period: group.period,
    isUnit: group.unit !== null || onlyUnit,
    isWhole: group.unit === null || onlyUnit || isDistrict(group.unit),
    metric: (id) => outcomeOf(id, source),
    priorYear: (id) => {
      const earlier = source.priorYear();
      return earlier === null ? null : outcomeOf(id, earlier as GroupSource);
    },
  });

  return (group: Group): AssessedGroup => {
    const source = groupSource(group, dataset, catalogue);
    return { group, assessments: metrics.map((metric) => assess(metric, group, source)) };
  };
}

const NO_VERDICTS: readonly Verdict[] = [];

/** A district or county is a whole of its own, also among others in one file. */
const isDistrict = (unit: string): boolean => /(?:[区县市州旗]|区政府|人民政府)$/.test(unit);

function gapsOf(outcome: Outcome & { known: false }, source: GroupSource): readonly Gap[] {
  if (outcome.reason.code !== 'missing-input') return [];
  const gaps = new Map<string, Gap>();
  for (const count of outcome.reason.counts) {
    for (const gap of source.missing(count)) {
      gaps.set(`${gap.unit}\u0000${gap.period?.start}-${gap.period?.end}`, gap);
    }
  }
  return [...gaps.values()];
}

function reportedText(entries: readonly Entry[], metric: string): string | null {
  const [only] = entries;
  if (only === undefined || entries.length > 1) return null;
  return entryReported(only, metric)?.text ?? null;
}

/** How a metric relates to the columns of the data. */
export type Relevance = 'covered' | 'touched' | 'absent';

/**
 * `covered`: every count of the formula has a column, or the published rate has. `touched`: some have, so
 * that the result is an unknown that names what is missing. Means over parts count only where a group has parts.
 */
export function relevanceOf(
  metric: string,
  dataset: Dataset,
  catalogue: Catalogue,
  by: Grouping,
): Relevance {
  const has = (list: 'counts' | 'reported', id: string) =>
    dataset.tables.some(({ columns }) => columns[list].includes(id));
  if (has('reported', metric)) return 'covered';
  const formula = catalogue.formulaOf(metric);
  if (formula.kind === 'mean') {
    const overParts = by === 'unit' || by === 'total';
    return overParts ? relevanceOf(formula.metric, dataset, catalogue, by) : 'absent';
  }
  if (formula.kind === 'complement' && has('reported', formula.metric)) return 'covered';
  const inputs = catalogue.inputsOf(metric);
  const stated = inputs.filter((id) => has('counts', id)).length;
  if (stated === 0) return 'absent';
  return stated === inputs.length ? 'covered' : 'touched';
}
