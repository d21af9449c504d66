import { relevantMetrics } from '../assess/relevance.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { writeWideTable } from '../duckdb/wide.ts';
import type { Words } from '../message/words.ts';
import type { InputNote } from '../read/input.ts';
import { csvSource, parquetSource } from '../read/source.ts';
import { isParquet } from '../recognise/extension.ts';
import { wideHeader } from '../report/csv.ts';
import type { MetricsOptions } from './commands/metrics.ts';
import { noteTexts } from './data.ts';
import { useDatabase, withoutDatabase } from './database.ts';
import { type Host, writeTo } from './host.ts';
import { type LargeFile, MEMORY_MIB } from './large-file.ts';
import { deliver } from './output.ts';
import { progressOn } from './progress.ts';

/**
 * Writes the values of a large table by SQL made of the formulas. Returns false, with nothing written, where the
 * request or the data is not one for that: the built-in evaluation then does what DuckDB would have done, and says
 * what is wrong with the data if anything is. Throws a UsageError where DuckDB was asked for and is not installed.
 */
export async function pushDown(
  file: LargeFile,
  options: MetricsOptions,
  requested: readonly string[],
  catalogue: Catalogue,
  words: Words,
  host: Host,
): Promise<boolean> {
  if (!isForRows(options)) return false;
  const { path, bytes } = file;
  const isCsv = !isParquet(path);
  const progress = await progressOn(host, bytes);
  const update = (fraction: number) => progress.update(words.place({ file: path }), fraction);
  try {
    return await useDatabase({ memoryMiB: MEMORY_MIB }, async (database) => {
      const source = isCsv
        ? await csvSource(path, catalogue, { ...options, folder: database.folder, update })
        : await parquetSource(path, catalogue, database);
      if (source === null) return false;
      const metrics = requested.length > 0 ? requested : metricsOf(source.counts, catalogue);
      const header = wideHeader({ metrics, catalogue, words });
      return writeWideTable({ ...source, metrics, catalogue }, database, async (pieces) => {
        const note = { path, decoded: source.decoded, facts: NO_FACTS };
        for (const text of noteTexts(note, words)) await writeTo(host.stderr, `${text}\n`);
        await deliver(lines(header, pieces), options, host.stdout);
      });
    });
  } catch (error) {
    return withoutDatabase(error, file, options.engine) ?? false;
  } finally {
    progress.stop();
  }
}

/** A table that says of each row whom and when it speaks of takes nothing from its title. */
const NO_FACTS: InputNote['facts'] = { unit: null, period: null, year: null };

const metricsOf = (counts: readonly string[], catalogue: Catalogue): readonly string[] =>
  relevantMetrics(
    { tables: [{ columns: { counts, reported: [] } }] },
    catalogue,
    'unit,period',
    'covered',
  );

/** Whether a request wants the values of single rows and nothing of how they are judged or made up. */
const isForRows = ({ format, layout, by, failOn, unit, period, partial }: MetricsOptions) =>
  format === 'csv' &&
  layout === 'wide' &&
  by === 'unit,period' &&
  failOn === 'never' &&
  unit.length === 0 &&
  period.length === 0 &&
  partial !== true;

async function* lines(
  header: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<string | Uint8Array> {
  yield header;
  yield* pieces;
}
