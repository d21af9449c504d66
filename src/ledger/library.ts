import { builtInCatalogue, type Catalogue, unitName } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import type { Encoding } from '../read/encodings.ts';
import type { Engine } from '../read/engines.ts';
import type { Mapping } from '../tally/mapping.ts';
import type { Tally } from '../tally/tally.ts';
import { READY_MAPPINGS } from './ready.ts';
import { tallyLedgers } from './tally.ts';

/**
 * A mapping for `tally`: a ready one by its name (复议, 12345), or one from a file. Problems are returned, not thrown;
 * where there are any there is no mapping.
 */
export async function loadMapping(
  nameOrPath: string,
  catalogue: Catalogue = builtInCatalogue(),
): Promise<{ readonly mapping: Mapping | null; readonly issues: readonly Issue[] }> {
  const read = await import('../read/load-mapping.ts');
  const issues: Issue[] = [];
  const report = (found: Issue): void => {
    issues.push(found);
  };
  const ready = Object.hasOwn(READY_MAPPINGS, nameOrPath) ? READY_MAPPINGS[nameOrPath] : undefined;
  const mapping =
    ready === undefined
      ? read.loadMapping(nameOrPath, catalogue, report)
      : read.mappingOf(await ready(), catalogue, (code) => {
          throw new Error(`the ready mapping ${nameOrPath}: ${code}`);
        });
  return { mapping: issues.length === 0 ? mapping : null, issues };
}

/** How ledgers are read. */
export interface TallyQuery {
  readonly catalogue?: Catalogue;
  readonly encoding?: Encoding | 'auto';
  /** What makes the counts; the same come out. */
  readonly engine?: Engine;
}

/**
 * Makes counts of case ledgers (CSV, TSV, JSON Lines, Parquet), as the command `tally` does. Problems are returned,
 * not thrown. Throws an Error where DuckDB is needed and `@duckdb/node-api` not installed, and where a ledger was written
 * to meanwhile.
 */
export async function tally(
  paths: readonly string[],
  mapping: Mapping,
  { catalogue = builtInCatalogue(), encoding = 'auto', engine = 'auto' }: TallyQuery = {},
): Promise<Tally> {
  const nameOf = (text: string): string => unitName(text.replace(/\s+/g, ' '), catalogue);
  const { tally: made } = await tallyLedgers(paths, mapping, nameOf, engine, {
    encoding,
    standardInput: () => Promise.reject(new Error('a library reads no standard input')),
    progress: () => undefined,
  });
  return made;
}
