/** Runs whole processes and takes their time. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const at = (path) => fileURLToPath(new URL(path, import.meta.url));
export const xcEval = (...args) => [process.execPath, at('../bin/xc-eval.cjs'), ...args];
export const HAS_MILLER = spawnSync('mlr', ['--version']).status === 0;

// Extra certificates are read at every start of Node 20 and would hide everything else.
const environment = { ...process.env };
delete environment.NODE_EXTRA_CA_CERTS;

/** Where a run of the benchmarks keeps its files; removed at its end. */
export const directory = mkdtempSync(join(tmpdir(), 'xc-eval-bench-'));
const sink = join(directory, 'output');

/** Seconds that one run takes, and the most memory it held in MiB. */
export function runOnce([command, ...args], measured) {
  const output = openSync(sink, 'w');
  const timed = ['-f', '%M', command, ...args];
  const begin = process.hrtime.bigint();
  const withMemory = measured && HAS_TIME;
  const { status, stderr } = withMemory
    ? spawnSync('/usr/bin/time', timed, { env: environment, stdio: ['ignore', output, 'pipe'] })
    : spawnSync(command, args, { env: environment, stdio: ['ignore', output, 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  closeSync(output);
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  const memory = withMemory ? Number(String(stderr).trim().split('\n').at(-1)) / 1024 : null;
  return { seconds, memory };
}

const HAS_TIME = spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0;

export const median = (numbers) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Runs two commands in turn and prints the medians of both and of the ratio pair by pair. Memory is measured
 * only where a run takes seconds: the program that does it would blur milliseconds.
 */
export function compare(title, runs, limit, ours, theirs, memory = false) {
  runOnce(ours, memory);
  runOnce(theirs, memory);
  const pairs = Array.from({ length: runs }, () => [
    runOnce(ours, memory),
    runOnce(theirs, memory),
  ]);
  const mine = median(pairs.map(([a]) => a.seconds));
  const other = median(pairs.map(([, b]) => b.seconds));
  const ratio = median(pairs.map(([a, b]) => a.seconds / b.seconds));
  const peak =
    memory && HAS_TIME ? ` peak ${Math.round(Math.max(...pairs.map(([a]) => a.memory)))} MiB` : '';
  const times = `${mine.toFixed(3)} s / ${other.toFixed(3)} s`;
  console.log(`${title}: ${times} = ${ratio.toFixed(2)} (${limit})${peak}`);
}

/** The nine formulas of the evaluation report and six of the rates that it prints. */
export const FIFTEEN = [
  'petitionAcceptanceShare',
  'relitigationRatio',
  'secondInstanceReviewRatio',
  'reconsiderationRecognitionRate',
  'judgmentRecognitionRate',
  'postReconsiderationLossRate',
  'secondInstanceLossRate',
  'reconsiderationCorrectionRate',
  'litigationLossRate',
  'onlineAvailabilityRate',
  'legalReviewStaffShare',
  'caseFileDefectRate',
  'peoplesMediationSuccessRate',
  'preAcceptanceMediationSuccessRate',
  'examinationPassRate',
];
