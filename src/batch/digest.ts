import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Content } from './manifest.ts';

export const digestOf = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

const CHUNK = 1 << 20;

/** The content of a file as it is now; null where it cannot be read. */
export function contentOf(path: string): Content | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const digest = createHash('sha256');
    const buffer = Buffer.allocUnsafe(CHUNK);
    let bytes = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      digest.update(buffer.subarray(0, read));
      bytes += read;
    }
    return { bytes, sha256: digest.digest('hex') };
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}
