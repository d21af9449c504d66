import { asLine } from '../message/visible.ts';
import { cell } from './markdown.ts';
import type { RunReport, RunReporter } from './run.ts';

/** What needs attention as a table, for documents and merge requests. */
export const writeRunMarkdown: RunReporter = (run) => markdown(run, Number.POSITIVE_INFINITY);

/** The most rows of a summary that a build service shows; it refuses one above a mebibyte. */
const SUMMARY_ROWS = 500;

/** The same, short enough for the summary of a build. */
export const writeStepSummary: RunReporter = (run) => markdown(run, SUMMARY_ROWS);

function* markdown(run: RunReport, most: number): Iterable<string> {
  const { command, summary, items, words } = run;
  const { headings, dataProblem, more } = words.phrases.check;
  yield `### xc-eval ${command}\n\n${summary.map((sentence) => asLine(cell(sentence))).join('\n\n')}\n`;
  const problems = items.filter(({ kind }) => kind === 'data');
  if (problems.length > 0) {
    yield `\n| ${headings.data} | ${dataProblem} |\n| --- | --- |\n`;
    for (const { place, message } of problems.slice(0, most)) {
      yield `| ${cell(words.place(place))} | ${cell(message)} |\n`;
    }
  }
  const { columns, rows } = run.table;
  const count = items.length - problems.length;
  if (count === 0) return;
  yield `\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n`;
  let shown = 0;
  for (const row of rows()) {
    if (shown === most) break;
    shown++;
    yield `| ${row.map(cell).join(' | ')} |\n`;
  }
  if (shown < count) yield `\n${more(count - shown)}\n`;
}
