import { distance } from 'fastest-levenshtein';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** The candidate that a misspelt text most likely means, or null if none is close. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = text.trim().toLowerCase();
  let best: { candidate: string; cost: number } | null = null;
  for (const candidate of candidates) {
    const cost = distance(wanted, candidate.toLowerCase());
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { candidate, cost };
  }
  if (best === null) return null;
  const length = Math.max(wanted.length, best.candidate.length);
  return best.cost <= Math.max(1, Math.floor(length * 0.45)) ? best.candidate : null;
}

/** All names of counts and metrics. */
export function* knownTerms({ counts, metrics }: Catalogue): Iterable<string> {
  for (const { label, aliases = [] } of [...Object.values(counts), ...Object.values(metrics)]) {
    yield label;
    yield* aliases;
  }
}
