/** Runs checks on small sheets, and on files in a folder of their own. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { relevantMetrics } from '../../src/assess/relevance.ts';
import type { Baseline } from '../../src/check/baseline.ts';
import { collectFindings, type Finding } from '../../src/check/findings.ts';
import type { Judgement } from '../../src/check/gate.ts';
import { createJudgements } from '../../src/check/judgements.ts';
import { standingsIn } from '../../src/check/standing.ts';
import type { FailOn } from '../../src/judge/flag.ts';
import { parsePeriod, periodId } from '../../src/period/period.ts';
import { type HostOptions, runFake } from './host.ts';
import { catalogue, datasetOf, type Sheet } from './sheets.ts';

export interface Narrowed {
  readonly metrics?: readonly string[];
  readonly units?: readonly string[];
  readonly periods?: readonly string[];
  readonly partial?: boolean;
  readonly failOn?: FailOn;
  readonly baseline?: Baseline;
}

/** The judgements on some sheets, each sheet a file, and what comes of them. */
export function checked(
  sheets: readonly Sheet[],
  { metrics, units, periods, partial = false, failOn = 'breach', baseline }: Narrowed = {},
) {
  const { dataset } = datasetOf(...sheets);
  const judgements = createJudgements(dataset, catalogue, {
    metrics: metrics ?? relevantMetrics(dataset, catalogue, 'total'),
    partial,
    selection: {
      ...(units && { units: new Set(units) }),
      ...(periods && { periods: periods.flatMap((text) => parsePeriod(text) ?? []) }),
    },
  });
  const { tally, findings } = collectFindings(judgements, dataset, catalogue, {
    failOn,
    standings: baseline ? standingsIn(baseline, judgements, catalogue) : null,
  });
  return { judgements, tally, findings: [...findings()] };
}

/** A judgement by whom it is about, when, and how it ended: "甲街道 2024Q1 caseFilesWithoutDefects warn". */
export const judgementText = ({
  group,
  standard,
  flag,
}: Pick<Finding, 'group' | 'standard'> & Pick<Judgement, 'flag'>): string =>
  [group.unit ?? '全部', periodText(group), standard.id, flag].join(' ');

const periodText = ({ period, periods }: Finding['group']): string =>
  period === null ? periods.map(periodId).join(',') || '-' : periodId(period);

/** All that was judged, in words, in the order of judging. */
export const judgedIn = (sheets: readonly Sheet[], narrowed?: Narrowed): string[] =>
  [...checked(sheets, narrowed).judgements()].map(judgementText);

/** What needs attention and where: "甲街道 2024Q1 caseFilesWithoutDefects warn sheet1.csv:2:4". */
export const findingsIn = (sheets: readonly Sheet[], narrowed?: Narrowed): string[] =>
  checked(sheets, narrowed).findings.map(
    (finding) =>
      `${judgementText(finding)} ${[finding.place.file, finding.place.line, finding.place.column]
        .filter((part) => part !== undefined)
        .join(':')}`,
  );

/** What tests read of a finding in the JSON report. */
export interface ReportedFinding {
  readonly unit: string | null;
  readonly period: string | null;
  readonly standard: string;
  readonly flag: string;
  readonly fails: boolean;
  readonly standing?: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A new folder for each test, in which its commands run. */
export function workFolder() {
  let folder = '';
  let before = '';
  beforeEach(() => {
    before = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'xc-eval-check-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: Sheet | string | Buffer): void =>
    writeFileSync(
      name,
      typeof content === 'string' || Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`,
    );
  const read = (name: string): string => readFileSync(name, 'utf8');
  const check = (args: readonly string[], options?: HostOptions) =>
    runFake(['check', ...args], options);
  return {
    write,
    read,
    exists: existsSync,
    check,
    /** Runs a check and gives its exit code and findings. */
    async findings(...args: string[]) {
      const { exit, stdout, stderr } = await check([...args, '--reporter', 'json']);
      if (stdout === '') throw new Error(`${exit} ${stderr}`);
      return { exit, findings: (JSON.parse(stdout) as { findings: ReportedFinding[] }).findings };
    },
  };
}
