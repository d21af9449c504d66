import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { ScoreDocument } from '../score/document.ts';
import { usageError } from './failure.ts';

/** An output of `score` as JSON. Throws a UsageError on anything else. */
export async function readScore(path: string): Promise<ScoreDocument> {
  const { parseScore } = await import('../schema/score.ts');
  const parsed = parseScore(jsonIn(path));
  if ('document' in parsed) return parsed.document;
  throw usageError('not-a-score', { path, cause: parsed.wrongAt });
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw usageError('not-a-score', { path, cause: code ?? message });
  }
}

/** Whether a file claims to be an output of `score`: a JSON object with a framework and its domains. */
export function looksLikeScore(path: string): boolean {
  try {
    // Tables of data may be large, and do not begin with a brace.
    if (!headOf(path).trimStart().startsWith('{')) return false;
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return (
      typeof value === 'object' && value !== null && 'framework' in value && 'domains' in value
    );
  } catch {
    // What cannot be read is said by the reader of data.
    return false;
  }
}

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
