import { extensionOf } from '../recognise/extension.ts';
import type { PlainText, RowStart, RowTaker } from '../validate/table.ts';
import { CHUNK } from './records.ts';

/**
 * Hands the records of a CSV text to `taker`, with the line each begins on. Where no cell is quoted, lines and
 * delimiters are all there is, and the parser is not needed. Throws a MalformedCsvError.
 */
export async function readCsv(
  utf8: Buffer,
  delimiter: string,
  taker: RowTaker,
  progress: (fraction: number) => void,
): Promise<void> {
  if (!utf8.includes('"')) {
    readUnquoted(utf8, delimiter, taker, progress);
    return;
  }
  const { readQuoted } = await import('./quoted.ts');
  return readQuoted(utf8, delimiter, taker.row, progress);
}

const LINE_END = 10;
const FIRST_PIECE = 256;

/** The same for a text, or a piece of one in whole lines, in which nothing is quoted. Returns the line that follows. */
export function readUnquoted(
  utf8: Buffer,
  delimiter: string,
  taker: RowTaker,
  progress: (fraction: number) => void,
  firstLine = 1,
): number {
  const plain: PlainText | null =
    delimiter.charCodeAt(0) > 0x7f
      ? null
      : {
          utf8,
          delimiter: delimiter.charCodeAt(0),
          text: (begin, end) => utf8.toString('utf8', begin, end),
        };
  const breaks = utf8.includes('\r') ? /\r\n|\n|\r/ : '\n';
  let start: RowStart = { offset: 0, line: firstLine };
  // Until a header is found, and bytes can be taken, little is read ahead.
  let piece = FIRST_PIECE;
  while (start.offset < utf8.length) {
    const { bytes } = taker;
    const end = Math.min(utf8.length, start.offset + (bytes === undefined ? piece : CHUNK));
    piece = Math.min(CHUNK, piece * 2);
    const next = plain === null ? undefined : bytes?.(plain, start, end);
    start =
      next !== undefined && next.offset > start.offset
        ? next
        : readLines(
            utf8,
            start,
            bytes === undefined ? end : start.offset,
            delimiter,
            breaks,
            taker,
          );
    progress(start.offset / utf8.length);
  }
  return start.line;
}

/** Hands on the rows that begin up to `last` as texts. */
function readLines(
  utf8: Buffer,
  { offset, line }: RowStart,
  last: number,
  delimiter: string,
  breaks: RegExp | string,
  { row }: RowTaker,
): RowStart {
  const cut = utf8.indexOf(LINE_END, last);
  const end = cut < 0 ? utf8.length : cut + 1;
  const lines = utf8.toString('utf8', offset, end).split(breaks);
  // What follows the last line end is the next chunk, or nothing.
  if (lines.at(-1) === '') lines.pop();
  for (const [index, text] of lines.entries()) row(text.split(delimiter), line + index);
  return { offset: end, line: line + lines.length };
}

const DELIMITERS = [',', '\t', ';', '，', '|'] as const;

/** What stands between the cells of a file: tabs where its name says so. */
export const delimiterOf = (path: string, utf8: Buffer): string =>
  extensionOf(path) === 'tsv' ? '\t' : guessDelimiter(utf8);

/** The delimiter that most of the first lines use. Text inside quotes does not count. */
function guessDelimiter(utf8: Buffer): string {
  const lines = utf8
    .subarray(0, 1 << 15)
    .toString('utf8')
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line !== '');
  let [best, most] = [DELIMITERS[0] as string, 0];
  for (const delimiter of DELIMITERS) {
    if (most === lines.length) break;
    const uses = lines.filter((line) => line.includes(delimiter)).length;
    if (uses > most) [best, most] = [delimiter, uses];
  }
  return best;
}
