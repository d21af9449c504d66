import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  builtInCatalogue,
  type Catalogue,
  createCatalogue,
} from '../../src/catalogue/catalogue.ts';
import { run } from '../../src/cli/main.ts';
import type { Issue } from '../../src/issue/issue.ts';
import { type LoadedConfig, loadConfig } from '../../src/read/load-config.ts';
import { ROOT } from './bin.ts';
import { fakeHost, type HostOptions, runFake } from './host.ts';

/** What a configuration has to cite where it says something of its own. */
export const source = { document: '本区办法', section: '第三条', quote: '原话' };

const ownCount = (label: string) => ({ label, unit: '件', nature: 'flow' });

/** Two counts of a configuration, 甲数 and 乙数, and the metric 差 that takes the second from the first. */
export const OWN_COUNTS = {
  counts: { own1: ownCount('甲数'), own2: ownCount('乙数') },
  metrics: {
    surplus: {
      label: '差',
      meaning: '甲数多出乙数的件数',
      better: 'higher',
      formula: { kind: 'minus', from: '甲数', less: '乙数' },
      display: { unit: '件' },
      source,
    },
  },
};

/** A district's configuration with something of every section, and data to go with it. */
export const DISTRICT = join(ROOT, 'fixtures/config/district.json');
export const DISTRICT_DATA = join(ROOT, 'fixtures/config/district.csv');

/** Files of one test file, gone when it ends. */
export function temporaryFiles() {
  const root = mkdtempSync(join(tmpdir(), 'xc-eval-config-'));
  let next = 0;
  return {
    root,
    /** Writes a file at a path below the folder; the folders in between are made. */
    write(path: string, content: string | Uint8Array): string {
      const full = join(root, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    /** A configuration as a text or as what is to be one, in a file of its own. */
    config(content: string | object): string {
      next += 1;
      return this.write(
        `config-${next}.json`,
        typeof content === 'string' ? content : JSON.stringify(content, null, 2),
      );
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export type Files = ReturnType<typeof temporaryFiles>;

/** A configuration over the built-in catalogue, and all that is wrong with it. */
export function loaded(file: string): { config: LoadedConfig | null; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const config = loadConfig(file, builtInCatalogue(), (found) => issues.push(found));
  return { config, issues };
}

/** The catalogue of a configuration in which nothing is wrong. */
export function catalogueOf(file: string): Catalogue {
  const { config, issues } = loaded(file);
  if (config === null || issues.length > 0) throw new Error(JSON.stringify(issues));
  return createCatalogue(config.vocabulary);
}

/** Lines of a sheet as standard input. */
export const sheet = (...lines: readonly string[]): HostOptions => ({ stdin: lines.join('\n') });

/** Runs a command line in a folder, which the process is in as well while it runs. */
export async function runIn(folder: string, args: readonly string[], options: HostOptions = {}) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const host = fakeHost(options);
    const exit = await run(args, { ...host, folder });
    return { exit, ...host.output() };
  } finally {
    process.chdir(before);
  }
}

/** What a run says of one metric of one unit and period. */
interface MetricResult {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly numerator: number | string | null;
  readonly denominator: number | string | null;
  readonly reason: string | null;
  readonly text: string;
  readonly flag: string | null;
  readonly definition?: string;
  readonly coverage?: { readonly reporting: number; readonly expected: number };
  readonly missing?: readonly { readonly unit: string; readonly period: string | null }[];
  readonly findings: readonly {
    readonly standard: string;
    readonly status: string;
    readonly flag: string;
    readonly why?: string;
    readonly limit: number | null;
    readonly gap?: number;
    readonly mend?: object;
    readonly text: string;
  }[];
}

export interface GroupResult {
  readonly unit: string | null;
  readonly period: string | null;
  readonly units: number;
  readonly metrics: readonly MetricResult[];
}

/** Runs `metrics --format json` on a sheet and reads what it writes. */
export async function resultsOf(
  config: string,
  lines: readonly string[],
  ...options: readonly string[]
): Promise<readonly GroupResult[]> {
  const { exit, stdout, stderr } = await runFake(
    ['metrics', '-', '--config', config, '--format', 'json', ...options],
    sheet(...lines),
  );
  if (exit !== 0) throw new Error(`exit ${exit}: ${stderr}`);
  return JSON.parse(stdout).groups;
}

/** One metric of one unit in one period of results. */
export function metricIn(
  groups: readonly GroupResult[],
  metric: string,
  unit: string,
  period?: string,
): MetricResult {
  const found = groups
    .filter((group) => group.unit === unit && (period === undefined || group.period === period))
    .flatMap(({ metrics }) => metrics.filter(({ id }) => id === metric));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} results of ${metric} for ${unit} ${period ?? ''}`);
  }
  return only;
}

/** How the standards stand to a metric's value: "standard flag", or why one says nothing. */
export const standingsOf = ({ findings }: MetricResult): Record<string, string> =>
  Object.fromEntries(findings.map(({ standard, flag, why }) => [standard, why ?? flag]));
