import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../src/batch/manifest.ts';
import { ROOT } from './bin.ts';
import { type HostOptions, runFake } from './host.ts';

/** Counts of one metric of one unit: 复议纠错率 is revoked ÷ heard. */
export const table = (unit: string, revoked: number | string, heard: number | string): string =>
  '单位,期间,复议撤销案件量,复议变更案件量,复议确认违法案件量,复议责令履行案件量,复议实际审理案件量\n' +
  `${unit},2024,${revoked},0,0,0,${heard}\n`;

/** A share of staff that the standard wants to be at least 5 %. */
export const staff = (unit: string, reviewers: number): string =>
  `单位,期间,法制审核人员,执法人员总数\n${unit},2024,${reviewers},100\n`;

export function write(path: string, content: string | Buffer): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs `batch` without a configuration. */
export const batch = (args: readonly string[], options: HostOptions = {}) =>
  runFake(['batch', ...args, '--no-config'], options);

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

/** Every file below a folder with its digest: equal for folders of the same bytes. */
export const contentsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, sha256(readFileSync(join(folder, name)))]),
  );

export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

export const fixture = (name: string): Buffer => readFileSync(join(ROOT, 'fixtures/data', name));
