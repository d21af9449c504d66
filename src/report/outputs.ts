import type { Block } from './blocks.ts';
import type { OutputName } from './formats.ts';
import type { Output } from './machine-reporters.ts';
import { paintFor } from './paint.ts';
import type { Surface } from './report.ts';
import type { RunReport } from './run.ts';

type Chunks = Output['chunks'];

/** What a report has to say, by the form in which it is wanted. */
export interface Forms {
  /** For people. */
  readonly blocks: () => Iterable<Block>;
  readonly json: () => Promise<Chunks>;
  readonly jsonLines: () => Promise<Chunks>;
  readonly csv: () => Promise<Chunks>;
  /** For other programs. */
  readonly run: () => Promise<RunReport>;
}

/** Writes a report in one form or another, and loads only the libraries that this one needs. */
export function outputsOf({
  blocks,
  json,
  jsonLines,
  csv,
  run,
}: Forms): (name: OutputName, surface: Surface) => Promise<Output> {
  let made: Promise<RunReport> | undefined;
  return async (name, surface) => {
    switch (name) {
      case 'table':
      case 'text': {
        const { drawBlocks } = await import('./table.ts');
        const paint = await paintFor(surface.colour);
        return { chunks: drawBlocks(blocks(), surface, paint) };
      }
      case 'json':
        return { chunks: await json() };
      case 'jsonl':
        return { chunks: await jsonLines() };
      case 'csv':
        return { chunks: await csv() };
      case 'markdown':
        return { chunks: (await import('./markdown.ts')).writeBlocks(blocks()) };
      default: {
        const { machineOutput } = await import('./machine-reporters.ts');
        made ??= run();
        return machineOutput(name, await made);
      }
    }
  };
}
