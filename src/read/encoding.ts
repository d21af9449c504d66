import { isUtf8 } from 'node:buffer';
import type { Encoding } from './encodings.ts';

export interface DecodedAs {
  readonly encoding: Encoding;
  /** How the encoding is known. */
  readonly by: 'mark' | 'content' | 'request';
}

export interface Decoded extends DecodedAs {
  /** The text as UTF-8 bytes without a byte order mark. */
  readonly utf8: Buffer;
}

/** Bytes that are no text in the encoding they were taken for. */
export class UndecodableError extends Error {
  readonly encoding: Encoding;
  /** Of the first byte that cannot be decoded. */
  readonly offset: number;
  constructor(encoding: Encoding, offset: number) {
    super(`not ${encoding} at byte ${offset}`);
    this.encoding = encoding;
    this.offset = offset;
  }
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes an input. Unless one is requested, the encoding is that of its byte order mark, else UTF-16 if most
 * of what separates its cells is written so, else UTF-8 if the bytes are valid, else GB18030. A piece from the midst of an
 * input has no mark. Throws an UndecodableError.
 */
export function decode(bytes: Buffer, requested: Encoding | 'auto', mayBeMarked = true): Decoded {
  const mark = mayBeMarked ? markOf(bytes) : undefined;
  const [encoding, by]: [Encoding, Decoded['by']] =
    requested !== 'auto'
      ? [requested, 'request']
      : mark !== undefined
        ? [mark[0], 'mark']
        : [guess(bytes), 'content'];
  const skipped = mark?.[0] === encoding ? mark[1].length : 0;
  const body = bytes.subarray(skipped);
  const badByte = (of: Encoding) => skipped + firstBadByte(body, of);
  if (encoding === 'utf-8') {
    if (!isUtf8(body)) throw new UndecodableError(encoding, badByte(encoding));
    return { utf8: body, encoding, by };
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
    return { utf8: Buffer.from(text, 'utf8'), encoding, by };
  } catch {
    const offset = badByte(encoding);
    if (by !== 'content') throw new UndecodableError(encoding, offset);
    // Neither fits: what it is taken for is the one that gets further.
    const asUtf8 = badByte('utf-8');
    throw asUtf8 < offset
      ? new UndecodableError(encoding, offset)
      : new UndecodableError('utf-8', asUtf8);
  }
}

const markOf = (bytes: Buffer) =>
  MARKS.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));

/** The encoding that the first bytes of an input tell, or null where it takes all of them. */
export function guessEncoding(head: Buffer): DecodedAs | null {
  const mark = markOf(head);
  if (mark !== undefined) return { encoding: mark[0], by: 'mark' };
  const wide = wideEncoding(head);
  return wide && { encoding: wide, by: 'content' };
}

/** Tab, line ends, quote and comma: no table is without them, and few bytes of Chinese in UTF-16 look like one. */
const SEPARATORS: ReadonlySet<number | undefined> = new Set([9, 10, 13, 34, 44]);

/** UTF-16, if most separators have the zero byte of it. A stray one does not make a text that. */
function wideEncoding(bytes: Buffer): Encoding | null {
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return null;
  let [separators, littleEndian, bigEndian] = [0, 0, 0];
  for (const [at, byte] of head.entries()) {
    if (!SEPARATORS.has(byte)) continue;
    separators++;
    if (at % 2 === 0 && head[at + 1] === 0) littleEndian++;
    if (at % 2 === 1 && head[at - 1] === 0) bigEndian++;
  }
  if (littleEndian * 2 > separators) return 'utf-16le';
  return bigEndian * 2 > separators ? 'utf-16be' : null;
}

const guess = (bytes: Buffer): Encoding =>
  wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');

function firstBadByte(bytes: Buffer, encoding: Encoding): number {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length; at++) {
    try {
      decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    } catch {
      return at;
    }
  }
  return bytes.length;
}
