import { compare, divide, type Exact, isZero, subtract } from '../exact/exact.ts';
import type { Framework, Grade, Model } from './framework.ts';
import { bandOf, type Distribution, distributionOf, isSameGrade } from './grade.ts';
import { certain, measureOf, type ScoreResult, scoreFramework } from './score.ts';
import { type Standing, standingsOf } from './standing.ts';

/** A score of a status word from which on a domain has another grade. */
export interface Threshold {
  readonly from: Exact;
  readonly domain: string;
  /** Null for no grade. */
  readonly below: Grade | null;
  readonly grade: Grade;
}

/** The scores of a word, all others kept, with which every domain keeps its grade: from `from` up to `to`. */
export interface Window {
  readonly from: Exact;
  readonly to: Exact;
  /** Whether `to` itself is in it, as it is where no threshold stands at it. */
  readonly closed: boolean;
}

export interface WordSensitivity {
  readonly word: string;
  /** What the model gives it. */
  readonly score: Exact;
  /** How many indicators take their score from it. */
  readonly indicators: number;
  /** In the order of the scores. */
  readonly thresholds: readonly Threshold[];
  /** Null where a domain that is left out may have a threshold in it, or has no certain grade to keep. */
  readonly window: Window | null;
}

export interface ModelResult {
  readonly model: Model;
  readonly result: ScoreResult;
  readonly distribution: Distribution;
}

/** How grades depend on the scores of the status words. */
export interface Sensitivity {
  /** Every model of the framework, and the one in use. */
  readonly models: readonly ModelResult[];
  /** Domains whose grade is not the same in all of the models. */
  readonly differing: readonly string[];
  /** Words that no indicator takes its score from are left out. */
  readonly words: readonly WordSensitivity[];
  /** Domains of which something is missing: no threshold is known for them. */
  readonly leftOut: readonly string[];
}

export function sensitivityOf(
  framework: Framework,
  model: Model,
  standings: readonly Standing[],
): Sensitivity {
  const under = (scores: Model['scores']): ScoreResult =>
    scoreFramework(framework, rescored(framework, { ...model, scores }, standings));
  const present = under(model.scores);
  const models = [model, ...Object.values(framework.models).filter((each) => each !== model)].map(
    (each): ModelResult => {
      const result = under(each.scores);
      return {
        model: each,
        result,
        distribution: distributionOf(result.domains, framework.grades),
      };
    },
  );
  const leftOut = present.domains.filter(
    ({ missing, group }) => group.counted && missing.length > 0,
  );
  return {
    models,
    differing: framework.domains
      .filter((_, at) => {
        const [first, ...others] = models.flatMap(({ result }) => result.domains[at]?.grade ?? []);
        return first !== undefined && others.some((grade) => !isSameGrade(first, grade));
      })
      .map(({ id }) => id),
    words: Object.entries(model.scores).flatMap(([word, score]) => {
      const indicators = standings.filter(
        ({ status, by }) => status?.word === word && (by === 'model' || by === 'counts'),
      ).length;
      if (indicators === 0) return [];
      const at = (value: Exact): ScoreResult => under({ ...model.scores, [word]: value });
      const ends: Ends = [at(0), at(1)];
      const thresholds = thresholdsBetween(framework, ends);
      const window = isSettled(framework, ends) ? windowAround(score, thresholds) : null;
      return [{ word, score, indicators, thresholds, window }];
    }),
    leftOut: leftOut.map(({ group }) => group.id),
  };
}

/** The same statuses with the scores of another model. */
const rescored = (
  framework: Framework,
  model: Model,
  standings: readonly Standing[],
): readonly Standing[] =>
  standingsOf(
    framework,
    model,
    new Map(
      standings.flatMap(({ statement }) =>
        statement === null ? [] : [[statement.indicator, statement]],
      ),
    ),
    new Map(
      standings.flatMap(({ judged }) => (judged === null ? [] : [[judged.indicator, judged]])),
    ),
  );

/** What everything comes to with a word at 0 and at 1. */
type Ends = readonly [atZero: ScoreResult, atOne: ScoreResult];

/** Whether no domain with a missing status can have another grade, whatever the word's score and that status. */
function isSettled({ grades, gradeOf }: Framework, [atZero, atOne]: Ends): boolean {
  return atZero.domains.every((low, at) => {
    const [least, most] = [low, atOne.domains[at]].map((end) =>
      end === undefined ? null : measureOf(end, gradeOf),
    );
    if (least == null || most == null || low.missing.length === 0) return true;
    return bandOf(least.worst, grades) === bandOf(most.best, grades);
  });
}

/**
 * A measure is a straight line in the score of a word, so that its values at 0 and 1 say where it meets the
 * lower bound of a band.
 */
function thresholdsBetween({ grades, gradeOf }: Framework, [atZero, atOne]: Ends): Threshold[] {
  const found = atZero.domains.flatMap((low, at): Threshold[] => {
    const start = certain(measureOf(low, gradeOf));
    const high = atOne.domains[at];
    const end = high === undefined ? null : certain(measureOf(high, gradeOf));
    if (start === null || end === null) return [];
    const slope = subtract(end, start);
    if (isZero(slope)) return [];
    return grades.flatMap((grade, index) => {
      const isBetween = compare(start, grade.from) < 0 && compare(grade.from, end) <= 0;
      if (!isBetween) return [];
      const from = divide(subtract(grade.from, start), slope);
      return [{ from, domain: low.group.id, below: grades[index + 1] ?? null, grade }];
    });
  });
  return found.toSorted((left, right) => compare(left.from, right.from));
}

function windowAround(score: Exact, thresholds: readonly Threshold[]): Window {
  const reached = thresholds.filter(({ from }) => compare(from, score) <= 0);
  const ahead = thresholds.find(({ from }) => compare(from, score) > 0);
  return {
    from: reached.at(-1)?.from ?? 0,
    to: ahead?.from ?? 1,
    closed: ahead === undefined,
  };
}
