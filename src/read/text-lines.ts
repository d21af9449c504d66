import { closeSync, openSync, readSync } from 'node:fs';
import type { Encoding } from './encodings.ts';
import { decodedAt, encodingOfFile, piecesOf } from './pieces.ts';

/** A file of text, any line of which can be asked for while few of them are held. */
export interface TextLines {
  /** Some of the text, from its beginning on, in UTF-8. */
  readonly head: Buffer;
  /** A line without its end, counted from 1; undefined behind the last. Throws where the file is no longer the same. */
  at(line: number): string | undefined;
}

/** Lines that are decoded together. */
interface Block {
  readonly offset: number;
  readonly length: number;
  /** Which the first of them is. */
  readonly line: number;
}

const BLOCK = 1 << 16;

/** Blocks that are held: findings go through a table unit by unit, whose rows may stand in many places. */
const MOST_BLOCKS = 64;

const LINE_END = /\r\n|\n|\r/;

/** Throws an UndecodableError, or the error of the system. */
export function openLines(path: string, requested: Encoding | 'auto'): TextLines {
  const encoding = encodingOfFile(path, requested);
  const textOf = (bytes: Buffer, offset: number): Buffer => decodedAt(bytes, offset, encoding);
  const blocks: Block[] = [];
  let head = Buffer.alloc(0);
  let line = 1;
  for (const { bytes, offset } of piecesOf(path, null, encoding, BLOCK)) {
    blocks.push({ offset, length: bytes.length, line });
    const text = textOf(bytes, offset);
    if (offset === 0) head = Buffer.from(text);
    line += linesIn(text).length - 1;
  }
  const held = new Map<Block, readonly string[]>();

  function linesOf(block: Block): readonly string[] {
    const known = held.get(block);
    if (known !== undefined) return known;
    const lines = linesIn(textOf(bytesOf(path, block), block.offset));
    const [oldest] = held.keys();
    if (held.size >= MOST_BLOCKS && oldest !== undefined) held.delete(oldest);
    held.set(block, lines);
    return lines;
  }

  return {
    head,
    at(wanted) {
      const block = blocks.at(lastAtMost(blocks, wanted));
      return block && wanted > 0 ? linesOf(block)[wanted - block.line] : undefined;
    },
  };
}

const linesIn = (text: Buffer): readonly string[] => text.toString('utf8').split(LINE_END);

function bytesOf(path: string, { offset, length }: Block): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

/** Which of some blocks, in order, is the last that begins on a line or before it. */
function lastAtMost(blocks: readonly Block[], line: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle] as Block).line <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
