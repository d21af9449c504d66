import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { decode } from './encoding.ts';

/** The text of a file of JSON, in any encoding that data may be in. Throws what the system says, or an UndecodableError. */
export function readJsonText(path: string): string {
  const bytes = readFileSync(path);
  return decode(bytes, isUtf8(bytes) ? 'utf-8' : 'auto').utf8.toString('utf8');
}

/** The value in a file of JSON. Throws a SyntaxError beside what keeps the text from being read. */
export const readJsonFile = (path: string): unknown => JSON.parse(readJsonText(path));
