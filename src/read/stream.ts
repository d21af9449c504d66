import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import {
  HEADER_SEARCH_ROWS,
  headerFinder,
  isHeaderOf,
  isNumber,
  isNumberingRow,
  isUnitsRow,
  type Layout,
  layoutOf,
  type Row,
} from '../recognise/layout.ts';
import { mergedHeader } from '../recognise/merged-header.ts';
import { scaledUnitInTitle, statedScaledUnit } from '../recognise/scaled-unit.ts';
import { periodInTitle, unitInTitle, yearInTitle } from '../recognise/title.ts';
import { longReader } from '../validate/long.ts';
import { rowReader, type TitleFacts } from '../validate/row.ts';
import type { PlaceOf, RowSink, RowTaker, TableData, TableReader } from '../validate/table.ts';
import { sheetPlaces, type WideOptions, wideReader } from '../validate/wide.ts';

/** A row that is kept until the header is known. */
export interface HeldRow extends Row {
  readonly placeOf: PlaceOf | undefined;
}

/** What reads the rows of one input. */
export interface TableStream extends RowTaker {
  /** Null where no header was found; the problem has been reported. */
  finish(): { readonly table: TableData; readonly facts: TitleFacts } | null;
}

export interface StreamOptions extends WideOptions {
  /** Published rates are kept as they are written. */
  readonly asWritten?: boolean;
}

/** What the lines above a header say that its columns do not. */
export function titleFacts(above: readonly Row[], { columns }: Layout): TitleFacts {
  const has = (kind: string) => columns.some((column) => column.kind === kind);
  const titles = above.flatMap(({ cells }) => cells);
  return {
    unit: has('unit') ? null : unitInTitle(titles),
    period: has('period') ? null : periodInTitle(titles),
    year: has('period') ? yearInTitle(titles) : null,
  };
}

/** Whether a table has counts of its own that are counted in a unit with a factor: 投入（万元）. */
const countsIn = (unit: string, { kind, columns }: Layout, { counts }: Catalogue): boolean =>
  kind === 'long'
    ? Object.values(counts).some((count) => count.unit === unit)
    : columns.some((column) => column.kind === 'count' && counts[column.id]?.unit === unit);

/**
 * Takes the rows of one input as they come, finds the header among the first of them, and reads what
 * follows. Rows are not kept, so that a table of any length takes only the room of its numbers.
 */
export function tableStream(
  file: string,
  catalogue: Catalogue,
  sink: IssueSink,
  { asWritten = false, ...wide }: StreamOptions = {},
): TableStream {
  let troubled = false;
  const report: IssueSink = (found) => {
    troubled = true;
    sink(found);
  };
  let held: HeldRow[] | null = [];
  const header = headerFinder(catalogue);
  let reader: TableReader | null = null;
  let layout: Layout | null = null;
  let facts: TitleFacts = { unit: null, period: null, year: null };
  /** Whether figures are said to be in another unit than they are read in. */
  let isScaled = false;
  /** The first rows under a header may only name the units of its columns, or number them. */
  let underHeader = false;

  const findScaledUnits = (
    { cells, line, placeOf = sheetPlaces(file, line) }: HeldRow,
    scaledUnitIn: typeof statedScaledUnit,
  ): boolean => {
    const isOwn = (unit: string) => layout !== null && countsIn(unit, layout, catalogue);
    let isFound = false;
    for (const [index, cell] of cells.entries()) {
      const text = isNumber(cell) ? null : scaledUnitIn(cell, isOwn);
      if (text === null) continue;
      isFound = true;
      report(issue('scaled-unit', placeOf(index), { text }));
    }
    isScaled ||= isFound;
    return isFound;
  };

  const begin = (rows: readonly HeldRow[]): void => {
    held = null;
    const headerAt = header.best();
    if (headerAt === null) {
      const first = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
      if (first === undefined) report(issue('no-rows', { file }, {}));
      else {
        const text = first.cells.filter((cell) => cell.trim() !== '').join(',');
        report(issue('no-header', { file, line: first.line }, { text }));
      }
      return;
    }
    const { cells: lowest, line, placeOf } = rows[headerAt] as HeldRow;
    const titles = rows.slice(0, headerAt);
    const headers = mergedHeader(lowest, titles, catalogue);
    layout = layoutOf(headers, catalogue, placeOf ?? sheetPlaces(file, line), report);
    facts = titleFacts(titles, layout);
    for (const each of titles) findScaledUnits(each, scaledUnitInTitle);
    const cells = rowReader(layout, catalogue, facts, report, asWritten);
    reader =
      layout.kind === 'wide'
        ? wideReader(layout, file, cells, wide)
        : longReader(layout, file, catalogue, cells, report);
    underHeader = true;
    for (const each of rows.slice(headerAt + 1)) row(each.cells, each.line, each.placeOf);
  };

  const row: RowSink = (cells, line, placeOf) => {
    if (held !== null) {
      held.push({ cells, line, placeOf });
      if (header.take(cells) || held.length > HEADER_SEARCH_ROWS) begin(held);
      return;
    }
    // Where pages of a print have been put together, each has the header.
    if (layout !== null && isHeaderOf(layout, cells)) {
      underHeader = true;
      return;
    }
    if (underHeader && findScaledUnits({ cells, line, placeOf }, statedScaledUnit)) return;
    underHeader &&= isUnitsRow(cells) || isNumberingRow(cells);
    if (!underHeader) reader?.row(cells, line, placeOf);
  };

  return {
    row,
    get bytes() {
      return underHeader ? undefined : reader?.bytes;
    },
    finish() {
      if (held !== null) begin(held);
      if (reader === null || isScaled) return null;
      const table = reader.finish();
      if (table.observations.length + table.totals.length === 0 && !troubled)
        report(issue('no-rows', { file }, {}));
      return { table, facts };
    },
  };
}
