import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Database, SqlError } from '../duckdb/database.ts';
import { parquetColumns } from '../duckdb/parquet.ts';
import type { WideTable } from '../duckdb/wide.ts';
import { type Column, cleanLayoutOf, type Layout } from '../recognise/layout.ts';
import { duckdb, parquetTable, plainCsvTable } from '../sql/duckdb.ts';
import { countColumn, PERIOD, UNIT } from '../sql/wide.ts';
import type { DecodedAs } from './encoding.ts';
import { readHead } from './head.ts';
import type { ReadOptions } from './input.ts';
import { inUtf8, noStandardInput, openText } from './pieces.ts';
import { isPlainTable } from './plain.ts';

/** Rows of one unit and period each, and the counts that they state. */
type Rows = Pick<WideTable, 'source' | 'counts'>;

interface Source extends Rows {
  readonly decoded: DecodedAs;
}

/** How much of the work is done when a file has been looked through. */
const LOOKED_THROUGH = 0.1;

/** Up to this many digits a count fits two bytes, and with one more than was seen still does. */
const FEW_DIGITS = 3;

export interface CsvOptions extends Pick<ReadOptions, 'encoding'> {
  /** Where a copy in UTF-8 may lie: DuckDB reads nothing else. */
  readonly folder: string;
  /** Told how much of the work is done, 0..1. */
  readonly update: (fraction: number) => void;
}

/** The rows of a CSV file; null where they are not all plain, or not one a unit and period. */
export async function csvSource(
  path: string,
  catalogue: Catalogue,
  { encoding, folder, update }: CsvOptions,
): Promise<Source | null> {
  const progress = (_: string, fraction: number) => update(LOOKED_THROUGH * fraction);
  const text = await openText(path, { encoding, standardInput: noStandardInput, progress });
  const utf8 = inUtf8(path, text, folder);
  return utf8 === null ? null : utf8Source(utf8, catalogue, text, update);
}

function utf8Source(
  path: string,
  catalogue: Catalogue,
  { encoding, by }: DecodedAs,
  progress: (fraction: number) => void,
): Source | null {
  const head = readHead(path, catalogue);
  if (head === null || !isWide(head.layout)) return null;
  const { layout, delimiter, digits, returns, lines: skip } = head;
  const shape = {
    ...head,
    delimiter: delimiter.charCodeAt(0),
    digits: layout.columns.map(({ kind }) => kind === 'count'),
  };
  const update = (bytes: number) => progress((LOOKED_THROUGH * bytes) / head.bytes);
  if (!isPlainTable(path, shape, update)) return null;
  const columns = layout.columns.map(({ kind }, index) => {
    const few = (digits[index] ?? 0) <= FEW_DIGITS;
    return {
      name: `${index}`,
      type: kind !== 'count' ? 'VARCHAR' : few ? 'USMALLINT' : 'UINTEGER',
    };
  });
  const table = plainCsvTable({ path, delimiter, skip, columns }, returns);
  const rows = named(layout, table, (index) => duckdb.identifier(`${index}`));
  return { ...rows, decoded: { encoding, by } };
}

/** The rows of a Parquet file; null where its columns are not texts and whole numbers, or not those of a wide table. */
export async function parquetSource(
  path: string,
  catalogue: Catalogue,
  database: Database,
): Promise<Source | null> {
  const columns = await parquetColumns(path, database).catch((error: unknown) => {
    if (error instanceof SqlError) return [];
    throw error;
  });
  const headers = columns.map(({ name }) => name);
  const layout = cleanLayoutOf(headers, catalogue);
  const fits = layout?.columns.every(({ kind }, index) => {
    const type = columns[index]?.type ?? '';
    if (kind === 'count') return /^U?(?:TINY|SMALL|BIG)?INT(?:EGER)?$/.test(type);
    return kind === 'ignored' || type === 'VARCHAR';
  });
  if (layout?.kind !== 'wide' || !fits || !isWide(layout)) return null;
  // A negative or enormous count does not fit, and is reported when the file is read as usual.
  const rows = named(layout, parquetTable(path), (index, { kind }) => {
    const column = duckdb.identifier(headers[index] as string);
    return kind === 'count' ? `CAST(${column} AS UINTEGER)` : column;
  });
  return { ...rows, decoded: { encoding: 'utf-8', by: 'content' } };
}

/** Whether every row says whom and when it speaks of, and states nothing but counts. */
function isWide({ columns }: Layout): boolean {
  const has = (kind: Column['kind']) => columns.some((column) => column.kind === kind);
  return has('unit') && has('period') && !has('reported');
}

function named(
  { columns }: Layout,
  table: string,
  expression: (index: number, column: Column) => string,
): Rows {
  const inNameless = columns.flatMap((column, index) =>
    column.kind === 'nameless' ? [`coalesce(${expression(index, column)}, '') <> ''`] : [],
  );
  // What stands under no name has to be told with its place: SQL gives up where there is any.
  const unit = (cell: string) =>
    inNameless.length === 0
      ? cell
      : `CASE WHEN ${inNameless.join(' OR ')} THEN error('nameless column') ELSE ${cell} END`;
  const wanted = columns.flatMap((column, index) => {
    const name =
      column.kind === 'count'
        ? countColumn(column.id, duckdb)
        : column.kind === 'unit'
          ? UNIT
          : column.kind === 'period'
            ? PERIOD
            : null;
    if (name === null) return [];
    const cell = expression(index, column);
    return `${name === UNIT ? unit(cell) : cell} AS ${name}`;
  });
  return {
    source: `(SELECT ${wanted.join(', ')} FROM ${table})`,
    counts: columns.flatMap((column) => (column.kind === 'count' ? column.id : [])),
  };
}
