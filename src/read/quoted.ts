import { type CsvError, Parser } from 'csv-parse';
import type { RowSink } from '../validate/table.ts';
import { CHUNK, MalformedCsvError } from './records.ts';

/** Takes records as the parser finds them instead of queueing them in the stream, which costs a third. */
export async function readQuoted(
  utf8: Buffer,
  delimiter: string,
  sink: RowSink,
  progress: (fraction: number) => void,
): Promise<void> {
  const parser = quotedParser(delimiter, 1, sink);
  for (let at = 0; at < utf8.length && !parser.failed(); at += CHUNK) {
    parser.write(utf8.subarray(at, at + CHUNK));
    progress(Math.min(1, (at + CHUNK) / utf8.length));
  }
  await parser.end();
}

/** Takes CSV in pieces, of which the first begins on `firstLine`, and hands its records to `sink`. */
export function quotedParser(delimiter: string, firstLine: number, sink: RowSink) {
  let line = firstLine;
  const parser = new RecordParser(delimiter, (record) => {
    sink(record, line);
    line += 1 + lineBreaks(record);
  });
  const over = new Promise<void>((resolve, reject) => {
    parser.on('error', (error: CsvError) => reject(new MalformedCsvError(line, error.code)));
    parser.on('end', resolve);
  });
  // Whoever goes on after a failure hears of it at the end.
  over.catch(() => undefined);
  return {
    write: (piece: string | Buffer): boolean => parser.write(piece),
    failed: (): boolean => parser.errored !== null,
    /** Rejects with a MalformedCsvError. */
    end(): Promise<void> {
      parser.end();
      parser.resume();
      return over;
    },
  };
}

class RecordParser extends Parser {
  readonly #take: (record: string[]) => void;

  constructor(delimiter: string, take: (record: string[]) => void) {
    super({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    });
    this.#take = take;
  }

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.#take(record);
    return true;
  }
}

function lineBreaks(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) {
      count += cell.split(/\r\n|\n|\r/).length - 1;
    }
  }
  return count;
}
