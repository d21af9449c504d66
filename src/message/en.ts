import { periodId } from '../period/period.ts';
import { ENGLISH_MEASURES } from '../text/measure-words.ts';
import { enIssues } from './en-issues.ts';
import { enReasons } from './en-reasons.ts';
import type { Phrases } from './phrases.ts';

const problems = (count: number): string => `${count} ${count === 1 ? 'problem' : 'problems'}`;

export const en: Phrases = {
  issues: enIssues,
  reasons: enReasons,
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
    'other-units': 'not for this unit',
    suspended: 'switched off by the configuration',
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
  meanOver: (name, over) => `sum of each ${over}'s ${name} ÷ number of ${over}s`,
  points: (direction, text) => `${text} percentage points ${direction}`,
  apart: (direction, text) => `${text} ${direction}`,
  atLimit: 'equal to the limit',
  measure: (unit) => ENGLISH_MEASURES[unit] ?? '',
  judgedPer: {
    month: 'judged by month',
    quarter: 'judged by quarter',
    half: 'judged by half-year',
    year: 'judged by year',
  },
  limitUnknown: (limit) => `nothing to compare with: ${limit} is unknown`,
  limitOfOthers: (limit) => `nothing to compare with: ${limit} is of other units`,
  asOf: (period) => `as of ${period}`,
  stocksAsOf: (counts, asOf) => `${counts} ${asOf}`,
  per: (grain, demand) => `${demand} per ${grain === 'half' ? 'half-year' : grain}`,
  standardInput: 'stdin',
  mend: (direction, counts, by) =>
    `${by} ${direction === 'raise' ? 'more' : 'fewer'} needed: ${counts}`,
  missingFrom: (who, more) =>
    `not reported: ${who.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  lacking: (who, more, lacked) =>
    `${who.join(', ')}${more > 0 ? ` and ${more} more` : ''} (${lacked})`,
  lackingMore: (count) => `and ${count} more`,
  overlapping: (who, more) =>
    `periods overlap and cannot be added${who.length === 0 ? '' : `: ${who.join(', ')}`}${more > 0 ? ` and ${more} more` : ''}`,
  listSeparator: ', ',
  colon: ': ',
  comma: ', ',
  aside: (text) => ` (${text})`,
  builtIn: 'built in',
  custom: {
    metric: { added: 'own metric', changed: 'own definition' },
    standard: { added: 'own standard', changed: 'standard changed' },
  },
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
    customised: {
      added: (place) => `own metric (${place})`,
      changed: (place) => `computed from a metric of an own definition (${place})`,
    },
    replaces: (place, formula) => `own definition (${place}), replacing the built-in ${formula}`,
    nature: { flow: 'adds up over periods', stock: 'a stock; of several periods the last' },
    level: {
      required: 'required',
      'in-principle': 'required in principle',
      implied: 'implied by judgements',
    },
    scope: { unit: 'each unit', whole: 'the whole district', any: 'each unit and the whole alike' },
    per: { month: 'per month', quarter: 'per quarter', half: 'per half-year', year: 'per year' },
    replacedBy: (demand) => `except where "${demand}" applies`,
    onlyFor: (units) => `only for ${units}`,
    suspended: (units, from, until) =>
      `not for ${units ?? 'any unit'}${from === undefined ? '' : ` from ${from}`}${until === undefined ? '' : ` until ${until}`}`,
    inForce: (from, until) => `in force ${from ?? '(not stated)'} to ${until ?? '(not stated)'}`,
    notReported: 'not reported',
    overlapping: 'periods overlap',
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
      `《${document}》 (${[issuer ?? 'issuer not stated', date ?? 'undated'].join(', ')}) ${section}: “${quote}”`,
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
  check: {
    dataProblem: 'problem with the data',
    standing: {
      new: 'not in the baseline',
      worse: 'worse than the baseline',
      known: 'in the baseline',
      better: 'in the baseline, improved',
    },
    separator: '; ',
    cited: (document, section) => `《${document}》 ${section}`,
    headings: { source: 'source', data: 'data' },
    summary: ({ judged, ok, breach, warn, unknown }) =>
      `${judged} judged: ${ok} ok, ${breach} breached, ${warn} warnings, ${unknown} unknown`,
    problems: (count, judged) =>
      judged
        ? `${problems(count)} with the data`
        : `${problems(count)} with the data; nothing was judged, mend them and try again`,
    excused: (count) => `${count} of them in the baseline`,
    outcome: (fails, count, failOn) =>
      fails ? `failed: ${count} (--fail-on ${failOn})` : `passed (--fail-on ${failOn})`,
    more: (count) => `${count} more are not listed`,
    nothing:
      'nothing was judged: the columns of the data concern no metric that has a standard, or none that applies to these units and periods; xc-eval list standards names them all',
  },
  interval: (low, high) => `95% interval ${low} to ${high} (Wilson; never used in judging)`,
  noInterval: {
    'unknown-value': 'no interval: the value is unknown',
    published: 'no interval: only the rate was reported, without its counts',
    'not-a-proportion': 'no interval: it is no share of cases among cases',
    'too-large': 'no interval: counts beyond 2^53',
  },
  template: {
    unit: 'unit',
    period: 'period',
    indicator: 'indicator',
    value: 'value',
    label: 'label',
    numerator: 'numerator',
    denominator: 'denominator',
    reported: 'reported',
    kind: 'kind',
  },
  notes: {
    encoding: (file, encoding, by) =>
      `${file}: read as ${encoding} (${{ mark: 'by its byte order mark', content: 'by its content', request: 'by --encoding' }[by]})`,
    titleUnit: (file, unit) => `${file}: no unit column; the unit is "${unit}" from the title`,
    titlePeriod: (file, period) =>
      `${file}: no period column; the period is ${period} from the title`,
    builtIn:
      'held in memory by the built-in engine, with the same results: only one CSV or Parquet file of several units without quotes, totals rows or problems is gone through unit by unit, and not for --partial or --by group',
    otherUnits: (file) =>
      `the data has none of the units of the baseline ${file}, of which all is kept as it was; if it is for other data, name the right one`,
    absentUnit: (standard, unit, near) =>
      `${standard} is for "${unit}", which the data does not have${near === null ? '' : `; did you mean "${near}"?`}`,
    config: (file) => `configured by ${file}`,
    invalidConfig: (count) =>
      `${problems(count)} in the configuration; nothing was done. Mend them and try again:`,
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
      interval: '95% interval',
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
