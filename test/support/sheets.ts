import { builtInCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Issue } from '../../src/issue/issue.ts';
import { type Period, periodId } from '../../src/period/period.ts';
import { tableStream } from '../../src/read/stream.ts';
import { checkConsistency } from '../../src/validate/consistency.ts';
import { createDataset } from '../../src/validate/dataset.ts';
import { type Observation, type TableData, valueAt } from '../../src/validate/table.ts';

export const catalogue = builtInCatalogue();

/** Lines of cells, a comma between two cells: no quotes, so that tests read like the sheets they speak of. */
export type Sheet = readonly string[];

/** Reads a sheet as the program does once its cells are told apart. */
export function readSheet(lines: Sheet, file = 'sheet.csv') {
  const issues: Issue[] = [];
  const stream = tableStream(file, catalogue, (found) => issues.push(found));
  for (const [index, line] of lines.entries()) stream.row(line.split(','), index + 1);
  const read = stream.finish();
  return {
    issues,
    codes: issues.map(({ code }) => code),
    facts: read?.facts ?? null,
    table: read?.table ?? null,
  };
}

export function tableOf(lines: Sheet, file?: string): TableData {
  const { table, issues } = readSheet(lines, file);
  if (table === null || issues.length > 0) throw new Error(JSON.stringify(issues));
  return table;
}

/** The data of several sheets, and what is wrong between them. */
export function datasetOf(...sheets: readonly Sheet[]) {
  const dataset = createDataset(
    sheets.map((lines, index) => tableOf(lines, `sheet${index + 1}.csv`)),
  );
  const issues: Issue[] = [];
  checkConsistency(dataset, catalogue, (found) => issues.push(found));
  return { dataset, issues, codes: issues.map(({ code }) => code) };
}

/** What an observation states, count by count. */
const stated = (observation: Observation): Record<string, unknown> =>
  Object.fromEntries(
    observation.columns.counts.map((id, slot) => [id, valueAt(observation, slot)]),
  );

export const nameOf = (period: Period | null) => period && periodId(period);

/** What a table states, row by row: unit, period, counts. */
export const rowsOf = ({ observations }: TableData) =>
  observations.map((row) => [row.unit, nameOf(row.period), stated(row)]);

/** A problem as its code and place, so that a test says where a person is sent. */
export const problemsOf = (lines: Sheet) =>
  readSheet(lines).issues.map(({ code, place }) => `${place.line}:${place.column ?? ''} ${code}`);
