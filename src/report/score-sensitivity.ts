import { compare, type Exact, subtract } from '../exact/exact.ts';
import type { Framework } from '../score/framework.ts';
import type { Distribution, GradeResult } from '../score/grade.ts';
import { measureOf, type Result } from '../score/score.ts';
import type { Sensitivity, Threshold, WordSensitivity } from '../score/sensitivity.ts';
import type { Block } from './blocks.ts';
import type { ScoreReport, ScoreWords } from './score.ts';
import { line, table } from './score-table.ts';

/** Which grades depend on the model, and from which score of a status on. */
export function* sensitivityBlocks(
  sensitivity: Sensitivity,
  { framework, distribution, model }: ScoreReport,
  said: ScoreWords,
): Iterable<Block> {
  const { columns, sensitivity: phrases, overall } = said.phrases;
  const { models, differing, words, leftOut } = sensitivity;
  yield table(
    phrases.models,
    [[columns.domain], ...models.map((each) => [each.model.name] as const)],
    [
      ...framework.domains.flatMap((domain, at) =>
        domain.counted
          ? [
              [
                said.named(domain),
                ...models.map(({ result }) => gradedText(result.domains[at], framework, said)),
              ],
            ]
          : [],
      ),
      [overall, ...models.map(({ result }) => gradedText(result.overall, framework, said))],
      [columns.grade, ...models.map((each) => distributionText(each.distribution, said))],
    ],
  );
  yield line(
    differing.length === 0
      ? phrases.agreeing
      : phrases.differing(said.listed(differing.map((id) => titleOf(id, framework, said)))),
  );
  yield table(
    phrases.words,
    [
      [columns.word],
      [columns.present, 'right'],
      [columns.count, 'right'],
      [columns.window],
      [columns.thresholds],
    ],
    words.map((each) => wordCells(each, said)),
  );
  yield line(phrases.meaning(model.name, distributionText(distribution, said)));
  if (leftOut.length > 0) yield line(phrases.leftOut(said.listed(leftOut)));
}

const gradedText = (
  result: (Result & { readonly grade: GradeResult }) | undefined,
  { gradeOf }: Framework,
  said: ScoreWords,
): string =>
  result === undefined
    ? ''
    : `${said.range(measureOf(result, gradeOf))} ${said.grade(result.grade)}`.trim();

const titleOf = (id: string, { domains }: Framework, said: ScoreWords): string => {
  const domain = domains.find((each) => each.id === id);
  return domain === undefined ? id : said.named(domain);
};

/** 良好 2、优秀 7. */
function distributionText({ shares, below, open }: Distribution, said: ScoreWords): string {
  const { sensitivity: phrases, ungraded } = said.phrases;
  const parts = shares
    .filter(({ domains }) => domains.length > 0)
    .map(({ grade, domains }) => phrases.graded(said.band(grade), domains.length));
  if (below.length > 0) parts.push(phrases.graded(ungraded, below.length));
  if (open.length > 0) parts.push(phrases.graded(phrases.open, open.length));
  return said.listed(parts);
}

function wordCells(each: WordSensitivity, said: ScoreWords): string[] {
  const { sensitivity: phrases } = said.phrases;
  const { window } = each;
  return [
    each.word,
    said.exact(each.score),
    String(each.indicators),
    window === null
      ? phrases.unsettled
      : phrases.window(said.exact(window.from), said.exact(window.to), window.closed),
    each.thresholds.length === 0
      ? window === null
        ? phrases.unsettled
        : phrases.noThreshold
      : said.listed(nearest(each).map((threshold) => thresholdText(threshold, said))) +
        (each.thresholds.length > SHOWN ? said.phrases.notes.more(each.thresholds.length) : ''),
  ];
}

/** How many thresholds of a word a person is shown; JSON and CSV have them all. */
const SHOWN = 6;

/** Those next to the score that the word has. */
const nearest = ({ score, thresholds }: WordSensitivity): readonly Threshold[] => {
  const distance = ({ from }: Threshold): Exact =>
    compare(from, score) < 0 ? subtract(score, from) : subtract(from, score);
  return thresholds
    .toSorted((left, right) => compare(distance(left), distance(right)))
    .slice(0, SHOWN)
    .toSorted((left, right) => compare(left.from, right.from));
};

const thresholdText = ({ domain, from, grade }: Threshold, said: ScoreWords): string =>
  said.phrases.sensitivity.threshold(domain, said.exact(from), said.band(grade));
