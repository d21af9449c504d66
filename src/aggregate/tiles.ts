import { contains, outermost, overlaps, type Period } from '../period/period.ts';
import { type DataScope, type Entry, hasColumn } from '../validate/dataset.ts';

/** What a unit contributes to a count: its outermost periods, and whether they leave none of the group's out. */
export interface UnitTiles {
  readonly unit: string;
  readonly entries: readonly Entry[];
  readonly complete: boolean;
  /** Whether they are not complete for periods of the unit that overlap others, or the group's, in part. */
  readonly overlapping: boolean;
}

/**
 * The rows that add up to a total, of each unit the outermost periods, so that a year and its quarters do not
 * count twice.
 */
export const tilesOf = (
  entriesByUnit: ReadonlyMap<string, readonly Entry[]>,
  covered: Covered,
  { entriesOf }: DataScope,
): UnitTiles[] =>
  [...entriesByUnit].map(([unit, entries]) => tilesOfUnit(unit, entries, covered, entriesOf(unit)));

/** @param stated All rows of the unit, also those that are not in the group. */
export function tilesOfUnit(
  unit: string,
  entries: readonly Entry[],
  covered: Covered,
  stated: readonly Entry[],
): UnitTiles {
  const kept = outermostEntries(entries);
  const complete = covers(kept, covered);
  const periods = kept.flatMap(({ period }) => period ?? []);
  const overlapping = !complete && cross(stated, [...covered.periods, ...periods]);
  return { unit, entries: kept, complete, overlapping };
}

/** Whether rows speak of periods that overlap some others without lying in them or around them: they do not add up. */
const cross = (entries: readonly Entry[], others: readonly Period[]): boolean =>
  entries.some(
    ({ period }) =>
      period !== null &&
      others.some(
        (other) => overlaps(period, other) && !contains(period, other) && !contains(other, period),
      ),
  );

/** The rows of periods that lie in no other one of them. */
export const outermostEntries = (entries: readonly Entry[]): readonly Entry[] =>
  outermost(entries, ({ period }) => period);

/** The rows that come from a table with a column for a count, or that are exempt: the others were never asked. */
export const thoseAsked = (
  id: string,
  entriesByUnit: ReadonlyMap<string, readonly Entry[]>,
  { isExempt }: DataScope,
): Map<string, readonly Entry[]> =>
  new Map(
    [...entriesByUnit].map(([unit, entries]) => [
      unit,
      entries.filter((entry) => hasColumn(entry, id) || isExempt(entry, id)),
    ]),
  );

/** The months that a group covers. */
export interface Covered {
  readonly periods: readonly Period[];
  readonly months: number;
  /** Whether no month was stated twice. */
  readonly apart: boolean;
}

/** How many months periods cover. */
export function monthsOf(periods: readonly Period[]): Covered {
  const months = new Set<number>();
  let length = 0;
  for (const { start, end } of periods) {
    length += end - start + 1;
    for (let month = start; month <= end; month++) months.add(month);
  }
  return { periods, months: months.size, apart: length === months.size };
}

/** Whether rows without overlaps make up as many months as the group: then they are the same months. */
function covers(entries: readonly Entry[], { months }: Covered): boolean {
  const periods = entries.flatMap(({ period }) => period ?? []);
  if (periods.length < entries.length) return months === 0 && entries.length === 1;
  const own = monthsOf(periods);
  return own.apart && own.months === months && entries.length > 0;
}
