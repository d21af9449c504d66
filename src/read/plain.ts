import { closeSync, openSync, readSync } from 'node:fs';
import { endAlike } from './line-ends.ts';

/** The shape of a table of which every byte is looked at. */
export interface PlainShape {
  /** Where the first row of data begins. */
  readonly offset: number;
  /** For each column, whether its cells are to hold digits or nothing. */
  readonly digits: readonly boolean[];
  /** The byte between two cells. */
  readonly delimiter: number;
  /** Whether lines end in CR LF. */
  readonly returns: boolean;
}

const [LINE_FEED, RETURN, ZERO, NINE] = [10, 13, 48, 57];

/**
 * Bytes with which a cell that is no row of digits may yet pass for a whole number (` 7`, 1.5, 1e3, 0x1F, 1_000),
 * and those that let a cell end where it does not seem to.
 */
const TELLTALE: readonly number[] = [0, 9, 11, 12, 32, ...Buffer.from('"+._eExXbB')];

/** Rows longer than this are no plain table's. */
const CHUNK = 1 << 20;

/**
 * Whether all readers of CSV are sure to read the same from a table: nothing is quoted, all lines end alike, and
 * whatever in a column of digits passes for a whole number is one in plain digits. Most tables hold none of the
 * bytes in question; only where one does, rows are gone through cell by cell.
 */
export function isPlainTable(
  path: string,
  shape: PlainShape,
  progress: (bytes: number) => void,
): boolean {
  const telltale = TELLTALE.filter((byte) => byte !== shape.delimiter);
  const isPlain = (rows: Buffer): boolean =>
    endAlike(rows, shape.returns) &&
    (!telltale.some((byte) => rows.includes(byte)) || isPlainCellByCell(rows, shape));
  const chunk = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let position = shape.offset; ; ) {
      const length = readSync(file, chunk, 0, CHUNK, position);
      if (length === 0) return true;
      const end = chunk.lastIndexOf(LINE_FEED, length - 1) + 1;
      // Whole rows; only the last row of the file may lack its line end.
      const rows = chunk.subarray(0, end === 0 || length < CHUNK ? length : end);
      if ((end === 0 && length === CHUNK) || !isPlain(rows)) return false;
      position += rows.length;
      progress(position);
    }
  } finally {
    closeSync(file);
  }
}

function isPlainCellByCell(
  rows: Buffer,
  { digits, delimiter }: Pick<PlainShape, 'digits' | 'delimiter'>,
): boolean {
  let column = 0;
  for (let at = 0; at < rows.length; at++) {
    const byte = rows[at] as number;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte === delimiter) column++;
    else if (byte === LINE_FEED) column = 0;
    else if (byte !== RETURN && (digits[column] !== false || byte === 0 || byte === 34)) {
      return false;
    }
  }
  return true;
}
