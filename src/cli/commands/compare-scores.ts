import { createWords } from '../../message/words.ts';
import { type ReportFormat, SCHEMA_VERSION } from '../../report/formats.ts';
import { encodeJson } from '../../report/json-text.ts';
import { createScoreWords } from '../../report/score.ts';
import { changeBlocks } from '../../report/score-changes.ts';
import { changesObject } from '../../report/score-json.ts';
import { compareScores } from '../../score/compare.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, FigureOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { readScore } from '../score-document.ts';
import { surfaceOf } from '../surface.ts';

export interface CompareScoresOptions extends CommonOptions, FigureOptions {
  readonly format?: ReportFormat;
}

/** Says what moved between two outputs of `score`, years or districts, and by which indicators. */
export async function runCompareScores(
  before: string,
  after: string,
  options: CompareScoresOptions,
  host: Host,
): Promise<ExitCode> {
  const { catalogue } = await configured(options, host);
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const changes = compareScores(await readScore(before), await readScore(after));
  const blocks = () => changeBlocks(changes, { words }, createScoreWords(words));
  const chunks = async (): Promise<Iterable<string>> => {
    const surface = surfaceOf(options, host);
    const document = changesObject(changes);
    switch (options.format ?? 'table') {
      case 'table': {
        const { drawBlocks } = await import('../../report/table.ts');
        const { paintFor } = await import('../../report/paint.ts');
        return drawBlocks(blocks(), surface, await paintFor(surface.colour));
      }
      case 'markdown': {
        const { writeBlock } = await import('../../report/markdown.ts');
        return [...blocks()].map(writeBlock);
      }
      case 'json':
        return [`${encodeJson({ schemaVersion: SCHEMA_VERSION, ...document }, 2)}\n`];
      case 'jsonl':
        return document.domains.map((domain) => `${encodeJson(domain)}\n`);
      case 'csv': {
        const { recordsCsv } = await import('../../report/csv.ts');
        return [recordsCsv(changeRecords(document))];
      }
    }
  };
  await deliver(await chunks(), options, host.stdout);
  return EXIT.done;
}

/** A row for each domain that moved, for each of its indicators that did, and for the whole. */
function changeRecords({ domains, overall, measure }: ReturnType<typeof changesObject>) {
  const text = (value: unknown): string =>
    value === null || value === undefined ? '' : `${value}`;
  const figure = (id: string, title: string, change: typeof overall) => ({
    id,
    title,
    before: text(change[measure].before),
    after: text(change[measure].after),
    change: text(change[measure].change?.value),
    gradeBefore: text(change.grade.before),
    gradeAfter: text(change.grade.after),
  });
  return [
    ...domains.flatMap((domain) => [
      figure(domain.id, domain.title, domain),
      ...domain.by.map(({ id, title, before, after, effect }) => ({
        id,
        title,
        before: text(before?.status),
        after: text(after?.status),
        change: text(effect?.value),
        gradeBefore: '',
        gradeAfter: '',
      })),
    ]),
    figure('', 'overall', overall),
  ];
}
