import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DataScope } from '../validate/dataset.ts';
import { exemptionsFrom } from './exempt.ts';
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
  group: Pick<Group, 'units' | 'entries' | 'periods'>,
  dataset: DataScope,
  catalogue: Catalogue,
): DataScope {
  const exempt = exemptionsFrom(metric, group, dataset, catalogue);
  const present = new Set(group.entries.map(({ unit }) => unit));
  const applies = group.units.filter((unit) => present.has(unit) && !exempt.units.has(unit));
  const asked = new Map(
    counts.map((count) => [count, new Set(applies.filter((unit) => dataset.expects(unit, count)))]),
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
    isExempt: exempt.covers,
    expects: (unit, count) =>
      dataset.expects(unit, count) || (expected.get(count)?.has(unit) ?? false),
  };
}
