import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { endAlike } from './line-ends.ts';

const [LINE_FEED, RETURN, QUOTE] = [10, 13, 34];

const PIECE = 4 << 20;

/**
 * Whether the bytes of a CSV file are such as every reader takes alike: UTF-8 in which lines end in one way and
 * never within a cell, and quotation marks stand only where they have to.
 */
export async function scanCsv(
  path: string,
  delimiter: string,
  progress: (fraction: number) => void,
): Promise<boolean> {
  const file = await open(path);
  const scanner = csvScanner(delimiter.charCodeAt(0));
  try {
    const { size } = await file.stat();
    let buffer = Buffer.allocUnsafe(PIECE);
    let held = 0;
    for (let done = 0; ; ) {
      const { bytesRead } = await file.read(buffer, held, buffer.length - held);
      if (bytesRead === 0) return scanner.take(buffer.subarray(0, held));
      done += bytesRead;
      const read = buffer.subarray(0, held + bytesRead);
      // Cut behind a line end: neither a character nor what stands around a quotation mark is torn apart.
      const end = read.lastIndexOf(LINE_FEED) + 1;
      if (!scanner.take(read.subarray(0, end))) return false;
      held = read.length - end;
      if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
      else buffer.copyWithin(0, end, read.length);
      progress(size === 0 ? 1 : done / size);
    }
  } finally {
    await file.close();
  }
}

/** Takes pieces of whole lines, and says whether all is plain so far. */
function csvScanner(delimiter: number) {
  /** Whether lines end in CR LF, once one has ended. */
  let returns: boolean | null = null;

  /** Where the cell ends that a quotation mark has opened, or -1. */
  const closesAt = (piece: Buffer, from: number): number => {
    for (let at = piece.indexOf(QUOTE, from); at >= 0; at = piece.indexOf(QUOTE, at + 2)) {
      if (piece[at + 1] !== QUOTE) return at;
    }
    return -1;
  };

  const endsCell = (byte: number | undefined): boolean =>
    byte === delimiter || byte === LINE_FEED || byte === RETURN || byte === undefined;

  const hasProperQuotes = (piece: Buffer): boolean => {
    for (let opens = piece.indexOf(QUOTE); opens >= 0; ) {
      const before = opens === 0 ? LINE_FEED : piece[opens - 1];
      if (before !== delimiter && before !== LINE_FEED) return false;
      const closes = closesAt(piece, opens + 1);
      if (closes < 0 || !endsCell(piece[closes + 1])) return false;
      const cell = piece.subarray(opens, closes);
      if (cell.includes(LINE_FEED) || cell.includes(RETURN)) return false;
      opens = piece.indexOf(QUOTE, closes + 1);
    }
    return true;
  };

  const hasOneLineEnd = (piece: Buffer): boolean => {
    const first = piece.indexOf(LINE_FEED);
    if (returns === null && first >= 0) returns = piece[first - 1] === RETURN;
    return endAlike(piece, returns ?? false);
  };

  return {
    take: (piece: Buffer): boolean =>
      isUtf8(piece) && !piece.includes(0) && hasOneLineEnd(piece) && hasProperQuotes(piece),
  };
}
