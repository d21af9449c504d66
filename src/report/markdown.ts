import { asLine, visible } from '../message/visible.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Report, Surface } from './report.ts';

/** The same blocks as the table, as Markdown. */
export function* writeMarkdown(report: Report, _surface: Surface): Iterable<string> {
  yield* writeBlocks(blocksOf(report));
}

export function* writeBlocks(blocks: Iterable<Block>): Iterable<string> {
  for (const block of blocks) yield writeBlock(block);
}

export function writeBlock(block: Block): string {
  if (block.kind === 'line') return `${asLine(cell(block.text))}\n\n`;
  const head = `| ${block.columns.map(({ title }) => cell(title)).join(' | ')} |\n`;
  const rule = `|${block.columns.map(({ align }) => (align === 'right' ? ' ---: ' : ' --- ')).join('|')}|\n`;
  const rows = block.rows.map(({ cells }) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
  const title = block.title === '' ? '' : `### ${cell(block.title)}\n\n`;
  return `${title}${head}${rule}${rows}\n`;
}

/** A text that cannot leave its cell, start an element or a link, or break the table. */
export const cell = (text: string): string =>
  visible(text).replace(/[\\|`*_[\]<>#&]/g, (character) => ENTITIES[character] ?? `\\${character}`);

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
