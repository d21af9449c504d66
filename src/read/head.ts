import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  cleanLayoutOf,
  HEADER_SEARCH_ROWS,
  headerFinder,
  isUnitsRow,
  type Layout,
} from '../recognise/layout.ts';
import { scaledUnitInTitle } from '../recognise/scaled-unit.ts';
import { delimiterOf } from './csv.ts';

/** What the beginning of a large CSV file says of all of it. */
export interface Head {
  readonly layout: Layout;
  readonly delimiter: string;
  /** Where the first row of data begins. */
  readonly offset: number;
  /** Lines above it. */
  readonly lines: number;
  /** Whether lines end in CR LF. */
  readonly returns: boolean;
  readonly bytes: number;
  /** The most digits among some of the first and last cells of each column. */
  readonly digits: readonly number[];
}

const SAMPLE = 1 << 16;

/**
 * Reads the beginning of a table in UTF-8. Null where it does not show a header for certain, or the header is
 * not one of a wide table without any problem, or a title names a unit such as 百人: then the file is to be read as all others are.
 */
export function readHead(path: string, catalogue: Catalogue): Head | null {
  const file = openSync(path, 'r');
  try {
    const bytes = fstatSync(file).size;
    const head = sampleOf(file, 0);
    const marked = head.subarray(0, 3).equals(BYTE_ORDER_MARK);
    const lineFeed = head.indexOf('\n');
    if (lineFeed < 0 || head.includes('"') || !isUtf8(wholeLines(head))) return null;
    const returns = head[lineFeed - 1] === 13;
    const delimiter = delimiterOf(path, head);
    const text = wholeLines(head).toString('utf8', marked ? BYTE_ORDER_MARK.length : 0);
    const rows = text.split(returns ? '\r\n' : '\n').map((line) => line.split(delimiter));
    const finder = headerFinder(catalogue);
    const at = rows.slice(0, HEADER_SEARCH_ROWS).findIndex((cells) => finder.take(cells));
    if (at < 0) return null;
    const layout = cleanLayoutOf(rows[at] as string[], catalogue);
    if (layout?.kind !== 'wide') return null;
    if (rows.slice(0, at).some((cells) => cells.some((cell) => scaledUnitInTitle(cell) !== null)))
      return null;
    const lines = at + (isUnitsRow(rows[at + 1] ?? []) ? 2 : 1);
    const tail = sampleOf(file, Math.max(0, bytes - SAMPLE))
      .toString('utf8')
      .split('\n')
      .slice(1);
    const sample = [...rows.slice(lines), ...tail.map((line) => line.trimEnd().split(delimiter))];
    return {
      layout,
      delimiter,
      offset: offsetOfLine(head, lines),
      lines,
      returns,
      bytes,
      digits: layout.headers.map((_, column) =>
        Math.max(0, ...sample.map((cells) => cells[column]?.length ?? 0)),
      ),
    };
  } finally {
    closeSync(file);
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function sampleOf(file: number, position: number): Buffer {
  const sample = Buffer.alloc(SAMPLE);
  return sample.subarray(0, readSync(file, sample, 0, SAMPLE, position));
}

const wholeLines = (head: Buffer): Buffer => head.subarray(0, head.lastIndexOf('\n') + 1);

function offsetOfLine(head: Buffer, lines: number): number {
  let offset = 0;
  for (let line = 0; line < lines; line++) offset = head.indexOf('\n', offset) + 1;
  return offset;
}
