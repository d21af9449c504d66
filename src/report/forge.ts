import { createHash } from 'node:crypto';
import type { Item } from './run.ts';

/** What a code host knows an item by from run to run: its fingerprint, at the length they expect. */
export const fingerprintDigest = ({ fingerprint }: Item): string =>
  createHash('sha256').update(fingerprint).digest('hex');

/** A path as code hosts write those of a repository: with slashes, and no `./` in front. */
export const slashedPath = (file: string): string =>
  file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '') || '.';
