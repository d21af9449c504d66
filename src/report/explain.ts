import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Calculation, Definition } from './explanation.ts';
import { type ExplanationFormat, SCHEMA_VERSION } from './formats.ts';
import { pointsText } from './interval.ts';
import { encodeJson } from './json-text.ts';
import { cell } from './markdown.ts';

/** A definition and, with data, its calculations; `more` counts the groups left out. */
export interface Explanation {
  readonly definition: Definition;
  readonly calculations: readonly Calculation[];
  readonly more: number;
}

export function writeExplanation(
  explanation: Explanation,
  format: ExplanationFormat,
  words: Words,
): string {
  switch (format) {
    case 'text':
      return writeText(explanation, words);
    case 'markdown':
      return writeMarkdown(explanation, words);
    case 'json': {
      const { definition, calculations } = explanation;
      return `${encodeJson({ schemaVersion: SCHEMA_VERSION, ...definition, calculations }, 2)}\n`;
    }
  }
}

/** Heading and text of each part of a definition, in order; parts that say nothing are left out. */
function* parts(definition: Definition, words: Words): Iterable<readonly [string, string]> {
  const { headings, cited, listed, noStandard } = words.phrases.explain;
  const { label, formula, ambiguity, inputs, standards } = definition;
  if (definition.meaning !== '') yield [headings.meaning, definition.meaning];
  yield [headings.formula, `${label} = ${formula}`];
  yield [headings.better, definition.better];
  yield [headings.definition, definition.definition];
  if (ambiguity !== null) yield [headings.ambiguity, ambiguity];
  yield [headings.source, cited(definition.source)];
  if (standards.length === 0) yield [headings.standard, noStandard];
  for (const { demand, terms, note, source } of standards) {
    yield [headings.standard, demand + words.phrases.aside(terms)];
    yield [headings.standardSource, cited(source)];
    if (note !== null) yield [headings.note, note];
  }
  for (const [index, input] of inputs.entries()) {
    yield [headings.input, listed(input)];
    // Counts that stand together may share what is to be said of them.
    if (input.note !== null && input.note !== inputs[index + 1]?.note) {
      yield [headings.note, input.note];
    }
  }
}

function writeText({ definition, calculations, more }: Explanation, words: Words): string {
  const { explain } = words.phrases;
  const lines = [`${definition.label}  ${definition.id}`];
  for (const [heading, text] of parts(definition, words)) {
    lines.push(`  ${heading}${words.phrases.colon}${text}`);
  }
  for (const calculation of calculations) {
    const { unit, period, text, places } = calculation;
    lines.push('', [unit, period].filter((part) => part !== '').join(' '), `  ${visible(text)}`);
    for (const remark of remarksOf(calculation, words)) lines.push(`  ${remark}`);
    lines.push(`  ${explain.data(placesText(places, words), places.length)}`);
  }
  if (more > 0) lines.push('', explain.more(more));
  return `${lines.join('\n')}\n`;
}

/** The interval where it was asked for, and what the standards say. */
function remarksOf({ interval, noInterval, verdicts }: Calculation, words: Words): string[] {
  const { phrases, style } = words;
  if (noInterval !== undefined) return [phrases.noInterval[noInterval], ...verdicts];
  if (interval == null) return [...verdicts];
  const [low, high] = [interval.low, interval.high].map(
    (limit) => `${pointsText(limit, style)}%`,
  ) as [string, string];
  return [phrases.interval(low, high), ...verdicts];
}

const SHOWN_PLACES = 4;

const placesText = (places: Calculation['places'], words: Words): string =>
  places.slice(0, SHOWN_PLACES).map(words.place).join(words.phrases.listSeparator) +
  (places.length > SHOWN_PLACES ? ' …' : '');

function writeMarkdown({ definition, calculations, more }: Explanation, words: Words): string {
  const { explain } = words.phrases;
  const lines = [`## ${cell(definition.label)} \`${definition.id}\``, ''];
  for (const [heading, text] of parts(definition, words)) {
    lines.push(`- **${heading}**${words.phrases.colon}${cell(text)}`);
  }
  for (const calculation of calculations) {
    const { unit, period, text, places } = calculation;
    lines.push('', `### ${cell([unit, period].filter((part) => part !== '').join(' '))}`, '');
    lines.push(
      cell(text),
      ...remarksOf(calculation, words).flatMap((remark) => ['', cell(remark)]),
    );
    lines.push('', cell(explain.data(placesText(places, words), places.length)));
  }
  if (more > 0) lines.push('', explain.more(more));
  return `${lines.join('\n')}\n`;
}
