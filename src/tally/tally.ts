import { add, type Exact } from '../exact/exact.ts';
import type { Issue, IssueCode } from '../issue/issue.ts';
import {
  calendarPeriod,
  comparePeriods,
  type Period,
  parsePeriod,
  periodKey,
} from '../period/period.ts';
import { parseDay } from './cell.ts';
import { coveredByLeftOut, type Mapping, type NoCases, type PeriodColumn } from './mapping.ts';

/** What can be wrong with a row of a ledger, once it has been read. */
export type ProblemCode = Exclude<
  Extract<IssueCode, `ledger-${string}`>,
  'ledger-no-columns' | 'ledger-column-type'
>;

/** One thing that is wrong, however many rows it befalls. */
export interface Problem {
  readonly code: IssueCode;
  /** Null where it is the whole row. */
  readonly column: string | null;
  readonly rows: number;
  /** The first of these rows. */
  readonly samples: readonly Issue[];
}

/** The counts of one unit in one period, in the order of the rules. */
export interface TallyEntry {
  readonly unit: string;
  readonly period: Period;
  readonly values: readonly Exact[];
}

/** Counts made from a ledger, and all that is wrong with it. */
export interface Tally {
  /** Ids of counts. */
  readonly counts: readonly string[];
  /** By unit in the order of their names, then by period. */
  readonly entries: readonly TallyEntry[];
  /** The rows of the ledger, blank ones apart. */
  readonly rows: number;
  /** The rows that the mapping leaves out. */
  readonly leftOut: number;
  readonly problems: readonly Problem[];
  /** What is wrong with the files themselves: what could not be read at all. */
  readonly issues: readonly Issue[];
}

/** The period of a trimmed cell at the grain of the mapping; null where it says none or a longer one. */
export function periodOf(text: string, { holds, grain }: PeriodColumn): Period | null {
  if (holds === 'period') {
    const period = parsePeriod(text);
    return period && calendarPeriod(period, grain);
  }
  const day = parseDay(text);
  if (day === null) return null;
  const month = Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1;
  return calendarPeriod({ start: month, end: month }, grain);
}

/** The unit and the period of a row, each null where it does not say it. */
export interface Covered {
  readonly unit: string | null;
  readonly period: Period | null;
}

/** What a unit has, by the key of the period. */
type Periods = Map<number, { period: Period; values: Exact[] }>;

/** Adds up counts by unit and period. What is added in parts, from several files or machines, comes out the same. */
export function accumulator(mapping: Mapping) {
  const { rules } = mapping;
  const tells = coveredByLeftOut(mapping);
  const units = new Map<string, Periods>();
  /** Those that the ledger covers, whether or not it has a case of them. */
  const covered = new Map<number, Period>();

  /** The entries of a unit and, where that says that there was no case, of the periods that others have. */
  const entriesOf = (
    unit: string,
    periods: readonly (readonly [key: number, period: Period])[],
    noCases: NoCases,
  ): TallyEntry[] => {
    const known = units.get(unit);
    return periods.flatMap(([key, period]) => {
      const values = known?.get(key)?.values ?? (noCases === 'zero' ? rules.map(() => 0) : null);
      return values === null ? [] : { unit, period, values };
    });
  };

  const periodsOf = (unit: string): Periods => {
    const known = units.get(unit);
    if (known !== undefined) return known;
    const periods: Periods = new Map();
    units.set(unit, periods);
    return periods;
  };

  return {
    /** Takes note of the unit and the period of rows that are left out. */
    cover({ unit, period }: Covered): void {
      if (unit !== null && tells.unit) periodsOf(unit);
      if (period !== null && tells.period) covered.set(periodKey(period), period);
    },
    add(unit: string, period: Period, values: readonly Exact[]): void {
      const periods = periodsOf(unit);
      const key = periodKey(period);
      const entry = periods.get(key);
      if (entry === undefined) {
        periods.set(key, { period, values: rules.map((_, index) => values[index] as Exact) });
        return;
      }
      for (const [index, value] of values.entries()) {
        if (value !== 0) entry.values[index] = add(entry.values[index] as Exact, value);
      }
    },
    entries(noCases: NoCases): TallyEntry[] {
      const periods = new Map(covered);
      for (const ofUnit of units.values()) {
        for (const [key, { period }] of ofUnit) periods.set(key, period);
      }
      const inOrder = [...periods].sort(([, left], [, right]) => comparePeriods(left, right));
      return [...units.keys()]
        .sort((left, right) => (left < right ? -1 : 1))
        .flatMap((unit) => entriesOf(unit, inOrder, noCases));
    },
  };
}
