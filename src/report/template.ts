import type { Catalogue } from '../catalogue/catalogue.ts';
import { textField } from '../message/csv-field.ts';
import type { Words } from '../message/words.ts';
import type { TemplateFormat, TemplateLayout } from './formats.ts';

/** What an empty input table should ask for. */
export interface TemplateShape {
  readonly format: TemplateFormat;
  readonly layout: TemplateLayout;
}

/** An empty input table with a column, or a row, for each count that the metrics need. */
export function writeTemplate(
  metrics: readonly string[],
  { format, layout }: TemplateShape,
  catalogue: Catalogue,
  words: Words,
): string {
  const counts = [...new Set(metrics.flatMap((id) => catalogue.inputsOf(id)))];
  const { unit, period, indicator, value } = words.phrases.template;
  const headers =
    layout === 'wide'
      ? [unit, period, ...counts.map(words.count)]
      : [unit, period, indicator, value];
  const rows = layout === 'wide' ? [] : counts.map((id) => ['', '', words.count(id), '']);
  if (format === 'csv') return csv([withUnits(headers, layout, counts, catalogue, words), ...rows]);
  const blank = Object.fromEntries(
    headers.map((header) => [header, isKey(header, words) ? '' : null]),
  );
  const records =
    layout === 'wide' ? [blank] : counts.map((id) => ({ ...blank, [indicator]: words.count(id) }));
  return `${JSON.stringify(records, null, 2)}\n`;
}

/** An empty table for `verify` with a row a figure: one for each of the metrics, or none. */
export function writePairTemplate(
  metrics: readonly string[],
  format: TemplateFormat,
  words: Words,
): string {
  const { label, numerator, denominator, reported, kind } = words.phrases.template;
  const headers = [label, numerator, denominator, reported, kind];
  const names = metrics.map(words.metric);
  if (format === 'csv') return csv([headers, ...names.map((name) => [name, '', '', '', ''])]);
  const blank = Object.fromEntries(headers.map((header) => [header, null]));
  const records = (names.length === 0 ? [''] : names).map((name) => ({ ...blank, [label]: name }));
  return `${JSON.stringify(records, null, 2)}\n`;
}

const isKey = (header: string, { phrases }: Words): boolean =>
  header === phrases.template.unit || header === phrases.template.period;

/** Headers with the measure word of their count, as official sheets in Chinese have them. */
const withUnits = (
  headers: readonly string[],
  layout: TemplateShape['layout'],
  counts: readonly string[],
  catalogue: Catalogue,
  words: Words,
): string[] => {
  if (layout === 'long' || words.style.language !== 'zh') return [...headers];
  const keys = headers.length - counts.length;
  return headers.map((header, index) => {
    const count = counts[index - keys];
    return count === undefined ? header : `${header}（${catalogue.counts[count]?.unit}）`;
  });
};

/** With the byte order mark and line ends that Excel needs to see Chinese. */
const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(textField).join(',')}\r\n`).join('')}`;
