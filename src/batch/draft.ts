import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { writeWhole } from '../disk/write-whole.ts';
import type { Content } from './manifest.ts';

const BATCH = 1 << 16;

/**
 * Writes a draft in the place of another. It is not flushed to the disk by itself: ten thousand files would wait
 * for it ten thousand times, and the manifest tells a file that a power failure has cut short by its length.
 */
export function writeDraft(path: string, chunks: Iterable<string>): Content {
  const digest = createHash('sha256');
  const file = openSync(path, 'w');
  let bytes = 0;
  let text = '';
  const flush = (): void => {
    const data = Buffer.from(text);
    digest.update(data);
    writeWhole(file, data);
    bytes += data.length;
    text = '';
  };
  try {
    for (const chunk of chunks) {
      text += chunk;
      if (text.length >= BATCH) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: digest.digest('hex') };
}
