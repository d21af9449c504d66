import { outermost } from '../period/period.ts';
import { type Observation, type StatedTotal, type TableData, totalKind } from './table.ts';

/** A table with those of its totals that sum up units, as 合计 in the place of a unit does. */
export const totalsOverUnits = (table: TableData): TableData => ({
  ...table,
  totals: table.totals.flatMap((total) => {
    if (isOverPeriods(total, table)) return [];
    const { overPeriods: _, ...observation } = total.observation;
    return { ...total, observation };
  }),
});

/** Whether a total sums up periods of its unit; where the table knows no unit, 合计 stands for one. */
const isOverPeriods = (
  { observation: { unit, overPeriods } }: StatedTotal,
  { observations: [first] }: TableData,
): boolean =>
  overPeriods !== undefined &&
  (totalKind(unit) === null || first === undefined || totalKind(first.unit) !== null);

/** The rows of each unit that states totals of its own periods (甲,合计), with these, as tables by themselves. */
export function totalsOverPeriods(table: TableData): TableData[] {
  const totalsOf = new Map<string, StatedTotal[]>();
  for (const total of table.totals) {
    if (isOverPeriods(total, table)) {
      const { unit } = total.observation;
      totalsOf.set(unit, [...(totalsOf.get(unit) ?? []), total]);
    }
  }
  if (totalsOf.size === 0) return [];
  const rowsOf = new Map<string, Placed[]>([...totalsOf.keys()].map((unit) => [unit, []]));
  for (const [index, row] of table.observations.entries())
    rowsOf.get(row.unit)?.push({ row, index });
  return [...totalsOf].map(([unit, totals]) => {
    // A half-year and its quarters do not count twice.
    const rows = outermost(rowsOf.get(unit) as Placed[], ({ row }) => row.period);
    return {
      ...table,
      observations: rows.map(({ row }) => row),
      totals: totals.map((total) => ({
        ...total,
        position: rows.filter(({ index }) => index < total.position).length,
        block: total.block || totals.some((other) => other !== total && isNamesake(other, total)),
      })),
    };
  });
}

/** A row, and where it stands among those of all units. */
interface Placed {
  readonly row: Observation;
  readonly index: number;
}

/** Of several that are called the same, as one a year, each is of its own rows. */
const isNamesake = (left: StatedTotal, right: StatedTotal): boolean =>
  left.observation.overPeriods?.name.trim() === right.observation.overPeriods?.name.trim();
