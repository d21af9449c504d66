import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import { checkConsistency } from '../validate/consistency.ts';
import { createDataset, type Dataset, knowingExceeding } from '../validate/dataset.ts';
import { distinct } from './distinct.ts';
import { type InputNote, type InputPath, type ReadOptions, readInput } from './input.ts';

/** The data of a run, and all that is wrong with it. */
export interface Loaded {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  readonly notes: readonly InputNote[];
}

/** Reads all inputs, brings them together, and holds them against themselves. */
export async function load(
  paths: readonly InputPath[],
  catalogue: Catalogue,
  options: ReadOptions,
): Promise<Loaded> {
  const issues: Issue[] = [];
  const report = (found: Issue): void => {
    issues.push(found);
  };
  const { once, repeated } = distinct(paths);
  for (const found of repeated) report(found);
  const read = [];
  for (const path of once) {
    const table = await readInput(path, catalogue, options, report);
    if (table !== null) read.push(table);
  }
  const dataset = createDataset(read.map(({ table }) => table));
  checkConsistency(dataset, catalogue, report);
  return {
    dataset: knowingExceeding(dataset, issues),
    issues,
    notes: read.map(({ note }) => note),
  };
}
