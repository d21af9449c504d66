import { existsSync } from 'node:fs';
import { builtInCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import { READY_MAPPINGS } from '../ledger/ready.ts';
import { nearest } from '../message/suggest.ts';
import { loadMapping, mappingOf } from '../read/load-mapping.ts';
import type { Mapping } from '../tally/mapping.ts';
import { faultyFile } from './config.ts';
import { usageError } from './failure.ts';

/** A ready mapping by its name, as the data that it is. Throws a UsageError with the names there are. */
export async function readyMapping(name: string): Promise<unknown> {
  const known = Object.keys(READY_MAPPINGS);
  const load = Object.hasOwn(READY_MAPPINGS, name) ? READY_MAPPINGS[name] : undefined;
  if (load !== undefined) return load();
  throw usageError('unknown-mapping', { text: name, nearest: nearest(name, known), known });
}

/** A ready mapping, or one from a file. Throws a UsageError that lists all that is wrong with it. */
export async function chosenMapping(text: string, catalogue: Catalogue): Promise<Mapping> {
  const issues: Issue[] = [];
  const isReady = Object.hasOwn(READY_MAPPINGS, text);
  if (!isReady && !text.endsWith('.json') && !existsSync(text)) await readyMapping(text);
  const mapping = isReady
    ? mappingOf(await readyMapping(text), catalogue, (code) => {
        throw new Error(`the ready mapping ${text}: ${code}`);
      })
    : loadMapping(text, catalogue, (found) => {
        issues.push(found);
      });
  if (mapping !== null && issues.length === 0) return mapping;
  throw faultyFile(issues, builtInCatalogue(), ({ tally }) => tally.invalidMapping(issues.length));
}
