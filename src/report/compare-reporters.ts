import type { CompareReport } from './compare.ts';
import { compareBlocks } from './compare-blocks.ts';
import { outputsOf } from './outputs.ts';

/** Writes a comparison in one form or another. */
export const compareOutputs = (report: CompareReport): ReturnType<typeof outputsOf> =>
  outputsOf({
    blocks: () => compareBlocks(report),
    json: async () => (await import('./compare-json.ts')).writeCompareJson(report),
    jsonLines: async () => (await import('./compare-json.ts')).writeCompareJsonLines(report),
    csv: async () => (await import('./compare-csv.ts')).writeCompareCsv(report),
    run: async () => (await import('./compare-run.ts')).runOfCompare(report),
  });
