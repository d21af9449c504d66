import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../disk/write-whole.ts';
import { type Database, NoRoomError, SqlError } from '../duckdb/database.ts';
import { parquetColumns } from '../duckdb/parquet.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { delimiterOf, readCsv } from '../read/csv.ts';
import { guessEncoding } from '../read/encoding.ts';
import { formatOf, type ReadOptions } from '../read/input.ts';
import { readLedger } from '../read/ledger.ts';
import { findLedgerHeader, HEADER_ROWS, type HeldRecord } from '../read/ledger-header.ts';
import { firstBytes } from '../read/pieces.ts';
import { csvTable, duckdb, parquetTable } from '../sql/duckdb.ts';
import { cellName } from '../sql/rows.ts';
import { columnsOf, type Mapping } from '../tally/mapping.ts';
import type { LedgerNote } from './ledger.ts';

/** A ledger as DuckDB can read it. */
export interface Source {
  /** A table with the columns of the mapping by the names of `cellName`. */
  readonly table: string;
  readonly isDate: (column: string) => boolean;
}

const NO_DATES = (): boolean => false;

/** The types whose values say something as a text: not bytes, lists and structures. */
const FIT =
  /^(?:VARCHAR|BOOLEAN|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\([^()]*\)|DATE|TIME[^[]*|INTERVAL|UUID|ENUM\(.*\))$/s;

/** A Parquet file. Null where it cannot be one, lacks columns or has them of another kind; that has been reported. */
export async function parquetSource(
  path: string,
  mapping: Mapping,
  database: Database,
  report: IssueSink,
): Promise<Source | null> {
  const cause = unreadable(path);
  if (cause !== null) {
    report(issue('unreadable-file', { file: path }, { cause }));
    return null;
  }
  const file = parquetTable(path);
  const described = await parquetColumns(path, database).catch((error: unknown) => {
    if (!(error instanceof SqlError)) throw error;
    const [cause = ''] = error.message.split('\n', 1);
    report(issue('unreadable-parquet', { file: path }, { cause }));
    return null;
  });
  if (described === null) return null;
  const types = new Map(described.map(({ name, type }) => [name, type]));
  const columns = columnsOf(mapping);
  const missing = columns.filter((column) => !types.has(column));
  if (missing.length > 0) {
    report(issue('ledger-no-columns', { file: path }, { missing, known: [...types.keys()] }));
    return null;
  }
  const unfit = columns.filter((column) => !FIT.test(types.get(column) ?? ''));
  for (const column of unfit) {
    const type = types.get(column) ?? '';
    report(issue('ledger-column-type', { file: path }, { column, type }));
  }
  if (unfit.length > 0) return null;
  const isDate = (column: string): boolean => /^(?:DATE|TIMESTAMP)$/.test(types.get(column) ?? '');
  const cells = columns.map((column) => {
    const name = duckdb.identifier(column);
    const isText = types.get(column) === 'VARCHAR' || isDate(column);
    return `${isText ? name : duckdb.asText(name)} AS ${cellName(mapping, column)}`;
  });
  return { table: `(SELECT ${cells.join(', ')} FROM ${file})`, isDate };
}

/** The system's reason why a file cannot be read, or null. */
function unreadable(path: string): string | null {
  try {
    firstBytes(path, 1);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** What DuckDB has to be told of a CSV file, so that it guesses nothing. */
export interface DirectCsv {
  readonly delimiter: string;
  readonly source: Source;
}

/** A CSV file that DuckDB may read as it is, as far as its first bytes tell; null where it may not. */
export async function directCsv(
  path: string,
  mapping: Mapping,
  { encoding }: Pick<ReadOptions, 'encoding'>,
): Promise<DirectCsv | null> {
  if (path === '-' || unreadable(path) !== null) return null;
  const bytes = firstBytes(path, 1 << 18);
  const head = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
  const known = encoding === 'auto' ? guessEncoding(head) : { encoding };
  if ((known?.encoding ?? 'utf-8') !== 'utf-8' || !isUtf8(head)) return null;
  const text = head[0] === 0xef ? head.subarray(3) : head;
  if (formatOf(path, text) !== 'csv') return null;
  const delimiter = delimiterOf(path, text);
  const records: HeldRecord[] = [];
  const take = (cells: readonly string[], line: number): void => {
    if (records.length <= HEADER_ROWS) records.push({ cells, line });
  };
  const isRead = await readCsv(text, delimiter, { row: take }, () => undefined).then(
    () => true,
    () => false,
  );
  let troubled = !isRead || delimiter.length > 1 || delimiter.charCodeAt(0) > 127;
  const header = findLedgerHeader(path, records, columnsOf(mapping), () => {
    troubled = true;
  });
  // A line break in a cell above the data would make lines and rows two different things.
  if (troubled || header === null || records[header.index]?.line !== header.index + 1) return null;
  const { cells } = records[header.index] as HeldRecord;
  // Of columns at the end without a name nothing may stand below: that is for the reader that names it.
  if (header.width < cells.length || cells.some((cell) => /[\r\n]/.test(cell))) return null;
  const columns = cells.map((_, index) => ({ name: `column ${index}`, type: 'VARCHAR' }));
  const named = columnsOf(mapping).map(
    (column, index) => `"column ${header.at[index]}" AS ${cellName(mapping, column)}`,
  );
  return {
    delimiter,
    source: {
      table: `(SELECT ${named.join(', ')} FROM ${csvTable({ path, delimiter, skip: header.index + 1, columns, multiline: false })})`,
      isDate: NO_DATES,
    },
  };
}

function created(path: string): number {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    throw new NoRoomError(tmpdir(), error);
  }
}

/**
 * Any other ledger, written out as CSV that DuckDB reads: by the reader of this project, which names what is wrong
 * with it. Null where it could not be read to its end. Throws a NoRoomError.
 */
export async function rewritten(
  path: string,
  mapping: Mapping,
  options: ReadOptions,
  { folder }: Database,
  problems: { readonly report: IssueSink; readonly reportRow: IssueSink },
): Promise<{ readonly source: Source; readonly note: LedgerNote } | null> {
  const copy = join(folder, `${readdirSync(folder).length}.csv`);
  const file = created(copy);
  let [batch, multiline] = ['', false];
  let noRoom: NoRoomError | null = null;
  const flush = (): boolean => {
    try {
      writeWhole(file, Buffer.from(batch));
    } catch (error) {
      // Thrown where rows are taken it would be said of the ledger.
      noRoom = new NoRoomError(tmpdir(), error);
    }
    batch = '';
    return noRoom !== null;
  };
  const columns = columnsOf(mapping);
  try {
    const decoded = await readLedger(path, options, {
      columns,
      report: problems.report,
      reportRow: problems.reportRow,
      take({ cells }) {
        for (const cell of cells) multiline ||= cell.includes('\n') || cell.includes('\r');
        batch += `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
        return batch.length >= 1 << 16 && flush();
      },
    });
    flush();
    if (noRoom !== null) throw noRoom;
    if (decoded === null) return null;
    const names = columns.map((column) => ({
      name: JSON.parse(cellName(mapping, column)),
      type: 'VARCHAR',
    }));
    const table = csvTable({ path: copy, delimiter: ',', skip: 0, columns: names, multiline });
    return { source: { table, isDate: NO_DATES }, note: { path, decoded } };
  } finally {
    closeSync(file);
  }
}
