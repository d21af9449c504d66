import { periodId } from '../period/period.ts';
import type { Phrases } from './phrases.ts';

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

const MEASURES: Readonly<Record<string, string>> = {
  学时: ' hours',
  '学时/人': ' hours per person',
};

const problems = (count: number): string => `${count} ${count === 1 ? 'problem' : 'problems'}`;

export const en: Phrases = {
  issues: {
    'unreadable-file': ({ cause }) => `cannot be read: ${CAUSES[cause] ?? cause}`,
    'undecodable-bytes': ({ encoding, offset }) =>
      `from byte ${offset + 1} on it is not ${encoding}; the file may be damaged or mix encodings. Save the sheet as UTF-8 CSV, or name the encoding with --encoding`,
    'malformed-csv': ({ cause }) => CSV_CAUSES[cause] ?? `malformed CSV (${cause})`,
    'malformed-json': ({ cause }) => `malformed JSON (${cause})`,
    'json-not-rows': () => 'JSON must be an array of objects, or {"rows": […]}',
    'duplicate-key': ({ text }, { data }) => `"${data(text)}" stands twice in one row; keep one`,
    'no-header': ({ text }, { data }) =>
      `no header among the first 30 rows, that is a row naming known counts or metrics (the first is "${data(text)}"); see xc-eval template and xc-eval list counts`,
    'no-rows': () => 'no data: the file is empty, or nothing stands under its header',
    'unknown-header': ({ text }, { data, nearestTerm }) =>
      `unknown header "${data(text)}"${nearestTerm(text)}; use a known name (xc-eval list counts) or remove the column`,
    'duplicate-column': ({ text, name, first }, { data }) =>
      `"${data(text)}" means the same as column ${first}, "${data(name)}"; keep one`,
    'unknown-indicator': ({ text }, { data, nearestTerm }) =>
      `unknown indicator "${data(text)}"${nearestTerm(text)}`,
    'extra-cell': ({ text, columns }, { data }) =>
      `the header has ${columns} columns; "${data(text)}" is one too many. Look for a stray separator`,
    'short-row': ({ cells, columns }) =>
      `this row has ${cells} cells, the header ${columns}; leave cells blank rather than out`,
    'blank-unit': () => 'no unit; undo merged cells and fill in every row',
    'blank-period': () => 'no period; undo merged cells and fill in every row',
    'unreadable-period': ({ text }, { data }) =>
      `"${data(text)}" is not a period; write 2024, 2024Q3, 2024H1, 2024-07 or 2024年第三季度`,
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
    'duplicate-row': ({ unit, period, first }, { data, period: named, place }) =>
      `${data(unit)} ${named(period)} already stands at ${place(first)}; keep one row`,
    'duplicate-value': ({ unit, period, name, first }, { data, period: named, place }) =>
      `"${data(name)}" of ${data(unit)} ${named(period)} already stands at ${place(first)}`,
    'count-stated-twice': (
      { unit, period, count, first },
      { data, period: named, count: name, place },
    ) =>
      `${name(count)} of ${data(unit)} ${named(period)} already stands at ${place(first)}; state it once`,
    'part-exceeds-whole': (
      { unit, period, part, partValue, whole, wholeValue },
      { data, period: named, count, number },
    ) =>
      `${data(unit)} ${named(period)}: ${part.map(count).join(' + ')} ${number(partValue)} exceeds ${whole.map(count).join(' + ')} ${number(wholeValue)}`,
    'total-mismatch': ({ unit, count, stated, sum }, { data, count: name, number }) =>
      `"${data(unit)}" states ${number(stated)} for ${name(count)}; the rows add up to ${number(sum)}`,
    'parts-mismatch': (
      { unit, period, count, stated, sum },
      { data, period: named, count: name, number },
    ) =>
      `${data(unit)} ${named(period)} states ${number(stated)} for ${name(count)}; its parts add up to ${number(sum)}`,
  },
  reasons: {
    'missing-input': ({ counts }, { count, list }) => `missing: ${list(counts.map(count))}`,
    'zero-denominator': ({ counts }, { count, list }) =>
      `denominator is 0 (${list(counts.map(count))})`,
    'not-applicable': ({ counts }, { count, list }) =>
      `not applicable (${list(counts.map(count))})`,
    'part-exceeds-whole': ({ counts }, { count, list }) =>
      `part exceeds whole (${list(counts.map(count))})`,
    'no-prior-year': ({ counts }, { count, list }) =>
      `nothing for the year before (${list(counts.map(count))})`,
    'no-parts': ({ over }) => `no ${over}s to average`,
    'mixed-basis': () =>
      'some parts are recomputed and some only reported; they are not averaged together',
  },
  comparisons: {
    'at-least': (limit) => `at least ${limit}`,
    above: (limit) => `above ${limit}`,
    equal: (limit) => `must be ${limit}`,
    'at-most': (limit) => `at most ${limit}`,
    below: (limit) => `below ${limit}`,
  },
  levels: { required: '', 'in-principle': 'in principle ', implied: '' },
  flags: {
    breach: 'breach',
    warn: 'warning',
    unknown: 'unknown',
    ok: 'ok',
    'not-judged': 'not judged',
  },
  notJudged: {
    'each-unit': 'judged for each unit',
    'whole-only': 'judged for the whole',
    'other-period-length': 'for periods of another length',
    'not-in-force': 'not in force then',
    'period-unknown': 'period not stated',
    'not-applicable': 'not applicable',
  },
  period: periodId,
  allUnits: 'all units',
  noUnit: '(no unit stated)',
  noPeriod: '(no period stated)',
  unknown: 'unknown',
  reportedMark: 'reported, not recomputed',
  meanOf: (count) => `mean of ${count}`,
  coverage: (reporting, expected) => `${reporting} of ${expected} units`,
  priorYear: (name) => `${name} of the year before`,
  priorYearValue: 'the year before',
  points: (direction, text) => `${text} percentage points ${direction}`,
  measure: (unit) => MEASURES[unit] ?? '',
  judgedPer: {
    month: 'judged by month',
    quarter: 'judged by quarter',
    half: 'judged by half-year',
    year: 'judged by year',
  },
  limitUnknown: (limit) => `nothing to compare with: ${limit} is unknown`,
  asOf: (period) => `as of ${period}`,
  per: (grain, demand) => `${demand} per ${grain === 'half' ? 'half-year' : grain}`,
  standardInput: 'stdin',
  mend: (direction, counts, by) =>
    `${by} ${direction === 'raise' ? 'more' : 'fewer'} needed: ${counts}`,
  missingFrom: (who, more) =>
    ` (not reported: ${who.join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
  listSeparator: ', ',
  colon: ': ',
  comma: ', ',
  aside: (text) => ` (${text})`,
  noStandard: 'no standard stated',
  explain: {
    better: {
      higher: 'higher is better',
      lower: 'lower is better',
      neutral: 'neither direction is better',
    },
    definition: {
      stated: 'the sources state the formula',
      implied: 'the sources use it or give an example, without a formula',
      'plain-reading': 'not defined by the sources; the plain reading of the term',
    },
    nature: { flow: 'adds up over periods', stock: 'a stock; of several periods the last' },
    level: {
      required: 'required',
      'in-principle': 'required in principle',
      implied: 'implied by judgements',
    },
    scope: { unit: 'each unit', whole: 'the whole district', any: 'each unit and the whole alike' },
    per: { month: 'per month', quarter: 'per quarter', half: 'per half-year', year: 'per year' },
    inForce: (from, until) => `in force ${from ?? '(not stated)'} to ${until ?? '(not stated)'}`,
    notReported: 'not reported',
    headings: {
      meaning: 'meaning',
      formula: 'formula',
      better: 'direction',
      definition: 'basis',
      ambiguity: 'left open',
      source: 'source',
      standard: 'standard',
      standardSource: 'source of the standard',
      note: 'note',
      input: 'input',
    },
    cited: ({ document, issuer, date, section, quote }) =>
      `《${document}》 (${[issuer, date ?? 'undated'].join(', ')}) ${section}: “${quote}”`,
    listed: ({ label, unit, nature, aliases, id }) =>
      `${label} (${id}; ${unit}; ${nature})${aliases.length === 0 ? '' : `; also ${aliases.join(', ')}`}`,
    noStandard: 'the sources state none, so nothing is judged',
    data: (places, count) => `data: ${places}${count > 4 ? ` (${count} rows)` : ''}`,
    more: (groups) =>
      `${groups} more groups; narrow down with --unit, --period, --by, or list all with --format json`,
  },
  list: {
    metric: 'metric',
    count: 'count',
    formula: 'formula',
    standard: 'standard',
    unit: 'unit',
    nature: 'over periods',
    aliases: 'also',
    rule: 'rule',
    terms: 'applies',
    section: 'section',
    notDecidable: 'not decidable by counts',
  },
  template: { unit: 'unit', period: 'period', indicator: 'indicator', value: 'value' },
  notes: {
    encoding: (file, encoding, by) =>
      `${file}: read as ${encoding} (${{ mark: 'by its byte order mark', content: 'by its content', request: 'by --encoding' }[by]})`,
    titleUnit: (file, unit) => `${file}: no unit column; the unit is "${unit}" from the title`,
    titlePeriod: (file, period) =>
      `${file}: no period column; the period is ${period} from the title`,
    issues: (count, goesOn) =>
      goesOn
        ? `${problems(count)}; computed all the same, as --allow-invalid asks: unreadable cells count as not reported, and contradictions are left to the rows`
        : `${problems(count)}; nothing was computed`,
  },
  report: {
    columns: {
      metric: 'metric',
      quotient: 'of',
      value: 'value',
      standard: 'standard',
      flag: 'verdict',
      unit: 'unit',
      period: 'period',
    },
    nothing:
      'the columns do not suffice for any metric; xc-eval list metrics names what each of them needs',
    folded: (metrics, count) =>
      `${count} more lack a column or comparable periods: ${metrics.join(', ')}${count > metrics.length ? ', …' : ''} (name one with --metric to see why)`,
    marked: '* does not meet the standard; see --format csv or xc-eval explain for the gaps',
    pivotTitle: (metric, standard) => `${metric} (${standard})`,
    attention: (count) => `needs attention: ${count}`,
    more: (groups, findings) =>
      `totals of ${groups} groups${findings > 0 ? `, ${findings} more findings` : ''}; narrow down with --unit, --period, --metric, --by, or list all with --format csv`,
  },
};
