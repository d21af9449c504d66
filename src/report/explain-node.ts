import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import { type Explanation, writeExplanation } from './explain.ts';
import { type ExplanationFormat, SCHEMA_VERSION } from './formats.ts';
import { encodeJson } from './json-text.ts';
import { cell } from './markdown.ts';

/** What there is to say of an indicator or a domain. */
export interface NodeExplanation {
  readonly id: string;
  readonly title: string;
  /** Headings with their texts, in order. */
  readonly parts: readonly (readonly [heading: string, text: string])[];
  /** What it is made up of, a line each; empty where that is said by metrics. */
  readonly lines: readonly string[];
  /** The same for machines. */
  readonly data: object;
  readonly metrics: readonly Explanation[];
}

/** Writes an explanation of an indicator or a domain, with those of its metrics below it. */
export function writeNodeExplanation(
  explanation: NodeExplanation,
  format: ExplanationFormat,
  words: Words,
): string {
  const { id, title, parts, lines, data, metrics } = explanation;
  const { colon } = words.phrases;
  switch (format) {
    case 'text': {
      const own = [
        `${visible(id)} ${visible(title)}`,
        ...parts.map(([heading, text]) => `  ${heading}${colon}${visible(text)}`),
        ...(lines.length > 0 ? ['', ...lines.map((each) => `  ${visible(each)}`)] : []),
      ];
      const below = metrics.map((metric) => `\n${writeExplanation(metric, format, words)}`);
      return `${own.join('\n')}\n${below.join('')}`;
    }
    case 'markdown': {
      const own = [
        `# ${cell(id)} ${cell(title)}`,
        '',
        ...parts.map(([heading, text]) => `- **${heading}**${colon}${cell(text)}`),
        ...(lines.length > 0 ? ['', ...lines.map((each) => `- ${cell(each)}`)] : []),
      ];
      const below = metrics.map((metric) => `\n${writeExplanation(metric, format, words)}`);
      return `${own.join('\n')}\n${below.join('')}`;
    }
    case 'json': {
      const below = metrics.map(({ definition, calculations }) => ({
        ...definition,
        calculations,
      }));
      return `${encodeJson({ schemaVersion: SCHEMA_VERSION, ...data, metrics: below }, 2)}\n`;
    }
  }
}
