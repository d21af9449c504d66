import { accessSync, constants, readFileSync } from 'node:fs';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { extensionOf, isParquet } from '../recognise/extension.ts';
import type { TitleFacts } from '../validate/row.ts';
import type { RowTaker, TableData } from '../validate/table.ts';
import { delimiterOf, readCsv } from './csv.ts';
import { type Decoded, type DecodedAs, decode, UndecodableError } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import { MalformedCsvError } from './records.ts';
import { tableStream } from './stream.ts';

/** An input of a run: a path, or `-` for standard input. */
export type InputPath = string;

export interface ReadOptions {
  readonly encoding: Encoding | 'auto';
  /** Gives the bytes of `-`. */
  readonly standardInput: () => Promise<Buffer>;
  /** Gives the bytes of a file that has been read already; absent: files are read here. */
  readonly fileContent?: (path: InputPath) => Buffer;
  /** Told how much of an input has been read, 0..1. */
  readonly progress: (path: InputPath, fraction: number) => void;
}

/** What reading an input found out beside its data. */
export interface InputNote {
  readonly path: InputPath;
  readonly decoded: DecodedAs;
  readonly facts: TitleFacts;
}

export interface ReadTable {
  readonly table: TableData;
  readonly note: InputNote;
}

/** Reads one input into a table. Every problem goes to `report`; null if there is no table to speak of. */
export async function readInput(
  path: InputPath,
  catalogue: Catalogue,
  options: ReadOptions,
  report: IssueSink,
): Promise<ReadTable | null> {
  const stream = tableStream(path, catalogue, report);
  const decoded = await readRows(path, options, stream, report);
  const read = decoded && stream.finish();
  return read && decoded && { table: read.table, note: { path, decoded, facts: read.facts } };
}

/**
 * Hands the rows of one input, whatever its format, to `taker`. Every problem goes to `report`; null where it
 * could not be read to its end.
 */
export async function readRows(
  path: InputPath,
  options: ReadOptions,
  taker: RowTaker,
  report: IssueSink,
): Promise<DecodedAs | null> {
  if (isParquet(path)) return readParquetRows(path, taker, report);
  let bytes: Buffer;
  try {
    // Nothing else could go on meanwhile, and asynchronous reading costs a small run a tenth of its time.
    const readFile = options.fileContent ?? readFileSync;
    bytes = path === '-' ? await options.standardInput() : readFile(path);
  } catch (error) {
    return unreadable(path, error, report);
  }
  let decoded: Decoded;
  try {
    decoded = decode(bytes, options.encoding);
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    const { encoding, offset } = error;
    const line = bytes.subarray(0, offset).toString('latin1').split('\n').length;
    report(issue('undecodable-bytes', { file: path, line }, { encoding, offset }));
    return null;
  }
  const { encoding, by, utf8 } = decoded;
  return (await splitRows(path, utf8, taker, options, report)) ? { encoding, by } : null;
}

function unreadable(path: InputPath, error: unknown, report: IssueSink): null {
  const cause = (error as NodeJS.ErrnoException).code ?? String(error);
  report(issue('unreadable-file', { file: path }, { cause }));
  return null;
}

/** Names of columns are the first line; a row has no other place in its file than its number. */
async function readParquetRows(
  path: InputPath,
  taker: RowTaker,
  report: IssueSink,
): Promise<DecodedAs | null> {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    return unreadable(path, error, report);
  }
  const { readParquet, UnreadableParquetError } = await import('../duckdb/parquet.ts');
  try {
    await readParquet(path, taker);
    return { encoding: 'utf-8', by: 'content' };
  } catch (error) {
    if (!(error instanceof UnreadableParquetError)) throw error;
    report(issue('unreadable-parquet', { file: path }, { cause: error.message }));
    return null;
  }
}

/** Loads only the reader that the format needs. Returns whether the input could be read to its end. */
async function splitRows(
  path: InputPath,
  utf8: Buffer,
  taker: RowTaker,
  { progress }: ReadOptions,
  report: IssueSink,
): Promise<boolean> {
  const format = formatOf(path, utf8);
  if (format !== 'csv') {
    const { readJson } = await import('./json.ts');
    return readJson(utf8.toString('utf8'), path, format === 'jsonl', taker.row, report);
  }
  try {
    const delimiter = delimiterOf(path, utf8);
    await readCsv(utf8, delimiter, taker, (fraction) => progress(path, fraction));
    return true;
  } catch (error) {
    if (!(error instanceof MalformedCsvError)) throw error;
    report(issue('malformed-csv', { file: path, line: error.line }, { cause: error.code }));
    return false;
  }
}

/** By the extension, else by the first character. */
export function formatOf(path: InputPath, utf8: Buffer): 'csv' | 'json' | 'jsonl' {
  const extension = extensionOf(path);
  if (extension === 'json') return 'json';
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  if (extension === 'csv' || extension === 'tsv') return 'csv';
  const head = utf8
    .subarray(0, 1 << 16)
    .toString('utf8')
    .trimStart();
  if (head.startsWith('[')) return 'json';
  if (!head.startsWith('{')) return 'csv';
  return isWholeObject(head.split('\n', 1)[0] as string) ? 'jsonl' : 'json';
}

/** Whether a first line is an object by itself, as in JSON Lines, and not `{"rows": …}` on one line. */
function isWholeObject(line: string): boolean {
  try {
    return !('rows' in (JSON.parse(line) as object));
  } catch {
    return false;
  }
}
