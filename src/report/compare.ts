import type { Group } from '../aggregate/group.ts';
import type { Severity } from '../catalogue/standard.ts';
import type { Change } from '../compare/change.ts';
import type { Comparison } from '../compare/compare.ts';
import type { GroupPair } from '../compare/pairs.ts';
import type { ChangeRecord, CountSide, MetricRecord, MetricSide } from '../compare/record.ts';
import type { Derivation, SideName } from '../compare/side.ts';
import { decimalText } from '../exact/decimal.ts';
import { absolute, asQuotient, compare, type Exact, isWhole, multiply } from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import type { Issue } from '../issue/issue.ts';
import type { FailOn } from '../judge/flag.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import { unknownCount } from '../message/group-names.ts';
import type { Words } from '../message/words.ts';
import { type Period, periodKey } from '../period/period.ts';
import { excludesZero } from '../statistics/newcombe.ts';
import { pointsText } from './interval.ts';
import type { RunReport } from './run.ts';

/** What a comparison found, before it is written in one format or another. */
export interface CompareReport {
  readonly version: string;
  readonly comparison: Comparison;
  /** Each side in the words of its own vocabulary. */
  readonly words: Readonly<Record<SideName, Words>>;
  /** Whether the user named the metrics. */
  readonly requested: boolean;
  /** Whether the changes of pooled rates are taken apart. */
  readonly decomposes: boolean;
  readonly files: Readonly<Record<SideName, string>>;
  readonly issues: readonly Issue[];
  /** What a problem with the data is called. */
  readonly dataSeverity: Severity;
  readonly failOn: FailOn;
  /** Whether the run fails. */
  readonly fails: boolean;
  /** Where a place of the input is for an editor. */
  readonly textSpan: RunReport['textSpan'];
}

/** Writes a report in chunks of text. */
export type CompareReporter = (report: CompareReport) => Iterable<string>;

/** The name of a metric or count: that of the side after, where it has one. */
export function labelOf(
  kind: ChangeRecord['kind'],
  id: string,
  { comparison: { sides }, words }: CompareReport,
): string {
  const list = kind === 'metric' ? 'metrics' : 'counts';
  const named = Object.hasOwn(sides.after.catalogue[list], id) ? words.after : words.before;
  return kind === 'metric' ? named.metric(id) : named.count(id);
}

export const isRestated = ({ comparison }: CompareReport): boolean =>
  comparison.pairing === 'restated';

/** How a period was made of cumulative ones. */
export interface DerivedPeriod extends Derivation {
  readonly period: Period;
}

/** The periods of a group that were made by subtracting, each once. */
export function derivedPeriods(
  group: Group,
  side: SideName,
  { comparison }: CompareReport,
): DerivedPeriod[] {
  const { derived } = comparison.sides[side];
  const found = new Map<number, DerivedPeriod>();
  if (derived.size === 0) return [];
  for (const { period, observations } of group.entries) {
    for (const observation of observations) {
      const derivation = derived.get(observation);
      if (derivation !== undefined && period !== null) {
        found.set(periodKey(period), { period, ...derivation });
      }
    }
  }
  return [...found.values()];
}

/** Unit and periods: 德胜街道 2024年 比 2023年. */
export const titleOf = (pair: GroupPair, report: CompareReport): string =>
  [
    ...(pair.after.unit === '' ? [] : [unitText(pair, report)]),
    ...(pair.after.periods.length + pair.before.periods.length === 0
      ? []
      : [periodsText(pair, report)]),
  ].join(' ');

export function unitText({ after, coverage }: GroupPair, { words }: CompareReport): string {
  const covered =
    coverage === null ? '' : words.after.phrases.aside(words.after.coverage(coverage));
  return words.after.unit(after) + covered;
}

export const periodsText = ({ before, after }: GroupPair, { words }: CompareReport): string =>
  comparePhrases(words.after).against(words.before.period(before), words.after.period(after));

/** The figure of one side, marked where it was derived. */
export function sideText(record: ChangeRecord, side: SideName, report: CompareReport): string {
  const words = report.words[side];
  const text =
    record.kind === 'metric'
      ? metricText(record[side], words)
      : countText(record.id, record[side], report, side);
  return record[side].derived
    ? text + words.phrases.aside(comparePhrases(words).derivedMark)
    : text;
}

const metricText = ({ assessment }: MetricSide, words: Words): string =>
  assessment === null ? comparePhrases(words).notDefined : words.value(assessment);

function countText(
  id: string,
  { value, gaps }: CountSide,
  { words, comparison }: CompareReport,
  side: SideName,
): string {
  const { phrases, number } = words[side];
  if (value === null) return unknownCount(gaps, phrases.explain);
  if (value === 'not-applicable') return phrases.notJudged['not-applicable'];
  return number(value) + phrases.measure(comparison.sides[side].catalogue.counts[id]?.unit ?? '');
}

/** What changed: +1.01 个百分点 of a rate, +1804件 (+0.84%) of a number; empty where it is unknown. */
export function changeText(record: ChangeRecord, report: CompareReport): string {
  const { change } = record;
  const compare = comparePhrases(report.words.after);
  if (change === null) return '';
  if (change.difference === 0) return compare.unchanged;
  if (change.in === 'points')
    return compare.points(signedPoints(record, change.difference, report));
  const absolute = signed(change.difference, (size) => numberText(record, size, report));
  const measure = report.words.after.phrases.measure(unitOf(record, report));
  const relative =
    change.relative === null
      ? compare.noBase
      : compare.percent(percentText(change.relative, report));
  return compare.changed(absolute + measure, relative);
}

/** A part of a change, in the words of the whole. */
export function effectText(record: ChangeRecord, effect: Exact, report: CompareReport): string {
  const words = report.words.after;
  if (changeIn(record, report) === 'points')
    return comparePhrases(words).points(percentText(effect, report));
  const { precision, rounding } = words.style;
  const text = signed(effect, (size) => roundedText(asQuotient(size), precision, rounding));
  return text + words.phrases.measure(unitOf(record, report));
}

/** A difference of rates in percentage points: of two published ones with their decimals, else rounded. */
function signedPoints(record: ChangeRecord, difference: Exact, report: CompareReport): string {
  const exact = decimalText(multiply(difference, 100));
  const published = record.kind === 'metric' && arePublished(record) && exact !== null;
  return published
    ? signed(multiply(difference, 100), (size) => decimalText(size) ?? '')
    : percentText(difference, report);
}

const arePublished = ({ before, after }: MetricRecord): boolean =>
  [before, after].every(
    ({ assessment }) =>
      assessment?.outcome.known === true &&
      assessment.outcome.basis === 'reported' &&
      assessment.outcome.meanOf === undefined,
  );

/** A share as signed percent or percentage points, rounded once. */
function percentText(value: Exact, { words }: CompareReport): string {
  const { precision, rounding } = words.after.style;
  return signed(value, (size) => roundedText(asQuotient(size), precision, rounding, 100));
}

const signed = (value: Exact, text: (size: Exact) => string): string => {
  const sign = compare(value, 0);
  if (sign === 0) return text(value);
  return (sign > 0 ? '+' : '-') + text(absolute(value));
};

/** Whole numbers and decimals as they are; quotients rounded. */
function numberText(record: ChangeRecord, size: Exact, { words }: CompareReport): string {
  const { number, style } = words.after;
  if (record.kind === 'count' || isWhole(size)) return number(size);
  return roundedText(asQuotient(size), style.precision, style.rounding);
}

/** The measure word of a number; empty for a rate. */
function unitOf({ kind, id }: ChangeRecord, { comparison: { sides } }: CompareReport): string {
  const list = kind === 'count' ? 'counts' : 'metrics';
  const record = sides.after.catalogue[list][id] ?? sides.before.catalogue[list][id];
  if (record === undefined) return '';
  if ('unit' in record) return record.unit;
  const { display = 'percent' } = record;
  return display === 'percent' ? '' : display.unit;
}

/** Percentage points of a rate, percent of a number. */
export function changeIn({ kind, id }: ChangeRecord, report: CompareReport): Change['in'] {
  const { sides } = report.comparison;
  if (kind === 'count') return 'percent';
  const metric = sides.after.catalogue.metrics[id] ?? sides.before.catalogue.metrics[id];
  return (metric?.display ?? 'percent') === 'percent' ? 'points' : 'percent';
}

/** Whether a change can be told from chance, with its interval; empty where none can be given. */
export function chanceText(record: ChangeRecord, { words }: CompareReport): string {
  if (record.kind === 'count' || record.interval === null) return '';
  // Nothing moved: there is nothing to tell from chance.
  if (record.change?.difference === 0) return '';
  const { low, high } = record.interval;
  const { style } = words.after;
  return comparePhrases(words.after).chance(
    excludesZero(record.interval),
    pointsText(low, style),
    pointsText(high, style),
  );
}
