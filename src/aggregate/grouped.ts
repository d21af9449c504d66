import type { Catalogue } from '../catalogue/catalogue.ts';
import { distinctPeriods, type Period } from '../period/period.ts';
import type { DataScope, Dataset } from '../validate/dataset.ts';
import { allOf, type Group, groupOf, groupsOf, type Selection } from './group.ts';
import type { Grouping } from './grouping.ts';

/** Data brought into the groups of a result. */
export interface Grouped {
  readonly scope: DataScope;
  /** The periods that the data speaks of, in order. */
  readonly periods: readonly Period[];
  readonly groupCount: () => number;
  /** In the order of units and periods, formed anew at each call where rows are not held. */
  readonly groups: () => Iterable<Group>;
  /** All of the selection as one group. */
  readonly whole: () => Group;
}

/** Groups data that is held. */
export function grouped(
  dataset: Dataset,
  by: Grouping,
  selection: Selection,
  { unitGroups }: Catalogue,
): Grouped {
  const groups = groupsOf(dataset, by, selection, unitGroups);
  return {
    scope: dataset,
    periods: distinctPeriods(dataset.entries.map(({ period }) => period)),
    groupCount: () => groups.length,
    groups: () => groups,
    whole: () => groupsOf(dataset, 'total', selection)[0] ?? groupOf(allOf([]), []),
  };
}
