import { builtInCatalogue } from '../../src/catalogue/catalogue.ts';
import { tallyLedgers } from '../../src/ledger/tally.ts';
import { mappingOf } from '../../src/read/load-mapping.ts';
import type { Mapping, MappingFile } from '../../src/tally/mapping.ts';
import type { Tally } from '../../src/tally/tally.ts';

/** A mapping that is right. */
export function mapping(file: MappingFile): Mapping {
  const resolved = mappingOf(file, builtInCatalogue(), (code, path, details) => {
    throw new Error(`${code} ${path.join('.')} ${JSON.stringify(details)}`);
  });
  if (resolved === null) throw new Error('no mapping');
  return resolved;
}

/** Tallies files with one engine. */
export const tallyWith = async (
  engine: 'builtin' | 'duckdb',
  paths: readonly string[],
  by: Mapping,
): Promise<Tally> => {
  const { tally } = await tallyLedgers(paths, by, (text) => text, engine, {
    encoding: 'auto',
    standardInput: () => Promise.reject(new Error('no standard input')),
    progress: () => undefined,
  });
  return tally;
};

/** The counts of a tally by unit, period and id, as texts that tell exact values apart. */
export const valuesOf = ({ counts, entries }: Tally) =>
  entries.map(({ unit, period, values }) => ({
    unit,
    period,
    ...Object.fromEntries(counts.map((id, index) => [id, String(values[index])])),
  }));
