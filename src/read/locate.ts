import type { Place } from '../issue/issue.ts';
import { isParquet } from '../recognise/extension.ts';
import { delimiterOf } from './csv.ts';
import type { Encoding } from './encodings.ts';
import { formatOf } from './input.ts';
import { openLines, type TextLines } from './text-lines.ts';

/** A run of characters of one line, counted from 1 in UTF-16 code units; `end` is the one behind the last. */
export interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

interface Source {
  readonly lines: TextLines;
  /** Null where columns are characters already, as in JSON. */
  readonly delimiter: string | null;
}

/**
 * Finds places of inputs as an editor counts them: the column of a sheet is a number of characters there.
 * Files are read again when a place in them is asked for, and not held. Null for standard input and whole files.
 */
export function createLocator(encoding: Encoding | 'auto'): (place: Place) => TextSpan | null {
  const sources = new Map<string, Source | null>();
  function sourceOf(file: string): Source | null {
    let source = sources.get(file);
    if (source === undefined) {
      source = whileReadable(() => openSource(file, encoding));
      sources.set(file, source);
    }
    return source;
  }
  return ({ file, line, column }) => {
    if (file === '-' || isParquet(file) || line === undefined || column === undefined) return null;
    const source = sourceOf(file);
    return source && whileReadable(() => spanIn(source, line, column));
  };
}

/** It was readable a moment ago; where it no longer is, a finding still has its line. */
function whileReadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const spanIn = ({ lines, delimiter }: Source, line: number, column: number): TextSpan | null =>
  delimiter === null ? tokenAt(lines, line, column) : cellAt(lines, delimiter, line, column);

function openSource(file: string, encoding: Encoding | 'auto'): Source {
  const lines = openLines(file, encoding);
  const isSheet = formatOf(file, lines.head) === 'csv';
  const delimiter = delimiterOf(file, lines.head);
  return { lines, delimiter: isSheet ? delimiter : null };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;

function tokenAt(lines: TextLines, line: number, column: number): TextSpan | null {
  const text = lines.at(line);
  if (text === undefined || column > text.length + 1) return null;
  TOKEN.lastIndex = column - 1;
  const length = TOKEN.exec(text)?.[0].length ?? 0;
  return { line, column, endColumn: column + length };
}

/** A cell of the record that begins on `line`; one in quotes may stand on a later line. */
function cellAt(
  lines: TextLines,
  delimiter: string,
  line: number,
  column: number,
): TextSpan | null {
  let cell = 1;
  let quoted = false;
  for (let at = line; ; at++) {
    const text = lines.at(at);
    if (text === undefined) return null;
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
}
