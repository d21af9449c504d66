import type { Catalogue } from '../../catalogue/catalogue.ts';
import { DEFAULT_FIGURES } from '../../exact/roundings.ts';
import { createWords, type Words } from '../../message/words.ts';
import type { Block } from '../../report/blocks.ts';
import type { ListFormat, ListSubject } from '../../report/formats.ts';
import { type CatalogueList, catalogueList } from '../../report/list.ts';
import { paintFor } from '../../report/paint.ts';
import type { Surface } from '../../report/report.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { surfaceOf } from '../surface.ts';

export interface ListOptions extends CommonOptions {
  /** The framework that is listed. */
  readonly framework?: string;
  readonly format: ListFormat;
}

/** Lists what the catalogue holds. */
export async function runList(
  subject: ListSubject,
  options: ListOptions,
  host: Host,
): Promise<ExitCode> {
  const { catalogue } = await configured(options, host);
  const words = await createWords(catalogue, { language: options.lang, ...DEFAULT_FIGURES });
  const list =
    subject === 'framework'
      ? await listFramework(options, catalogue, words)
      : catalogueList(subject, catalogue, words);
  await deliver(
    [await write(list, options.format, surfaceOf(options, host))],
    options,
    host.stdout,
  );
  return EXIT.done;
}

async function listFramework(
  options: ListOptions,
  catalogue: Catalogue,
  words: Words,
): Promise<CatalogueList> {
  const { chosenFramework } = await import('../framework.ts');
  const { frameworkList } = await import('../../report/framework.ts');
  return frameworkList(await chosenFramework(options, catalogue), words);
}

async function write(
  { block, records, notes = [] }: CatalogueList,
  format: ListOptions['format'],
  surface: Surface,
): Promise<string> {
  const blocks: Block[] = [block, ...notes.map((text) => ({ kind: 'line' as const, text }))];
  switch (format) {
    case 'table': {
      const { drawBlocks } = await import('../../report/table.ts');
      return [...drawBlocks(blocks, surface, await paintFor(surface.colour))].join('');
    }
    case 'markdown': {
      const { writeBlock } = await import('../../report/markdown.ts');
      return blocks.map(writeBlock).join('');
    }
    case 'json':
      return `${(await import('../../report/json-text.ts')).encodeJson(records, 2)}\n`;
    case 'csv':
      return (await import('../../report/csv.ts')).recordsCsv(records);
  }
}
