import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import type { InputPath } from './input.ts';
import { type JsonCell, readJson, readJsonLine } from './json.ts';
import type { LedgerReading } from './ledger.ts';

/** JSON Lines one by one; a JSON array as a whole. A key that a row lacks is a blank cell. */
export function readJsonLedger(
  file: InputPath,
  pieces: Iterable<string>,
  format: 'json' | 'jsonl',
  reading: LedgerReading,
): boolean {
  return format === 'json' ? readArray(file, pieces, reading) : readLines(file, pieces, reading);
}

function readLines(
  file: InputPath,
  pieces: Iterable<string>,
  { columns, take, report, reportRow }: LedgerReading,
): boolean {
  const unseen = new Set(columns);
  let [line, rows, done] = [0, 0, false];
  for (const piece of pieces) {
    const lines = piece.split(/\r\n|\n|\r/);
    if (lines.at(-1) === '') lines.pop();
    for (const text of lines) {
      line++;
      if (text.trim() === '') continue;
      const cells = readJsonLine(text, file, line, ofColumns(columns, reportRow));
      rows++;
      if (cells === null) continue;
      for (const column of unseen) if (cells.has(column)) unseen.delete(column);
      const at = line;
      done =
        take({
          cells: columns.map((column) => cells.get(column)?.text.trim() ?? ''),
          placeOf: (column) => placeOf(file, at, cells.get(columns[column ?? -1] ?? '')),
        }) === true;
      if (done) return true;
    }
  }
  if (rows === 0) report(issue('no-rows', { file }, {}));
  else if (unseen.size > 0) {
    report(issue('ledger-no-columns', { file }, { missing: [...unseen], known: [] }));
  }
  return rows > 0 && unseen.size === 0;
}

/** What is nested in a column that is not asked for, or stands twice, is no problem. */
const ofColumns =
  (columns: readonly string[], report: IssueSink): IssueSink =>
  (found) => {
    const { code, details } = found;
    const column =
      code === 'nested-value' ? details.name : code === 'duplicate-key' ? details.text : null;
    if (column === null || columns.includes(column)) report(found);
  };

const placeOf = (file: string, line: number, cell: JsonCell | undefined): Place =>
  cell === undefined ? { file, line } : { file, line, column: cell.column };

function readArray(
  file: InputPath,
  pieces: Iterable<string>,
  { columns, take, report }: LedgerReading,
): boolean {
  let at: readonly number[] | null = null;
  let done = false;
  let missing: readonly string[] = columns;
  const complete = readJson(
    [...pieces].join(''),
    file,
    false,
    (cells, line, given) => {
      if (at === null) {
        at = columns.map((column) => cells.indexOf(column));
        missing = columns.filter((column) => !cells.includes(column));
        if (missing.length > 0) {
          report(issue('ledger-no-columns', { file }, { missing, known: cells }));
        }
        return;
      }
      const found = at;
      if (done || missing.length > 0) return;
      done =
        take({
          cells: found.map((index) => (cells[index] as string).trim()),
          placeOf: (column) =>
            column === null ? { file, line } : (given?.(found[column] as number) ?? { file, line }),
        }) === true;
    },
    ofColumns(columns, report),
  );
  if (complete && at === null) report(issue('no-rows', { file }, {}));
  return complete && missing.length === 0;
}
