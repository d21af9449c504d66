import { reaches } from '../../judge/judge.ts';
import { createWords } from '../../message/words.ts';
import type { ScoreFormat } from '../../report/formats.ts';
import type { ScoreReport } from '../../report/score.ts';
import { scoreDocument } from '../../report/score-document.ts';
import { compareScores } from '../../score/compare.ts';
import { sensitivityOf } from '../../score/sensitivity.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { chosenFramework } from '../framework.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, DataOptions, FigureOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { readScore } from '../score-document.ts';
import { loadScore, type ScoreInputOptions } from '../score-inputs.ts';
import { surfaceOf } from '../surface.ts';

export interface ScoreOptions extends CommonOptions, FigureOptions, DataOptions, ScoreInputOptions {
  readonly data?: readonly string[];
  readonly sensitivity?: true;
  /** An earlier output. */
  readonly before?: string;
  readonly format: ScoreFormat;
}

/** Scores a framework by the statuses of its indicators, and says where data contradicts them. */
export async function runScore(
  statuses: string,
  options: ScoreOptions,
  host: Host,
): Promise<ExitCode> {
  const { catalogue } = await configured(options, host);
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const framework = await chosenFramework(options, catalogue);
  const before = options.before === undefined ? null : await readScore(options.before);
  const files = { statuses, data: options.data ?? [] };
  const score = await loadScore(files, framework, options, catalogue, words, host);
  if (score === null) return EXIT.unusable;
  const report: ScoreReport = {
    catalogue,
    words,
    ...score,
    sensitivity:
      options.sensitivity === true ? sensitivityOf(framework, score.model, score.standings) : null,
    changes: null,
  };
  const changes = before && compareScores(before, scoreDocument(report));
  await deliver(await write({ ...report, changes }, options, host), options, host.stdout);
  const fails = score.findings.some(({ flag }) => reaches(flag, options.failOn));
  return fails ? EXIT.finding : EXIT.done;
}

async function write(
  report: ScoreReport,
  options: ScoreOptions,
  host: Host,
): Promise<Iterable<string>> {
  const surface = surfaceOf(options, host);
  switch (options.format) {
    case 'table': {
      const { drawBlocks } = await import('../../report/table.ts');
      const { paintFor } = await import('../../report/paint.ts');
      const { scoreBlocks } = await import('../../report/score-blocks.ts');
      return drawBlocks(scoreBlocks(report), surface, await paintFor(surface.colour));
    }
    case 'markdown': {
      const { writeBlock } = await import('../../report/markdown.ts');
      const { scoreBlocks } = await import('../../report/score-blocks.ts');
      return [...scoreBlocks(report)].map(writeBlock);
    }
    case 'json':
      return [(await import('../../report/score-json.ts')).scoreJson(report)];
    case 'csv': {
      const { scoreCsv, sensitivityCsv } = await import('../../report/score-csv.ts');
      const { sensitivity } = report;
      return [sensitivity === null ? scoreCsv(report) : sensitivityCsv(sensitivity)];
    }
  }
}
