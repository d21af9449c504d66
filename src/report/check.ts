import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Severity } from '../catalogue/standard.ts';
import { type CollectedFindings, type Finding, isExcused } from '../check/findings.ts';
import type { Judgement } from '../check/gate.ts';
import type { Issue, Place } from '../issue/issue.ts';
import type { FailOn } from '../judge/flag.ts';
import type { Words } from '../message/words.ts';
import { type Period, periodId } from '../period/period.ts';
import type { TextSpan } from '../read/locate.ts';
import { figureText, statedQuotient } from './report.ts';
import type { Item } from './run.ts';
import { standardWords } from './standard-words.ts';

/** What `check` found, before it is written in one form or another. */
export interface CheckReport extends CollectedFindings {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly words: Words;
  /** What is wrong with the data. */
  readonly issues: readonly Issue[];
  /** What a problem with the data is called. */
  readonly dataSeverity: Severity;
  /** Whether anything was judged: not where the data is invalid. */
  readonly judged: boolean;
  readonly failOn: FailOn;
  /** Whether the run fails, or could not judge. */
  readonly fails: boolean;
  /** The path of the baseline, or null without one. */
  readonly baseline: string | null;
  /** Every judgement, also those that are well, judged anew at each call. */
  readonly judgements: () => Iterable<Judgement>;
  /** Where a place of the input is for an editor. */
  readonly textSpan: (place: Place) => TextSpan | null;
}

/** Writes a report in chunks of text. */
export type CheckReporter = (report: CheckReport) => Iterable<string>;

/** A finding in words. */
export function itemOf(
  finding: Finding,
  { words, catalogue }: Pick<CheckReport, 'words' | 'catalogue'>,
): Item {
  const { standard, group, place, standing, span } = finding;
  const { check, colon } = words.phrases;
  const { source } = standardWords(standard, words);
  const title = titleOf(finding, words);
  const aside = standing === null ? '' : words.phrases.aside(check.standing[standing]);
  return {
    rule: standard.id,
    kind: 'standard',
    severity: severityOf(finding),
    flag: finding.flag,
    title,
    message:
      title +
      colon +
      figureOf(finding, catalogue, words) +
      check.separator +
      words.judgement(standard.metric, standard, finding.verdict) +
      aside,
    source,
    place,
    fingerprint: JSON.stringify([
      standard.id,
      group.unit,
      span,
      periodOf(group.period, group.periods),
    ]),
    standing,
  };
}

/** Who is to look at a finding. */
export function severityOf({
  fails,
  flag,
  standing,
}: Pick<Finding, 'fails' | 'flag' | 'standing'>): Item['severity'] {
  if (fails) return 'error';
  return flag === 'unknown' || isExcused(standing) ? 'note' : 'warning';
}

export const unitOf = ({ group }: Pick<Finding, 'group'>): string | null =>
  group.unit === '' ? null : group.unit;

export const periodOf = (period: Period | null, periods: readonly Period[]): string | null =>
  period === null ? periods.map(periodId).join(',') || null : periodId(period);

export const titleOf = (
  { group, standard }: Pick<Finding, 'group' | 'standard'>,
  words: Words,
): string =>
  [
    ...(group.unit === '' ? [] : [words.unit(group)]),
    ...(group.periods.length === 0 ? [] : [words.period(group)]),
    words.metric(standard.metric),
  ].join(' ');

/** What a judgement is called among those of its unit: its period, metric and demand. */
export function judgementName(
  { group, standard }: Pick<Judgement, 'group' | 'standard'>,
  words: Words,
): string {
  const subject =
    words.metric(standard.metric) + words.phrases.colon + standardWords(standard, words).demand;
  return group.periods.length === 0 ? subject : `${words.period(group)} / ${subject}`;
}

/** 1/24 = 4.17%, or why there is no figure. */
export function figureOf(
  { assessment, group }: Pick<Finding, 'assessment' | 'group'>,
  catalogue: Catalogue,
  words: Words,
): string {
  const text = figureText(assessment, group, catalogue, words);
  const { outcome } = assessment;
  if (!outcome.known) return text;
  if (outcome.basis === 'reported') return text + words.phrases.aside(words.phrases.reportedMark);
  const quotient = statedQuotient(assessment, catalogue);
  if (quotient === null) return text;
  return `${words.number(quotient.numerator)}/${words.number(quotient.denominator)} = ${text}`;
}
