import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { writeWhole } from '../disk/write-whole.ts';
import type { Content } from './manifest.ts';

/** Some bytes of a file. */
export interface Segment {
  readonly file: string;
  readonly offset: number;
  readonly bytes: number;
}

const CHUNK = 1 << 20;

/** Writes a table of a header and of rows that stand in other files, and says what was written. */
export function joinTable(path: string, header: string, segments: readonly Segment[]): Content {
  const digest = createHash('sha256');
  const sources = new Map<string, number>();
  const out = openSync(path, 'wx');
  let bytes = 0;
  const write = (data: Uint8Array): void => {
    digest.update(data);
    writeWhole(out, data);
    bytes += data.length;
  };
  try {
    write(Buffer.from(header));
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (const { file, offset, bytes: length } of adjoined(segments)) {
      const source = sources.get(file) ?? openSync(file, 'r');
      sources.set(file, source);
      for (let done = 0; done < length; ) {
        const read = readSync(source, buffer, 0, Math.min(CHUNK, length - done), offset + done);
        if (read === 0) throw new Error(`${file} ends before ${offset + length}`);
        write(buffer.subarray(0, read));
        done += read;
      }
    }
  } finally {
    for (const file of [out, ...sources.values()]) closeSync(file);
  }
  return { bytes, sha256: digest.digest('hex') };
}

/** Segments of which one continues the other in the same file, taken together. */
function adjoined(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.file === segment.file && last.offset + last.bytes === segment.offset) {
      joined[joined.length - 1] = { ...last, bytes: last.bytes + segment.bytes };
    } else joined.push(segment);
  }
  return joined;
}
