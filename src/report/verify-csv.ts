import { textField } from '../message/csv-field.ts';
import type { VerifyReport } from './verify.ts';
import { verifyRow } from './verify-row.ts';

const COLUMNS = [
  'label',
  'unit',
  'period',
  'metric',
  'kind',
  'numerator',
  'denominator',
  'exact',
  'reported',
  'matches',
  'difference',
  'finding',
  'flag',
  'text',
  'file',
  'line',
] as const;

/** Numbers that the program writes: a minus sign in front of them begins no formula. */
const NUMBERS: ReadonlySet<string> = new Set(['exact', 'difference']);

/** One row a figure; the rules that match are set apart by spaces. */
export function* writeVerifyCsv({ words, results }: VerifyReport): Iterable<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const result of results) {
    const row = verifyRow(result, words);
    const file = words.place({ file: row.file });
    const cells = COLUMNS.map((column) => {
      const value = column === 'file' ? file : row[column];
      if (value === null) return '';
      if (typeof value === 'number' || (NUMBERS.has(column) && typeof value === 'string')) {
        return String(value);
      }
      return textField(typeof value === 'string' ? value : value.join(' '));
    });
    yield `${cells.join(',')}\n`;
  }
}
