/** `batch` against one process a file, and against Miller over all files in one call. */
import { join } from 'node:path';
import { millerArguments } from './by-hand.mjs';
import { writeTables } from './data.mjs';
import { directory, FIFTEEN, HAS_MILLER, median, runOnce, xcEval } from './measure.mjs';

const ROWS = 60;
const RUNS = 3;
/** Files that are computed by a process each; the time of all is that of these, scaled. */
const SAMPLE = 100;

const wide = ['--format', 'csv', '--layout', 'wide', '--metric', FIFTEEN.join(',')];

/** Computes 15 ratios of `count` synthetic files of 60 × 40. */
export function benchBatch(count) {
  const paths = writeTables(join(directory, 'files'), count, ROWS, FIFTEEN);
  const folder = join(directory, 'files');
  // A folder of its own for each run: ext4 makes files more slowly where as many were just deleted.
  const batchInto = (results) => xcEval('batch', folder, '--out', results, ...wide);
  const miller = HAS_MILLER ? ['mlr', ...millerArguments(paths, FIFTEEN)] : null;
  const times = { first: [], second: [], miller: [] };
  for (let run = 0; run < RUNS; run++) {
    const batch = batchInto(join(directory, `results-${run}`));
    times.first.push(runOnce(batch, true));
    times.second.push(runOnce(batch));
    if (miller !== null) times.miller.push(runOnce(miller));
  }
  const sample = paths.slice(0, SAMPLE).map((path) => runOnce(xcEval('metrics', path, ...wide)));
  const single = sample.reduce((total, { seconds }) => total + seconds, 0);
  const each = single * (count / sample.length);

  const seconds = (runs) => median(runs.map((run) => run.seconds));
  const first = seconds(times.first);
  const memory = Math.max(...times.first.map((run) => run.memory ?? 0));
  const against = (title, other, least) =>
    console.log(
      `${title}: ${other.toFixed(1)} s = ${(other / first).toFixed(1)} × (at least ${least})`,
    );
  console.log(
    `batch, ${count} files of ${ROWS} × 40: ${first.toFixed(2)} s, peak ${Math.round(memory)} MiB`,
  );
  against(`one process a file (${sample.length} measured, scaled)`, each, 60);
  if (miller === null) console.log('Miller (mlr) is not installed: not compared');
  else against('Miller, all files in one call', seconds(times.miller), 3);
  const again = seconds(times.second);
  console.log(
    `again, unchanged: ${again.toFixed(2)} s, ${(first / again).toFixed(1)} × faster (at least 5)`,
  );
}
