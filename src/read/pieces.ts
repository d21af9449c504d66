import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname, join } from 'node:path';
import { writeWhole } from '../disk/write-whole.ts';
import { type DecodedAs, decode, guessEncoding, UndecodableError } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import type { InputPath, ReadOptions } from './input.ts';

/** Some bytes of an input. They end where a line ends, or with the input. */
interface Piece {
  readonly bytes: Buffer;
  /** Where they begin. */
  readonly offset: number;
}

/** A text that comes in pieces of whole lines, in UTF-8, so that its size does not matter. */
export interface PiecedText extends DecodedAs {
  /** Throws an UndecodableError. */
  pieces(): Iterable<Buffer>;
}

const PIECE = 1 << 20;

/** Opens an input as text. Throws the error of the system where it cannot be read. */
export async function openText(
  path: InputPath,
  { encoding: requested, standardInput, progress }: ReadOptions,
): Promise<PiecedText> {
  const whole = path === '-' ? await standardInput() : null;
  const as = encodingOf(path, whole, requested);
  return {
    ...as,
    *pieces() {
      const size = whole?.length ?? sizeOf(path);
      for (const { bytes, offset } of piecesOf(path, whole, as.encoding)) {
        yield decodedAt(bytes, offset, as.encoding);
        progress(path, size === 0 ? 1 : (offset + bytes.length) / size);
      }
    },
  };
}

export const noStandardInput = (): Promise<Buffer> => Promise.resolve(Buffer.alloc(0));

/**
 * A file of the same text in UTF-8: itself, or a copy in a folder. Null where it cannot be decoded.
 * Throws the error of the system where there is no room for a copy.
 */
export function inUtf8(path: string, text: PiecedText, folder: string): string | null {
  if (text.encoding === 'utf-8') return path;
  const copy = join(folder, `utf8${extname(path)}`);
  const file = openSync(copy, 'w');
  try {
    for (const piece of text.pieces()) writeWhole(file, piece);
    return copy;
  } catch (error) {
    if (error instanceof UndecodableError) return null;
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file. */
export function firstBytes(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    return readFully(file, Buffer.allocUnsafe(length), 0);
  } finally {
    closeSync(file);
  }
}

const sizeOf = (path: string): number => {
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
};

/** As `decode` decides it, without all of the bytes at hand. */
function encodingOf(
  path: InputPath,
  whole: Buffer | null,
  requested: Encoding | 'auto',
): DecodedAs {
  if (requested !== 'auto') return { encoding: requested, by: 'request' };
  const known = guessEncoding(whole?.subarray(0, PIECE) ?? firstBytes(path, PIECE));
  if (known !== null) return known;
  for (const { bytes } of piecesOf(path, whole, 'utf-8')) {
    if (!isUtf8(bytes)) return { encoding: 'gb18030', by: 'content' };
  }
  return { encoding: 'utf-8', by: 'content' };
}

/** The encoding of a file, unless one is requested. */
export const encodingOfFile = (path: string, requested: Encoding | 'auto'): Encoding =>
  encodingOf(path, null, requested).encoding;

/** Some bytes of an input as UTF-8. Throws an UndecodableError. */
export function decodedAt(bytes: Buffer, offset: number, encoding: Encoding): Buffer {
  try {
    // A byte order mark belongs to the encoding only where the input begins.
    return decode(bytes, encoding, offset === 0).utf8;
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    throw new UndecodableError(encoding, offset + error.offset);
  }
}

/** The bytes of an input, or of what was read of it, in pieces of about a size. */
export function* piecesOf(
  path: string,
  whole: Buffer | null,
  encoding: Encoding,
  size = PIECE,
): Iterable<Piece> {
  if (whole !== null) {
    yield { bytes: whole, offset: 0 };
    return;
  }
  const file = openSync(path, 'r');
  try {
    let offset = 0;
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const read = readFully(
        file,
        Buffer.allocUnsafe(rest.length + Math.max(size, rest.length)),
        rest.length,
      );
      rest.copy(read);
      if (read.length === rest.length) break;
      const end = lastLineEnd(read, encoding);
      if (end > 0) {
        yield { bytes: read.subarray(0, end), offset };
        offset += end;
      }
      rest = read.subarray(end);
    }
    if (rest.length > 0) yield { bytes: rest, offset };
  } finally {
    closeSync(file);
  }
}

/** Fills a buffer from `start` on; what is returned ends where the file does. */
function readFully(file: number, into: Buffer, start: number): Buffer {
  let end = start;
  while (end < into.length) {
    const count = readSync(file, into, end, into.length - end, null);
    if (count === 0) break;
    end += count;
  }
  return into.subarray(0, end);
}

/** Where the last whole line ends. No character but the line end has its byte in it, in any of the encodings. */
function lastLineEnd(bytes: Buffer, encoding: Encoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const [first, second] = encoding === 'utf-16le' ? [10, 0] : [0, 10];
    for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
      if (bytes[at] === first && bytes[at + 1] === second) return at + 2;
    }
    return 0;
  }
  return bytes.lastIndexOf(10) + 1;
}
