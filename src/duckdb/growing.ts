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
 * Units of plain names hold no point and no hyphen, so that only numbers are met.
 */
function asJavaScriptWrites(lines: Buffer): Buffer {
  const text = lines.toString('latin1').replaceAll('.0,', ',').replaceAll('.0\n', '\n');
  const plain = text.includes('e-')
    ? text.replace(/(?<=,)[\d.]+e-\d+/g, (number) => String(Number(number)))
    : text;
  return Buffer.from(plain, 'latin1');
}
