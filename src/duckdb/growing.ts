import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { duckdb } from '../sql/duckdb.ts';
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

/**
 * DuckDB finds the same digits for a number as JavaScript, and writes some another way: 1.0, and 3e-05 for 0.00003.
 * Units of plain names hold no point and no hyphen, so that only numbers are met. The lines are changed in their place.
 */
export function asJavaScriptWrites(lines: Buffer): Buffer {
  const whole = withoutZeroFractions(lines);
  if (!whole.includes('e-')) return whole;
  const text = whole
    .toString('latin1')
    .replace(/(?<=,)[\d.]+e-\d+/g, (number) => String(Number(number)));
  return Buffer.from(text, 'latin1');
}

/** As bytes: a text would be turned into them for each search. */
const ZERO_FRACTIONS = ['.0,', '.0\n'].map((text) => Buffer.from(text));

/** There are few of them, and to look for them takes no time: what lies between is moved as it is. */
const withoutZeroFractions = (lines: Buffer): Buffer =>
  ZERO_FRACTIONS.reduce((rest, fraction) => {
    let [kept, from] = [0, 0];
    for (let at = rest.indexOf(fraction); at >= 0; at = rest.indexOf(fraction, at + 1)) {
      rest.copyWithin(kept, from, at);
      kept += at - from;
      from = at + fraction.length - 1;
    }
    if (from === 0) return rest;
    rest.copyWithin(kept, from, rest.length);
    return rest.subarray(0, kept + rest.length - from);
  }, lines);
