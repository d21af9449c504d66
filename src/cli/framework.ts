import { existsSync } from 'node:fs';
import { builtInCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import { scorePhrases } from '../message/score-phrases.ts';
import { nearest } from '../message/suggest.ts';
import { builtInFramework } from '../score/built-in/framework.ts';
import type { Framework } from '../score/framework.ts';
import { faultyFile } from './config.ts';
import { usageError } from './failure.ts';

/** Options of commands that score. */
export interface FrameworkOptions {
  readonly framework?: string;
  /** The name of a model of the framework, or a file. */
  readonly model?: string;
}

/** The built-in framework or the one of `--framework`. Throws a UsageError that lists all that is wrong with it. */
export async function chosenFramework(
  { framework: file }: Pick<FrameworkOptions, 'framework'>,
  catalogue: Catalogue,
): Promise<Framework> {
  if (file === undefined) return builtInFramework();
  const { loadFramework } = await import('../read/load-framework.ts');
  const issues: Issue[] = [];
  const loaded = loadFramework(file, catalogue, (found) => {
    issues.push(found);
  });
  if (loaded !== null && issues.length === 0) return loaded;
  throw faultyFile(issues, builtInCatalogue(), (words) =>
    scorePhrases(words).invalidFramework(issues.length),
  );
}

/** The name of a model of the framework, or the file that holds one. Throws a UsageError where there is neither. */
export function chosenModel(
  { model: text }: Pick<FrameworkOptions, 'model'>,
  { models, defaultModel }: Framework,
): { readonly name: string } | { readonly file: string } {
  const wanted = text ?? defaultModel;
  if (Object.hasOwn(models, wanted)) return { name: wanted };
  if (wanted.endsWith('.json') || existsSync(wanted)) return { file: wanted };
  const known = Object.keys(models);
  throw usageError('unknown-model', { text: wanted, nearest: nearest(wanted, known), known });
}
