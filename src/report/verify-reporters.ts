import { outputsOf } from './outputs.ts';
import type { VerifyReport } from './verify.ts';
import { verifyBlocks } from './verify-blocks.ts';

/** Writes a verification in one form or another. */
export const verifyOutputs = (report: VerifyReport): ReturnType<typeof outputsOf> =>
  outputsOf({
    blocks: () => verifyBlocks(report),
    json: async () => (await import('./verify-json.ts')).writeVerifyJson(report),
    jsonLines: async () => (await import('./verify-json.ts')).writeVerifyJsonLines(report),
    csv: async () => (await import('./verify-csv.ts')).writeVerifyCsv(report),
    run: async () => (await import('./verify-run.ts')).runOfVerify(report),
  });
