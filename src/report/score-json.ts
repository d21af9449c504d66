import { divide, doubleOf } from '../exact/exact.ts';
import type { ScoreChanges } from '../score/compare.ts';
import type { ScoreFinding } from '../score/findings.ts';
import type { Distribution } from '../score/grade.ts';
import type { Sensitivity } from '../score/sensitivity.ts';
import { encodeJson, lineList } from './json-text.ts';
import { createScoreWords, type ScoreReport, type ScoreWords } from './score.ts';
import { pointsDocument, scoreDocument, shareDocument } from './score-document.ts';

/** The JSON document of a score, a domain or an indicator a line. */
export function scoreJson(report: ScoreReport): string {
  const said = createScoreWords(report.words);
  const { domains, indicators, ...document } = scoreDocument(report);
  const { grades, ungraded } = gradesObject(report.distribution, said);
  const { sensitivity, changes } = report;
  const parts: Record<string, string> = {
    ...encoded(document),
    domains: lineList(domains),
    grades: lineList(grades),
    ungraded: encodeJson(ungraded),
    indicators: lineList(indicators),
    findings: lineList(report.findings.map((finding) => findingObject(finding, said))),
    ...(sensitivity !== null && {
      sensitivity: `{\n${lines(sensitivityObject(sensitivity))}\n}`,
    }),
    ...(changes !== null && { changes: `{\n${lines(changesObject(changes))}\n}` }),
  };
  return `{\n${joined(parts)}\n}\n`;
}

const encoded = (object: object): Record<string, string> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, encodeJson(value)]));

/** The values of an object as JSON, lists an item a line. */
const lines = (object: object): string =>
  joined(
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        Array.isArray(value) && typeof value[0] === 'object' ? lineList(value) : encodeJson(value),
      ]),
    ),
  );

const joined = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .map(([key, text]) => `"${key}": ${text}`)
    .join(',\n');

function gradesObject({ of, shares, below, open }: Distribution, said: ScoreWords) {
  return {
    grades: shares.map(({ grade, domains }) => {
      const share = of === 0 ? null : divide(domains.length, of);
      return {
        grade: grade.name,
        from: shareDocument(grade.from),
        count: domains.length,
        of,
        share: share === null ? null : doubleOf(share),
        text: share === null ? '' : said.share(share),
        domains,
      };
    }),
    ungraded: { below, open },
  };
}

function findingObject(finding: ScoreFinding, said: ScoreWords) {
  const { kind, flag, standing, place } = finding;
  const { indicator, status, statement } = standing;
  const { disagreement, missing } = said.phrases;
  const means = status?.means ?? 'open';
  return {
    kind,
    flag,
    indicator: indicator.id,
    title: indicator.title,
    domain: indicator.path[0] ?? '',
    status: statement?.status ?? null,
    judged: finding.kind === 'disagreement' ? finding.judged.result : null,
    text: finding.kind === 'missing' || means === 'uncounted' ? missing : disagreement[means],
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

function sensitivityObject({ words, models, differing, leftOut }: Sensitivity) {
  return {
    words: words.map(({ word, score, indicators, window, thresholds }) => ({
      word,
      score: shareDocument(score),
      indicators,
      window: window && {
        from: shareDocument(window.from),
        to: shareDocument(window.to),
        closed: window.closed,
      },
      thresholds: thresholds.map(({ from, domain, below, grade }) => ({
        from: shareDocument(from),
        domain,
        below: below?.name ?? null,
        grade: grade.name,
      })),
    })),
    models: models.map(({ model, result, distribution }) => ({
      name: model.name,
      ...pointsDocument(result.overall.points),
      indicators: result.overall.indicators,
      grades: Object.fromEntries(
        distribution.shares.map(({ grade, domains }) => [grade.name, domains.length]),
      ),
      domains: Object.fromEntries(
        result.domains.map(({ group, grade }) => [
          group.id,
          grade.kind === 'graded' ? grade.grade.name : null,
        ]),
      ),
    })),
    differing,
    leftOut,
  };
}

/** What moved, with what of both documents it moved from and to. */
export function changesObject({ differing, models, measure, overall, domains }: ScoreChanges) {
  const change = (each: ScoreChanges['overall']) => ({
    degree: { before: each.before.degree, after: each.after.degree, change: optional(each.degree) },
    score: { before: each.before.score, after: each.after.score, change: optional(each.score) },
    grade: { before: each.before.grade, after: each.after.grade },
    others: optional(each.others),
  });
  return {
    differing,
    models,
    measure,
    overall: change(overall),
    domains: domains.map((domain) => ({
      id: domain.id,
      title: domain.title,
      ...change(domain),
      by: domain.by.map(({ id, title, before, after, effect }) => ({
        id,
        title,
        before: before && { status: before.status, score: before.score },
        after: after && { status: after.status, score: after.score },
        effect: optional(effect),
      })),
    })),
  };
}

const optional = (value: Parameters<typeof shareDocument>[0] | null) =>
  value === null ? null : shareDocument(value);
