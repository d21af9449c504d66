import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Entry, entryCount } from './dataset.ts';
import { valueAt } from './table.ts';

/**
 * Tells of the entries of a unit whether some metric has counts of which they say in one place that they do not
 * apply, and in another something else: of such a unit a group of units may leave figures out.
 */
export function exemptInPart(
  counts: readonly string[],
  catalogue: Catalogue,
): (entries: readonly Entry[]) => boolean {
  const inputs = Object.keys(catalogue.metrics).map((id) =>
    catalogue.inputsOf(id).filter((count) => counts.includes(count)),
  );
  return (entries) =>
    entries.some(isAnywhereNotApplicable) &&
    inputs.some((own) => {
      const applicable = entries.flatMap((entry) =>
        own.map((count) => entryCount(entry, count) !== 'not-applicable'),
      );
      return applicable.includes(true) && applicable.includes(false);
    });
}

const isAnywhereNotApplicable = ({ observations }: Entry): boolean =>
  observations.some((observation) =>
    observation.columns.counts.some((_, slot) => valueAt(observation, slot) === 'not-applicable'),
  );
