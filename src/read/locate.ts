import { readFileSync } from 'node:fs';
import type { Place } from '../issue/issue.ts';
import { isParquet } from '../recognise/parquet.ts';
import { guessDelimiter } from './csv.ts';
import { decode } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import { formatOf } from './input.ts';

/** A run of characters of one line, counted from 1 in UTF-16 code units; `end` is the one behind the last. */
export interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

interface Source {
  readonly lines: readonly string[];
  /** Null where columns are characters already, as in JSON. */
  readonly delimiter: string | null;
}

/**
 * Finds places of inputs as an editor counts them: the column of a sheet is a number of characters there.
 * Files are read again, once, when a place in them is asked for. Null for standard input and whole files.
 */
export function createLocator(encoding: Encoding | 'auto'): (place: Place) => TextSpan | null {
  const sources = new Map<string, Source | null>();
  return ({ file, line, column }) => {
    if (file === '-' || isParquet(file) || line === undefined || column === undefined) return null;
    let source = sources.get(file);
    if (source === undefined) {
      source = readSource(file, encoding);
      sources.set(file, source);
    }
    if (source === null) return null;
    return source.delimiter === null
      ? tokenAt(source.lines, line, column)
      : cellAt(source.lines, source.delimiter, line, column);
  };
}

function readSource(file: string, encoding: Encoding | 'auto'): Source | null {
  try {
    const { utf8 } = decode(readFileSync(file), encoding);
    const text = utf8.toString('utf8');
    const isSheet = formatOf(file, utf8) === 'csv';
    const delimiter = /\.tsv$/i.test(file) ? '\t' : guessDelimiter(utf8);
    return { lines: text.split(/\r\n|\n|\r/), delimiter: isSheet ? delimiter : null };
  } catch {
    // It was readable a moment ago; without it the finding still has its line.
    return null;
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;

function tokenAt(lines: readonly string[], line: number, column: number): TextSpan | null {
  const text = lines[line - 1];
  if (text === undefined || column > text.length + 1) return null;
  TOKEN.lastIndex = column - 1;
  const length = TOKEN.exec(text)?.[0].length ?? 0;
  return { line, column, endColumn: column + length };
}

/** A cell of the record that begins on `line`; one in quotes may stand on a later line. */
function cellAt(
  lines: readonly string[],
  delimiter: string,
  line: number,
  column: number,
): TextSpan | null {
  let cell = 1;
  let quoted = false;
  for (let at = line; at <= lines.length; at++) {
    const text = lines[at - 1] as string;
    let start = 0;
    for (let index = 0; index <= text.length; index++) {
      if (text[index] === '"') quoted = !quoted;
      const ends = index === text.length || (!quoted && text[index] === delimiter);
      if (!ends) continue;
      if (cell === column) return { line: at, column: start + 1, endColumn: index + 1 };
      if (index < text.length) {
        cell++;
        start = index + 1;
      }
    }
    if (!quoted) return null;
  }
  return null;
}
