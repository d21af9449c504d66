/**
 * Synthetic tables for the benchmarks: 40 columns, unit and period and 38 counts, seeded and the same every
 * time. No figure in them is anybody's.
 */

import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCatalogue } from '../dist/index.js';

const COUNTS = 38;
const QUARTERS = 4;

/** The counts that the metrics named here need, then others, up to the number of columns. */
function chooseCounts({ metrics, inputsOf }, first) {
  const ids = [...first, ...Object.keys(metrics)].flatMap((id) => inputsOf(id));
  return [...new Set(ids)].slice(0, COUNTS);
}

/** A small generator of uniform whole numbers: the tables must not differ from run to run. */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The lines of a table of `rows` rows in which no part exceeds its whole, the header first. */
function* tableLines(rows, metricsFirst) {
  const catalogue = builtInCatalogue();
  const counts = chooseCounts(catalogue, metricsFirst);
  const shares = Object.values(catalogue.metrics).flatMap(({ formula }) =>
    formula.kind === 'share' && formula.whole.kind === 'count' ? [formula] : [],
  );
  const below = randomNumbers(20241122);
  yield ['单位', '期间', ...counts.map((id) => catalogue.counts[id].label)].join(',');
  for (let row = 0; row < rows; row++) {
    const values = new Map(counts.map((id) => [id, 200 + below(800)]));
    for (const { part, whole } of shares) {
      const parts = part.kind === 'sum' ? part.terms : [part];
      for (const { count } of parts) {
        const most = Math.floor((values.get(whole.count) ?? 0) / parts.length);
        if (values.has(count)) values.set(count, Math.min(values.get(count), below(most + 1)));
      }
    }
    const unit = `第${Math.floor(row / QUARTERS) + 1}单位`;
    yield [unit, `2024Q${(row % QUARTERS) + 1}`, ...values.values()].join(',');
  }
}

/** Writes a table of `rows` rows in which no part exceeds its whole. */
export async function writeTable(path, rows, metricsFirst = []) {
  const out = createWriteStream(path);
  for (const line of tableLines(rows, metricsFirst)) {
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/** Writes the rows of such a table as `files` tables of `rows` rows, and returns their paths. */
export function writeTables(folder, files, rows, metricsFirst) {
  mkdirSync(folder, { recursive: true });
  const lines = tableLines(files * rows, metricsFirst);
  const header = lines.next().value;
  return Array.from({ length: files }, (_, index) => {
    const own = Array.from({ length: rows }, () => lines.next().value);
    const path = join(folder, `${String(index + 1).padStart(5, '0')}.csv`);
    writeFileSync(path, `${[header, ...own].join('\n')}\n`);
    return path;
  });
}
