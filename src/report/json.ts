import type { Group } from '../aggregate/group.ts';
import type { Gap } from '../aggregate/totals.ts';
import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Lack } from '../assess/lack.ts';
import { stocksOf } from '../assess/stocks.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { doubleOf, toNumber } from '../exact/exact.ts';
import type { Issue } from '../issue/issue.ts';
import type { Flag } from '../judge/flag.ts';
import { type Verdict, verdictFlag } from '../judge/judge.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';
import { batches } from './batches.ts';
import { cite } from './cite.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { intervalObject } from './interval.ts';
import {
  figureText,
  HELD_GROUPS,
  numericCount,
  numericValue,
  type Report,
  statedQuotient,
} from './report.ts';
import { stocksObject } from './stocks.ts';

/** The JSON document, one group a line. */
export function* writeJson({
  groups,
  groupCount,
  metrics,
  words,
  catalogue,
  by,
  issues,
  interval,
}: Report): Iterable<string> {
  const objects = function* () {
    for (const assessed of groups()) yield groupObject(assessed, words, catalogue, interval);
  };
  // Judging anew takes time, and keeping what needs attention takes room.
  const held: string[] | null = groupCount() <= HELD_GROUPS ? [] : null;
  yield `{\n"schemaVersion": ${SCHEMA_VERSION},\n"by": ${encodeJson(by)},\n"groups": [`;
  let separator = '\n';
  for (const group of objects()) {
    yield separator + encodeJson(group);
    separator = ',\n';
    held?.push(...findingsOf(group));
  }
  yield `\n],\n"standards": ${lineList(standardObjects(metrics, words, catalogue))},\n"findings": `;
  if (held !== null) yield lines(held);
  else yield* streamedLines(objects());
  yield `,\n"issues": ${lineList(issues.map((found) => issueObject(found, words)))}\n}\n`;
}

/** The array of what needs attention in groups, a group at a time. */
function* streamedLines(groups: Iterable<ReturnType<typeof groupObject>>): Iterable<string> {
  let separator = '[\n';
  for (const group of groups) {
    const found = [...findingsOf(group)];
    if (found.length === 0) continue;
    yield separator + found.join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : '\n]';
}

/** One group a line, each a document of its own. */
export function* writeJsonLines({ groups, words, catalogue, interval }: Report): Iterable<string> {
  for (const assessed of groups()) {
    const document = {
      schemaVersion: SCHEMA_VERSION,
      ...groupObject(assessed, words, catalogue, interval),
    };
    yield `${encodeJson(document)}\n`;
  }
}

/** A JSON array, one item a line. */
export const lineList = (items: readonly object[]): string =>
  lines(items.map((item) => encodeJson(item)));

/** The items of a JSON array, one a line each, in chunks; the brackets are for the caller to write. */
export function* itemLines(items: Iterable<object>): Iterable<string> {
  let separator = '\n';
  for (const lines of batches(encodedEach(items))) {
    yield separator + lines.join(',\n');
    separator = ',\n';
  }
}

function* encodedEach(items: Iterable<object>): Iterable<string> {
  for (const item of items) yield encodeJson(item);
}

const lines = (items: readonly string[]): string =>
  items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`;

/** JSON whose text cannot act on a terminal or a build service: what `JSON.stringify` leaves raw is escaped as well. */
export const encodeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replace(
      /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll('##[', '##\\u005b');

const nameOf = ({ group }: AssessedGroup) => ({
  unit: group.unit === '' ? null : group.unit,
  period:
    group.period !== null ? periodId(group.period) : group.periods.map(periodId).join(',') || null,
});

function groupObject(
  assessed: AssessedGroup,
  words: Words,
  catalogue: Catalogue,
  interval: boolean,
) {
  return {
    ...nameOf(assessed),
    units: assessed.group.units.length,
    metrics: assessed.assessments.map((assessment) => {
      const fields = metricObject(assessment, assessed.group, words, catalogue);
      return interval ? { ...fields, ...intervalObject(assessment, catalogue) } : fields;
    }),
  };
}

/** A metric's result, or a finding, as JSON. What does not apply to it is left out. */
interface Fields {
  [name: string]: unknown;
}

function metricObject(
  assessment: Assessment,
  group: Group,
  words: Words,
  catalogue: Catalogue,
): Fields & { id: string; findings: (Fields & { flag: Flag })[] } {
  const { metric, outcome, gaps, coverage, reported, verdicts, flag } = assessment;
  const quotient = statedQuotient(assessment, catalogue);
  const display = catalogue.metrics[metric]?.display ?? 'percent';
  const fields: ReturnType<typeof metricObject> = {
    id: metric,
    label: words.metric(metric),
    value: numericValue(assessment),
    unit: display === 'percent' ? 'share' : display.unit,
    reason: outcome.known ? null : outcome.reason.code,
    numerator: quotient && numericCount(quotient.numerator),
    denominator: quotient && numericCount(quotient.denominator),
    text: figureText(assessment, group, catalogue, words),
    basis: outcome.known ? outcome.basis : null,
    inputs: inputsObject(assessment, catalogue),
    stocks: stocksObject(stocksOf(assessment, group, catalogue)),
    flag,
    findings: verdicts.map((verdict) => findingObject(metric, verdict, words)),
  };
  if (outcome.known && outcome.meanOf !== undefined) fields.meanOf = outcome.meanOf;
  if (reported !== null) fields.reported = reported;
  const custom = catalogue.metrics[metric]?.custom;
  if (custom !== undefined) fields.definition = custom.change;
  if (coverage !== null) fields.coverage = coverage;
  if (gaps.length > 0) fields.missing = gaps.map(lackObject);
  return fields;
}

export const gapObject = ({ unit, period, overlapping }: Gap) => ({
  unit,
  period: period && periodId(period),
  ...(overlapping && { overlapping }),
});

export const lackObject = ({ counts, priorYear, ...gap }: Lack) => ({
  ...gapObject(gap),
  ...(counts.length > 0 && { counts }),
  ...(priorYear.length > 0 && { priorYearCounts: priorYear }),
});

function inputsObject({ metric, source }: Assessment, catalogue: Catalogue) {
  const inputs: Record<string, number | string | null> = {};
  for (const id of catalogue.inputsOf(metric)) {
    const value = source.count(id);
    inputs[id] = value === null || value === 'not-applicable' ? value : numericCount(value);
  }
  return inputs;
}

export function findingObject(
  metric: string,
  verdict: Verdict,
  words: Words,
): Fields & { flag: Flag } {
  const { standard, level, status, why, limit, gap, mend } = verdict;
  const fields: Fields & { flag: Flag } = {
    standard,
    level,
    status,
    flag: verdictFlag(verdict),
    limit: limit && toNumber(limit),
    text: words.verdict(metric, verdict),
  };
  if (why !== undefined) fields.why = why;
  if (gap !== null) fields.gap = doubleOf(gap);
  if (mend !== null) fields.mend = { ...mend, by: numericCount(mend.by) };
  return fields;
}

/** What the findings refer to, each with its source, once. */
export const standardObjects = (metrics: readonly string[], words: Words, catalogue: Catalogue) =>
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
      ...(standard.units !== undefined && { units: standard.units }),
      ...(standard.suspended !== undefined && { suspended: standard.suspended }),
      ...(standard.replacedBy !== undefined && { replacedBy: standard.replacedBy }),
      ...(standard.custom !== undefined && { custom: standard.custom }),
    })),
  );

const NEEDS_ATTENTION: ReadonlySet<Flag> = new Set(['breach', 'warn', 'unknown']);

/** The findings of a group that need attention, with the names of what they speak of. */
function* findingsOf({ unit, period, metrics }: ReturnType<typeof groupObject>): Iterable<string> {
  for (const { id, findings } of metrics) {
    for (const finding of findings) {
      if (NEEDS_ATTENTION.has(finding.flag))
        yield encodeJson({ unit, period, metric: id, ...finding });
    }
  }
}

export const issueObject = (found: Issue, words: Words) => ({
  code: found.code,
  file: found.place.file,
  line: found.place.line ?? null,
  column: found.place.column ?? null,
  message: words.issue(found),
});
