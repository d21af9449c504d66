import { relative } from 'node:path';
import { builtInCatalogue, type Catalogue, createCatalogue } from '../catalogue/catalogue.ts';
import type { ConfigPath } from '../config/config.ts';
import { DEFAULT_SEVERITIES, type Severities } from '../config/severities.ts';
import { DEFAULT_FIGURES } from '../exact/roundings.ts';
import type { Issue, IssueSink, Place } from '../issue/issue.ts';
import { visible } from '../message/visible.ts';
import { createWords, type Words } from '../message/words.ts';
import { findConfig } from '../read/find-config.ts';
import { issueLines } from './data.ts';
import { UsageError } from './failure.ts';
import { type Host, writeTo } from './host.ts';
import type { CommonOptions } from './options.ts';

/** The vocabulary of a run, and what its configuration says beside it. */
export interface Configured {
  readonly catalogue: Catalogue;
  readonly severities: Severities;
  /** The configuration in use, or null. */
  readonly file: string | null;
  /** Where a value of the vocabulary was written; null where it is built in. */
  readonly originOf: (path: ConfigPath) => Place | null;
}

/**
 * The catalogue with the configuration that `--config` names or that lies in the working folder or above it.
 * Throws a UsageError that lists all that is wrong with it.
 */
export async function configured(
  { config: option, lang }: Pick<CommonOptions, 'config' | 'lang'>,
  host: Host,
): Promise<Configured> {
  const builtIn = builtInCatalogue();
  const file = option === false ? null : (option ?? findUpwards(host));
  if (file === null) {
    return { catalogue: builtIn, severities: DEFAULT_SEVERITIES, file, originOf: () => null };
  }
  const { loadConfig } = await import('../read/load-config.ts');
  const issues: Issue[] = [];
  const report: IssueSink = (found) => {
    issues.push(found);
  };
  const loaded = loadConfig(file, builtIn, report);
  if (loaded === null || issues.length > 0) throw faulty(issues, builtIn);
  if (option === undefined) {
    const words = await createWords(builtIn, { language: lang, ...DEFAULT_FIGURES });
    await writeTo(host.stderr, `${words.phrases.notes.config(visible(file))}\n`);
  }
  const { vocabulary, severities, originOf } = loaded;
  return { catalogue: createCatalogue(vocabulary), severities, file, originOf };
}

function findUpwards({ folder }: Host): string | null {
  const found = findConfig(folder);
  return found && (relative(folder, found) || found);
}

const faulty = (issues: readonly Issue[], catalogue: Catalogue): UsageError =>
  faultyFile(issues, catalogue, ({ phrases }) => phrases.notes.invalidConfig(issues.length));

/** A file of settings that cannot be used, with all that is wrong with it below a sentence that says so. */
export function faultyFile(
  issues: readonly Issue[],
  catalogue: Catalogue,
  sentence: (words: Words) => string,
): UsageError {
  return new UsageError('invalid-config', async (language) => {
    const words = await createWords(catalogue, { language, ...DEFAULT_FIGURES });
    return [sentence(words), ...issueLines(issues, words)].join('\n');
  });
}
