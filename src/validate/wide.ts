import type { Layout } from '../recognise/layout.ts';
import { BLANK, byteCells } from './byte-cells.ts';
import type { ReportedCell } from './cell.ts';
import { isFilled, type RowKey, type RowReader } from './row.ts';
import { createStore } from './store.ts';
import {
  type ByteSink,
  type ObservationSorter,
  observationSorter,
  type PlaceOf,
  type TableReader,
  tableColumns,
} from './table.ts';

const NO_RATES: readonly (ReportedCell | null)[] = [];

export interface WideOptions {
  /** Takes the rows in the place of the usual one. */
  readonly sorter?: ObservationSorter;
  /** Whether the last cell of a row says on which line of the input it stands. */
  readonly linesInLastColumn?: boolean;
}

/** Reads a table with one row a unit and period and a column a count. */
export function wideReader(
  layout: Layout,
  file: string,
  rows: RowReader,
  { sorter: { add, sorted } = observationSorter(), linesInLastColumn = false }: WideOptions = {},
): TableReader {
  const counts: { id: string; index: number; read: ReturnType<RowReader['counts']> }[] = [];
  const rates: { id: string; index: number; percentHeader: boolean }[] = [];
  for (const [index, column] of layout.columns.entries()) {
    if (column.kind === 'count') {
      counts.push({ id: column.id, index, read: rows.counts(column.id) });
    }
    if (column.kind === 'reported') rates.push({ ...column, index });
  }
  const columns = tableColumns({
    file,
    counts: counts.map(({ id }) => id),
    reported: rates.map(({ id }) => id),
    countColumns: counts.map(({ index }) => index),
  });
  let store = createStore();

  const ratesOf = (textOf: (index: number) => string, placeOf: PlaceOf) =>
    rates.length === 0
      ? NO_RATES
      : rates.map(({ id, index, percentHeader }) =>
          rows.rate(textOf(index), id, percentHeader, index, placeOf),
        );

  /** Where the counts of the next row begin. */
  const nextRow = (): number => {
    if (!store.hasRoomFor(counts.length)) store = createStore();
    return store.size;
  };

  return {
    row(cells, at, given) {
      const line = linesInLastColumn ? Number(cells.at(-1)) : at;
      const placeOf = given ?? sheetPlaces(file, line);
      if (!rows.holdsData(cells, placeOf)) return;
      const textOf = (index: number) => cells[index] as string;
      const key = rows.key(textOf, placeOf);
      const from = nextRow();
      for (const { index, read } of counts) {
        store.add(read(cells[index] as string, index, placeOf));
      }
      const reported = ratesOf(textOf, placeOf);
      if (key === null) return;
      add({
        columns,
        ...key,
        store,
        from,
        reported,
        line,
        // A sheet's places follow from the line; others have to be kept.
        ...(given !== undefined && {
          placeOf: (slot: number) => given((counts[slot] as { index: number }).index),
        }),
      });
    },
    bytes: byteSink(),
    finish: () => ({ columns, ...sorted() }),
  };

  function byteSink(): ByteSink {
    const width = layout.headers.length;
    const cells = byteCells(width);
    const { numbers } = cells;
    const ends = [0, width - 1];
    /** Not the header once more, which is for who reads texts. */
    const isData = (text: string, index: number): boolean =>
      isFilled(text) && text !== layout.headers[index];

    return (plain, start, end) => {
      let { offset, line: at } = start;
      let line = at;
      const placeOf: PlaceOf = (index) => ({ file, line, column: index + 1 });
      const textOf = (index: number) => cells.textOf(plain, index);
      const isNumber = (index: number) => (numbers[index] as number) >= 0;
      for (; offset < end; at++) {
        const next = cells.split(plain, offset);
        if (next < 0 || !ends.every((index) => isNumber(index) || isData(textOf(index), index)))
          break;
        line = linesInLastColumn ? (numbers[width - 1] as number) : at;
        const key: RowKey | null = rows.key(textOf, placeOf);
        const from = nextRow();
        for (let slot = 0; slot < counts.length; slot++) {
          const { index, read } = counts[slot] as (typeof counts)[number];
          const number = numbers[index] as number;
          if (number >= 0) store.add(number);
          else if (number === BLANK) store.add(null);
          else store.add(read(textOf(index), index, placeOf));
        }
        const reported = ratesOf(textOf, placeOf);
        if (key !== null) {
          const { unit, period } = key;
          const row = { columns, unit, period, store, from, reported, line };
          const isPlain = key.overPeriods === undefined && key.written === undefined;
          add(isPlain ? row : { ...row, ...key });
        }
        offset = next;
      }
      return { offset, line: at };
    };
  }
}

/** Places of a table in which a column is a column of the sheet. */
export const sheetPlaces =
  (file: string, line: number): PlaceOf =>
  (index) => ({ file, line, column: index + 1 });
