import type { Finding } from '../check/findings.ts';
import type { Words } from '../message/words.ts';
import { sourceOf } from './cite.ts';

/** A standard in words: what it demands and where its source stands. */
interface StandardWords {
  readonly demand: string;
  readonly source: string;
}

const known = new WeakMap<Words, Map<string, StandardWords>>();

/** Puts a standard into words, once for each: of many findings most are about the same few. */
export function standardWords(standard: Finding['standard'], words: Words): StandardWords {
  const byId = known.get(words) ?? new Map<string, StandardWords>();
  known.set(words, byId);
  const said = byId.get(standard.id) ?? {
    demand: words.standard(standard),
    source: sourceOf(standard, words),
  };
  byId.set(standard.id, said);
  return said;
}
