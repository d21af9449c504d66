import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { duckdb } from '../sql/duckdb.ts';
import { MARK } from '../sql/wide.ts';
import type { Database } from './database.ts';

const CHUNK = 1 << 20;

/** Milliseconds until it is worth a look whether there is more. */
const WAIT = 5;

/**
 * The lines of CSV that a statement gives, without a header, while DuckDB writes them to a file at `path`: no more of
 * them is held than what was just read. Who wants no more ends the statement. Throws a SqlError.
 */
export async function* growingLines(
  select: string,
  path: string,
  database: Database,
): AsyncIterable<Buffer> {
  writeFileSync(path, '');
  let finished = false;
  const writing = database
    .run(
      `COPY (${select}) TO ${duckdb.text(path)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', NULLSTR '', USE_TMP_FILE false)`,
    )
    .finally(() => {
      finished = true;
    });
  writing.catch(() => undefined);
  try {
    const more = () => Promise.race([writing, setTimeout(WAIT)]);
    yield* linesOf(path, () => finished, more);
    await writing;
  } finally {
    if (!finished) database.interrupt();
    await writing.catch(() => undefined);
  }
}

/**
 * The whole lines of a file, in pieces of which each takes the room of the one before; at the end of one that is not
 * finished it is waited for more.
 */
async function* linesOf(
  path: string,
  isFinished: () => boolean,
  more: () => Promise<unknown>,
): AsyncIterable<Buffer> {
  const file = openSync(path, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK);
  try {
    for (let [position, held] = [0, 0]; ; ) {
      // Asked before reading: what is written until the end is then seen.
      const isLast = isFinished();
      const length = readSync(file, chunk, held, CHUNK - held, position);
      if (length === 0 && isLast) return;
      if (length === 0) {
        await more();
        continue;
      }
      position += length;
      const end = chunk.lastIndexOf('\n', held + length - 1) + 1;
      if (end > 0) yield chunk.subarray(0, end);
      chunk.copyWithin(0, end, held + length);
      held = held + length - end;
    }
  } finally {
    closeSync(file);
  }
}

/** The lines of such a file once it is whole. */
export const writtenLines = (path: string): AsyncIterable<Buffer> =>
  linesOf(
    path,
    () => true,
    () => Promise.resolve(),
  );

const [MINUS, POINT, ZERO, E] = [45, 46, 48, 101];
const [COMMA, LINE_FEED, MARKED] = [44, 10, MARK.charCodeAt(0)];

/**
 * DuckDB finds the same digits for a number as JavaScript, and writes some another way: 1.0, and 3e-05 for 0.00003.
 * The lines with a mark, which hold them, are changed in their place and lose it.
 */
export function asJavaScriptWrites(lines: Buffer): Buffer {
  let at = lines.indexOf(MARKED);
  if (at < 0) return lines;
  let hasExponent = false;
  let [to, from] = [0, 0];
  while (at >= 0) {
    lines.copyWithin(to, from, at);
    to += at - from;
    from = at + 1;
    for (let byte = 0; byte !== LINE_FEED; ) {
      byte = lines[from++] as number;
      const ends = byte === COMMA || byte === LINE_FEED;
      if (ends && lines[to - 1] === ZERO && lines[to - 2] === POINT) to -= 2;
      hasExponent ||= byte === E && lines[from] === MINUS;
      lines[to++] = byte;
    }
    at = lines.indexOf(MARKED, from);
  }
  lines.copyWithin(to, from, lines.length);
  const whole = lines.subarray(0, to + lines.length - from);
  return hasExponent ? withoutExponents(whole) : whole;
}

/** Units of plain names hold no point and no hyphen, so that only numbers are met. */
function withoutExponents(lines: Buffer): Buffer {
  const text = lines
    .toString('latin1')
    .replace(/(?<=,)[\d.]+e-\d+/g, (number) => String(Number(number)));
  return Buffer.from(text, 'latin1');
}
