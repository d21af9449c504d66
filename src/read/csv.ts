import type { RowSink } from '../validate/table.ts';
import { CHUNK } from './records.ts';

/**
 * Hands the records of a CSV text to `sink` one by one, with the line each begins on. Where no cell is
 * quoted, lines and delimiters are all there is, and splitting at them takes a fifth of the parser's time.
 * Throws a MalformedCsvError.
 */
export async function readCsv(
  utf8: Buffer,
  delimiter: string,
  sink: RowSink,
  progress: (fraction: number) => void,
): Promise<void> {
  if (!utf8.includes('"')) return readUnquoted(utf8, delimiter, sink, progress);
  const { readQuoted } = await import('./quoted.ts');
  return readQuoted(utf8, delimiter, sink, progress);
}

const LINE_END = 10;

function readUnquoted(
  utf8: Buffer,
  delimiter: string,
  sink: RowSink,
  progress: (fraction: number) => void,
): void {
  const lineEnd = utf8.includes('\r') ? /\r\n|\n|\r/ : '\n';
  let line = 1;
  for (let start = 0; start < utf8.length; ) {
    const cut = start + CHUNK < utf8.length ? utf8.indexOf(LINE_END, start + CHUNK) : -1;
    const end = cut < 0 ? utf8.length : cut + 1;
    const lines = utf8.toString('utf8', start, end).split(lineEnd);
    // What follows the last line end is the next chunk, or nothing.
    if (lines.at(-1) === '') lines.pop();
    for (const text of lines) sink(text.split(delimiter), line++);
    start = end;
    progress(end / utf8.length);
  }
}

const DELIMITERS = [',', '\t', ';', '，', '|'] as const;

/** The delimiter that most of the first lines use. Text inside quotes does not count. */
export function guessDelimiter(utf8: Buffer): string {
  const lines = utf8
    .subarray(0, 1 << 15)
    .toString('utf8')
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/);
  let [best, most] = [DELIMITERS[0] as string, 0];
  for (const delimiter of DELIMITERS) {
    const uses = lines.filter((line) => line.includes(delimiter)).length;
    if (uses > most) [best, most] = [delimiter, uses];
  }
  return best;
}
