import type { Catalogue } from '../catalogue/catalogue.ts';
import { writeFormula } from '../formula/explain.ts';

/** A formula in ids, with the formulas of the metrics it refers to put in: equal for equal definitions only. */
export function canonicalFormula(metric: string, catalogue: Catalogue): string {
  const { formulaOf } = catalogue;
  return writeFormula(
    formulaOf(metric),
    {
      count: (id) => id,
      priorYear: (id) => `${id}@-1`,
      metric: (id) => id,
      mean: (id, over) => `mean(${over}, ${canonicalFormula(id, catalogue)})`,
    },
    formulaOf,
  );
}

export const defines = ({ metrics }: Catalogue, metric: string): boolean =>
  Object.hasOwn(metrics, metric);

/** Whether both vocabularies define a metric, and by the same formula. */
export const sameDefinition = (metric: string, before: Catalogue, after: Catalogue): boolean =>
  before === after ||
  (defines(before, metric) &&
    defines(after, metric) &&
    canonicalFormula(metric, before) === canonicalFormula(metric, after));

/** Whether both vocabularies hold a metric to the same standards, wherever these are cited from. */
export const sameStandards = (metric: string, before: Catalogue, after: Catalogue): boolean =>
  before === after || demandsOf(metric, before) === demandsOf(metric, after);

export const demandsOf = (metric: string, catalogue: Catalogue): string =>
  JSON.stringify(
    catalogue
      .standardsOf(metric)
      .map(({ source: _source, note: _note, custom: _custom, ...demand }) =>
        Object.entries(demand).sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
  );
