import { type Database, withDatabase } from '../duckdb/database.ts';
import { parseDecimal } from '../exact/decimal.ts';
import type { Exact } from '../exact/exact.ts';
import type { Issue } from '../issue/issue.ts';
import { calendarPeriod, parsePeriod } from '../period/period.ts';
import type { InputPath, ReadOptions } from '../read/input.ts';
import { duckdb } from '../sql/duckdb.ts';
import { type TallyStatements, tallyStatements } from '../sql/tally.ts';
import { rowsOfOthers, type UnitName } from '../tally/examine.ts';
import type { Mapping } from '../tally/mapping.ts';
import { accumulator, type Tally } from '../tally/tally.ts';
import { findDuplicates } from './duplicates.ts';
import { groupLedger } from './groups.ts';
import type { LedgerNote } from './ledger.ts';
import { inOrder, isLostRow, noCasesAfter, problemBook } from './problems.ts';
import { findSamples, type Wanted } from './samples.ts';
import type { Source } from './sources.ts';

/** What DuckDB may hold; buffers of its reader and this program come on top. */
const MEMORY_MIB = 192;

/** Makes counts of ledgers in DuckDB, in one pass over each. Memory does not grow with the rows. */
export const tallyByDuckDb = (
  paths: readonly InputPath[],
  mapping: Mapping,
  unitName: UnitName,
  options: ReadOptions,
): Promise<{ readonly tally: Tally; readonly notes: readonly LedgerNote[] }> =>
  withDatabase({ memoryMiB: MEMORY_MIB }, async (database) => {
    const statements = tallyStatements(mapping, duckdb);
    const book = problemBook();
    const [issues, notes, tables]: [Issue[], LedgerNote[], string[]] = [[], [], []];
    const sources = new Map<InputPath, Source>();
    let lost = 0;
    for (const [index, path] of paths.entries()) {
      const table = `"groups ${index}"`;
      const grouped = await groupLedger(path, table, {
        ...{ mapping, statements, options, database },
        report: (found) => {
          issues.push(found);
        },
        reportRow: (found) => {
          if (isLostRow(found.code)) lost++;
          book.add(found.code, null, () => found);
        },
      });
      if (grouped === null) continue;
      sources.set(path, grouped.source);
      tables.push(`SELECT * FROM ${table}`);
      if (grouped.note !== null) notes.push(grouped.note);
    }
    const groups = tables.length === 0 ? null : `(${tables.join(' UNION ALL ')})`;
    const sums = await summed(groups, statements, mapping, unitName, database);
    const duplicates = await findDuplicates([...sources.values()], mapping, database);
    const wanted = [
      ...sums.wanted,
      ...(duplicates === null
        ? []
        : [
            {
              code: 'ledger-duplicate-case' as const,
              column: mapping.caseNumber,
              rows: duplicates.rows,
            },
          ]),
    ];
    const texts = duplicates?.texts ?? new Set<string>();
    const found = await findSamples(sources, wanted, texts, mapping, unitName, options, database);
    const problems = inOrder([...book.problems(), ...found], mapping);
    return {
      tally: {
        counts: mapping.rules.map(({ count }) => count),
        entries: sums.total.entries(noCasesAfter(mapping, { problems, issues })),
        rows: sums.rows + lost,
        leftOut: sums.leftOut,
        problems,
        issues,
      },
      notes,
    };
  });

interface Sums {
  readonly total: ReturnType<typeof accumulator>;
  readonly rows: number;
  readonly leftOut: number;
  readonly wanted: readonly Wanted[];
}

/** What groups of rows come to. */
async function summed(
  groups: string | null,
  statements: TallyStatements,
  mapping: Mapping,
  unitName: UnitName,
  database: Database,
): Promise<Sums> {
  const total = accumulator(mapping);
  if (groups === null) return { total, rows: 0, leftOut: 0, wanted: [] };
  const unplaced = { unit: 0, total: 0, blank: 0, unreadable: 0 };
  const isOfOthers = rowsOfOthers(unitName);
  for (const row of await database.rows(statements.counts(groups))) {
    const [unit = '', month = '', rows, ...values] = row.map((value) => String(value ?? '').trim());
    const parsed = parsePeriod(month);
    const period = parsed && calendarPeriod(parsed, mapping.period.grain);
    const isTotal = isOfOthers(unit);
    if (unit === '') unplaced.unit += Number(rows);
    if (isTotal) unplaced.total += Number(rows);
    if (period === null) unplaced[month === '' ? 'blank' : 'unreadable'] += Number(rows);
    if (unit === '' || isTotal || period === null) continue;
    const exact = values.map((value) => parseDecimal(value) as Exact);
    total.add(unitName(unit), period, exact);
  }
  for (const row of await database.rows(statements.covered(groups))) {
    const [unit = '', month = ''] = row.map((value) => String(value ?? '').trim());
    const period = parsePeriod(month);
    total.cover({
      unit: unit === '' || isOfOthers(unit) ? null : unitName(unit),
      period: period && calendarPeriod(period, mapping.period.grain),
    });
  }
  const [summary = []] = await database.rows(statements.summary(groups));
  const [rows = 0, leftOut = 0, ...ofProblems] = summary.map(Number);
  const { column } = mapping.period;
  const problems: Wanted[] = [
    { code: 'ledger-blank-unit', column: mapping.unit, rows: unplaced.unit },
    { code: 'ledger-total-row', column: mapping.unit, rows: unplaced.total },
    { code: 'ledger-blank-period', column, rows: unplaced.blank },
    { code: 'ledger-unreadable-period', column, rows: unplaced.unreadable },
    ...statements.problems.map((problem, index) => ({
      ...problem,
      rows: ofProblems[index] as number,
    })),
  ];
  const wanted = problems.filter((problem) => problem.rows > 0);
  return { total, rows, leftOut, wanted };
}
