import { doubleOf, type Exact, fractionText } from '../exact/exact.ts';
import type {
  GroupDocument,
  IndicatorDocument,
  RangeDocument,
  ResultDocument,
  ScoreDocument,
  ShareDocument,
} from '../score/document.ts';
import type { Grade } from '../score/framework.ts';
import type { GradeResult } from '../score/grade.ts';
import { certain, type GroupResult, type Range, type Result } from '../score/score.ts';
import type { Standing } from '../score/standing.ts';
import { effectiveWeights } from '../score/weights.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { createScoreWords, type ScoreReport, type ScoreWords } from './score.ts';
import { judgedLines } from './score-judged.ts';

/** A report as the data that another run, or another program, reads again. */
export function scoreDocument(report: ScoreReport): ScoreDocument {
  const { framework, model, result, standings } = report;
  const said = createScoreWords(report.words);
  const counted = result.domains.filter(({ group }) => group.counted);
  const weights = effectiveWeights(framework, result, standings);
  return {
    schemaVersion: SCHEMA_VERSION,
    framework: {
      title: framework.title,
      gradeOf: framework.gradeOf,
      domains: counted.length,
      indicators: framework.indicators.filter((each) => each.counted).length,
    },
    model: {
      name: model.name,
      note: model.note,
      scores: Object.fromEntries(
        Object.entries(model.scores).map(([word, score]) => [word, shareDocument(score)]),
      ),
    },
    domains: result.domains.map((domain) => groupDocument(domain, said)),
    overall: resultDocument(result.overall, said),
    indicators: standings.map((standing) => indicatorDocument(standing, report, weights)),
  };
}

export const shareDocument = (value: Exact): ShareDocument => ({
  value: doubleOf(value),
  exact: fractionText(value),
});

/** A sum of scores, and what of it is known: what is missing is 0 at the worst. */
export function pointsDocument(points: Range): { points: string | null; knownPoints: string } {
  const sum = certain(points);
  return {
    points: sum === null ? null : fractionText(sum),
    knownPoints: fractionText(points.worst),
  };
}

const rangeDocument = ({ worst, best }: Range): RangeDocument => ({
  worst: shareDocument(worst),
  best: shareDocument(best),
});

export function groupDocument(result: GroupResult, said: ScoreWords): GroupDocument {
  const { id, counted } = result.group;
  return {
    id,
    title: said.title(result.group),
    counted,
    ...resultDocument(result, said),
    gradeText: counted ? said.grade(result.grade) : said.phrases.uncounted,
    groups: result.groups.map((group) => groupDocument(group, said)),
  };
}

const nameOf = (grade: Grade | null): string | null => grade?.name ?? null;

/** The grade in the words of the framework, whatever the language. */
const gradeOf = (grade: GradeResult): string | null =>
  grade.kind === 'graded' ? grade.grade.name : null;

const worstAndBest = (grade: GradeResult): { worst: string | null; best: string | null } =>
  grade.kind === 'open'
    ? { worst: nameOf(grade.worst), best: nameOf(grade.best) }
    : { worst: gradeOf(grade), best: gradeOf(grade) };

function resultDocument(
  result: Result & { readonly grade: GradeResult },
  said: ScoreWords,
): ResultDocument {
  const [score, degree] = [certain(result.score), certain(result.degree)];
  return {
    score: score === null ? null : doubleOf(score),
    degree: degree === null ? null : doubleOf(degree),
    grade: gradeOf(result.grade),
    gradeText: said.grade(result.grade),
    exact: {
      score: score === null ? null : fractionText(score),
      degree: degree === null ? null : fractionText(degree),
    },
    bounds:
      result.score === null || result.degree === null
        ? null
        : {
            score: rangeDocument(result.score),
            degree: rangeDocument(result.degree),
            grade: worstAndBest(result.grade),
          },
    ...pointsDocument(result.points),
    indicators: result.indicators,
    known: result.known,
    statuses: result.tally,
    open: result.open,
    missing: result.missing,
    notApplicable: result.notApplicable,
  };
}

export function indicatorDocument(
  standing: Standing,
  report: Pick<ScoreReport, 'catalogue' | 'words'>,
  weights: ReturnType<typeof effectiveWeights>,
): IndicatorDocument {
  const { indicator, state, status, score, by, statement, judged } = standing;
  const weight = weights.get(indicator.id);
  return {
    id: indicator.id,
    title: indicator.title,
    domain: indicator.path[0] ?? '',
    path: indicator.path,
    counted: indicator.counted,
    status: status?.word ?? null,
    means: status?.means ?? null,
    state,
    score: score === null ? null : doubleOf(score),
    exact: score === null ? null : fractionText(score),
    by,
    weight:
      weight === undefined
        ? null
        : { domain: fractionText(weight.domain), overall: fractionText(weight.overall) },
    remark: statement?.remark ?? null,
    evidence: statement?.evidence ?? null,
    judged: judged && {
      result: judged.result,
      standards: judgedLines(judged, report),
    },
    file: statement?.place.file ?? null,
    line: statement?.place.line ?? null,
    column: statement?.place.column ?? null,
  };
}
