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
  const widths = surface.columns === null ? null : fittedWidths([heads, ...body], surface.columns);
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
function fittedWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  const room = columns - 3 * count - 1;
  for (let over = widths.reduce((total, width) => total + width, 0) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] as number) <= MINIMUM) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}

const MINIMUM = 8;
