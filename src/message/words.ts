import type { Group } from '../aggregate/group.ts';
import type { Gap } from '../aggregate/totals.ts';
import type { Assessment } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Metric } from '../catalogue/metric.ts';
import type { Standard } from '../catalogue/standard.ts';
import { decimalText, parseDecimal } from '../exact/decimal.ts';
import { ceiling, type Exact, isWhole, multiply, type Quotient } from '../exact/exact.ts';
import { type Rounding, roundedText } from '../exact/rounding.ts';
import type { Outcome, Reason } from '../formula/evaluate.ts';
import type { FormulaWords } from '../formula/explain.ts';
import type { Verdict } from '../judge/judge.ts';
import type { Period } from '../period/period.ts';
import type { Issue, Place } from '../validate/issue.ts';
import { en } from './en.ts';
import type { Language, Naming, Phrases } from './phrases.ts';
import { nearest } from './suggest.ts';
import { visible } from './visible.ts';
import { zh } from './zh.ts';

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
  unit(group: Pick<Group, 'unit'>): string;
  period(group: Pick<Group, 'period' | 'periods'>): string;
  /** Plain digits, decimals as written; a quotient that has none is rounded. */
  number(value: Exact): string;
  /** A metric's figure: 7.22%, 2名, or the word for unknown. */
  value(metric: string, outcome: Outcome): string;
  /** Why there is no figure, and who did not report. Empty where there is one. */
  reason(assessment: Pick<Assessment, 'outcome' | 'gaps'>): string;
  /** What a standard demands: 原则上不低于5%. */
  standard(standard: Standard): string;
  /** What a verdict says beyond its flag: what is missing, or why it was not judged. */
  verdict(metric: string, verdict: Verdict): string;
  issue(found: Issue): string;
  place(place: Place): string;
  /** The terms with which formulas are written in words. */
  formulaWords(number: (count: string, priorYear: boolean) => string): FormulaWords;
}

export function createWords(catalogue: Catalogue, style: Style): Words {
  const { language, precision, rounding } = style;
  const phrases = language === 'zh' ? zh : en;
  const named = (record: { label: string; english: string } | undefined, id: string): string =>
    record === undefined ? id : language === 'zh' ? record.label : record.english;
  const count = (id: string) => named(catalogue.counts[id], id);
  const metric = (id: string) => named(catalogue.metrics[id], id);
  const shortCount = (id: string) =>
    (language === 'zh' ? catalogue.counts[id]?.short : undefined) ?? count(id);
  const number = (value: Exact) =>
    decimalText(value) ?? roundedText({ numerator: value, denominator: 1 }, precision, rounding);

  const naming: Naming = {
    count,
    metric,
    period: (period) => (period === null ? '' : phrases.period(period)),
    number,
    data: visible,
    place: placeText,
    list: (items) => items.join(phrases.listSeparator),
    nearestTerm: (text) => {
      const term = nearest(text, knownTerms(catalogue));
      if (term === null) return '';
      return language === 'zh' ? `，是不是“${term}”？` : `; did you mean "${term}"?`;
    },
  };

  const figure = (record: Metric | undefined, quotient: Quotient): string => {
    const display = record?.display ?? 'percent';
    if (display === 'percent') return `${roundedText(quotient, precision, rounding, 100)}%`;
    const exact = quotient.denominator === 1 && isWhole(quotient.numerator);
    const text = exact ? number(quotient.numerator) : roundedText(quotient, precision, rounding);
    return `${text}${display.unit}`;
  };

  const limitText = ({ metric: of, limit }: Standard): string => {
    if (limit.kind === 'metric') return metric(limit.metric);
    if (limit.kind === 'prior-year') return phrases.priorYearValue;
    return stated(catalogue.metrics[of], limit.value);
  };

  return {
    phrases,
    style,
    count,
    shortCount,
    metric,
    number,
    unit: ({ unit }) => (unit === null ? phrases.allUnits : visible(unit)),
    period: ({ period, periods }) => groupPeriod(period, periods, phrases),
    value: (id, outcome) =>
      outcome.known ? figure(catalogue.metrics[id], outcome) : phrases.unknown,
    reason: ({ outcome, gaps }) => {
      if (outcome.known) return '';
      const sentence = reasonText(outcome.reason, phrases, naming);
      const missing = gapNames(gaps, phrases);
      if (missing.length === 0) return sentence;
      return sentence + phrases.missingFrom(missing.slice(0, 3), Math.max(0, missing.length - 3));
    },
    standard: (standard) =>
      phrases.levels[standard.level] +
      phrases.comparisons[standard.comparison](limitText(standard)),
    verdict: (id, { status, why, gap, mend }) => {
      if (status === 'not-judged') return why === undefined ? '' : phrases.notJudged[why];
      if (status !== 'breached') return '';
      if (mend !== null) {
        const [first] = mend.counts;
        const unit = catalogue.counts[first ?? '']?.unit ?? '';
        const terms = mend.counts.map(shortCount).join(language === 'zh' ? '＋' : ' + ');
        return phrases.mend(mend.direction, terms, number(ceiling(mend.by)), unit);
      }
      if (gap === null) return '';
      const percent = (catalogue.metrics[id]?.display ?? 'percent') === 'percent';
      const text = roundedText(
        { numerator: gap, denominator: 1 },
        precision,
        rounding,
        percent ? 100 : 1,
      );
      return percent ? phrases.points(text) : text;
    },
    issue: ({ code, details }) =>
      (phrases.issues[code] as (details: unknown, naming: Naming) => string)(details, naming),
    place: placeText,
    formulaWords: (numbered) => ({
      count: (id) => numbered(id, false),
      priorYear: (id) => numbered(id, true),
      metric,
      mean: (id, over) =>
        language === 'zh'
          ? `各${over === 'month' ? '月' : '年'}“${metric(id)}”之和 ÷ ${over === 'month' ? '月' : '年'}数`
          : `sum of each ${over}'s ${metric(id)} ÷ number of ${over}s`,
    }),
  };
}

/** A limit as its source writes it: 5%, 60学时/人. */
function stated(metric: Metric | undefined, value: string): string {
  const display = metric?.display ?? 'percent';
  if (display !== 'percent') return `${value}${display.unit}`;
  return `${decimalText(multiply(parseDecimal(value) ?? 0, 100))}%`;
}

function groupPeriod(period: Period | null, periods: readonly Period[], phrases: Phrases): string {
  if (period !== null) return phrases.period(period);
  return periods.length === 0
    ? phrases.noPeriod
    : periods.map(phrases.period).join(phrases.listSeparator);
}

/** Who did not report: the units, or of a single unit the periods. */
function gapNames(gaps: readonly Gap[], phrases: Phrases): string[] {
  const units = new Set(gaps.map(({ unit }) => visible(unit)));
  if (units.size > 1) return [...units];
  return gaps.flatMap(({ period }) => (period === null ? [...units] : phrases.period(period)));
}

const reasonText = (reason: Reason, phrases: Phrases, naming: Naming): string =>
  (phrases.reasons[reason.code] as (reason: Reason, naming: Naming) => string)(reason, naming);

const placeText = ({ file, line, column }: Place): string =>
  [visible(file), line, column].filter((part) => part !== undefined).join(':');

function* knownTerms({ counts, metrics }: Catalogue): Iterable<string> {
  for (const { label, aliases = [] } of [...Object.values(counts), ...Object.values(metrics)]) {
    yield label;
    yield* aliases;
  }
}
