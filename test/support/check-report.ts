import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Baseline } from '../../src/check/baseline.ts';
import { collectFindings } from '../../src/check/findings.ts';
import { createJudgements } from '../../src/check/judgements.ts';
import { nextBaseline } from '../../src/check/next-baseline.ts';
import { standingsIn } from '../../src/check/standing.ts';
import type { Place } from '../../src/issue/issue.ts';
import type { FailOn } from '../../src/judge/flag.ts';
import type { Language } from '../../src/message/phrases.ts';
import { createWords } from '../../src/message/words.ts';
import { type Loaded, load } from '../../src/read/load.ts';
import type { CheckReport } from '../../src/report/check.ts';
import { runOfCheck } from '../../src/report/check-run.ts';
import { type Item, itemsOf, type RunReporter } from '../../src/report/run.ts';
import { catalogue as builtIn } from './sheets.ts';

/** What a check is run on, and how. */
export interface Situation {
  /** Texts by the path that the user gives, or `-`. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly language?: Language;
  readonly failOn?: FailOn;
  readonly baseline?: Baseline;
  readonly allowInvalid?: boolean;
  readonly dataSeverity?: CheckReport['dataSeverity'];
  readonly metrics?: readonly string[];
  readonly catalogue?: Catalogue;
}

/** Metrics with a standard each, so that their judgements can be counted by hand. */
export const METRICS = [
  'legalReviewStaffShare',
  'caseFileDefectRate',
  'staffWithLegalQualification',
  'fullTimeStreetMediators',
];

/** Reads and judges as the command does. */
export async function checkReport({
  inputs,
  language = 'zh',
  failOn = 'breach',
  baseline,
  allowInvalid = false,
  dataSeverity = 'breach',
  metrics = METRICS,
  catalogue = builtIn,
}: Situation): Promise<CheckReport> {
  const { dataset, issues } = await loadFrom(inputs, catalogue);
  const judged = issues.length === 0 || allowInvalid;
  const judgements = createJudgements(dataset, catalogue, {
    metrics,
    partial: false,
    selection: {},
  });
  const result = collectFindings(judged ? judgements : () => [], dataset, catalogue, {
    failOn,
    standings: baseline ? standingsIn(baseline, judgements, catalogue) : null,
  });
  return {
    ...result,
    version: '1.2.3',
    catalogue,
    words: await createWords(catalogue, { language, precision: 2, rounding: 'half-up' }),
    issues,
    dataSeverity,
    judged,
    failOn,
    fails: !judged || result.failing > 0,
    baseline: baseline === undefined ? null : 'baseline.json',
    judgements,
    textSpan: ({ file, line, column }) =>
      line === undefined || column === undefined ? null : spanOfCell(inputs[file], line, column),
  };
}

/** Paths are as a user types them who stands in the folder of the data. */
async function loadFrom(inputs: Situation['inputs'], catalogue: Catalogue): Promise<Loaded> {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'xc-eval-'));
  process.chdir(folder);
  try {
    for (const [path, text] of Object.entries(inputs)) {
      if (path !== '-') writeFileSync(path, text);
    }
    return await load(Object.keys(inputs), catalogue, {
      encoding: 'auto',
      standardInput: async () => Buffer.from(inputs['-'] ?? ''),
      progress: () => undefined,
    });
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

/** Of a cell of a sheet without quotes; JSON has no place for it here. */
function spanOfCell(text: string | undefined, line: number, column: number) {
  if (text === undefined || /^[[{]/.test(text)) return null;
  const cells = (text.split('\n')[line - 1] ?? '').split(',');
  const start = cells.slice(0, column - 1).reduce((sum, cell) => sum + cell.length + 1, 1);
  return { line, column: start, endColumn: start + (cells[column - 1] ?? '').length };
}

/** A report whose findings and problems stand in a file of another name. */
export function moved(report: CheckReport, file: string): CheckReport {
  const elsewhere = <Found extends { readonly place: Place }>(found: Found): Found => ({
    ...found,
    place: { ...found.place, file },
  });
  return {
    ...report,
    findings: () => [...report.findings()].map(elsewhere),
    findingOf: (judgement) => {
      const finding = report.findingOf(judgement);
      return finding && elsewhere(finding);
    },
    issues: report.issues.map(elsewhere),
  };
}

/** What a first baseline keeps of a report. */
export const baselineOf = ({ judgements, catalogue }: CheckReport): Baseline =>
  nextBaseline(null, judgements, catalogue);

export const runItems = (report: CheckReport): readonly Item[] => [...itemsOf(runOfCheck(report))];

export const written = (reporter: RunReporter, report: CheckReport): string =>
  [...reporter(runOfCheck(report))].join('');
