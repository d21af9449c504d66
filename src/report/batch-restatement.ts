import type { Figure, RestatedFigure, Restatement } from '../batch/restate.ts';
import { FLAGS } from '../judge/flag.ts';
import { batchPhrases } from '../message/batch-phrases.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Block, BlockRow } from './blocks.ts';

/** The most figures and names that a person is shown. */
const LISTED = 60;
const NAMED = 5;

const line = (text: string): Block => ({ kind: 'line', text });

/** How many figures changed, and in which way. */
export interface ChangeTally {
  changed: number;
  appeared: number;
  vanished: number;
}

export const emptyTally = (): ChangeTally => ({ changed: 0, appeared: 0, vanished: 0 });

export function countIn(tally: ChangeTally, { before, after }: RestatedFigure): void {
  tally[before === null ? 'appeared' : after === null ? 'vanished' : 'changed']++;
}

/** What changed since an earlier run, for people. */
export function* restatementBlocks(restatement: Restatement, words: Words): Iterable<Block> {
  const { phrases } = words;
  const batch = batchPhrases(words);
  const compare = comparePhrases(words);
  const { before, compared, differs, redefined, restandardised } = restatement;
  yield line(batch.against(visible(before), compared));
  if (differs.version) yield line(batch.otherVersion);
  if (differs.options.length > 0) {
    yield line(batch.otherOptions(differs.options.map(optionName).join(phrases.listSeparator)));
  }
  if (differs.definition && redefined.length === 0) yield line(batch.otherDefinition);
  for (const { metric, ...formulas } of redefined.slice(0, NAMED)) {
    yield line(compare.redefined(words.metric(metric), formulas.before, formulas.after));
  }
  if (redefined.length > NAMED) yield line(batch.more(redefined.length - NAMED));
  if (restandardised.length > 0) {
    yield line(compare.restandardised(named(restandardised.map(words.metric), words)));
  } else if (differs.standards) yield line(batch.otherStandards);
  yield* aloneLines(restatement, words);

  const rows: BlockRow[] = [];
  const tally = emptyTally();
  let more = 0;
  for (const figure of restatement.figures()) {
    countIn(tally, figure);
    if (rows.length < LISTED) rows.push({ cells: cellsOf(figure, words), flag: null });
    else more++;
  }
  if (rows.length > 0) {
    const { file, unit, period, metric, before, after, cause } = batch.columns;
    const titles = [file, unit, period, metric, before, after, cause];
    const columns = titles.map((title) => ({ title, align: 'left' as const }));
    yield { kind: 'table', title: batch.restated, columns, rows };
  }
  if (more > 0) yield line(batch.more(more));
  const { changed, appeared, vanished } = tally;
  yield line(compared === 0 ? batch.nothingCompared : batch.changes(changed, appeared, vanished));
}

/** `allowInvalid` is `--allow-invalid`. */
export const optionName = (key: string): string =>
  `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function* aloneLines({ alone }: Restatement, words: Words): Iterable<Block> {
  for (const onlyIn of ['before', 'after'] as const) {
    for (const why of ['absent', 'unusable'] as const) {
      const files = alone.filter((file) => file.onlyIn === onlyIn && file.why === why);
      if (files.length === 0) continue;
      const names = named(
        files.map(({ path }) => visible(path)),
        words,
      );
      yield line(batchPhrases(words).alone[onlyIn](why, names, files.length));
    }
  }
}

const named = (names: readonly string[], words: Words): string =>
  comparePhrases(words).and(
    names.slice(0, NAMED).join(words.phrases.listSeparator),
    Math.max(0, names.length - NAMED),
  );

function cellsOf({ path, before, after, causes }: RestatedFigure, words: Words): string[] {
  const { listSeparator, aside, flags } = words.phrases;
  const batch = batchPhrases(words);
  const { unit, period, label } = (after ?? before) as Figure;
  const isJudgedOtherwise = before !== null && after !== null && before.flag !== after.flag;
  const text = (figure: Figure | null): string => {
    if (figure === null) return batch.absent;
    const flag = FLAGS.find((each) => each === figure.flag);
    if (!isJudgedOtherwise) return figure.text;
    return figure.text + aside(flag === undefined ? words.phrases.noStandard : flags[flag]);
  };
  return [
    path,
    unit,
    period,
    label,
    text(before),
    text(after),
    causes.map((cause) => batch.cause[cause]).join(listSeparator),
  ];
}
