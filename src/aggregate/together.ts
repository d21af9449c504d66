import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DataScope } from '../validate/dataset.ts';
import { exemptFrom } from '../validate/exempt.ts';
import type { Group } from './group.ts';

/**
 * How a group's counts are to be summed where one metric takes them together, or one that it is held against. Who
 * is asked for one of them but not for another that some others are asked for as well is missing from that: else
 * a rate would have its numerator of some units and its denominator of others. Counts that have no unit in common,
 * as of a bureau and of a court, are each of their own. What the metric does not apply to is left out of all.
 */
export function takenTogether(
  metric: string,
  counts: readonly string[],
  { units, entries }: Pick<Group, 'units' | 'entries'>,
  dataset: DataScope,
  catalogue: Catalogue,
): DataScope {
  const isExempt = exemptFrom(metric, catalogue);
  const applies = new Set(entries.filter((entry) => !isExempt(entry)).map(({ unit }) => unit));
  const asked = new Map(
    counts.map((count) => [
      count,
      new Set(units.filter((unit) => applies.has(unit) && dataset.expects(unit, count))),
    ]),
  );
  const expected = new Map(
    [...asked].map(([count, own]) => {
      const shared = [...asked.values()].filter((other) =>
        [...other].some((unit) => own.has(unit)),
      );
      return [count, new Set(shared.flatMap((other) => [...other]))];
    }),
  );
  return {
    ...dataset,
    isExempt,
    expects: (unit, count) =>
      dataset.expects(unit, count) || (expected.get(count)?.has(unit) ?? false),
  };
}
