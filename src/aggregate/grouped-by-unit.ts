import type { Catalogue } from '../catalogue/catalogue.ts';
import { distinctPeriods } from '../period/period.ts';
import type { DataByUnit } from '../validate/by-unit.ts';
import {
  allOf,
  type Group,
  groupOf,
  groupsByPeriod,
  groupsOf,
  isSelectedPeriod,
  type Selection,
  selectedUnits,
} from './group.ts';
import type { Grouped } from './grouped.ts';
import type { Grouping } from './grouping.ts';
import { periodEntries, summed } from './pool.ts';

/** Groups data of which the rows of one unit are at hand at a time; each group as long as its unit is. */
export function groupedByUnit(
  data: DataByUnit,
  by: Exclude<Grouping, 'group' | 'group,period'>,
  selection: Selection,
  catalogue: Catalogue,
): Grouped {
  const all = allOf(selectedUnits(data, selection));
  const stated = periodEntries(data, selection);
  const entries = stated.filter(({ period }) => isSelectedPeriod(period, selection));
  const pool = (groups: readonly Group[]): readonly Group[] =>
    summed(groups, stated, data, catalogue);
  function* ofUnits(each: 'unit' | 'unit,period'): Iterable<Group> {
    for (const dataset of data.eachUnit()) yield* groupsOf(dataset, each, selection);
  }
  let pooled: readonly Group[] | undefined;
  const ofAll = (): readonly Group[] => {
    pooled ??= pool(by === 'period' ? groupsByPeriod(all, entries) : [groupOf(all, entries)]);
    return pooled;
  };
  const isOfUnits = by === 'unit' || by === 'unit,period';
  let counted: number | undefined;
  return {
    scope: data,
    periods: distinctPeriods(data.periods),
    groupCount() {
      counted ??= countOf();
      return counted;
    },
    groups: () => (isOfUnits ? ofUnits(by) : ofAll()),
    whole: () => pool([groupOf(all, entries)])[0] as Group,
  };

  function countOf(): number {
    if (!isOfUnits) return by === 'period' ? entries.length : 1;
    if (selection.units === undefined && selection.periods === undefined) {
      return by === 'unit' ? data.units.length : data.size;
    }
    let count = 0;
    for (const _ of ofUnits(by)) count++;
    return count;
  }
}
