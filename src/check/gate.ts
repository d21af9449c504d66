import type { Group, Selection } from '../aggregate/group.ts';
import { type AssessedGroup, type Assessment, createAssessor } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Standard } from '../catalogue/standard.ts';
import { type Verdict, verdictFlag } from '../judge/judge.ts';
import { PERIOD_GRAINS } from '../period/period.ts';
import type { DataScope, Dataset } from '../validate/dataset.ts';
import { type JudgedGroup, type Places, placesIn } from './places.ts';

/** One standard held against one value. */
export interface Judgement {
  readonly group: Group;
  readonly span: JudgedGroup['span'];
  readonly assessment: Assessment;
  readonly standard: Standard & { readonly id: string };
  readonly verdict: Verdict;
  readonly flag: JudgedFlag;
}

export type JudgedFlag = 'breach' | 'warn' | 'unknown' | 'ok';

export interface GateOptions {
  /** Ids; those that no standard speaks of are passed over. */
  readonly metrics: readonly string[];
  readonly partial: boolean;
  readonly selection: Selection;
}

/**
 * Holds every metric of every unit and period, and of all units together, to its standards. Each call of the
 * function that it returns judges anew, so that no judgement need be kept.
 *
 * A standard of each year is also held against years that shorter periods of the data make up; a mean against
 * the whole of the data. What is 100 % exactly when each part is, is judged for the parts alone. A metric that
 * nobody can know, for want of a column, is one unknown and not one for every unit.
 */
export const createGate = (
  dataset: Dataset,
  catalogue: Catalogue,
  options: GateOptions,
): (() => Iterable<Judgement>) =>
  createGateOf(dataset, placesIn(dataset, options.selection), catalogue, options);

/** The same wherever data is judged. */
export function createGateOf(
  data: DataScope,
  { places, whole }: Places,
  catalogue: Catalogue,
  { metrics, partial }: GateOptions,
): () => Iterable<Judgement> {
  const judged = metrics.filter((id) => catalogue.standardsOf(id).length > 0);
  const isMean = (id: string): boolean => catalogue.formulaOf(id).kind === 'mean';
  const assessor = (ids: readonly string[]) =>
    createAssessor(data, catalogue, { metrics: ids, partial });
  const grains = PERIOD_GRAINS.filter((grain) =>
    judged.some((id) => catalogue.standardsOf(id).some(({ per }) => per === grain)),
  );
  const assessors = {
    stated: assessor(judged),
    total: assessor(judged.filter(isMean)),
    longer: new Map(
      grains.map((grain) => [
        grain,
        assessor(judged.filter((id) => catalogue.standardsOf(id).some(({ per }) => per === grain))),
      ]),
    ),
  };
  const standards = new Map(
    judged.flatMap(catalogue.standardsOf).map((standard) => [standard.id, standard]),
  );
  const columns = new Set(data.tables.flatMap((table) => table.columns.counts));

  function assess({ group, span }: JudgedGroup): AssessedGroup {
    if (span === 'stated') return assessors.stated.assess(group);
    if (span === 'total') return assessors.total.assess(group);
    return (assessors.longer.get(span) ?? assessors.stated).assess(group);
  }

  /** Whether a verdict is given here: not twice on the same thing, and none that says nothing. */
  function counts(
    { group, span, alsoStated }: JudgedGroup,
    { scope, per, metric }: Standard,
    { outcome }: Assessment,
    verdict: Verdict,
  ): boolean {
    if (verdict.status === 'not-judged') return false;
    if (group.unit === null && scope === 'any') return false;
    // A single row has a mean only where one is published.
    if (span === 'stated') return outcome.known || !isMean(metric);
    // A mean over each year is judged with the years, not with all of the data.
    if (span === 'total') return per === undefined;
    return per === span && (!alsoStated || isMean(metric));
  }

  const lacksColumn = ({ outcome }: Assessment): boolean =>
    !outcome.known &&
    outcome.reason.code === 'missing-input' &&
    outcome.reason.counts.some((id) => !columns.has(id));

  return function* () {
    const withoutColumn = new Map<string, Judgement>();
    for (const place of places(grains)) {
      for (const assessment of assess(place).assessments) {
        for (const verdict of assessment.verdicts) {
          const standard = standards.get(verdict.standard);
          const flag = verdictFlag(verdict);
          if (standard === undefined || flag === 'not-judged') continue;
          if (!counts(place, standard, assessment, verdict)) continue;
          const { group, span } = place;
          const judgement = { group, span, assessment, standard, verdict, flag };
          if (!lacksColumn(assessment)) yield judgement;
          else if (!withoutColumn.has(standard.id)) withoutColumn.set(standard.id, judgement);
        }
      }
    }
    const group = whole();
    for (const judgement of withoutColumn.values()) {
      const assessment = { ...judgement.assessment, gaps: [] };
      yield { ...judgement, group, span: 'total' as const, assessment };
    }
  };
}
