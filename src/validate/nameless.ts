import { type IssueSink, issue } from '../issue/issue.ts';
import type { Layout } from '../recognise/layout.ts';
import type { PlaceOf } from './table.ts';

/**
 * Tells of columns without a name in which something stands, of each once, at its first cell: it would be left out
 * of every figure without a word. `nameAt` is the column, if any, that names the row: 合计 may stand anywhere.
 */
export function namelessColumns({ columns }: Layout, report: IssueSink) {
  let untold = columns.flatMap(({ kind }, index) => (kind === 'nameless' ? [index] : []));
  return (textOf: (index: number) => string, placeOf: PlaceOf, nameAt: number | null): void => {
    if (untold.length === 0) return;
    untold = untold.filter((index) => {
      const text = textOf(index);
      if (index === nameAt || text.trim() === '') return true;
      report(issue('nameless-column', placeOf(index), { text }));
      return false;
    });
  };
}
