import { existsSync } from 'node:fs';
import { builtInCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { loadMapping } from '../ledger/library.ts';
import { READY_MAPPINGS } from '../ledger/ready.ts';
import { nearest } from '../message/suggest.ts';
import { tallyPhrases } from '../message/tally-phrases.ts';
import type { Mapping } from '../tally/mapping.ts';
import { faultyFile } from './config.ts';
import { usageError } from './failure.ts';

const isReady = (name: string): boolean => Object.hasOwn(READY_MAPPINGS, name);

/** A ready mapping as the data that it is. Throws a UsageError with the names there are. */
export const readyMapping = (name: string): Promise<unknown> =>
  READY_MAPPINGS[knownName(name)]?.() ?? Promise.resolve(null);

/** A ready mapping, or one from a file. Throws a UsageError that lists all that is wrong with it. */
export async function chosenMapping(text: string, catalogue: Catalogue): Promise<Mapping> {
  const isFile = !isReady(text) && (text.endsWith('.json') || existsSync(text));
  const { mapping, issues } = await loadMapping(isFile ? text : knownName(text), catalogue);
  if (mapping !== null) return mapping;
  throw faultyFile(issues, builtInCatalogue(), (words) =>
    tallyPhrases(words).invalidMapping(issues.length),
  );
}

function knownName(name: string): string {
  if (isReady(name)) return name;
  const known = Object.keys(READY_MAPPINGS);
  throw usageError('unknown-mapping', { text: name, nearest: nearest(name, known), known });
}
