import type { Catalogue } from '../catalogue/catalogue.ts';
import { sidesOf } from '../formula/formula.ts';
import { type Entry, entryCount } from './dataset.ts';
import { valueAt } from './table.ts';

/** Tells of an entry whether it says of all counts on one side of a metric's formula that they do not apply. */
export function exemptFrom(metric: string, { formulaOf }: Catalogue): (entry: Entry) => boolean {
  const sides = sidesOf(formulaOf(metric), formulaOf);
  return (entry) =>
    sides.some((side) => side.every((count) => entryCount(entry, count) === 'not-applicable'));
}

/** Tells of an entry whether it is exempt from a metric of which it does not say of all its counts that they do not apply. */
export function exemptInPart(
  counts: readonly string[],
  catalogue: Catalogue,
): (entry: Entry) => boolean {
  const metrics = Object.keys(catalogue.metrics).map((id) => ({
    isExempt: exemptFrom(id, catalogue),
    inputs: catalogue.inputsOf(id).filter((count) => counts.includes(count)),
  }));
  return (entry) =>
    isAnywhereNotApplicable(entry) &&
    metrics.some(
      ({ isExempt, inputs }) =>
        isExempt(entry) && inputs.some((count) => entryCount(entry, count) !== 'not-applicable'),
    );
}

const isAnywhereNotApplicable = ({ observations }: Entry): boolean =>
  observations.some((observation) =>
    observation.columns.counts.some((_, slot) => valueAt(observation, slot) === 'not-applicable'),
  );
