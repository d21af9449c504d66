import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { duckdb } from '../sql/duckdb.ts';
import type { Database } from './database.ts';

const CHUNK = 1 << 20;

/** Milliseconds until it is worth a look whether there is more. */
const WAIT = 5;

/**
 * The lines of CSV that a statement gives, without a header, while DuckDB writes them to a file: no more of them is
 * held than what was just read, and numbers are as JavaScript writes them. Who wants no more ends the statement.
 * Throws a SqlError.
 */
export async function* growingLines(select: string, database: Database): AsyncIterable<Buffer> {
  const path = join(database.folder, 'growing.csv');
  writeFileSync(path, '');
  const file = openSync(path, 'r');
  let finished = false;
  const writing = database
    .run(
      `COPY (${select}) TO ${duckdb.text(path)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', NULLSTR '', USE_TMP_FILE false)`,
    )
    .finally(() => {
      finished = true;
    });
  writing.catch(() => undefined);
  const chunk = Buffer.allocUnsafe(CHUNK);
  try {
    for (let [position, held] = [0, 0]; ; ) {
      // Asked before reading: what is written until the end is then seen.
      const isLast = finished;
      const length = readSync(file, chunk, held, CHUNK - held, position);
      if (length === 0 && isLast) break;
      if (length === 0) {
        await Promise.race([writing, setTimeout(WAIT)]);
        continue;
      }
      position += length;
      const end = chunk.lastIndexOf('\n', held + length - 1) + 1;
      if (end > 0) yield asJavaScriptWrites(chunk.subarray(0, end));
      chunk.copyWithin(0, end, held + length);
      held = held + length - end;
    }
    await writing;
  } finally {
    closeSync(file);
    if (!finished) database.interrupt();
    await writing.catch(() => undefined);
  }
}

/**
 * DuckDB finds the same digits for a number as JavaScript, and writes some another way: 1.0, and 3e-05 for 0.00003.
 * Units of plain names hold no point and no hyphen, so that only numbers are met. The lines are changed in their place.
 */
function asJavaScriptWrites(lines: Buffer): Buffer {
  const whole = withoutZeroFractions(lines);
  if (!whole.includes('e-')) return whole;
  const text = whole
    .toString('latin1')
    .replace(/(?<=,)[\d.]+e-\d+/g, (number) => String(Number(number)));
  return Buffer.from(text, 'latin1');
}

const ZERO_FRACTION = '.0';
const [COMMA, LINE_FEED] = [44, 10];

/** There are few of them, and to look for them takes no time: what lies between is moved as it is. */
function withoutZeroFractions(lines: Buffer): Buffer {
  let [kept, from] = [0, 0];
  for (let at = lines.indexOf(ZERO_FRACTION); at >= 0; at = lines.indexOf(ZERO_FRACTION, at + 1)) {
    const end = at + ZERO_FRACTION.length;
    if (lines[end] !== COMMA && lines[end] !== LINE_FEED) continue;
    lines.copyWithin(kept, from, at);
    kept += at - from;
    from = end;
  }
  if (from === 0) return lines;
  lines.copyWithin(kept, from, lines.length);
  return lines.subarray(0, kept + lines.length - from);
}
