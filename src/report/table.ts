import Table from 'cli-table3';
import stringWidth from 'string-width';
import { asLine, visible } from '../message/visible.ts';
import { type Block, type BlockRow, blocksOf, type TableBlock } from './blocks.ts';
import { fold } from './fold.ts';
import { type Paint, paintFor } from './paint.ts';
import type { Reporter, Surface } from './report.ts';

const ASCII = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
};

/** Draws the blocks of a report for a terminal. They hold tens of rows at most, which the layout needs. */
export async function tableReporter({ colour }: Surface): Promise<Reporter> {
  const paint = await paintFor(colour);
  return (report, surface) => drawBlocks(blocksOf(report), surface, paint);
}

export function* drawBlocks(
  blocks: Iterable<Block>,
  surface: Surface,
  paint: Paint,
): Iterable<string> {
  let separator = '';
  for (const block of blocks) {
    yield separator +
      (block.kind === 'line' ? wrapped(block.text, surface) : drawTable(block, surface, paint));
    separator = '\n';
  }
}

function wrapped(text: string, { columns }: Surface): string {
  const line = asLine(visible(text));
  return `${columns === null ? line : fold(line, columns)}\n`;
}

function drawTable(
  { title, columns, rows, flagColumn }: TableBlock,
  surface: Surface,
  paint: Paint,
): string {
  const heads = columns.map((column) => column.title);
  const body = rows.map(({ cells }) => cells.map(visible));
  const widths = surface.columns === null ? null : fittedWidths(heads, body, surface.columns);
  const folded = (text: string, column: number): string =>
    widths === null ? text : fold(text, widths[column] as number);
  const table = new Table({
    head: heads.map(folded),
    colAligns: columns.map(({ align }) => align),
    style: { head: [], border: [], compact: true },
    chars: surface.ascii ? ASCII : {},
    ...(widths !== null && { colWidths: widths.map((width) => width + 2) }),
  });
  for (const [index, cells] of body.entries()) {
    const { flag } = rows[index] as BlockRow;
    const painted = flagColumn ?? cells.length - 1;
    table.push(
      cells.map((text, column) =>
        column === painted && flag !== null
          ? paint.flag[flag](folded(text, column))
          : folded(text, column),
      ),
    );
  }
  const heading = title === '' ? '' : `${paint.heading(asLine(visible(title)))}\n`;
  return `${heading}${table.toString()}\n`;
}

/** Natural widths, or narrower ones that fit the terminal: the widest columns give way first. */
function fittedWidths(
  heads: readonly string[],
  body: readonly (readonly string[])[],
  columns: number,
): number[] {
  const room = columns - 3 * heads.length - 1;
  const under = heads.map((_, column) =>
    Math.max(0, ...body.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  const natural = heads.map((head, column) => Math.max(stringWidth(head), under[column] as number));
  const fitted = narrowed(natural, room, () => MINIMUM);
  if (total(fitted) <= room) return fitted;
  // Many columns of short numbers: their headings give way, and leave room for names and words.
  const folded = narrowed(natural, room, (column) =>
    Math.max(MINIMUM_OF_HEAD, under[column] as number, longestWord(heads[column] as string)),
  );
  return narrowed(folded, room, () => MINIMUM);
}

/** Takes from the widest columns until they fit, as far as the least width of each allows. */
function narrowed(
  natural: readonly number[],
  room: number,
  leastOf: (column: number) => number,
): number[] {
  const widths = [...natural];
  for (let over = total(widths) - room; over > 0; over--) {
    const spare = widths.map((width, column) => (width > leastOf(column) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Chinese may be folded after every character; a word in Latin letters stays whole. */
const longestWord = (text: string): number =>
  Math.max(0, ...(text.match(/[!-~]+/g) ?? []).map((word) => word.length));

const MINIMUM = 8;
/** Two Chinese characters. */
const MINIMUM_OF_HEAD = 4;
