/** What moved between two results, and by which indicators: the effects add up to the change, exactly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { add, type Exact, fraction } from '../src/exact/exact.ts';
import { createWords } from '../src/message/words.ts';
import { scoreDocument } from '../src/report/score-document.ts';
import { compareScores, type ResultChange } from '../src/score/compare.ts';
import type { ScoreDocument } from '../src/score/document.ts';
import { evaluateScore } from '../src/score/evaluate.ts';
import type { Framework, Model } from '../src/score/framework.ts';
import {
  flat,
  frameworkOf,
  plain,
  report2023,
  type Stated,
  statementsOf,
  statuses2023,
} from './support/score.ts';

const catalogue = builtInCatalogue();
const words = createWords(catalogue, { language: 'zh', precision: 2, rounding: 'half-up' });

const documentOf = (
  framework: Framework,
  stated: Readonly<Record<string, Stated>>,
  model = framework.defaultModel,
): ScoreDocument =>
  scoreDocument({
    catalogue,
    words,
    ...evaluateScore(framework, framework.models[model] as Model, statementsOf(stated)),
    sensitivity: null,
    changes: null,
  });

const of = (numerator: number, denominator: number) =>
  fraction(BigInt(numerator), BigInt(denominator));

describe("the report's statuses", () => {
  const before = documentOf(report2023, statuses2023());

  test('against themselves, nothing moved', () => {
    const { domains, overall, differing } = compareScores(before, before);
    expect([domains, overall.by, differing, overall.degree]).toEqual([[], [], [], 0]);
  });

  test('a domain of another title is another one, whatever its number', () => {
    const after = documentOf(report2023, { ...statuses2023(), '4.18': '已经完成' });
    const domains = after.domains.map((each) => ({ ...each, title: `另一份的${each.title}` }));
    expect(compareScores(before, after).domains.map(({ id }) => id)).toEqual(['四']);
    expect(compareScores(before, { ...after, domains }).domains).toEqual([]);
  });

  // 四: 4.18 done (+1/23) and 4.2 half (+1/46): 20.5/23. 一: 1.15 half (−1/30). Overall +1/120.
  test('each indicator has its effect on its domain', () => {
    const after = documentOf(report2023, {
      ...statuses2023(),
      '4.18': '已经完成',
      '4.2': '未全部完成',
      '1.15': '未全部完成',
    });
    const { domains, overall } = compareScores(before, after);
    expect(domains.map(({ id, degree }) => [id, degree])).toEqual([
      ['一', of(-1, 30)],
      ['四', of(3, 46)],
    ]);
    expect(domains[1]?.by.map(({ id, effect }) => [id, effect])).toEqual([
      ['4.2', of(1, 46)],
      ['4.18', of(1, 23)],
    ]);
    expect(domains[1]).toMatchObject({
      before: { grade: '良好' },
      after: { grade: '良好' },
      others: 0,
    });
    expect(overall.degree).toEqual(of(1, 120));
    expect(overall.by.map(({ id }) => id)).toEqual(['1.15', '4.2', '4.18']);
  });

  test('another word of the same score moves nothing, and is still told', () => {
    const after = documentOf(report2023, { ...statuses2023(), '1.1': '已经基本完成' });
    const { domains } = compareScores(before, after);
    expect(domains).toHaveLength(1);
    expect(domains[0]).toMatchObject({ id: '一', degree: 0, by: [{ id: '1.1', effect: 0 }] });
  });

  test('another model is said to have a part in it', () => {
    const after = documentOf(report2023, statuses2023(), 'strict');
    const { differing, models, domains } = compareScores(before, after);
    expect([differing, models]).toEqual([['model'], { before: 'half', after: 'strict' }]);
    expect(domains.map(({ id }) => id)).toEqual(['三', '七', '八']);
  });

  // 九 loses one of ten that are all done: its degree stays 1, the others weigh more.
  test('where another number counts, the rest is put down to the others', () => {
    const after = documentOf(report2023, { ...statuses2023(), '9.6': '不适用' });
    const [nine] = compareScores(before, after).domains;
    expect(nine).toMatchObject({ id: '九', degree: 0, others: of(1, 10) });
    expect(nine?.by).toMatchObject([{ id: '9.6', effect: of(-1, 10) }]);
  });

  test('what is missing has no effect that is known', () => {
    const { '9.6': _, ...rest } = statuses2023();
    const [nine] = compareScores(before, documentOf(report2023, rest)).domains;
    expect(nine).toMatchObject({ degree: null, others: null, by: [{ id: '9.6', effect: null }] });
  });
});

test('of another framework only what both have is compared', () => {
  const one = documentOf(frameworkOf(flat({ a: 1, b: 1 })), { a1: 'done', b1: 'todo' });
  const other = documentOf(frameworkOf(flat({ b: 2, c: 1 })), {
    b1: 'done',
    b2: 'done',
    c1: 'done',
  });
  const { differing, domains } = compareScores(one, other);
  expect(differing).toEqual(['framework']);
  expect(domains.map(({ id }) => id)).toEqual(['b']);
  expect(domains[0]?.by.map(({ id, before }) => [id, before === null])).toEqual([
    ['b1', false],
    ['b2', true],
  ]);
});

// b weighs 0.9: b1 from 0 to 1 moves the whole by 0.9 where grades are for the score, by 1/2 where for the degree.
test('effects are on the measure that grades are given for', () => {
  const file = {
    ...flat({ a: 1, b: 1 }),
    groups: [
      { id: 'a', title: 'a', weight: '0.1' },
      { id: 'b', title: 'b', weight: '0.9' },
    ],
  };
  const effects = (gradeOf: 'score' | 'degree') => {
    const framework = frameworkOf({ ...file, gradeOf });
    const [before, after] = ['todo', 'done'].map((b1) => documentOf(framework, { a1: 'done', b1 }));
    const { overall, domains } = compareScores(before as ScoreDocument, after as ScoreDocument);
    return [overall.by[0]?.effect, domains[0]?.by[0]?.effect];
  };
  expect(effects('score')).toEqual([of(9, 10), 1]);
  expect(effects('degree')).toEqual([of(1, 2), 1]);
});

test('the effects and the rest add up to the change', () => {
  const framework = frameworkOf({ ...flat({ a: 3, b: 5 }), ...plain });
  const statuses = fc.array(fc.constantFrom('done', 'half', 'todo', 'na'), {
    minLength: 8,
    maxLength: 8,
  });
  const stated = (list: readonly string[]) =>
    Object.fromEntries(framework.indicators.map(({ id }, at) => [id, list[at] as string]));
  fc.assert(
    fc.property(statuses, statuses, (first, second) => {
      const { domains, overall } = compareScores(
        documentOf(framework, stated(first)),
        documentOf(framework, stated(second)),
      );
      const sums = (change: ResultChange): void => {
        if (change.score === null) return;
        const sum = change.by.reduce<Exact>((total, { effect }) => add(total, effect ?? 0), 0);
        expect(add(sum, change.others ?? 0)).toEqual(change.score);
      };
      for (const change of [overall, ...domains]) sums(change);
    }),
  );
});
