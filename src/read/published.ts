import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Issue, type IssueSink, issue } from '../issue/issue.ts';
import { HEADER_SEARCH_ROWS, isUnitsRow } from '../recognise/layout.ts';
import { checkConsistency } from '../validate/consistency.ts';
import { createDataset, type Dataset } from '../validate/dataset.ts';
import type { TitleFacts } from '../validate/row.ts';
import type { TableData } from '../validate/table.ts';
import { sheetPlaces } from '../validate/wide.ts';
import type { PublishedFigure } from '../verify/figure.ts';
import { findPairHeader, pairLayout } from '../verify/pair-header.ts';
import { type PairReader, pairReader } from '../verify/pairs.ts';
import { distinct } from './distinct.ts';
import { type InputNote, type InputPath, type ReadOptions, readRows } from './input.ts';
import { type HeldRow, type TableStream, tableStream, titleFacts } from './stream.ts';

/** The inputs of a run about published figures, and all that is wrong with them. */
export interface LoadedFigures {
  /** The tables in the usual columns, published rates kept as they are written. */
  readonly dataset: Dataset;
  /** The rows of tables with a row a figure. */
  readonly figures: readonly PublishedFigure[];
  readonly issues: readonly Issue[];
  readonly notes: readonly InputNote[];
}

/** Reads all inputs, each either a table of pairs or one in the usual columns. */
export async function loadFigures(
  paths: readonly InputPath[],
  catalogue: Catalogue,
  options: ReadOptions,
): Promise<LoadedFigures> {
  const issues: Issue[] = [];
  const report: IssueSink = (found) => {
    issues.push(found);
  };
  const tables: TableData[] = [];
  const figures: PublishedFigure[] = [];
  const notes: InputNote[] = [];
  const { once, repeated } = distinct(paths);
  for (const found of repeated) report(found);
  for (const path of once) {
    const stream = figureStream(path, catalogue, report);
    const decoded = await readRows(path, options, stream, report);
    const read = decoded && stream.finish();
    if (read === null || decoded === null) continue;
    if (read.table !== null) tables.push(read.table);
    for (const figure of read.figures) figures.push(figure);
    notes.push({ path, decoded, facts: read.facts });
  }
  const dataset = createDataset(tables);
  checkConsistency(dataset, catalogue, report);
  return { dataset, figures, issues, notes };
}

interface ReadFigures {
  /** Null for a table of pairs. */
  readonly table: TableData | null;
  readonly figures: readonly PublishedFigure[];
  readonly facts: TitleFacts;
}

/** Looks for the header of a table of pairs among the first rows; without one the table is a usual one. */
function figureStream(file: string, catalogue: Catalogue, sink: IssueSink) {
  let troubled = false;
  const report: IssueSink = (found) => {
    troubled = true;
    sink(found);
  };
  const figures: PublishedFigure[] = [];
  let held: HeldRow[] | null = [];
  let facts: TitleFacts = { unit: null, period: null, year: null };
  let pairs: PairReader | null = null;
  let usual: TableStream | null = null;

  const take = ({ cells, line, placeOf }: HeldRow): void => {
    usual?.row(cells, line, placeOf);
    const figure = pairs?.(cells, line, placeOf) ?? null;
    if (figure !== null) figures.push(figure);
  };

  const begin = (rows: readonly HeldRow[]): void => {
    const headerAt = findPairHeader(rows);
    if (headerAt === null) {
      usual = tableStream(file, catalogue, (found) => report(renamed(found)), {
        asWritten: true,
      });
      for (const row of rows) take(row);
      return;
    }
    const { cells, line, placeOf } = rows[headerAt] as HeldRow;
    const places = placeOf ?? sheetPlaces(file, line);
    const layout = pairLayout(cells, catalogue, places, report);
    facts = titleFacts(rows.slice(0, headerAt), layout.layout);
    pairs = pairReader(layout, file, catalogue, facts, report);
    const under = rows.slice(headerAt + 1);
    const hasUnits = under[0] !== undefined && isUnitsRow(under[0].cells);
    for (const row of hasUnits ? under.slice(1) : under) take(row);
  };

  return {
    row: (cells: readonly string[], line: number, placeOf?: HeldRow['placeOf']): void => {
      const row = { cells, line, placeOf };
      if (held === null) {
        take(row);
        return;
      }
      held.push(row);
      if (held.length > HEADER_SEARCH_ROWS) {
        begin(held);
        held = null;
      }
    },
    get bytes() {
      return held === null ? usual?.bytes : undefined;
    },
    /** Null where no header was found; the problem has been reported. */
    finish(): ReadFigures | null {
      if (held !== null) begin(held);
      held = null;
      if (usual !== null) {
        const read = usual.finish();
        return read && { ...read, figures };
      }
      if (figures.length === 0 && !troubled) report(issue('no-rows', { file }, {}));
      return { table: null, figures, facts };
    },
  };
}

/** A table without a header may be meant to be one of pairs. */
const renamed = (found: Issue): Issue =>
  found.code === 'no-header' ? issue('pair-no-header', found.place, found.details) : found;
