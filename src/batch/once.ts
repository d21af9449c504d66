import { readFileSync } from 'node:fs';
import { isParquet } from '../recognise/extension.ts';
import { contentOf, digestOf } from './digest.ts';
import type { Content } from './manifest.ts';

/** A file that is read once, or the error of the system each time it is asked for. */
export function readOnce(path: string): {
  readonly digest: Content | null;
  readonly bytes: () => Buffer;
} {
  try {
    if (isParquet(path)) return { digest: contentOf(path), bytes: () => Buffer.alloc(0) };
    const bytes = readFileSync(path);
    return { digest: { bytes: bytes.length, sha256: digestOf(bytes) }, bytes: () => bytes };
  } catch (error) {
    return {
      digest: null,
      bytes() {
        throw error;
      },
    };
  }
}
