import { type Database, SqlError, withDatabase } from '../duckdb/database.ts';
import { parseDecimal } from '../exact/decimal.ts';
import type { Exact } from '../exact/exact.ts';
import type { Issue } from '../issue/issue.ts';
import { calendarPeriod, parsePeriod } from '../period/period.ts';
import type { InputPath, ReadOptions } from '../read/input.ts';
import { scanCsv } from '../read/plain-csv.ts';
import { duckdb } from '../sql/duckdb.ts';
import { tallyStatements } from '../sql/tally.ts';
import type { RowProblem } from '../tally/examine.ts';
import type { Mapping } from '../tally/mapping.ts';
import { accumulator, type Problem, type Tally } from '../tally/tally.ts';
import { findDuplicates } from './duplicates.ts';
import { isParquet, type LedgerNote, type UnitName } from './ledger.ts';
import { inOrder, problemBook } from './problems.ts';
import { findSamples, type Wanted } from './samples.ts';
import { directCsv, parquetSource, rewritten, type Source } from './sources.ts';

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
    const [issues, notes]: [Issue[], LedgerNote[]] = [[], []];
    const report = (found: Issue): void => {
      issues.push(found);
    };
    const reportRow = (found: Issue): void => book.add(found.code, null, () => found);
    const sources = new Map<InputPath, Source>();
    const tables: string[] = [];

    const group = async (table: string, { table: rows, isDate }: Source): Promise<void> =>
      database.run(`CREATE TEMP TABLE ${table} AS ${statements.groups(rows, isDate)}`);

    for (const [index, path] of paths.entries()) {
      const table = `"groups ${index}"`;
      if (isParquet(path)) {
        const source = await parquetSource(path, mapping, database, report);
        if (source === null) continue;
        await group(table, source);
        sources.set(path, source);
      } else {
        const direct = await groupedDirectly(path, table);
        const source = direct ?? (await groupedCopy(path, table, String(index)));
        if (source === null) continue;
        sources.set(path, source);
      }
      tables.push(table);
    }

    /** The file is read by DuckDB and looked over at the same time; seldom is that in vain. */
    async function groupedDirectly(path: InputPath, table: string): Promise<Source | null> {
      const direct = await directCsv(path, mapping, options).catch(() => null);
      if (direct === null) return null;
      const grouping = group(table, direct.source).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof SqlError)) throw error;
          return false;
        },
      );
      const { plain, multiline } = await scanCsv(path, direct.delimiter, (fraction) =>
        options.progress(path, fraction),
      );
      if (!plain || multiline) database.interrupt();
      const isGrouped = await grouping;
      if (plain && !multiline && isGrouped) {
        notes.push({ path, decoded: { encoding: 'utf-8', by: 'content' } });
        return direct.source;
      }
      await database.run(`DROP TABLE IF EXISTS ${table}`);
      return null;
    }

    async function groupedCopy(
      path: InputPath,
      table: string,
      name: string,
    ): Promise<Source | null> {
      const copy = await rewritten(path, mapping, options, database, name, { report, reportRow });
      if (copy === null) return null;
      await group(table, copy.source);
      notes.push(copy.note);
      return copy.source;
    }

    const groups = `(${tables.map((table) => `SELECT * FROM ${table}`).join(' UNION ALL ')})`;
    const total = accumulator(mapping);
    const found: Problem[] = [...book.problems()];
    let [rows, leftOut] = [found.reduce((sum, each) => sum + each.rows, 0), 0];
    const wanted: Wanted[] = [];
    const want = (problem: RowProblem, number: number): void => {
      if (number > 0) wanted.push({ ...problem, rows: number });
    };
    if (tables.length > 0) {
      const [summary = []] = await database.rows(statements.summary(groups));
      const numbers = summary.map(Number);
      rows += numbers[0] ?? 0;
      leftOut = numbers[1] ?? 0;
      for (const [index, problem] of statements.problems.entries()) {
        want(problem, numbers[index + 2] as number);
      }
      const unplaced = { unit: 0, blank: 0, unreadable: 0 };
      for (const row of await database.rows(statements.counts(groups))) {
        const [unit, period, number, ...values] = row.map((value) =>
          String(value ?? '').trim(),
        ) as [string, string, string, ...string[]];
        const parsed = parsePeriod(period);
        const placed = parsed && calendarPeriod(parsed, mapping.period.grain);
        if (unit === '') unplaced.unit += Number(number);
        if (placed === null) unplaced[period === '' ? 'blank' : 'unreadable'] += Number(number);
        if (unit === '' || placed === null) continue;
        total.add(
          unitName(unit),
          placed,
          values.map((value) => parseDecimal(value) as Exact),
        );
      }
      const { column } = mapping.period;
      want({ code: 'ledger-blank-unit', column: mapping.unit }, unplaced.unit);
      want({ code: 'ledger-blank-period', column }, unplaced.blank);
      want({ code: 'ledger-unreadable-period', column }, unplaced.unreadable);
    }
    const duplicates = await findDuplicates([...sources.values()], mapping, database);
    if (duplicates !== null) {
      want({ code: 'ledger-duplicate-case', column: mapping.caseNumber }, duplicates.rows);
    }
    found.push(
      ...(await findSamples(
        sources,
        wanted,
        duplicates?.texts ?? new Set(),
        mapping,
        options,
        database,
      )),
    );
    return {
      tally: {
        counts: mapping.rules.map(({ count }) => count),
        entries: total.entries(),
        rows,
        leftOut,
        problems: inOrder(found, mapping),
        issues,
      },
      notes,
    };
  });
