import { type Database, SqlError } from '../duckdb/database.ts';
import type { IssueSink } from '../issue/issue.ts';
import type { InputPath, ReadOptions } from '../read/input.ts';
import { scanCsv } from '../read/plain-csv.ts';
import { isParquet } from '../recognise/extension.ts';
import type { TallyStatements } from '../sql/tally.ts';
import type { Mapping } from '../tally/mapping.ts';
import type { LedgerNote } from './ledger.ts';
import { directCsv, parquetSource, rewritten, type Source } from './sources.ts';

/** A ledger whose rows DuckDB has grouped. */
export interface GroupedLedger {
  readonly source: Source;
  readonly note: LedgerNote | null;
}

interface Surroundings {
  readonly mapping: Mapping;
  readonly statements: TallyStatements;
  readonly options: ReadOptions;
  readonly database: Database;
  readonly report: IssueSink;
  readonly reportRow: IssueSink;
}

/** Groups the rows of a ledger into a table. Null where it cannot be read, for a reason that was reported. */
export async function groupLedger(
  path: InputPath,
  table: string,
  within: Surroundings,
): Promise<GroupedLedger | null> {
  const { mapping, options, database, report } = within;
  if (!isParquet(path)) return (await groupDirectly(path, table, within)) ?? groupCopy();
  const source = await parquetSource(path, mapping, database, report);
  if (source === null) return null;
  await group(source, table, within);
  return { source, note: null };

  async function groupCopy(): Promise<GroupedLedger | null> {
    const copy = await rewritten(path, mapping, options, database, within);
    if (copy !== null) await group(copy.source, table, within);
    return copy;
  }
}

const group = (
  { table: rows, isDate }: Source,
  table: string,
  { database, statements }: Surroundings,
): Promise<void> =>
  database.run(`CREATE TEMP TABLE ${table} AS ${statements.groups(rows, isDate)}`);

/**
 * DuckDB reads a CSV file as it is while the bytes are looked over. Where these turn out to be such as not every
 * reader takes alike, what it made of them is thrown away: null.
 */
async function groupDirectly(
  path: InputPath,
  table: string,
  within: Surroundings,
): Promise<GroupedLedger | null> {
  const { mapping, options, database } = within;
  const direct = await directCsv(path, mapping, options);
  if (direct === null) return null;
  const { source, delimiter } = direct;
  const grouping = group(source, table, within).then(
    () => true,
    (error: unknown) => {
      if (error instanceof SqlError) return false;
      throw error;
    },
  );
  const progress = (fraction: number): void => options.progress(path, fraction);
  const isPlain = await scanCsv(path, delimiter, progress);
  if (!isPlain) database.interrupt();
  if ((await grouping) && isPlain) {
    return { source, note: { path, decoded: { encoding: 'utf-8', by: 'content' } } };
  }
  await database.run(`DROP TABLE IF EXISTS ${table}`);
  return null;
}
