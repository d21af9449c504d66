import type { OutputName } from './formats.ts';
import type { Output } from './machine-reporters.ts';
import { paintFor } from './paint.ts';
import type { Surface } from './report.ts';
import type { RunReport } from './run.ts';
import type { VerifyReport } from './verify.ts';
import { verifyBlocks } from './verify-blocks.ts';

/** Writes a verification in one form or another, and loads only the libraries that this one needs. */
export function verifyOutputs(
  report: VerifyReport,
): (name: OutputName, surface: Surface) => Promise<Output> {
  let run: RunReport | undefined;
  return async (name, surface) => {
    switch (name) {
      case 'table':
      case 'text': {
        const { drawBlocks } = await import('./table.ts');
        const paint = await paintFor(surface.colour);
        return { chunks: drawBlocks(verifyBlocks(report), surface, paint) };
      }
      case 'json':
        return { chunks: (await import('./verify-json.ts')).writeVerifyJson(report) };
      case 'jsonl':
        return { chunks: (await import('./verify-json.ts')).writeVerifyJsonLines(report) };
      case 'csv':
        return { chunks: (await import('./verify-csv.ts')).writeVerifyCsv(report) };
      case 'markdown': {
        const { writeBlocks } = await import('./markdown.ts');
        return { chunks: writeBlocks(verifyBlocks(report)) };
      }
      default: {
        const { machineOutput } = await import('./machine-reporters.ts');
        run ??= (await import('./verify-run.ts')).runOfVerify(report);
        return machineOutput(name, run);
      }
    }
  };
}
