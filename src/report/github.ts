import { asLine, visible } from '../message/visible.ts';
import { joined } from './batches.ts';
import { type Item, itemsOf, type RunReport } from './run.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Writes workflow commands for GitHub Actions, one a line, and what they come to for the log.
 *
 * GitHub shows ten errors and ten warnings of a step, so that the worst have to come first.
 */
export function* writeGithub(run: RunReport): Iterable<string> {
  yield* joined(commands(run));
  for (const sentence of run.summary) yield `${asLine(sentence)}\n`;
}

function* commands(run: RunReport): Iterable<string> {
  for (const item of itemsOf(run)) yield `${commandOf(item, run)}\n`;
}

function commandOf(item: Item, run: RunReport): string {
  const properties = Object.entries(propertiesOf(item, run)).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapeProperty(String(value))}`,
  );
  return `::${COMMANDS[item.severity]} ${properties.join(',')}::${escapeData(item.message)}`;
}

/** A line means nothing without a file: where there is none, the title says the place. */
function propertiesOf({ place, title }: Item, { textSpan, words }: RunReport) {
  const { file, line } = place;
  if (file === '-') return { title: title + words.phrases.aside(words.place(place)) };
  const span = textSpan(place);
  const at =
    span === null ? { line } : { line: span.line, col: span.column, endColumn: span.endColumn };
  return { file: visible(file), ...at, title };
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Without colons a property cannot end the head of its command, without commas it cannot add another. */
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
