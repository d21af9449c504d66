import { type Issue, issue, type Place } from '../issue/issue.ts';
import type { InputPath, ReadOptions } from '../read/input.ts';
import { type LedgerRow, readLedger } from '../read/ledger.ts';
import { examiner, type UnitName } from '../tally/examine.ts';
import { columnsOf, type Mapping } from '../tally/mapping.ts';
import { accumulator, type Tally } from '../tally/tally.ts';
import type { LedgerNote } from './ledger.ts';
import { inOrder, isLostRow, noCasesAfter, problemBook, problemIssue } from './problems.ts';

/**
 * Makes counts of ledgers row by row. It keeps every case number, so that its memory grows with the rows where
 * the mapping names such a column, and not otherwise.
 */
export async function tallyBuiltIn(
  paths: readonly InputPath[],
  mapping: Mapping,
  unitName: UnitName,
  options: ReadOptions,
): Promise<{ readonly tally: Tally; readonly notes: readonly LedgerNote[] }> {
  const columns = columnsOf(mapping);
  const index = new Map(columns.map((column, at) => [column, at]));
  const examine = examiner(mapping, unitName);
  const book = problemBook();
  const total = accumulator(mapping);
  const cases = new Map<string, Place>();
  const issues: Issue[] = [];
  const notes: LedgerNote[] = [];
  let [rows, leftOut] = [0, 0];

  const checkCase = (row: LedgerRow, column: string): void => {
    const at = index.get(column) as number;
    const text = row.cells[at] as string;
    if (text === '') return;
    const first = cases.get(text);
    if (first === undefined) {
      cases.set(text, row.placeOf(at));
      return;
    }
    book.add('ledger-duplicate-case', column, () =>
      issue('ledger-duplicate-case', row.placeOf(at), { text, column, first }),
    );
  };

  for (const path of paths) {
    const part = accumulator(mapping);
    const read = await readLedger(path, options, {
      columns,
      report: (found) => {
        issues.push(found);
      },
      reportRow: (found) => {
        if (isLostRow(found.code)) rows++;
        book.add(found.code, null, () => found);
      },
      take(row) {
        const said = examine((column) => row.cells[index.get(column) as number] as string);
        if (said.kind === 'blank') return;
        rows++;
        if (said.kind !== 'case') {
          leftOut++;
          const { unit, period } = said;
          total.cover({ unit: unit && unitName(unit), period });
          return;
        }
        if (mapping.caseNumber !== null) checkCase(row, mapping.caseNumber);
        for (const found of said.problems) {
          book.add(found.code, found.column, () => problemIssue(found, row, mapping));
        }
        if (said.period !== null) part.add(unitName(said.unit), said.period, said.values);
      },
    });
    // Of a file that breaks off, nothing is counted.
    if (read === null) continue;
    for (const { unit, period, values } of part.entries('unreported'))
      total.add(unit, period, values);
    notes.push({ path, decoded: read });
  }
  const problems = inOrder(book.problems(), mapping);
  return {
    tally: {
      counts: mapping.rules.map(({ count }) => count),
      entries: total.entries(noCasesAfter(mapping, { problems, issues })),
      rows,
      leftOut,
      problems,
      issues,
    },
    notes,
  };
}
