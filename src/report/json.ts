import type { Group } from '../aggregate/group.ts';
import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { toNumber } from '../exact/exact.ts';
import type { Issue } from '../issue/issue.ts';
import { type Flag, type Verdict, verdictFlag } from '../judge/judge.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';
import { cite } from './cite.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { figureText, numericCount, numericValue, type Report, statedQuotient } from './report.ts';

/** The JSON document, one group a line. */
export function* writeJson({
  groups,
  metrics,
  words,
  catalogue,
  by,
  issues,
}: Report): Iterable<string> {
  const attention: object[] = [];
  yield `{\n"schemaVersion": ${SCHEMA_VERSION},\n"by": ${encodeJson(by)},\n"groups": [`;
  let separator = '\n';
  for (const assessed of groups()) {
    yield separator + encodeJson(groupObject(assessed, words, catalogue));
    separator = ',\n';
    attention.push(...findingsOf(assessed, words));
  }
  yield `\n],\n"standards": ${list(standardObjects(metrics, words, catalogue))},\n"findings": ${list(attention)},\n`;
  yield `"issues": ${list(issues.map((found) => issueObject(found, words)))}\n}\n`;
}

/** One group a line, each a document of its own. */
export function* writeJsonLines({ groups, words, catalogue }: Report): Iterable<string> {
  for (const assessed of groups()) {
    const document = { schemaVersion: SCHEMA_VERSION, ...groupObject(assessed, words, catalogue) };
    yield `${encodeJson(document)}\n`;
  }
}

const list = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => encodeJson(item)).join(',\n')}\n]`;

/** JSON whose text cannot act on a terminal: what `JSON.stringify` leaves raw is escaped as well. */
export const encodeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const nameOf = ({ group }: AssessedGroup) => ({
  unit: group.unit === '' ? null : group.unit,
  period:
    group.period !== null ? periodId(group.period) : group.periods.map(periodId).join(',') || null,
});

function groupObject(assessed: AssessedGroup, words: Words, catalogue: Catalogue) {
  return {
    ...nameOf(assessed),
    units: assessed.group.units.length,
    metrics: assessed.assessments.map((assessment) =>
      metricObject(assessment, assessed.group, words, catalogue),
    ),
  };
}

function metricObject(assessment: Assessment, group: Group, words: Words, catalogue: Catalogue) {
  const { metric, outcome, source, gaps, coverage, reported, verdicts, flag } = assessment;
  const quotient = statedQuotient(assessment, catalogue);
  const display = catalogue.metrics[metric]?.display ?? 'percent';
  return {
    id: metric,
    label: words.metric(metric),
    value: numericValue(assessment),
    unit: display === 'percent' ? 'share' : display.unit,
    reason: outcome.known ? null : outcome.reason.code,
    numerator: quotient && numericCount(quotient.numerator),
    denominator: quotient && numericCount(quotient.denominator),
    text: figureText(assessment, group, words),
    basis: outcome.known ? outcome.basis : null,
    meanOf: outcome.known ? (outcome.meanOf ?? null) : null,
    reported,
    inputs: Object.fromEntries(
      catalogue.inputsOf(metric).map((id) => {
        const value = source.count(id);
        return [id, value === null || value === 'not-applicable' ? value : numericCount(value)];
      }),
    ),
    missing: gaps.map(({ unit, period }) => ({ unit, period: period && periodId(period) })),
    coverage,
    flag,
    findings: verdicts.map((verdict) => findingObject(metric, verdict, words)),
  };
}

function findingObject(metric: string, verdict: Verdict, words: Words) {
  const { standard, level, status, why, limit, gap, mend } = verdict;
  return {
    standard,
    level,
    status,
    flag: verdictFlag(verdict),
    why: why ?? null,
    limit: limit && toNumber(limit),
    gap: gap === null ? null : toNumber({ numerator: gap, denominator: 1 }),
    mend: mend && { ...mend, by: numericCount(mend.by) },
    text: words.verdict(metric, verdict),
  };
}

/** What the findings refer to, each with its source, once. */
const standardObjects = (
  metrics: readonly string[],
  words: Words,
  catalogue: Catalogue,
): object[] =>
  metrics.flatMap((metric) =>
    catalogue.standardsOf(metric).map((standard) => ({
      id: standard.id,
      metric,
      comparison: standard.comparison,
      limit: standard.limit,
      level: standard.level,
      scope: standard.scope,
      per: standard.per ?? null,
      from: standard.from ?? null,
      until: standard.until ?? null,
      text: words.standard(standard),
      source: cite(standard.source),
      note: standard.note ?? null,
    })),
  );

const NEEDS_ATTENTION: ReadonlySet<Flag> = new Set(['breach', 'warn', 'unknown']);

function* findingsOf(assessed: AssessedGroup, words: Words): Iterable<object> {
  for (const { metric, verdicts } of assessed.assessments) {
    for (const verdict of verdicts) {
      if (!NEEDS_ATTENTION.has(verdictFlag(verdict))) continue;
      yield { ...nameOf(assessed), metric, ...findingObject(metric, verdict, words) };
    }
  }
}

const issueObject = (found: Issue, words: Words) => ({
  code: found.code,
  file: found.place.file,
  line: found.place.line ?? null,
  column: found.place.column ?? null,
  message: words.issue(found),
});
