import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Severity } from '../catalogue/standard.ts';
import type { Sides } from '../compare/measure.ts';
import type { Side, SideName } from '../compare/side.ts';
import { singlePeriods } from '../compare/single.ts';
import type { Issue } from '../issue/issue.ts';
import { createWords, type Words } from '../message/words.ts';
import { configured } from './config.ts';
import { expectShortWork, loadTables, reportIssues } from './data.ts';
import { usageError } from './failure.ts';
import type { Host } from './host.ts';
import type { CommonOptions, DataOptions, FigureOptions } from './options.ts';

export interface SideOptions extends CommonOptions, FigureOptions, DataOptions {
  /** The configuration of the side before, where it is another. */
  readonly beforeConfig?: string;
  /** Make single periods of cumulative ones. */
  readonly single?: true;
}

/** Both sides of a comparison, and all that is wrong with their data, which has been said. */
export interface LoadedSides {
  /** Null where the data of any is invalid and the user did not ask to go on. */
  readonly sides: Sides | null;
  readonly words: Readonly<Record<SideName, Words>>;
  readonly issues: readonly Issue[];
  /** What a problem with the data is called. */
  readonly dataSeverity: Severity;
}

/** Reads one input for both sides, or one for each. */
export async function loadSides(
  before: string,
  after: string | undefined,
  options: SideOptions,
  host: Host,
): Promise<LoadedSides> {
  const isRead = after !== undefined || options.beforeConfig !== undefined;
  if (isRead && before === '-' && (after ?? before) === '-') throw usageError('stdin-twice', {});
  const { catalogue, severities } = await configured(options, host);
  const earlier =
    options.beforeConfig === undefined
      ? catalogue
      : (await configured({ ...options, config: options.beforeConfig }, host)).catalogue;
  const wordsOf = (own: Catalogue) => createWords(own, { ...options, language: options.lang });
  const words = { before: await wordsOf(earlier), after: await wordsOf(catalogue) };
  expectShortWork(after === undefined ? [before] : [before, after], host);
  const first = await loadSide(before, earlier, words.before, options, host);
  const second = isRead
    ? await loadSide(after ?? before, catalogue, words.after, options, host)
    : first;
  return {
    sides:
      first.side === null || second.side === null
        ? null
        : { before: first.side, after: second.side },
    words,
    issues: [...new Set([...first.issues, ...second.issues])],
    dataSeverity: severities.data,
  };
}

interface LoadedSide {
  readonly side: Side | null;
  readonly issues: readonly Issue[];
}

async function loadSide(
  path: string,
  catalogue: Catalogue,
  words: Words,
  options: SideOptions,
  host: Host,
): Promise<LoadedSide> {
  const { dataset, issues, usable } = await loadTables([path], options, catalogue, words, host);
  if (!usable) return { side: null, issues };
  if (options.single !== true) {
    return { side: { dataset, catalogue, derived: new Map() }, issues };
  }
  const found: Issue[] = [];
  const single = singlePeriods(dataset, catalogue, (each) => {
    // The data held against itself has told of most counts that fall.
    const place = words.place(each.place);
    if (!issues.some((told) => told.code === each.code && words.place(told.place) === place)) {
      found.push(each);
    }
  });
  if (found.length > 0) {
    await reportIssues(found, [path], options.allowInvalid === true, words, host);
    if (options.allowInvalid !== true) return { side: null, issues: found };
  }
  return { side: { ...single, catalogue }, issues: [...issues, ...found] };
}
