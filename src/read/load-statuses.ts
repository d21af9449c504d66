import type { IssueSink } from '../issue/issue.ts';
import type { Framework } from '../score/framework.ts';
import type { Statement } from '../score/statement.ts';
import { statusReader } from '../score/statuses.ts';
import type { DecodedAs } from './encoding.ts';
import { type InputPath, type ReadOptions, readRows } from './input.ts';

/** What an evaluation states, and how its file was read. */
export interface ReadStatuses {
  readonly statements: ReadonlyMap<string, Statement>;
  readonly decoded: DecodedAs;
}

/** Reads the statuses of a framework's indicators. Every problem goes to `report`; null if there is no table. */
export async function loadStatuses(
  path: InputPath,
  framework: Framework,
  options: ReadOptions,
  report: IssueSink,
): Promise<ReadStatuses | null> {
  const reader = statusReader(path, framework, report);
  const decoded = await readRows(path, options, reader, report);
  const statements = decoded && reader.finish();
  if (decoded === null || statements === null) return null;
  return {
    statements: new Map(statements.map((statement) => [statement.indicator, statement])),
    decoded,
  };
}
