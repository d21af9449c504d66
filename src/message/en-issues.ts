import type { Repeated } from '../issue/issue.ts';
import { enScoreIssues } from './en-score-issues.ts';
import { enTallyIssues } from './en-tally.ts';
import type { Naming, Phrases } from './phrases.ts';
import { enUnreadablePeriod } from './unreadable-period.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory; name the files in it',
  EBUSY: 'the file is open in another program; close it and try again',
};

const CSV_CAUSES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opened on this line is never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'text follows a closing quotation mark; double the quotes inside a cell',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands inside a cell; quote the whole cell and double it',
};

/** Of what stands twice only because the configuration makes one unit of two names; else null. */
const unified = (
  { written, first }: Repeated,
  what: string,
  { data, place }: Naming,
): string | null =>
  written === undefined
    ? null
    : `"${data(written.here)}" and "${data(written.first)}" at ${place(first)} are one unit by units.names of the configuration, so that ${what} stands twice; if they are one unit keep one of the two, else take them out of units.names and add them up by units.groups`;

export const enIssues: Phrases['issues'] = {
  ...enScoreIssues,
  ...enTallyIssues,
  'unreadable-file': ({ cause }) => `cannot be read: ${CAUSES[cause] ?? cause}`,
  'same-input-twice': ({ first }, { place }) =>
    `the same file as ${place({ file: first })}, and would be counted twice; name it once`,
  'undecodable-bytes': ({ encoding, offset }) =>
    `from byte ${offset + 1} on it is not ${encoding}; the file may be damaged or mix encodings. Save the sheet as UTF-8 CSV, or name the encoding with --encoding`,
  'unreadable-parquet': ({ cause }, { data }) => `no readable Parquet file: ${data(cause)}`,
  'malformed-csv': ({ cause }) => CSV_CAUSES[cause] ?? `malformed CSV (${cause})`,
  'malformed-json': ({ cause }) => `malformed JSON (${cause})`,
  'json-not-rows': () => 'JSON must be an array of objects, or {"rows": […]}',
  'duplicate-key': ({ text }, { data }) => `"${data(text)}" stands twice in one row; keep one`,
  'nested-value': ({ text, name }, { data }) =>
    `"${data(name)}" must be one number or text, no object or array (${data(text)})`,
  'no-header': ({ text }, { data }) =>
    `no header among the first 30 rows, that is a row naming known counts or metrics (the first is "${data(text)}"); see xc-eval template and xc-eval list counts`,
  'no-rows': () => 'no data: the file is empty, or nothing stands under its header',
  'unknown-header': ({ text }, { data, nearestTerm }) =>
    `unknown header "${data(text)}"${nearestTerm(text)}; use a known name (xc-eval list counts) or remove the column`,
  'nameless-column': ({ text }, { data }) =>
    `the header of this column has no name, and "${data(text)}" here would be left out; name the column or delete it`,
  'scaled-unit': ({ text }, { data }) =>
    `figures are said to be in "${data(text)}", and would be wrong by that factor; they are not read. Write them in full (12000 for 1.2万件) and state a unit without a factor`,
  'duplicate-column': ({ text, name, first }, { data }) =>
    `"${data(text)}" means the same as column ${first}, "${data(name)}"; keep one`,
  'unknown-indicator': ({ text }, { data, nearestTerm }) =>
    `unknown indicator "${data(text)}"${nearestTerm(text)}`,
  'extra-cell': ({ text, columns }, { data }) =>
    `the header has ${columns} columns; "${data(text)}" is one too many. Look for a stray separator`,
  'short-row': ({ cells, columns }) =>
    `this row has ${cells} cells, the header ${columns}; leave cells blank rather than out`,
  'blank-unit': () => 'no unit; undo merged cells and fill in every row',
  'no-unit': ({ text }, { data }) =>
    `“${data(text)}” is no unit but says something of other rows and would count them twice; delete the row`,
  'unit-named-as-group': ({ unit }, { data }) =>
    `unit "${data(unit)}" has the name of a group of the configuration; give the group another name`,
  'unit-written-two-ways': ({ unit, other }, { data }) =>
    `“${data(unit)}” and “${data(other)}” differ in widths, spaces or invisible characters alone and would be two units; write them alike, or say so in units.names of the configuration`,
  'blank-period': () => 'no period; undo merged cells and fill in every row',
  'unreadable-period': ({ text }, { data }) =>
    enUnreadablePeriod(
      text,
      `"${data(text)}"`,
      `"${data(text)}" is not a period; write 2024, 2024Q3, 2024H1, 2024-07 or 2024年第三季度`,
    ),
  'not-a-number': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is not a number; leave the cell blank if nothing was reported`,
  'approximate-number': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is an approximation; give the exact number or leave it blank`,
  'misplaced-separator': ({ text, term }, { data, term: named }) =>
    `${named(term)}: the separator in "${data(text)}" is misplaced; thousands go in threes, as in 1,234`,
  'negative-count': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is negative`,
  'fractional-count': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is not a whole number`,
  'percent-in-count': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is a percentage where a number of cases or people belongs`,
  'ambiguous-rate': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is above 1 without a percent sign; write 92.1% or 0.921, or put (%) in the header`,
  'rate-above-one': ({ text, term }, { data, term: named }) =>
    `${named(term)}: "${data(text)}" is above 100%`,
  'duplicate-row': (twice, naming) =>
    unified(twice, naming.who(twice), naming) ??
    `${naming.who(twice)} already stands at ${naming.place(twice.first)}; keep one row`,
  'duplicate-value': (twice, naming) =>
    unified(twice, `"${naming.data(twice.name)}" of ${naming.who(twice)}`, naming) ??
    `"${naming.data(twice.name)}" of ${naming.who(twice)} already stands at ${naming.place(twice.first)}`,
  'count-stated-twice': (twice, naming) =>
    unified(twice, `${naming.count(twice.count)} of ${naming.who(twice)}`, naming) ??
    `${naming.count(twice.count)} of ${naming.who(twice)} already stands at ${naming.place(twice.first)}; state it once`,
  'rate-stated-twice': (twice, naming) =>
    unified(twice, `${naming.term(twice.term)} of ${naming.who(twice)}`, naming) ??
    `${naming.term(twice.term)} of ${naming.who(twice)} was already published at ${naming.place(twice.first)}; keep one of them`,
  'part-exceeds-whole': (
    { unit, period, part, partValue, whole, wholeValue, weighted },
    { who, count, number },
  ) =>
    `${who({ unit, period })}: ${part.map(count).join(' + ')}${weighted ? ' (weighted)' : ''} ${number(partValue)} exceeds ${whole.map(count).join(' + ')} ${number(wholeValue)}`,
  'total-mismatch': ({ unit, count, stated, sum }, { data, count: name, number }) =>
    `"${data(unit)}" states ${number(stated)} for ${name(count)}; the rows add up to ${number(sum)}`,
  'total-without-parts': ({ unit, period }, { data, period: named }) =>
    `“${data(unit)}” is a total${period === null ? '' : ` of ${named(period)}`} without any row that it sums up: it cannot be checked and is not counted; add the rows, delete it, or call it by the name of its unit`,
  'parts-mismatch': ({ unit, period, count, stated, sum }, { who, count: name, number }) =>
    `${who({ unit, period })} states ${number(stated)} for ${name(count)}; its parts add up to ${number(sum)}`,
  'parts-exceed': ({ unit, period, count, stated, sum }, { who, count: name, number }) =>
    `${who({ unit, period })} states ${number(stated)} for ${name(count)}, less than the ${number(sum)} that those of its parts which are reported add up to; correct one of them`,
  'falling-cumulative': (
    { unit, period, count, later, earlier, first },
    { who, count: name, number, place },
  ) =>
    `${who({ unit, period })}: ${name(count)} is ${number(later)} so far, less than the ${number(earlier)} of the shorter period (${place(first)}); what piles up cannot fall`,
  'pair-no-header': ({ text }, { data }) =>
    `no header among the first 30 rows (the first is "${data(text)}"); it should name the columns label, numerator, denominator, reported, or known counts and metrics (xc-eval list counts, xc-eval list metrics)`,
  'pair-missing-column': ({ column }) => `the header has no column "${column}"`,
  'pair-blank-label': () => 'no label; say which figure it is',
  'pair-unknown-kind': ({ text }, { data }) =>
    `unknown kind "${data(text)}"; use share, ratio, ratio-to-base, growth, number, part or total, or leave it blank`,
  'pair-not-a-number': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is not a number; leave the cell blank if there is none`,
  'pair-approximate-number': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is an approximation; give the exact number or leave it blank`,
  'pair-misplaced-separator': ({ text, column }, { data }) =>
    `${data(column)}: the separator in "${data(text)}" is misplaced; thousands go in threes, as in 1,234`,
  'pair-negative-count': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is negative`,
  'pair-percent-in-count': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is a percentage where a number of cases or people belongs; to compare two rates write both as percentages`,
  'pair-ambiguous-rate': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is above 1 without a percent sign; write 92.1% or 0.921, or put (%) in the header`,
  'config-malformed': ({ cause }) => `not JSON (${cause})`,
  'config-duplicate-key': ({ text }, { data }) => `"${data(text)}" stands twice; keep one`,
  'config-unknown-key': ({ text, known }, { data, nearest }) =>
    `no such key "${data(text)}"${nearest(text, known) || (known.length === 0 ? '' : `; here may stand ${known.join(', ')}`)}`,
  'config-missing-key': ({ text }) => `${text} is missing`,
  'config-wrong-type': ({ expected }) => `this must be ${expected.join(' or ')}`,
  'config-not-among': ({ text, allowed }, { data, list, nearest }) =>
    `"${data(text)}" is not one of ${list(allowed)}${nearest(text, allowed)}`,
  'config-not-a-decimal': ({ text }, { data }) =>
    `"${data(text)}" is no decimal; write it like 0.05 or "0.05"`,
  'config-not-positive': ({ text }, { data }) => `"${data(text)}" must be above 0`,
  'config-blank': () => 'this must not be empty',
  'config-harmful-text': ({ text }, { data }) =>
    `"${data(text)}" holds control characters or marks of writing direction; remove them`,
  'config-unknown-count': ({ text }, { data, nearestTerm }) =>
    `no count "${data(text)}"${nearestTerm(text)} (xc-eval list counts; declare your own under counts)`,
  'config-unknown-metric': ({ text }, { data, nearestTerm }) =>
    `no metric "${data(text)}"${nearestTerm(text)} (xc-eval list metrics)`,
  'config-unknown-standard': ({ text, known }, { data, nearest }) =>
    `no standard "${data(text)}"${nearest(text, known)} (the id column of xc-eval list standards --format csv)`,
  'config-bad-id': ({ text }, { data }) =>
    `"${data(text)}" cannot be an id: use letters and digits, a small letter first; names go into label`,
  'config-id-taken': ({ text }, { data }) => `"${data(text)}" is the id of something else`,
  'config-bad-name': ({ text }, { data }) =>
    `"${data(text)}" cannot be a name: it has a fixed meaning, or nothing is left of it without 数, 量 and the like`,
  'config-name-taken': ({ text, term }, { data, term: named }) =>
    `"${data(text)}" already names ${named(term)} (${data(term)})`,
  'config-group-is-unit': ({ text }, { data }) =>
    `"${data(text)}" names a unit as well; give the group another name`,
  'config-name-chain': ({ text }, { data }) =>
    `"${data(text)}" is renamed itself; write the last name`,
  'config-cycle': ({ metrics }, { data }) =>
    `a metric computed from itself: ${metrics.map(data).join(' → ')}`,
  'config-not-a-rate': ({ metric }, { metric: named }) =>
    `${named(metric)} is no rate that could be complemented or averaged`,
  'config-source-needed': () => 'a source is needed: document, section and quote, under source',
  'config-unreadable-month': ({ text }, { data }) =>
    `"${data(text)}" is no month; write 2024, 2024Q1 or 2024-01`,
  'config-from-after-until': ({ from, until }, { data }) =>
    `from ${data(from)} is later than until ${data(until)}`,
  'config-limit-above-one': ({ text }, { data }) =>
    `a share never exceeds 1, so "${data(text)}" is out of reach; five percent is 0.05 or "5%"`,
};
