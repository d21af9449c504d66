import type { PlainText } from './table.ts';

/** What a cell is that is no plain number. */
export const BLANK = -1;
const TEXT = -2;

/** The cells of a row of bytes, found in one pass over them. */
export interface ByteCells {
  /**
   * Finds the cells of the row that begins at `offset`. Returns where the next row begins, or -1 where the row
   * has another number of cells or a line break of an uncommon kind.
   */
  split(text: PlainText, offset: number): number;
  /** The number in a cell of at most 15 digits, or BLANK or TEXT. */
  readonly numbers: Float64Array;
  textOf(text: PlainText, column: number): string;
}

const [ZERO, NINE, LINE_FEED, RETURN] = [48, 57, 10, 13];

/** More digits than a double holds exactly are left to who reads texts. */
const MOST_DIGITS = 15;

export function byteCells(width: number): ByteCells {
  const numbers = new Float64Array(width);
  const begins = new Int32Array(width);
  const ends = new Int32Array(width);
  return {
    numbers,
    textOf: (plain, column) => plain.text(begins[column] as number, ends[column] as number),
    split({ utf8, delimiter }, offset) {
      const { length } = utf8;
      let column = 0;
      let begin = offset;
      let number = 0;
      let digits = true;
      for (let at = offset; ; at++) {
        const byte = at < length ? (utf8[at] as number) : LINE_FEED;
        if (byte >= ZERO && byte <= NINE) {
          number = number * 10 + (byte - ZERO);
          continue;
        }
        const isReturn = byte === RETURN;
        if (byte !== delimiter && byte !== LINE_FEED && !isReturn) {
          digits = false;
          continue;
        }
        if (column === width) return -1;
        begins[column] = begin;
        ends[column] = at;
        numbers[column] =
          at === begin ? BLANK : digits && at - begin <= MOST_DIGITS ? number : TEXT;
        column++;
        if (byte === delimiter) {
          begin = at + 1;
          number = 0;
          digits = true;
          continue;
        }
        if (isReturn && at + 1 < length && utf8[at + 1] !== LINE_FEED) return -1;
        return column === width ? Math.min(length, at + (isReturn ? 2 : 1)) : -1;
      }
    },
  };
}
