import { closeSync, openSync, readSync } from 'node:fs';
import { readJsonFile } from '../read/json-file.ts';
import type { ScoreDocument } from '../score/document.ts';
import { usageError } from './failure.ts';
import { jsonIn } from './json-file.ts';

/** An output of `score` as JSON. Throws a UsageError on anything else. */
export async function readScore(path: string): Promise<ScoreDocument> {
  const { parseScore } = await import('../schema/score.ts');
  const unlike = (cause: string) => usageError('not-a-score', { path, cause });
  const parsed = parseScore(jsonIn(path, unlike));
  if ('document' in parsed) return parsed.document;
  throw unlike(parsed.wrongAt);
}

/** Whether a file claims to be an output of `score`: a JSON object with a framework and its domains. */
export function looksLikeScore(path: string): boolean {
  try {
    // Tables of data may be large, and do not begin with a brace.
    if (!headOf(path).replace(IN_BETWEEN, '').trimStart().startsWith('{')) return false;
    const value: unknown = readJsonFile(path);
    return (
      typeof value === 'object' && value !== null && 'framework' in value && 'domains' in value
    );
  } catch {
    // What cannot be read is said by the reader of data.
    return false;
  }
}

/** What UTF-16 and byte order marks have beside the characters of ASCII. */
const IN_BETWEEN = /[\0\uFEFF\uFFFD]/g;

/** The first characters of a file. */
function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(64);
    return head.toString('utf8', 0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}
