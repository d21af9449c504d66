import type { Catalogue } from '../catalogue/catalogue.ts';
import { canonicalFormula } from '../formula/canonical.ts';

export const defines = ({ metrics }: Catalogue, metric: string): boolean =>
  Object.hasOwn(metrics, metric);

/** Whether both vocabularies define a metric, and by the same formula. */
export const sameDefinition = (metric: string, before: Catalogue, after: Catalogue): boolean =>
  before === after ||
  (defines(before, metric) &&
    defines(after, metric) &&
    canonicalFormula(metric, before.formulaOf) === canonicalFormula(metric, after.formulaOf));

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
