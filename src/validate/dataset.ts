import type { CountValue } from '../formula/evaluate.ts';
import { comparePeriods, type Period, periodId } from '../period/period.ts';
import type { ReportedCell } from './cell.ts';
import type { Observation, TableData } from './table.ts';

/** All that the inputs say of one unit in one period; several observations where several files speak of it. */
export interface Entry {
  readonly unit: string;
  readonly period: Period | null;
  readonly observations: readonly Observation[];
}

/** The tables of a run as one body of data. */
export interface Dataset {
  readonly tables: readonly TableData[];
  /** In the order in which the inputs first name them. */
  readonly units: readonly string[];
  /** By unit in the order of `units`, then by period. */
  readonly entries: readonly Entry[];
  find(unit: string, period: Period | null): Entry | undefined;
  /** Whether a unit stands in a table that has a column for a count: then it is expected to report it. */
  expects(unit: string, count: string): boolean;
}

const entryKey = (unit: string, period: Period | null): string =>
  `${unit}\u0000${period === null ? '' : periodId(period)}`;

/** What an entry says of a count. Where it says it twice it says nothing: there is no telling which is right. */
export function entryCount({ observations }: Entry, count: string): CountValue {
  let stated: CountValue = null;
  for (const { columns, values } of observations) {
    const slot = columns.countSlots.get(count);
    const value = slot === undefined ? null : (values[slot] as CountValue);
    if (value === null) continue;
    if (stated !== null) return null;
    stated = value;
  }
  return stated;
}

/** The published rate that an entry states for a metric. */
export function entryReported({ observations }: Entry, metric: string): ReportedCell | null {
  for (const { columns, reported } of observations) {
    const slot = columns.reportedSlots.get(metric);
    const cell = slot === undefined ? null : reported[slot];
    if (cell != null) return cell;
  }
  return null;
}

/** Brings tables together by unit and period. */
export function createDataset(tables: readonly TableData[]): Dataset {
  const byKey = new Map<
    string,
    { unit: string; period: Period | null; observations: Observation[] }
  >();
  const order = new Map<string, number>();
  for (const { observations } of tables) {
    for (const observation of observations) {
      const { unit, period } = observation;
      if (!order.has(unit)) order.set(unit, order.size);
      const key = entryKey(unit, period);
      const entry = byKey.get(key);
      if (entry === undefined) byKey.set(key, { unit, period, observations: [observation] });
      else entry.observations.push(observation);
    }
  }
  const entries = [...byKey.values()].sort(
    (left, right) =>
      (order.get(left.unit) as number) - (order.get(right.unit) as number) ||
      compareNullable(left.period, right.period),
  );
  return {
    tables,
    units: [...order.keys()],
    entries,
    find: (unit, period) => byKey.get(entryKey(unit, period)),
    expects: (unit, count) =>
      tables.some(({ columns, units }) => columns.countSlots.has(count) && units.has(unit)),
  };
}

const compareNullable = (left: Period | null, right: Period | null): number => {
  if (left === null || right === null) return Number(right === null) - Number(left === null);
  return comparePeriods(left, right);
};
