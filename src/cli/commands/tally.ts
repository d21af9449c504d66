import { statSync } from 'node:fs';
import { unitName } from '../../catalogue/catalogue.ts';
import { DEFAULT_FIGURES } from '../../exact/roundings.ts';
import { noCasesAfter } from '../../ledger/problems.ts';
import { NeedsDuckDbError, tallyLedgers } from '../../ledger/tally.ts';
import { tallyPhrases } from '../../message/tally-phrases.ts';
import { visible } from '../../message/visible.ts';
import { createWords, type Words } from '../../message/words.ts';
import { ChangedInputError } from '../../read/changes.ts';
import type { Encoding } from '../../read/encodings.ts';
import type { Engine } from '../../read/engines.ts';
import type { TallyFormat } from '../../report/formats.ts';
import { writeTally } from '../../report/tally.ts';
import type { Mapping } from '../../tally/mapping.ts';
import type { Problem, Tally } from '../../tally/tally.ts';
import { configured } from '../config.ts';
import { issueLines } from '../data.ts';
import { sayWhatFailed } from '../database.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import { type Host, readAll, writeTo } from '../host.ts';
import { chosenMapping } from '../mapping.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { progressOn } from '../progress.ts';

export interface TallyOptions extends CommonOptions {
  readonly mapping: string;
  readonly format: TallyFormat;
  readonly then?: string;
  readonly engine: Engine;
  readonly encoding: Encoding | 'auto';
  readonly allowInvalid?: true;
}

/** Makes counts of ledgers, says what is wrong with them, and writes the counts. */
export async function runTally(
  files: readonly string[],
  options: TallyOptions,
  host: Host,
): Promise<ExitCode> {
  const { encoding, engine, format, lang } = options;
  if (files.filter((path) => path === '-').length > 1) throw usageError('stdin-twice', {});
  if (options.then !== undefined && options.output !== undefined) {
    throw usageError('output-before-then', { command: options.then });
  }
  const { catalogue } = await configured(options, host);
  const mapping = await chosenMapping(options.mapping, catalogue);
  const words = await createWords(catalogue, { language: lang, ...DEFAULT_FIGURES });
  const sizes = files.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const bar = await progressOn(host, Math.max(...sizes));
  const nameOf = (text: string): string => unitName(text.replace(/\s+/g, ' '), catalogue);
  const { tally, notes } = await tallyLedgers(files, mapping, nameOf, engine, {
    encoding,
    standardInput: () => readAll(host.stdin),
    progress: (path, fraction) => bar.update(visible(path), fraction),
  })
    .catch((error: unknown) => {
      if (error instanceof NeedsDuckDbError) throw usageError('needs-duckdb', { path: error.path });
      if (error instanceof ChangedInputError) {
        throw usageError('input-changed', { path: error.path });
      }
      return sayWhatFailed(error);
    })
    .finally(bar.stop);

  for (const { path, decoded } of notes) {
    if (decoded.encoding === 'utf-8') continue;
    const { encoding: known, by } = decoded;
    const text = words.phrases.notes.encoding(words.place({ file: path }), known, by);
    await writeTo(host.stderr, `${text}\n`);
  }
  const allowed = options.allowInvalid === true;
  for (const text of remarks(tally, allowed, mapping, words))
    await writeTo(host.stderr, `${text}\n`);
  const isRefused = !allowed || tally.entries.length === 0;
  if (tally.problems.length + tally.issues.length > 0 && isRefused) return EXIT.unusable;
  // CSV is for spreadsheets, and guards texts that these take for formulas; another command has to have them as they are.
  const given = options.then === undefined ? format : 'json';
  await deliver(writeTally(tally, given, words), options, host.stdout);
  return EXIT.done;
}

/** What is to be known of ledgers beside their counts. */
function* remarks(made: Tally, allowed: boolean, mapping: Mapping, words: Words) {
  const goesOn = allowed && made.entries.length > 0;
  const { issues, problems, rows, leftOut } = made;
  const tally = tallyPhrases(words);
  yield* issueLines(issues, words);
  for (const problem of problems) yield* linesOf(problem, words);
  if (leftOut > 0) yield tally.leftOut(words.number(leftOut), words.number(rows));
  if (goesOn && noCasesAfter(mapping, made) !== mapping.noCases) yield tally.notZero();
  const kinds = problems.length + issues.length;
  if (kinds > 0) yield tally.summary(kinds, goesOn ? 'yes' : allowed ? 'nothing' : 'no');
}

function* linesOf({ rows, samples }: Problem, words: Words) {
  for (const sample of samples) {
    yield `${words.place(sample.place)}: ${words.issue(sample)} [${sample.code}]`;
  }
  if (rows > samples.length) yield tallyPhrases(words).more(words.number(rows), samples.length);
}
