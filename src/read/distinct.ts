import { realpathSync, statSync } from 'node:fs';
import { type Issue, issue } from '../issue/issue.ts';
import type { InputPath } from './input.ts';

/** Each input by the first of its names, and what is wrong with the others: read twice, it would count twice. */
export function distinct(paths: readonly InputPath[]): {
  readonly once: readonly InputPath[];
  readonly repeated: readonly Issue[];
} {
  // Nothing is asked of the disk for a file by itself, as there are thousands of in a batch.
  if (paths.length < 2) return { once: paths, repeated: [] };
  const names = new Map<string, InputPath>();
  const repeated: Issue[] = [];
  for (const file of paths) {
    const key = identityOf(file);
    const first = names.get(key);
    if (first === undefined) names.set(key, file);
    else repeated.push(issue('same-input-twice', { file }, { first }));
  }
  return { once: [...names.values()], repeated };
}

/** What all names of a file share. A pipe has no other name, and of what cannot be read its reader says why. */
function identityOf(path: InputPath): string {
  try {
    return path !== '-' && statSync(path).isFile() ? realpathSync.native(path) : path;
  } catch {
    return path;
  }
}
