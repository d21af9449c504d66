import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import { isFootnote } from '../validate/row.ts';
import type { RowSink } from '../validate/table.ts';
import { delimiterOf } from './csv.ts';
import { type DecodedAs, UndecodableError } from './encoding.ts';
import { formatOf, type InputPath, type ReadOptions } from './input.ts';
import {
  findLedgerHeader,
  HEADER_ROWS,
  type HeldRecord,
  type LedgerHeader,
} from './ledger-header.ts';
import { openText } from './pieces.ts';
import { MalformedCsvError } from './records.ts';

/** One row of a ledger. */
export interface LedgerRow {
  /** Without the white space around them, in the order of the columns that were asked for. */
  readonly cells: readonly string[];
  /** Where one of them stands, or the row. */
  placeOf(column: number | null): Place;
}

/** Takes the rows of a ledger one by one; `true` wants no more. */
export type LedgerSink = (row: LedgerRow) => boolean | undefined;

/** How the rows of one ledger are read. */
export interface LedgerReading {
  readonly columns: readonly string[];
  readonly take: LedgerSink;
  /** Told what is wrong with the file. */
  readonly report: IssueSink;
  /** Told what is wrong with a row, which is then not taken. */
  readonly reportRow: IssueSink;
}

/**
 * Reads a ledger of any size row by row. Null where it could not be read to its end, for a reason that has been
 * reported: then it is not to be relied on.
 */
export async function readLedger(
  path: InputPath,
  options: ReadOptions,
  reading: LedgerReading,
): Promise<DecodedAs | null> {
  const { report } = reading;
  try {
    const text = await openText(path, options);
    const complete = await readPieces(path, textsOf(text.pieces()), reading);
    return complete ? text : null;
  } catch (error) {
    if (error instanceof UndecodableError) {
      const { encoding, offset } = error;
      report(issue('undecodable-bytes', { file: path }, { encoding, offset }));
    } else if (error instanceof MalformedCsvError) {
      report(issue('malformed-csv', { file: path, line: error.line }, { cause: error.code }));
    } else {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      report(issue('unreadable-file', { file: path }, { cause: code }));
    }
    return null;
  }
}

function* textsOf(pieces: Iterable<Buffer>): Iterable<string> {
  for (const piece of pieces) yield piece.toString('utf8');
}

async function readPieces(
  path: InputPath,
  pieces: Iterable<string>,
  reading: LedgerReading,
): Promise<boolean> {
  const iterator = pieces[Symbol.iterator]();
  const first = iterator.next();
  const head = first.done ? '' : first.value;
  const all = function* () {
    if (first.done) return;
    yield head;
    yield* { [Symbol.iterator]: () => iterator };
  };
  try {
    const format = formatOf(path, Buffer.from(head.slice(0, 1 << 16)));
    if (format === 'csv') {
      const delimiter = delimiterOf(path, Buffer.from(head.slice(0, 1 << 15)));
      return await readSheet(path, all(), delimiter, reading);
    }
    const { readJsonLedger } = await import('./ledger-json.ts');
    return readJsonLedger(path, all(), format, reading);
  } finally {
    iterator.return?.();
  }
}

/** CSV. Where nothing is quoted, lines and delimiters are all there is. */
async function readSheet(
  path: InputPath,
  pieces: Iterable<string>,
  delimiter: string,
  reading: LedgerReading,
): Promise<boolean> {
  const rows = sheetReader(path, reading);
  let line = 1;
  let parser: Awaited<ReturnType<typeof quoted>> | null = null;
  for (const piece of pieces) {
    if (parser === null && piece.includes('"')) parser = await quoted(delimiter, line, rows.row);
    if (parser !== null) {
      parser.write(piece);
      if (parser.failed()) break;
    } else {
      const lines = piece.split(piece.includes('\r') ? /\r\n|\n|\r/ : '\n');
      if (lines.at(-1) === '') lines.pop();
      for (const text of lines) rows.row(text.split(delimiter), line++);
    }
    if (rows.done()) return true;
  }
  await parser?.end();
  return rows.finish();
}

const quoted = async (delimiter: string, line: number, sink: RowSink) =>
  (await import('./quoted.ts')).quotedParser(delimiter, line, sink);

/** Looks for the header among the first rows, and hands on those below it. */
function sheetReader(file: InputPath, { columns, take, report, reportRow }: LedgerReading) {
  let held: HeldRecord[] | null = [];
  let header: LedgerHeader | null = null;
  let done = false;

  const data = (cells: readonly string[], line: number, { at, width }: LedgerHeader): void => {
    if (done) return;
    if (cells.length !== width && !isWhole(cells, line, width)) return;
    done =
      take({
        cells: at.map((index) => (cells[index] as string).trim()),
        placeOf: (column) =>
          column === null ? { file, line } : { file, line, column: (at[column] as number) + 1 },
      }) === true;
  };

  const isWhole = (cells: readonly string[], line: number, width: number): boolean => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 0) return false;
    if (cells.length < width) {
      if (isFootnote(filled[0] as string)) return false;
      const place = { file, line, column: cells.length };
      reportRow(issue('short-row', place, { cells: cells.length, columns: width }));
      return false;
    }
    const extra = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
    if (extra < 0) return true;
    const details = { text: cells[extra] as string, columns: width };
    reportRow(issue('extra-cell', { file, line, column: extra + 1 }, details));
    return false;
  };

  const begin = (records: readonly HeldRecord[]): void => {
    header = findLedgerHeader(file, records, columns, report);
    if (header === null) {
      done = true;
      return;
    }
    for (const { cells, line } of records.slice(header.index + 1)) data(cells, line, header);
  };

  const row: RowSink = (cells, line) => {
    if (held === null) {
      if (header !== null) data(cells, line, header);
      return;
    }
    held.push({ cells, line });
    if (held.length > HEADER_ROWS) {
      const records = held;
      held = null;
      begin(records);
    }
  };

  return {
    row,
    done: () => done,
    finish(): boolean {
      if (held !== null) begin(held);
      held = null;
      return header !== null;
    },
  };
}
