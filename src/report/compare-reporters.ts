import type { CompareReport } from './compare.ts';
import { compareBlocks } from './compare-blocks.ts';
import type { OutputName } from './formats.ts';
import type { Output } from './machine-reporters.ts';
import type { Surface } from './report.ts';
import type { RunReport } from './run.ts';

/** Writes a comparison in one form or another, and loads only the libraries that this one needs. */
export function compareOutputs(
  report: CompareReport,
): (name: OutputName, surface: Surface) => Promise<Output> {
  let run: RunReport | undefined;
  return async (name, surface) => {
    switch (name) {
      case 'table':
      case 'text': {
        const { drawBlocks } = await import('./table.ts');
        const { paintFor } = await import('./paint.ts');
        const paint = await paintFor(surface.colour);
        return { chunks: drawBlocks(compareBlocks(report), surface, paint) };
      }
      case 'json':
        return { chunks: (await import('./compare-json.ts')).writeCompareJson(report, surface) };
      case 'jsonl': {
        const { writeCompareJsonLines } = await import('./compare-json.ts');
        return { chunks: writeCompareJsonLines(report, surface) };
      }
      case 'csv':
        return { chunks: (await import('./compare-csv.ts')).writeCompareCsv(report, surface) };
      case 'markdown': {
        const { writeBlocks } = await import('./markdown.ts');
        return { chunks: writeBlocks(compareBlocks(report)) };
      }
      default: {
        const { machineOutput } = await import('./machine-reporters.ts');
        run ??= (await import('./compare-run.ts')).runOfCompare(report);
        return machineOutput(name, run);
      }
    }
  };
}
