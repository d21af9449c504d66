import type { Selection } from '../aggregate/group.ts';
import type { CompareGrouping } from '../aggregate/grouping.ts';
import { builtInCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import type { Dataset } from '../validate/dataset.ts';
import { type Comparison, compareSides } from './compare.ts';
import type { PeriodChoice } from './periods.ts';

/** What to compare; by default every metric and count of each unit, and of all together. */
export interface CompareQuery {
  /** The only units, and the only periods, that are looked at. */
  readonly selection?: Selection;
  readonly catalogue?: Catalogue;
  /** The vocabulary of the side before, where it is another. */
  readonly catalogueBefore?: Catalogue;
  /** Which periods are held against which. By default the data has to leave no choice. */
  readonly periods?: PeriodChoice;
  readonly by?: CompareGrouping;
  /** Ids of metrics. */
  readonly metrics?: readonly string[];
  /** Compare pools over the units that reported on both sides. */
  readonly partial?: boolean;
  /** Take the changes of pooled rates apart. */
  readonly decompose?: boolean;
}

/**
 * Pairs the units and periods of two datasets, or of one with itself, as `compare` does; the comparison that it
 * returns tells of each of its pairs what changed. Throws a RangeError on periods that cannot be paired.
 */
export function compareDatasets(
  before: Dataset,
  after: Dataset,
  query: CompareQuery = {},
): Comparison {
  const { catalogue = builtInCatalogue() } = query;
  const side = (dataset: Dataset, own: Catalogue) => ({
    dataset,
    catalogue: own,
    derived: new Map(),
  });
  const comparison = compareSides(
    side(before, query.catalogueBefore ?? catalogue),
    side(after, catalogue),
    {
      periods: query.periods ?? { kind: 'data' },
      by: query.by ?? 'unit',
      metrics: query.metrics ?? [],
      partial: query.partial ?? false,
      decompose: query.decompose ?? false,
      selection: query.selection ?? {},
    },
  );
  if ('fault' in comparison) throw new RangeError(`cannot pair the periods: ${comparison.fault}`);
  return comparison;
}
