import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import type { Flag } from '../judge/flag.ts';
import type { Words } from '../message/words.ts';
import { cite } from './cite.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { type GroupObject, groupWriter } from './group-json.ts';
import { lines, safely } from './json-text.ts';
import { HELD_GROUPS, type Report } from './report.ts';

/** The JSON document, one group a line. */
export const writeJson = (report: Report): Iterable<string> => safely(documentOf(report));

function* documentOf({
  groups,
  groupCount,
  metrics,
  words,
  catalogue,
  by,
  issues,
  interval,
}: Report): Iterable<string> {
  const objectOf = groupWriter(words, catalogue, interval);
  const objects = function* () {
    for (const assessed of groups()) yield objectOf(assessed);
  };
  // Judging anew takes time, and keeping what needs attention takes room.
  const held: string[] | null = groupCount() <= HELD_GROUPS ? [] : null;
  yield `{\n"schemaVersion": ${SCHEMA_VERSION},\n"by": ${JSON.stringify(by)},\n"groups": [`;
  let separator = '\n';
  for (const group of objects()) {
    yield separator;
    yield JSON.stringify(group);
    separator = ',\n';
    held?.push(...findingsOf(group));
  }
  yield `\n],\n"standards": ${plainLines(standardObjects(metrics, words, catalogue))},\n"findings": `;
  if (held !== null) yield lines(held);
  else yield* streamedLines(objects());
  yield `,\n"issues": ${plainLines(issues.map((found) => issueObject(found, words)))}\n}\n`;
}

const plainLines = (items: readonly object[]): string =>
  lines(items.map((item) => JSON.stringify(item)));

/** The array of what needs attention in groups, a group at a time. */
function* streamedLines(groups: Iterable<GroupObject>): Iterable<string> {
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
export const writeJsonLines = (report: Report): Iterable<string> => safely(linesOf(report));

function* linesOf({ groups, words, catalogue, interval }: Report): Iterable<string> {
  const objectOf = groupWriter(words, catalogue, interval);
  for (const assessed of groups()) {
    const document = { schemaVersion: SCHEMA_VERSION, ...objectOf(assessed) };
    yield JSON.stringify(document);
    yield '\n';
  }
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
function* findingsOf({ unit, period, metrics }: GroupObject): Iterable<string> {
  for (const { id, findings } of metrics) {
    if (findings.length === 0) continue;
    for (const finding of findings) {
      if (NEEDS_ATTENTION.has(finding.flag))
        yield JSON.stringify({ unit, period, metric: id, ...finding });
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
