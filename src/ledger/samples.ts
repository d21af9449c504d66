import type { Database } from '../duckdb/database.ts';
import { type Issue, issue, type Place } from '../issue/issue.ts';
import type { InputPath, ReadOptions } from '../read/input.ts';
import { type LedgerRow, readLedger } from '../read/ledger.ts';
import { isParquet } from '../recognise/extension.ts';
import { duckdb } from '../sql/duckdb.ts';
import { cellName } from '../sql/rows.ts';
import { examiner, type RowProblem, type UnitName } from '../tally/examine.ts';
import { columnsOf, type Mapping } from '../tally/mapping.ts';
import type { Problem } from '../tally/tally.ts';
import { problemIssue, SAMPLES } from './problems.ts';
import type { Source } from './sources.ts';

/** A problem that is known to befall some rows, which have yet to be found. */
export interface Wanted extends RowProblem {
  readonly rows: number;
}

/** Reads ledgers once more, row by row, until the first rows with each problem have been met. */
export async function findSamples(
  sources: ReadonlyMap<InputPath, Source>,
  wanted: readonly Wanted[],
  duplicates: ReadonlySet<string>,
  mapping: Mapping,
  unitName: UnitName,
  options: ReadOptions,
  database: Database,
): Promise<Problem[]> {
  const columns = columnsOf(mapping);
  const index = new Map(columns.map((column, at) => [column, at]));
  const caseAt = index.get(mapping.caseNumber ?? '');
  const examine = examiner(mapping, unitName);
  const found = new Map<string, Issue[]>(wanted.map((each) => [keyOf(each), []]));
  const cases = new Map<string, Place>();
  let missing = wanted.reduce((sum, { rows }) => sum + Math.min(rows, SAMPLES), 0);

  const keep = (problem: RowProblem, sample: () => Issue): void => {
    const samples = found.get(keyOf(problem));
    if (samples === undefined || samples.length >= SAMPLES) return;
    samples.push(sample());
    missing--;
  };

  const take = (row: LedgerRow): boolean => {
    const said = examine((column) => row.cells[index.get(column) as number] as string);
    if (said.kind !== 'case') return missing <= 0;
    for (const each of said.problems) keep(each, () => problemIssue(each, row, mapping));
    if (caseAt === undefined) return missing <= 0;
    const text = row.cells[caseAt] as string;
    if (duplicates.has(text)) {
      const [column, place] = [mapping.caseNumber as string, row.placeOf(caseAt)];
      const first = cases.get(text);
      if (first === undefined) cases.set(text, place);
      else {
        keep({ code: 'ledger-duplicate-case', column }, () =>
          issue('ledger-duplicate-case', place, { text, column, first }),
        );
      }
    }
    return missing <= 0;
  };

  const ignore = (): void => undefined;
  for (const [path, source] of sources) {
    if (missing <= 0) break;
    if (isParquet(path)) await readParquet(path, source, mapping, database, take);
    else await readLedger(path, options, { columns, take, report: ignore, reportRow: ignore });
  }
  return wanted.map((each) => ({ ...each, samples: found.get(keyOf(each)) ?? [] }));
}

const keyOf = ({ code, column }: RowProblem): string => JSON.stringify([code, column]);

/** The place of a row of Parquet is its number, from 1. */
async function readParquet(
  file: InputPath,
  { table }: Source,
  mapping: Mapping,
  database: Database,
  take: (row: LedgerRow) => boolean,
): Promise<void> {
  const cells = columnsOf(mapping).map((column) => duckdb.asText(cellName(mapping, column)));
  await database.run('SET preserve_insertion_order = true');
  let line = 0;
  for await (const rows of database.stream(`SELECT ${cells.join(', ')} FROM ${table}`)) {
    for (const row of rows) {
      const place = { file, line: ++line };
      const texts = row.map((cell) => String(cell ?? '').trim());
      if (take({ cells: texts, placeOf: () => place })) return;
    }
  }
}
