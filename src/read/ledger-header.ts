import { type IssueSink, issue } from '../issue/issue.ts';

/** A record of the first lines of a sheet. */
export interface HeldRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The header of a ledger. */
export interface LedgerHeader {
  /** Which of the records it is. */
  readonly index: number;
  readonly width: number;
  /** Where the columns that were asked for stand, from 0. */
  readonly at: readonly number[];
}

/** A header lower down than this is not looked for. */
export const HEADER_ROWS = 30;

/**
 * Finds the header of a ledger: of the first records the one that names all of some columns. Where none does,
 * what the best of them lacks is reported.
 */
export function findLedgerHeader(
  file: string,
  records: readonly HeldRecord[],
  columns: readonly string[],
  report: IssueSink,
): LedgerHeader | null {
  const named = records.slice(0, HEADER_ROWS).map(({ cells }) => cells.map((cell) => cell.trim()));
  const lacks = named.map((names) => columns.filter((column) => !names.includes(column)));
  const fewest = Math.min(...lacks.map(({ length }) => length));
  const index = lacks.findIndex(({ length }) => length === fewest);
  const names = named[index];
  if (names === undefined || named.every((each) => each.every((cell) => cell === ''))) {
    report(issue('no-rows', { file }, {}));
    return null;
  }
  const place = { file, line: (records[index] as HeldRecord).line };
  if (fewest > 0) {
    const details = { missing: lacks[index] ?? [], known: names };
    const isCut = records.length > HEADER_ROWS;
    report(
      issue('ledger-no-columns', place, isCut ? { ...details, within: HEADER_ROWS } : details),
    );
    return null;
  }
  const at = columns.map((column) => names.indexOf(column));
  const twice = columns.filter((column, of) => names.lastIndexOf(column) !== at[of]);
  for (const text of twice) {
    const first = names.indexOf(text) + 1;
    const details = { text, name: text, first };
    report(issue('duplicate-column', { ...place, column: names.lastIndexOf(text) + 1 }, details));
  }
  return twice.length > 0 ? null : { index, width: widthOf(names), at };
}

/** Without the columns at its end that have no name: spreadsheets leave such. */
const widthOf = (names: readonly string[]): number =>
  names.findLastIndex((name) => name !== '') + 1;
