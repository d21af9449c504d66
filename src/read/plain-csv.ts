import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

/** What the bytes of a CSV file are like. */
export interface CsvBytes {
  /**
   * UTF-8 in which lines end in one way and quotation marks stand only where they have to: what every reader of
   * CSV understands alike.
   */
  readonly plain: boolean;
  /** Whether a quoted cell holds a line break. */
  readonly multiline: boolean;
}

const [LINE_FEED, RETURN, QUOTE] = [10, 13, 34];

const PIECE = 4 << 20;

/** Goes over the bytes of a CSV file, at the speed at which they are read. */
export async function scanCsv(
  path: string,
  delimiter: string,
  progress: (fraction: number) => void,
): Promise<CsvBytes> {
  const file = await open(path);
  const scanner = csvScanner(delimiter.charCodeAt(0));
  try {
    const { size } = await file.stat();
    let rest = Buffer.alloc(0);
    let plain = true;
    for (let done = 0; plain; ) {
      const piece = Buffer.allocUnsafe(rest.length + Math.max(PIECE, rest.length));
      rest.copy(piece);
      const { bytesRead } = await file.read(piece, rest.length, piece.length - rest.length);
      if (bytesRead === 0) break;
      done += bytesRead;
      const read = piece.subarray(0, rest.length + bytesRead);
      // Cut behind a line end: neither a character nor what stands around a quotation mark is torn apart.
      const end = read.lastIndexOf(LINE_FEED) + 1;
      plain = scanner.take(read.subarray(0, end));
      rest = Buffer.from(read.subarray(end));
      progress(size === 0 ? 1 : done / size);
    }
    plain &&= scanner.take(rest) && scanner.isClosed();
    return { plain, multiline: scanner.isMultiline() };
  } finally {
    await file.close();
  }
}

/** Takes pieces of whole lines. */
function csvScanner(delimiter: number) {
  let [quoted, multiline] = [false, false];
  let lineEnds: 'lf' | 'crlf' | null = null;

  const closesAt = (piece: Buffer, from: number): number => {
    for (let at = piece.indexOf(QUOTE, from); at >= 0; at = piece.indexOf(QUOTE, at + 2)) {
      if (piece[at + 1] !== QUOTE) return at;
    }
    return -1;
  };

  const endsCell = (byte: number | undefined): boolean =>
    byte === delimiter || byte === LINE_FEED || byte === RETURN || byte === undefined;

  const hasProperQuotes = (piece: Buffer): boolean => {
    let at = 0;
    for (;;) {
      if (!quoted) {
        const opens = piece.indexOf(QUOTE, at);
        if (opens < 0) return true;
        const before = opens === 0 ? LINE_FEED : piece[opens - 1];
        if (before !== delimiter && before !== LINE_FEED) return false;
        quoted = true;
        at = opens + 1;
      }
      const closes = closesAt(piece, at);
      const inside = piece.subarray(at, closes < 0 ? piece.length : closes);
      multiline ||= inside.includes(LINE_FEED) || inside.includes(RETURN);
      if (closes < 0) return true;
      if (!endsCell(piece[closes + 1])) return false;
      quoted = false;
      at = closes + 1;
    }
  };

  const hasOneLineEnd = (piece: Buffer): boolean => {
    const returns = piece.indexOf(RETURN);
    if (returns < 0) {
      if (lineEnds === 'crlf') return piece.length === 0 || !piece.includes(LINE_FEED);
      if (piece.length > 0) lineEnds = 'lf';
      return true;
    }
    if (lineEnds === 'lf') return false;
    lineEnds = 'crlf';
    let feeds = 0;
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) {
      if (piece[at - 1] !== RETURN) return false;
      feeds++;
    }
    for (let at = returns; at >= 0; at = piece.indexOf(RETURN, at + 1)) feeds--;
    return feeds === 0;
  };

  return {
    /** Whether all is plain so far. */
    take: (piece: Buffer): boolean =>
      isUtf8(piece) && !piece.includes(0) && hasOneLineEnd(piece) && hasProperQuotes(piece),
    isClosed: () => !quoted,
    isMultiline: () => multiline,
  };
}
