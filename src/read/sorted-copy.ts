import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { UNIT_SEPARATOR, writeByUnit } from '../duckdb/by-unit.ts';
import { type Database, SqlError } from '../duckdb/database.ts';
import { parquetColumns } from '../duckdb/parquet.ts';
import { isParquet } from '../recognise/extension.ts';
import { cleanLayoutOf, type Layout } from '../recognise/layout.ts';
import { duckdb, parquetTable, plainCsvTable } from '../sql/duckdb.ts';
import type { Copy } from './by-unit.ts';
import { readHead } from './head.ts';
import type { ReadOptions } from './input.ts';
import { endAlike } from './line-ends.ts';
import { inUtf8, noStandardInput, openText } from './pieces.ts';

/**
 * Copies a table, CSV or Parquet, into a folder so that the rows of each unit stand together. Null where it is
 * not one of plain lines that all say whom and when they speak of.
 */
export async function sortedCopy(
  path: string,
  catalogue: Catalogue,
  { encoding, folder }: Pick<ReadOptions, 'encoding'> & { readonly folder: string },
  database: Database,
): Promise<Copy | null> {
  const target = join(folder, 'by-unit.csv');
  try {
    return isParquet(path)
      ? await ofParquet(path, catalogue, target, database)
      : await ofCsv(path, catalogue, encoding, folder, target, database);
  } catch (error) {
    if (error instanceof SqlError) return null;
    throw error;
  }
}

async function ofCsv(
  path: string,
  catalogue: Catalogue,
  encoding: ReadOptions['encoding'],
  folder: string,
  target: string,
  database: Database,
): Promise<Copy | null> {
  const options = { standardInput: noStandardInput, progress: () => undefined };
  const decoded = await openText(path, { ...options, encoding });
  const utf8 = inUtf8(path, decoded, folder);
  const head = utf8 && readHead(utf8, catalogue);
  const unitAt = head ? unitColumn(head.layout) : null;
  if (!utf8 || !head || unitAt === null) return null;
  const { delimiter, lines: skip, returns, layout } = head;
  let count = -skip;
  let endsOpen = false;
  for (const piece of (await openText(utf8, { ...options, encoding: 'utf-8' })).pieces()) {
    if (piece.includes(UNIT_SEPARATOR) || !endAlike(piece, returns)) return null;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) count++;
    endsOpen = piece.at(-1) !== LINE_FEED;
  }
  const columns = [{ name: 'line', type: 'VARCHAR' }];
  const lines = {
    source: plainCsvTable({ path: utf8, delimiter: UNIT_SEPARATOR, skip, columns }, returns),
    count: count + Number(endsOpen),
    first: skip + 1,
    headers: layout.headers,
    delimiter,
    unitAt,
  };
  return (await writeByUnit(lines, target, database)) ? { path: target, delimiter, decoded } : null;
}

const LINE_FEED = 10;

async function ofParquet(
  path: string,
  catalogue: Catalogue,
  target: string,
  database: Database,
): Promise<Copy | null> {
  const headers = (await parquetColumns(path, database)).map(({ name }) => name);
  const layout = cleanLayoutOf(headers, catalogue);
  const unitAt = layout && unitColumn(layout);
  if (unitAt === null) return null;
  const delimiter = UNIT_SEPARATOR;
  const cells = headers.map((name) => `coalesce(${duckdb.asText(duckdb.identifier(name))}, '')`);
  const line = cells.join(` || ${duckdb.text(delimiter)} || `);
  const [[count] = []] = await database.rows(`SELECT count(*) FROM ${parquetTable(path)}`);
  const lines = {
    source: `(SELECT ${line} AS line FROM ${parquetTable(path)})`,
    count: Number(count),
    // The names of its columns count as the first.
    first: 2,
    headers,
    delimiter,
    unitAt,
  };
  const decoded = { encoding: 'utf-8', by: 'content' } as const;
  return (await writeByUnit(lines, target, database)) ? { path: target, delimiter, decoded } : null;
}

/** Where units stand, in a table whose rows all say whom and when they speak of; else null. */
function unitColumn({ kind, columns }: Layout): number | null {
  const unitAt = columns.findIndex((column) => column.kind === 'unit');
  const hasPeriod = columns.some((column) => column.kind === 'period');
  return kind === 'wide' && unitAt >= 0 && hasPeriod ? unitAt : null;
}
