import type { Grouping } from '../aggregate/grouping.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TableColumns } from '../validate/table.ts';

/** What data has columns for. */
export interface Stating {
  readonly tables: readonly { readonly columns: Pick<TableColumns, 'counts' | 'reported'> }[];
}

/** The metrics that the data has to do with: those it covers and, unless told otherwise, those it touches. */
export const relevantMetrics = (
  dataset: Stating,
  catalogue: Catalogue,
  by: Grouping,
  least: 'covered' | 'touched' = 'touched',
): string[] =>
  Object.keys(catalogue.metrics).filter((id) => {
    const relevance = relevanceOf(id, dataset, catalogue, by);
    return relevance === 'covered' || relevance === least;
  });

/** How a metric relates to the columns of the data. */
export type Relevance = 'covered' | 'touched' | 'absent';

/**
 * `covered`: every count of the formula has a column, or the published rate has. `touched`: some have, so
 * that the result is an unknown that names what is missing. Means over parts count only where a group has parts.
 */
export function relevanceOf(
  metric: string,
  dataset: Stating,
  catalogue: Catalogue,
  by: Grouping,
): Relevance {
  const has = (list: 'counts' | 'reported', id: string) =>
    dataset.tables.some(({ columns }) => columns[list].includes(id));
  if (has('reported', metric)) return 'covered';
  const formula = catalogue.formulaOf(metric);
  if (formula.kind === 'mean') {
    const overParts = by === 'unit' || by === 'group' || by === 'total';
    return overParts ? relevanceOf(formula.metric, dataset, catalogue, by) : 'absent';
  }
  if (formula.kind === 'complement' && has('reported', formula.metric)) return 'covered';
  const inputs = catalogue.inputsOf(metric);
  const stated = inputs.filter((id) => has('counts', id)).length;
  if (stated === 0) return 'absent';
  return stated === inputs.length ? 'covered' : 'touched';
}
