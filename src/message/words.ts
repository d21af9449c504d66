import type { Group } from '../aggregate/group.ts';
import type { Assessment, Coverage } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Custom } from '../catalogue/custom.ts';
import type { Metric } from '../catalogue/metric.ts';
import type { Standard } from '../catalogue/standard.ts';
import { decimalText, parseDecimal } from '../exact/decimal.ts';
import {
  absolute,
  asQuotient,
  ceiling,
  compare,
  type Exact,
  isWhole,
  multiply,
  type Quotient,
} from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import type { Rounding } from '../exact/roundings.ts';
import type { FormulaWords } from '../formula/explain.ts';
import type { Issue, Place } from '../issue/issue.ts';
import { type Verdict, verdictFlag } from '../judge/judge.ts';
import type { Mend } from '../judge/mend.ts';
import { groupPeriod, whoText } from './group-names.ts';
import { reasonText } from './lack-text.ts';
import type { Language, Naming, Phrases } from './phrases.ts';
import { knownTerms, nearest } from './suggest.ts';
import { visible, visiblePath } from './visible.ts';

/** How figures are written for people. Applied last, and only to text. */
export interface Style {
  readonly language: Language;
  /** Decimals of percentages and means. */
  readonly precision: number;
  readonly rounding: Rounding;
}

/** Puts everything that a run found into words: the only place that does. */
export interface Words {
  readonly phrases: Phrases;
  readonly style: Style;
  count(id: string): string;
  /** The term of a count inside a formula. */
  shortCount(id: string): string;
  metric(id: string): string;
  /** A name of a metric, marked where the metric is not as built in. */
  marked(name: string, custom: Custom | undefined): string;
  unit(group: Pick<Group, 'unit'>): string;
  period(group: Pick<Group, 'period' | 'periods'>): string;
  /** Plain digits, decimals as written; a quotient that has none is rounded. */
  number(value: Exact): string;
  /** A metric's figure: 7.22%, 2名; a published one as published; or the word for unknown. */
  value(assessment: Pick<Assessment, 'metric' | 'outcome' | 'reported'>): string;
  /** Why there is no figure, and who did not report. Empty where there is one. */
  reason(
    assessment: Pick<Assessment, 'outcome' | 'gaps'>,
    group: Pick<Group, 'pooled' | 'periods'>,
  ): string;
  coverage(coverage: Coverage): string;
  /** What a standard demands: 原则上不低于5%. */
  standard(standard: Standard): string;
  /** What a verdict says beyond its flag: what is missing, or why it was not judged. */
  verdict(metric: string, verdict: Verdict): string;
  /** A standard and how a value stands to it: 原则上不低于5%：提示，还差 1 人（法制审核）. */
  judgement(metric: string, standard: Standard, verdict: Verdict): string;
  issue(found: Issue): string;
  place(place: Place): string;
  /** The terms with which formulas are written in words. */
  formulaWords(number: (count: string, priorYear: boolean) => string): FormulaWords;
}

/** Words in a language, of which only that one is loaded. */
export async function createWords(catalogue: Catalogue, style: Style): Promise<Words> {
  const { language, precision, rounding } = style;
  const phrases = await phrasesIn(language);
  const count = (id: string): string => {
    const record = catalogue.counts[id];
    return (language === 'zh' ? record?.label : record?.english) ?? visible(id);
  };
  const metric = (id: string): string => {
    const record = catalogue.metrics[id];
    const label = (language === 'zh' ? record?.label : record?.english.label) ?? visible(id);
    return marked(label, phrases.custom.metric, record?.custom);
  };
  /** What is not built in says so wherever it is named. */
  const marked = (
    text: string,
    marks: Readonly<Record<Custom['change'], string>>,
    custom: Custom | undefined,
  ): string => (custom === undefined ? text : text + phrases.aside(marks[custom.change]));
  const shortCount = (id: string) =>
    (language === 'zh' ? catalogue.counts[id]?.short : undefined) ?? count(id);
  const number = (value: Exact) =>
    decimalText(value) ?? roundedText(asQuotient(value), precision, rounding);

  const place = ({ file, line, column }: Place): string =>
    [file === '-' ? phrases.standardInput : visiblePath(file), line, column]
      .filter((part) => part !== undefined)
      .join(':');

  const meant = (term: string | null): string => {
    if (term === null) return '';
    return language === 'zh' ? `，是不是“${term}”？` : `; did you mean "${term}"?`;
  };

  const naming: Naming = {
    count,
    metric,
    term: (id) => (Object.hasOwn(catalogue.counts, id) ? count(id) : metric(id)),
    period: phrases.period,
    who: (who) => whoText(who, phrases),
    number,
    data: visible,
    place,
    list: (items) => items.join(phrases.listSeparator),
    nearestTerm: (text) => meant(nearest(text, knownTerms(catalogue))),
    nearest: (text, names) => meant(nearest(text, names)),
  };

  const figure = (record: Metric | undefined, quotient: Quotient): string => {
    const display = record?.display ?? 'percent';
    if (display === 'percent') return `${roundedText(quotient, precision, rounding, 100)}%`;
    const exact = quotient.denominator === 1 && isWhole(quotient.numerator);
    const text = exact ? number(quotient.numerator) : roundedText(quotient, precision, rounding);
    return text + phrases.measure(display.unit);
  };

  /** A published figure keeps its decimals: 97% is not 97.00%, and 99.97% not 100.0%. */
  const published = (
    record: Metric | undefined,
    { numerator }: Quotient,
    text: string | null,
  ): string => {
    const display = record?.display ?? 'percent';
    if (display !== 'percent') return (text ?? number(numerator)) + phrases.measure(display.unit);
    return text ?? `${number(multiply(numerator, 100))}%`;
  };

  const limitText = ({ metric: of, limit }: Standard): string => {
    if (limit.kind === 'metric') return metric(limit.metric);
    if (limit.kind === 'prior-year') return phrases.priorYearValue;
    return stated(catalogue.metrics[of], limit.value, phrases);
  };

  const demand = (standard: Standard): string => {
    const { level, comparison, limit, per } = standard;
    // Nothing is below 0: "at most 0" is said as "must be 0".
    const none = comparison === 'at-most' && limit.kind === 'value' && limit.value === '0';
    const text =
      phrases.levels[level] + phrases.comparisons[none ? 'equal' : comparison](limitText(standard));
    const whole = per === undefined || limit.kind === 'prior-year' ? text : phrases.per(per, text);
    return marked(whole, phrases.custom.standard, standard.custom);
  };

  const mendText = ({ counts, direction, by }: Mend): string => {
    const [first] = counts;
    const { unit = '', decimals = false } = catalogue.counts[first ?? ''] ?? {};
    const terms = counts.map(shortCount).join(language === 'zh' ? '＋' : ' + ');
    return phrases.mend(direction, terms, number(decimals ? by : ceiling(by)), unit);
  };

  const gapText = (id: string, gap: Exact): string => {
    const sign = compare(gap, 0);
    if (sign === 0) return phrases.atLimit;
    const side = sign < 0 ? 'below' : 'above';
    const { display = 'percent' } = catalogue.metrics[id] ?? {};
    return display === 'percent'
      ? phrases.points(side, roundedText(asQuotient(absolute(gap)), precision, rounding, 100))
      : phrases.apart(side, number(absolute(gap)) + phrases.measure(display.unit));
  };

  const words: Words = {
    phrases,
    style,
    count,
    shortCount,
    metric,
    marked: (name, custom) => marked(name, phrases.custom.metric, custom),
    number,
    unit: ({ unit }) =>
      unit === null ? phrases.allUnits : unit === '' ? phrases.noUnit : visible(unit),
    period: ({ period, periods }) => groupPeriod(period, periods, phrases),
    value: ({ metric: id, outcome, reported }) => {
      if (!outcome.known) {
        return outcome.reason.code === 'not-applicable'
          ? phrases.notJudged['not-applicable']
          : phrases.unknown;
      }
      const asPublished = outcome.basis === 'reported' && outcome.meanOf === undefined;
      return asPublished
        ? published(catalogue.metrics[id], outcome, reported)
        : figure(catalogue.metrics[id], outcome);
    },
    coverage: ({ reporting, expected }) => phrases.coverage(reporting, expected),
    reason: ({ outcome, gaps }, group) =>
      outcome.known ? '' : reasonText(outcome.reason, gaps, group, phrases, naming),
    standard: demand,
    verdict: (id, { standard, status, why, limit, gap, mend }) => {
      const record = catalogue.standards[standard];
      if (why === 'unlike-units') {
        return record === undefined ? '' : phrases.limitOfOthers(limitText(record));
      }
      if (status === 'not-judged') {
        if (why === 'other-period-length' && record?.per !== undefined) {
          return phrases.judgedPer[record.per];
        }
        return why === undefined ? '' : phrases.notJudged[why];
      }
      if (status === 'unknown' && limit === null && record !== undefined) {
        return record.limit.kind === 'value' ? '' : phrases.limitUnknown(limitText(record));
      }
      if (status !== 'breached' || gap === null) return '';
      return mend === null ? gapText(id, gap) : mendText(mend);
    },
    judgement: (id, standard, verdict) =>
      demand(standard) +
      phrases.colon +
      [phrases.flags[verdictFlag(verdict)], words.verdict(id, verdict)]
        .filter((part) => part !== '')
        .join(phrases.comma),
    issue: ({ code, details }) =>
      (phrases.issues[code] as (details: unknown, naming: Naming) => string)(details, naming),
    place,
    formulaWords: (numbered) => ({
      count: (id) => numbered(id, false),
      priorYear: (id) => numbered(id, true),
      mean: (id, over) => phrases.meanOver(metric(id), over),
    }),
  };
  return words;
}

const phrasesIn = async (language: Language): Promise<Phrases> =>
  language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;

/** A limit as its source writes it: 5%, 60学时/人. */
function stated(metric: Metric | undefined, value: string, phrases: Phrases): string {
  const display = metric?.display ?? 'percent';
  if (display !== 'percent') return value + phrases.measure(display.unit);
  return `${decimalText(multiply(parseDecimal(value) ?? 0, 100))}%`;
}
