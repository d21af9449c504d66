import { asLine } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import { joined } from './batches.ts';
import { cell } from './markdown.ts';
import type { Item, RunReport, RunReporter } from './run.ts';

/** What needs attention as a table, for documents and merge requests. */
export const writeRunMarkdown: RunReporter = (run) => markdown(run, Number.POSITIVE_INFINITY);

/** The most rows of a summary that a build service shows; it refuses one above a mebibyte. */
const SUMMARY_ROWS = 500;

/** The same, short enough for the summary of a build. */
export const writeStepSummary: RunReporter = (run) => markdown(run, SUMMARY_ROWS);

function* markdown(run: RunReport, most: number): Iterable<string> {
  const { command, summary, problems, found, words } = run;
  const { headings, dataProblem, more } = words.phrases.check;
  yield `### xc-eval ${command}\n\n${summary.map((sentence) => asLine(cell(sentence))).join('\n\n')}\n`;
  if (problems.length > 0) {
    yield `\n| ${headings.data} | ${dataProblem} |\n| --- | --- |\n`;
    yield* joined(problems.slice(0, most).map((item) => problemLine(item, words)));
  }
  const { columns, rows } = run.table;
  if (found.count === 0) return;
  yield `\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n`;
  yield* joined(rowLines(rows(), most));
  if (found.count > most) yield `\n${more(found.count - most)}\n`;
}

const problemLine = ({ place, message }: Item, words: Words): string =>
  `| ${cell(words.place(place))} | ${cell(message)} |\n`;

function* rowLines(rows: Iterable<readonly string[]>, most: number): Iterable<string> {
  let shown = 0;
  for (const row of rows) {
    if (shown === most) return;
    shown++;
    yield `| ${row.map(cell).join(' | ')} |\n`;
  }
}
