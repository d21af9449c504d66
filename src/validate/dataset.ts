import type { CountValue } from '../formula/evaluate.ts';
import type { Issue } from '../issue/issue.ts';
import { comparePeriods, type Period, periodKey } from '../period/period.ts';
import type { ReportedCell } from './cell.ts';
import { type Observation, type StatedTotal, type TableData, valueAt } from './table.ts';

/** All that the inputs say of one unit in one period; several observations where several files speak of it. */
export interface Entry {
  readonly unit: string;
  readonly period: Period | null;
  readonly observations: readonly Observation[];
}

/** What has to be known of all data when a group of it is looked at. */
export interface DataScope {
  readonly tables: readonly Pick<TableData, 'columns'>[];
  /** In the order in which the inputs first name them. */
  readonly units: readonly string[];
  find(unit: string, period: Period | null): Entry | undefined;
  /** All that the inputs say of a unit, by period. */
  entriesOf(unit: string): readonly Entry[];
  /** Whether a unit stands in a table that has a column for a count: then it is expected to report it. */
  expects(unit: string, count: string): boolean;
  /** Whether any row speaks of a unit. */
  knows(unit: string): boolean;
  /** Whether a count is one of a part that exceeds its whole in this entry: then no sum is made of it. */
  exceeds(entry: Entry, count: string): boolean;
  /** Whether an entry is left out of sums of a count, as what they are for does not apply to it. */
  isExempt(entry: Entry, count: string): boolean;
}

/** The tables of a run as one body of data. */
export interface Dataset extends DataScope {
  readonly tables: readonly TableData[];
  /** By unit in the order of `units`, then by period. */
  readonly entries: readonly Entry[];
}

/** Data that knows which of its counts the problems found in it call larger than their whole. */
export function knowingExceeding(dataset: Dataset, issues: readonly Issue[]): Dataset {
  const nameOf = ({ unit, period }: Pick<Entry, 'unit' | 'period'>, count: string): string =>
    [count, keyOf(period), unit].join(' ');
  const exceeding = new Set(
    issues.flatMap(({ code, details }) =>
      code === 'part-exceeds-whole' ? details.part.map((count) => nameOf(details, count)) : [],
    ),
  );
  if (exceeding.size === 0) return dataset;
  return { ...dataset, exceeds: (entry, count) => exceeding.has(nameOf(entry, count)) };
}

/** What an entry says of a count. Where it says it twice it says nothing: there is no telling which is right. */
export function entryCount({ observations }: Entry, count: string): CountValue {
  const first = observations[0];
  if (first !== undefined && observations.length === 1) {
    const slot = first.columns.countSlots.get(count);
    return slot === undefined ? null : valueAt(first, slot);
  }
  let stated: CountValue = null;
  for (const observation of observations) {
    const slot = observation.columns.countSlots.get(count);
    const value = slot === undefined ? null : valueAt(observation, slot);
    if (value === null) continue;
    if (stated !== null) return null;
    stated = value;
  }
  return stated;
}

/** Whether an entry comes from a table with a column for a count. */
export const hasColumn = ({ observations }: Entry, count: string): boolean =>
  observations.some(({ columns }) => columns.countSlots.has(count));

/** The published rate that an entry states for a metric. Where it says it twice it says nothing, as of a count. */
export function entryReported({ observations }: Entry, metric: string): ReportedCell | null {
  let stated: ReportedCell | null = null;
  for (const { columns, reported } of observations) {
    const slot = columns.reportedSlots.get(metric);
    const cell = slot === undefined ? null : reported[slot];
    if (cell == null) continue;
    if (stated !== null) return null;
    stated = cell;
  }
  return stated;
}

interface OpenEntry extends Entry {
  readonly observations: Observation[];
}

/** A key for no period beside those of `periodKey`. */
export const keyOf = (period: Period | null): number => (period === null ? -1 : periodKey(period));

/** In the order of time. */
export const byPeriod = ({ period: left }: Entry, { period: right }: Entry): number =>
  left === null || right === null ? keyOf(left) - keyOf(right) : comparePeriods(left, right);

/** A total of rows that are nowhere in the input is all that it says: the data itself, if it says of when. */
function totalsAsData(table: TableData): TableData {
  const isOverPeriods = ({ observation }: StatedTotal) => observation.overPeriods !== undefined;
  const observations = table.totals
    .filter((total) => !isOverPeriods(total))
    .map(({ observation }) => observation);
  const units = new Set(observations.map(({ unit }) => unit));
  return { ...table, observations, units, totals: table.totals.filter(isOverPeriods) };
}

/** Brings tables together by unit and period. */
export function createDataset(read: readonly TableData[]): Dataset {
  const tables = read.every(({ observations }) => observations.length === 0)
    ? read.map(totalsAsData)
    : read;
  const byUnit = new Map<string, Map<number, OpenEntry>>();
  for (const { observations } of tables) {
    for (const observation of observations) {
      const { unit, period } = observation;
      let ofUnit = byUnit.get(unit);
      if (ofUnit === undefined) {
        ofUnit = new Map();
        byUnit.set(unit, ofUnit);
      }
      const key = keyOf(period);
      const entry = ofUnit.get(key);
      if (entry !== undefined) entry.observations.push(observation);
      else ofUnit.set(key, { unit, period, observations: [observation] });
    }
  }
  const entries: Entry[] = [];
  const ofUnits = new Map<string, readonly Entry[]>();
  for (const [unit, ofUnit] of byUnit) {
    const inOrder = [...ofUnit.values()];
    if (inOrder.length > 1) inOrder.sort(byPeriod);
    ofUnits.set(unit, inOrder);
    entries.push(...inOrder);
  }
  return {
    tables,
    units: [...byUnit.keys()],
    entries,
    find: (unit, period) => byUnit.get(unit)?.get(keyOf(period)),
    entriesOf: (unit) => ofUnits.get(unit) ?? [],
    knows: (unit) => byUnit.has(unit),
    exceeds: () => false,
    isExempt: () => false,
    expects: (unit, count) =>
      tables.some(({ columns, units }) => columns.countSlots.has(count) && units.has(unit)),
  };
}
