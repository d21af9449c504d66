import { type IssueSink, issue } from '../issue/issue.ts';
import type { PlaceOf } from './table.ts';

/**
 * Tells of columns without a name in which something stands, of each once, at its first cell: it would be left out
 * of every figure without a word. `nameAt` is the column, if any, that names the row: 合计 may stand anywhere.
 */
export function namelessColumns(columns: readonly number[], report: IssueSink) {
  let untold = columns;
  return (
    textOf: (index: number) => string,
    placeOf: PlaceOf,
    nameAt: number | null = null,
  ): void => {
    if (untold.length === 0) return;
    untold = untold.filter((index) => {
      const text = textOf(index);
      if (index === nameAt || text.trim() === '') return true;
      report(issue('nameless-column', placeOf(index), { text }));
      return false;
    });
  };
}
