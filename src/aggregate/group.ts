import {
  comparePeriods,
  contains,
  distinctPeriods,
  grainOf,
  oneYearEarlier,
  type Period,
  periodId,
} from '../period/period.ts';
import type { Dataset, Entry } from '../validate/dataset.ts';
import type { Grouping } from './grouping.ts';

/** The part of the data that a result speaks of. Absent: all of it. */
export interface Selection {
  readonly units?: ReadonlySet<string>;
  /** Periods named by the user; data periods inside one of them are taken. */
  readonly periods?: readonly Period[];
}

/** One unit or all of them, in one period or over several. */
export interface Group {
  /** Null for all units together. */
  readonly unit: string | null;
  /** The run of months that the periods make up, or null where they have gaps or none is stated. */
  readonly period: Period | null;
  /** The periods that the data holds for the group, in order; empty where none is stated. */
  readonly periods: readonly Period[];
  /** Units that belong to the group, whether they reported or not. */
  readonly units: readonly string[];
  readonly entries: readonly Entry[];
}

/** Forms the groups of a result, in the order of units and periods. */
export function groupsOf(dataset: Dataset, by: Grouping, selection: Selection): Group[] {
  const { units: wanted, periods: within } = selection;
  const units =
    wanted === undefined ? dataset.units : dataset.units.filter((unit) => wanted.has(unit));
  const entries = dataset.entries.filter(
    ({ unit, period }) =>
      (wanted === undefined || wanted.has(unit)) &&
      (within === undefined || within.some((outer) => period !== null && contains(outer, period))),
  );
  if (entries.length === 0) return [];
  switch (by) {
    case 'unit,period':
      return entries.map((entry) => singleGroup(entry));
    case 'unit':
      return [...partition(entries, ({ unit }) => unit).values()].map((ofUnit) =>
        groupOf((ofUnit[0] as Entry).unit, [(ofUnit[0] as Entry).unit], ofUnit),
      );
    case 'period':
      return [
        ...partition(entries, ({ period }) => (period === null ? '' : periodId(period))).values(),
      ]
        .map((ofPeriod) => groupOf(null, units, ofPeriod))
        .sort((left, right) => compareGroupPeriods(left, right));
    case 'total':
      return [groupOf(null, units, entries)];
  }
}

const compareGroupPeriods = (left: Group, right: Group): number => {
  const [first, second] = [left.periods[0], right.periods[0]];
  if (first === undefined || second === undefined)
    return Number(second === undefined) - Number(first === undefined);
  return comparePeriods(first, second);
};

function partition(
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
  period: entry.period,
  periods: entry.period === null ? [] : [entry.period],
  units: [entry.unit],
  entries: [entry],
});

export function groupOf(
  unit: string | null,
  units: readonly string[],
  entries: readonly Entry[],
): Group {
  const periods = distinctPeriods(entries.map(({ period }) => period));
  return { unit, period: spanOf(periods), periods, units, entries };
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
export const outermost = (periods: readonly Period[]): Period[] =>
  periods.filter((inner) => !periods.some((outer) => outer !== inner && contains(outer, inner)));

/** The same group one year earlier, as far as the data goes back; null unless it has every one of the periods. */
export function groupOneYearEarlier(group: Group, dataset: Dataset): Group | null {
  const periods = outermost(group.periods).map(oneYearEarlier);
  if (periods.length === 0 || !periods.every(dataset.hasPeriod)) return null;
  const entries: Entry[] = [];
  for (const period of periods) {
    const found = group.units.flatMap((unit) => dataset.find(unit, period) ?? []);
    if (found.length === 0) return null;
    entries.push(...found);
  }
  return groupOf(group.unit, group.units, entries);
}

/** The months or years of a group, each as a group, where there are several and they cover all of it. */
export function groupParts(group: Group, grain: 'month' | 'year'): Group[] {
  const parts = group.periods.filter((period) => grainOf(period) === grain);
  const months = (periods: readonly Period[]) =>
    periods.reduce((total, { start, end }) => total + end - start + 1, 0);
  if (parts.length < 2 || months(parts) !== months(outermost(group.periods))) return [];
  return parts.map((part) =>
    groupOf(
      group.unit,
      group.units,
      group.entries.filter(({ period }) => period?.start === part.start && period.end === part.end),
    ),
  );
}
