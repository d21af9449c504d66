import type { CountValue } from '../formula/evaluate.ts';
import type { Place } from '../issue/issue.ts';
import type { Period } from '../period/period.ts';
import type { ReportedCell } from './cell.ts';

/** The columns of a table, shared by all its observations. */
export interface TableColumns {
  readonly file: string;
  /** Ids of the counts that have a column. */
  readonly counts: readonly string[];
  /** Ids of the metrics whose published value has a column. */
  readonly reported: readonly string[];
  /** The columns of the sheet, from 0, in which `counts` stand; empty in a long table. */
  readonly countColumns: readonly number[];
  /** Where a count stands in `counts` and so in `values`. */
  readonly countSlots: ReadonlyMap<string, number>;
  readonly reportedSlots: ReadonlyMap<string, number>;
}

const slots = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, slot) => [id, slot]));

export const tableColumns = (
  columns: Omit<TableColumns, 'countSlots' | 'reportedSlots'>,
): TableColumns => ({
  ...columns,
  countSlots: slots(columns.counts),
  reportedSlots: slots(columns.reported),
});

/** What one unit states for one period. */
export interface Observation {
  readonly columns: TableColumns;
  /** Empty where the table has no unit column. */
  readonly unit: string;
  /** Null where the table has no period column. */
  readonly period: Period | null;
  /** In the order of `columns.counts`. */
  readonly values: readonly CountValue[];
  /** In the order of `columns.reported`. */
  readonly reported: readonly (ReportedCell | null)[];
  readonly line: number;
  /** Where the cell of a count stands, by the count's place in `values`. */
  readonly placeOf?: PlaceOf;
}

/** A row named 合计, 总计 or 小计, and where it stands. */
export interface StatedTotal {
  readonly observation: Observation;
  /** How many observations of the table stand above it. */
  readonly position: number;
  /** Whether it speaks of one block of rows, as 小计 and 街道合计 do, or of the whole table. */
  readonly block: boolean;
}

/** One input table, read: counts by unit and period. */
export interface TableData {
  readonly columns: TableColumns;
  readonly observations: readonly Observation[];
  readonly totals: readonly StatedTotal[];
  /** The units that the table has rows for, 合计 and the like left out. */
  readonly units: ReadonlySet<string>;
}

/** Where the cell of a column stands, for a row at hand. `index` is from 0. */
export type PlaceOf = (index: number) => Place;

/** Takes the rows of an input as they are read: cells as text, and the line (from 1) on which a row begins. */
export type RowSink = (cells: readonly string[], line: number, placeOf?: PlaceOf) => void;

/** Takes the rows under a header one by one, and gives the table when they are over. */
export interface TableReader {
  readonly row: RowSink;
  finish(): TableData;
}

const WHOLE_TOTAL = /^(?:全区|全市|全部)?(?:合计|总计|共计|总和)$/;
const BLOCK_TOTAL = /(?:小计|合计|总计|共计)$/;

/** Whether a row of this name states a total, and whether of the whole table or of a block of rows. */
export function totalKind(unit: string): 'whole' | 'block' | null {
  const plain = unit.replace(/\s+/g, '');
  if (WHOLE_TOTAL.test(plain)) return 'whole';
  return BLOCK_TOTAL.test(plain) ? 'block' : null;
}

/** Puts the rows that state totals aside, where they are checked and never added in. */
export function observationSorter() {
  const observations: Observation[] = [];
  const totals: StatedTotal[] = [];
  return {
    add(observation: Observation): void {
      const kind = totalKind(observation.unit);
      if (kind === null) observations.push(observation);
      else totals.push({ observation, position: observations.length, block: kind === 'block' });
    },
    sorted: (): Pick<TableData, 'observations' | 'totals' | 'units'> => ({
      observations,
      totals,
      units: new Set(observations.map(({ unit }) => unit)),
    }),
  };
}
