import {
  comparePeriods,
  contains,
  distinctPeriods,
  grainOf,
  lengthOf,
  oneYearEarlier,
  outermost,
  type Period,
  periodId,
  runsOf,
} from '../period/period.ts';
import type { DataScope, Dataset, Entry } from '../validate/dataset.ts';
import type { Grouping } from './grouping.ts';
import type { GroupSource } from './totals.ts';
import { poolsOf, type UnitGroups } from './unit-groups.ts';

/** The part of the data that a result speaks of. Absent: all of it. */
export interface Selection {
  readonly units?: ReadonlySet<string>;
  /** Periods named by the user; data periods inside one of them are taken. */
  readonly periods?: readonly Period[];
}

/** One unit or several together, in one period or over several. */
export interface Group {
  /** The unit, or the name of several together; null for all of them. */
  readonly unit: string | null;
  /** Whether several units are taken together. */
  readonly pooled: boolean;
  /** The run of months that the periods make up, or null where they have gaps or none is stated. */
  readonly period: Period | null;
  /** The periods that the data holds for the group, in order; empty where none is stated. */
  readonly periods: readonly Period[];
  /** Units that belong to the group, whether they reported or not. */
  readonly units: readonly string[];
  readonly entries: readonly Entry[];
  /** Its counts, where they were summed when its rows were at hand; `entries` is empty then. */
  readonly sums?: GroupSource;
}

/** Whom a group is about. */
export type Who = Pick<Group, 'unit' | 'pooled' | 'units'>;

/** Forms the groups of a result, in the order of units and periods. */
export function groupsOf(
  dataset: Dataset,
  by: Grouping,
  selection: Selection,
  unitGroups: UnitGroups = {},
): Group[] {
  const entries = selectedEntries(dataset, selection);
  if (entries.length === 0) return [];
  const units = selectedUnits(dataset, selection);
  const all = allOf(units);
  switch (by) {
    case 'unit,period':
      return entries.map((entry) => singleGroup(entry));
    case 'unit':
      return [...partition(entries, ({ unit }) => unit)].map(([unit, ofUnit]) =>
        groupOf(single(unit), ofUnit),
      );
    case 'group':
      return poolsOf(units, unitGroups, selection).flatMap((pool) => {
        const ofPool = entriesOf(pool, entries);
        return ofPool.length === 0 ? [] : groupOf(pool, ofPool);
      });
    case 'group,period':
      return poolsOf(units, unitGroups, selection).flatMap((pool) =>
        groupsByPeriod(pool, entriesOf(pool, entries)),
      );
    case 'period':
      return groupsByPeriod(all, entries);
    case 'total':
      return [groupOf(all, entries)];
  }
}

export const selectedUnits = (
  { units }: Pick<DataScope, 'units'>,
  { units: wanted }: Selection,
): readonly string[] => (wanted === undefined ? units : units.filter((unit) => wanted.has(unit)));

export const selectedEntries = (
  { entries }: { readonly entries: readonly Entry[] },
  selection: Selection,
): readonly Entry[] =>
  entries.filter(
    ({ unit, period }) =>
      (selection.units?.has(unit) ?? true) && isSelectedPeriod(period, selection),
  );

export const isSelectedPeriod = (period: Period | null, { periods }: Selection): boolean =>
  periods === undefined || periods.some((outer) => period !== null && contains(outer, period));

/** Units together. */
export const allOf = (units: readonly string[]): Who => ({ unit: null, pooled: true, units });

/** A unit by itself. */
export const single = (unit: string): Who => ({ unit, pooled: false, units: [unit] });

const entriesOf = ({ units }: Who, entries: readonly Entry[]): readonly Entry[] => {
  const members = new Set(units);
  return entries.filter(({ unit }) => members.has(unit));
};

/** The rows of some units, a group for each period that one of them states. */
export const groupsByPeriod = (who: Who, entries: readonly Entry[]): Group[] =>
  [...partition(entries, ({ period }) => (period === null ? '' : periodId(period))).values()]
    .map((ofPeriod) => groupOf(who, ofPeriod))
    .map((group) => inPeriod(group, entries))
    .sort(compareGroupPeriods);

/** A group of one period, also with the rows that make it up of units that state it in parts: a year in quarters. */
function inPeriod(group: Group, entries: readonly Entry[]): Group {
  const { period, pooled } = group;
  if (!pooled || period === null || !entries.some((entry) => isPartOf(entry, period))) return group;
  const ofUnits = [...partition(entries, ({ unit }) => unit).values()];
  return { ...group, entries: ofUnits.flatMap((ofUnit) => partsMaking(period, ofUnit)) };
}

/** The rows of a unit that make up a period without a gap; none where they do not. */
export function partsMaking(period: Period, ofUnit: readonly Entry[]): readonly Entry[] {
  const { inside, isCovered } = entriesWithin([period], ofUnit);
  return isCovered ? inside : [];
}

const isPartOf = ({ period }: Entry, whole: Period): boolean =>
  period !== null && contains(whole, period) && comparePeriods(period, whole) !== 0;

const compareGroupPeriods = (left: Group, right: Group): number => {
  const [first, second] = [left.periods[0], right.periods[0]];
  if (first === undefined || second === undefined)
    return Number(second === undefined) - Number(first === undefined);
  return comparePeriods(first, second);
};

export function partition(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Map<string, Entry[]> {
  const parts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const part = parts.get(keyOf(entry));
    if (part === undefined) parts.set(keyOf(entry), [entry]);
    else part.push(entry);
  }
  return parts;
}

const singleGroup = (entry: Entry): Group => ({
  unit: entry.unit,
  pooled: false,
  period: entry.period,
  periods: entry.period === null ? [] : [entry.period],
  units: [entry.unit],
  entries: [entry],
});

export function groupOf({ unit, pooled, units }: Who, entries: readonly Entry[]): Group {
  const periods = distinctPeriods(entries.map(({ period }) => period));
  return { unit, pooled, period: spanOf(periods), periods, units, entries };
}

/** The run of months that periods make up together, or null if there are gaps. */
function spanOf(periods: readonly Period[]): Period | null {
  const [first, ...rest] = periods;
  if (first === undefined) return null;
  let end = first.end;
  for (const period of rest) {
    if (period.start > end + 1) return null;
    end = Math.max(end, period.end);
  }
  return { start: first.start, end };
}

/** The periods that lie in no other one of them. */
export const outermostPeriods = (periods: readonly Period[]): readonly Period[] =>
  outermost(periods, (period) => period);

/** The months that a group covers, one year earlier, as runs. */
export const runsOneYearEarlier = ({ periods }: Pick<Group, 'periods'>): Period[] =>
  runsOf(periods).map(oneYearEarlier);

/** Of some entries those that lie within runs of months, and whether they leave none of these out. */
export function entriesWithin(
  runs: readonly Period[],
  entries: readonly Entry[],
): { readonly inside: readonly Entry[]; readonly isCovered: boolean } {
  const inside = entries.filter(
    ({ period }) => period !== null && runs.some((run) => contains(run, period)),
  );
  const own = runsOf(inside.flatMap(({ period }) => period ?? []));
  return { inside, isCovered: totalLength(own) === totalLength(runs) };
}

const totalLength = (periods: readonly Period[]): number =>
  periods.reduce((total, period) => total + lengthOf(period), 0);

/**
 * The same group one year earlier, in whatever periods the data has there; null unless those of one of its units
 * cover all of the months.
 */
export function groupOneYearEarlier(group: Group, dataset: DataScope): Group | null {
  const [first] = group.periods;
  if (first === undefined) return null;
  const { start } = oneYearEarlier(first);
  // Who covers the first month begins with it; most data goes back no further.
  const goesBack = (unit: string): boolean =>
    dataset.entriesOf(unit).some(({ period }) => period?.start === start);
  if (!group.units.some(goesBack)) return null;
  const runs = runsOneYearEarlier(group);
  const found = group.units.map((unit) => entriesWithin(runs, dataset.entriesOf(unit)));
  if (!found.some(({ isCovered }) => isCovered)) return null;
  return groupOf(
    group,
    found.flatMap(({ inside }) => inside),
  );
}

/** The months or years of a group, each as a group, where there are several and they cover all of it. */
export function groupParts(group: Group, grain: 'month' | 'year'): Group[] {
  const parts = group.periods.filter((period) => grainOf(period) === grain);
  if (parts.length < 2 || totalLength(parts) !== totalLength(outermostPeriods(group.periods)))
    return [];
  return parts.map((part) => {
    const stated = group.entries.filter(
      ({ period }) => period?.start === part.start && period.end === part.end,
    );
    return inPeriod(groupOf(group, stated), group.entries);
  });
}
