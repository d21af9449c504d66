/** What `metrics` and `check` take of time and memory for a million rows that they do not hold. */

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeTable } from './data.mjs';
import { directory, FIFTEEN, runOnce, xcEval } from './measure.mjs';

const QUARTERS = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'];

/** Writes the rows of a table quarter by quarter, as where each was appended to the last. */
async function writeByQuarter(table, path) {
  const out = createWriteStream(path);
  for (const [index, quarter] of QUARTERS.entries()) {
    let isHeader = index === 0;
    for await (const line of createInterface({ input: createReadStream(table) })) {
      if (!isHeader && line.split(',', 2)[1] !== quarter) continue;
      isHeader = false;
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'close');
}

/** Runs each command once on `rows` rows, the units one after the other and quarter by quarter. */
export async function benchBounded(rows) {
  const byUnit = join(directory, 'by-unit.csv');
  const byQuarter = join(directory, 'by-quarter.csv');
  await writeTable(byUnit, rows, FIFTEEN);
  await writeByQuarter(byUnit, byQuarter);
  for (const [order, path] of [
    ['unit by unit', byUnit],
    ['quarter by quarter', byQuarter],
  ]) {
    for (const [command, ...args] of [
      ['metrics', '--by', 'period', '--format', 'json'],
      ['metrics', '--by', 'unit', '--format', 'csv', '--metric', FIFTEEN.join(',')],
      ['check', '--fail-on', 'never'],
    ]) {
      const { seconds, memory } = runOnce(xcEval(command, path, ...args), true);
      const shown = [command, ...args].join(' ').replace(FIFTEEN.join(','), '…');
      console.log(
        `${shown}, ${rows} rows ${order}: ${seconds.toFixed(0)} s, peak ${Math.round(memory)} MiB`,
      );
    }
  }
}
