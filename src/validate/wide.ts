import type { CountValue } from '../formula/evaluate.ts';
import type { Layout } from '../recognise/layout.ts';
import type { ReportedCell } from './cell.ts';
import type { RowReader } from './row.ts';
import { observationSorter, type PlaceOf, type TableReader, tableColumns } from './table.ts';

const NO_RATES: readonly (ReportedCell | null)[] = [];

/** Reads a table with one row a unit and period and a column a count. */
export function wideReader(layout: Layout, file: string, rows: RowReader): TableReader {
  const counts: { id: string; index: number; read: ReturnType<RowReader['counts']> }[] = [];
  const rates: { id: string; index: number; percentHeader: boolean }[] = [];
  for (const [index, column] of layout.columns.entries()) {
    if (column.kind === 'count') {
      counts.push({ id: column.id, index, read: rows.counts(column.id) });
    }
    if (column.kind === 'reported') rates.push({ ...column, index });
  }
  const { add, sorted } = observationSorter();
  const columns = tableColumns({
    file,
    counts: counts.map(({ id }) => id),
    reported: rates.map(({ id }) => id),
    countColumns: counts.map(({ index }) => index),
  });

  return {
    row(cells, line, given) {
      const placeOf = given ?? sheetPlaces(file, line);
      if (!rows.holdsData(cells, placeOf)) return;
      const key = rows.key(cells, placeOf);
      const values: CountValue[] = [];
      for (const { index, read } of counts) {
        values.push(read(cells[index] as string, index, placeOf));
      }
      const reported =
        rates.length === 0
          ? NO_RATES
          : rates.map(({ id, index, percentHeader }) =>
              rows.rate(cells[index] as string, id, percentHeader, index, placeOf),
            );
      if (key === null) return;
      add({
        columns,
        unit: key.unit,
        period: key.period,
        values,
        reported,
        line,
        // A sheet's places follow from the line; others have to be kept.
        ...(given !== undefined && {
          placeOf: (slot: number) => given((counts[slot] as { index: number }).index),
        }),
      });
    },
    finish: () => ({ columns, ...sorted() }),
  };
}

/** Places of a table in which a column is a column of the sheet. */
export const sheetPlaces =
  (file: string, line: number): PlaceOf =>
  (index) => ({ file, line, column: index + 1 });
