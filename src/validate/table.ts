import type { CountValue } from '../formula/evaluate.ts';
import type { Place } from '../issue/issue.ts';
import type { Period } from '../period/period.ts';
import type { ReportedCell } from './cell.ts';
import type { CountStore } from './store.ts';

/** The columns of a table, shared by all its observations. */
export interface TableColumns {
  readonly file: string;
  /** Ids of the counts that have a column. */
  readonly counts: readonly string[];
  /** Ids of the metrics whose published value has a column. */
  readonly reported: readonly string[];
  /** The columns of the sheet, from 0, in which `counts` stand; empty in a long table. */
  readonly countColumns: readonly number[];
  /** Where a count stands in `counts`. */
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

/** A name such as 合计 in the place of a period: the row is a total of its unit's periods. Blank beside 合计 of units. */
export interface OverPeriods {
  readonly name: string;
  readonly place: Place;
}

/** What one unit states for one period. */
export interface Observation {
  readonly columns: TableColumns;
  /** Empty where the table has no unit column. */
  readonly unit: string;
  /** What the row calls the unit, where the configuration unifies that with another name. */
  readonly written?: string;
  /** Null where the table has no period column. */
  readonly period: Period | null;
  readonly overPeriods?: OverPeriods;
  /** Holds the counts of the row, in the order of `columns.counts`, from `from` on. */
  readonly store: CountStore;
  readonly from: number;
  /** In the order of `columns.reported`. */
  readonly reported: readonly (ReportedCell | null)[];
  readonly line: number;
  /** Where the cell of a count stands, by the count's place in `columns.counts`. */
  readonly placeOf?: PlaceOf;
}

/** What an observation says of the count in a slot of its columns. */
export const valueAt = ({ store, from }: Observation, slot: number): CountValue =>
  store.at(from + slot);

/** A row named 合计, 总计 or 小计, or one so named of a unit's periods, and where it stands. */
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

/** UTF-8 text in which nothing is quoted, and what separates its cells. */
export interface PlainText {
  readonly utf8: Uint8Array;
  /** The byte of the delimiter. */
  readonly delimiter: number;
  text(begin: number, end: number): string;
}

/** Where a row begins: its first byte, and its line from 1. */
export interface RowStart {
  readonly offset: number;
  readonly line: number;
}

/**
 * Takes rows straight from bytes, from `start` on, as long as they begin before `end` and have the shape of the
 * table. Returns where the first row begins that it has not taken.
 */
export type ByteSink = (text: PlainText, start: RowStart, end: number) => RowStart;

/** What takes the rows of an input: one by one and, where it can, from the bytes, which is several times faster. */
export interface RowTaker {
  readonly row: RowSink;
  readonly bytes?: ByteSink | undefined;
}

/** Takes the rows under a header, and gives the table when they are over. */
export interface TableReader extends RowTaker {
  finish(): TableData;
}

const WHOLE_TOTAL =
  /^(?:全区|全市|全县|全部)?(?:(?:合[计計]|[总總][计計]|共[计計]|.*累[计計]|汇总|[总總]量)[数數]?|[总總]和|[总總][数數]|∑|(?:grand)?total|sum)$/i;
const BLOCK_TOTAL = /(?:(?:小[计計]|合[计計]|[总總][计計]|共[计計])[数數]?|subtotal)$/i;

/** The name of a row without what may follow that of a total: 合 计：, 小计（街道）. */
const plainName = (unit: string): string =>
  unit.replace(/\s+/g, '').replace(/(?:[:：]|[(（][^()（）]*[)）])+$/, '');

/** Whether a row of this name states a total, and whether of the whole table or of a block of rows. */
export function totalKind(unit: string): 'whole' | 'block' | null {
  const plain = plainName(unit);
  if (WHOLE_TOTAL.test(plain)) return 'whole';
  return BLOCK_TOTAL.test(plain) ? 'block' : null;
}

/** The same of what stands in the place of a period; 1-6月累计 is one that cannot be read. */
export function periodsTotalKind(text: string): ReturnType<typeof totalKind> {
  if (/\d/.test(text.normalize('NFKC'))) return null;
  return /^全年度?$/.test(plainName(text)) ? 'whole' : totalKind(text);
}

const NO_UNIT =
  /^(?:其中.*|.*平均值?|均值|中位数|占比|占.*比重|比重|同比.*|环比.*|增减.*|增长.*|增幅|(?:上年|去年)(?:数|同期.*)?|同期数?|[较比](?:上年|去年|同期).*|栏次|行次|列次)$/;

/** Whether a row of this name says something of other rows (其中：街道, 平均): added in, it would count twice. */
export const isNoUnit = (unit: string): boolean => NO_UNIT.test(plainName(unit));

/** Whether a row of this name speaks of other rows, as a total or otherwise, and so is no unit's. */
export const isOfOthers = (unit: string): boolean => totalKind(unit) !== null || isNoUnit(unit);

/** Takes the rows of a table as they are read, and has them in the end. */
export interface ObservationSorter {
  add(observation: Observation): void;
  sorted(): Pick<TableData, 'observations' | 'totals' | 'units'>;
}

/** Puts the rows that state totals aside, where they are checked and never added in. */
export function observationSorter(): ObservationSorter {
  const observations: Observation[] = [];
  const totals: StatedTotal[] = [];
  let [unit, kind]: [string | null, ReturnType<typeof totalKind>] = [null, null];
  return {
    add(observation) {
      const { overPeriods } = observation;
      if (overPeriods !== undefined) {
        const named = totalKind(observation.unit) ?? periodsTotalKind(overPeriods.name);
        const block = named === 'block';
        totals.push({ observation, position: observations.length, block });
        return;
      }
      // Rows of one unit mostly stand together.
      if (observation.unit !== unit) {
        unit = observation.unit;
        kind = totalKind(unit);
      }
      if (kind === null) observations.push(observation);
      else totals.push({ observation, position: observations.length, block: kind === 'block' });
    },
    sorted: () => ({
      observations,
      totals,
      units: new Set(observations.map(({ unit }) => unit)),
    }),
  };
}
