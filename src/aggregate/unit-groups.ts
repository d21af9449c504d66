import type { Selection, Who } from './group.ts';

/** Units by the name under which they are taken together, in order. */
export type UnitGroups = Readonly<Record<string, readonly string[]>>;

/** Where units are grouped, those that no group names. */
export const UNGROUPED = '未分组';

/** The named groups, units of theirs that the data does not know included, and last the units of none. */
export function poolsOf(
  units: readonly string[],
  unitGroups: UnitGroups,
  { units: wanted }: Selection,
): Who[] {
  const pools = Object.entries(unitGroups).map(([unit, members]) => ({
    unit,
    pooled: true,
    units: members.filter((unit) => wanted === undefined || wanted.has(unit)),
  }));
  const named = new Set(pools.flatMap((pool) => pool.units));
  const rest = units.filter((unit) => !named.has(unit));
  return rest.length === 0 ? pools : [...pools, { unit: UNGROUPED, pooled: true, units: rest }];
}
