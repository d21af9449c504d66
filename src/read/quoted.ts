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
  let line = 1;
  const parser = new RecordParser(delimiter, (record) => {
    sink(record, line);
    line += 1 + lineBreaks(record);
  });
  await new Promise<void>((resolve, reject) => {
    parser.on('error', (error: CsvError) => reject(new MalformedCsvError(line, error.code)));
    parser.on('end', resolve);
    for (let at = 0; at < utf8.length && !parser.errored; at += CHUNK) {
      parser.write(utf8.subarray(at, at + CHUNK));
      progress(Math.min(1, (at + CHUNK) / utf8.length));
    }
    parser.end();
    parser.resume();
  });
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
