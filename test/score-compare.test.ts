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
const words = await createWords(catalogue, { language: 'zh', precision: 2, rounding: 'half-up' });

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

  // 九 loses one of ten that are all done: its degree stays 1. The whole loses one that was done, and has 111 of
  // 119 left of 112 of 120: 111/119 − 112/120 = −8/14280.
  test('what is as the mean of those it leaves moves nothing, and what is above it lowers the whole', () => {
    const after = documentOf(report2023, { ...statuses2023(), '9.6': '不适用' });
    const { domains, overall } = compareScores(before, after);
    expect(domains).toMatchObject([{ id: '九', degree: 0, others: 0, by: [{ effect: 0 }] }]);
    expect(overall).toMatchObject({ degree: of(-1, 1785), others: 0 });
    expect(overall.by).toMatchObject([{ id: '9.6', effect: of(-1, 1785) }]);
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

describe('an indicator that becomes not applicable, or stops being it', () => {
  const effects = (
    framework: Framework,
    first: Readonly<Record<string, string>>,
    second: Readonly<Record<string, string>>,
  ) => {
    const { overall, domains } = compareScores(
      documentOf(framework, first),
      documentOf(framework, second),
    );
    const told = ({ by, score, others }: ResultChange) => ({
      change: score,
      others,
      ...Object.fromEntries(by.map(({ id, effect }) => [id, effect])),
    });
    return { overall: told(overall), domain: domains[0] && told(domains[0]) };
  };
  const four = frameworkOf(flat({ a: 4 }));
  const half = { a1: 'done', a2: 'done', a3: 'todo', a4: 'todo' };

  // 2 of 4, then 2 of 3: 1/2 to 2/3.
  test('has the whole change where nothing else moves', () => {
    const without = { ...half, a4: 'na' };
    expect(effects(four, half, without).domain).toEqual({
      change: of(1, 6),
      others: 0,
      a4: of(1, 6),
    });
    expect(effects(four, without, half).domain).toEqual({
      change: of(-1, 6),
      others: 0,
      a4: of(-1, 6),
    });
  });

  // From 2/3 to 2/2. Without a2 it was 1/2, so that a2 held it up by 2/3 − 1/2 = 1/6; of the two left a1 is half.
  test('has what it held up, and the others have what they moved among themselves', () => {
    const three = frameworkOf(flat({ a: 3 }));
    const [first, second] = [
      { a1: 'todo', a2: 'done', a3: 'done' },
      { a1: 'done', a2: 'na', a3: 'done' },
    ];
    expect(effects(three, first, second).domain).toEqual({
      change: of(1, 3),
      others: 0,
      a1: of(1, 2),
      a2: of(-1, 6),
    });
  });

  // a1 of 1/2 in place of a2 of 1, and nothing that stays: each has all that it is.
  test('has all of its score where nothing counts before and after', () => {
    const two = frameworkOf(flat({ a: 2 }));
    expect(effects(two, { a1: 'na', a2: 'done' }, { a1: 'half', a2: 'na' }).domain).toEqual({
      change: of(-1, 2),
      others: 0,
      a1: of(1, 2),
      a2: -1,
    });
  });

  // a and b are half of the whole each; a is the mean of g and h, and g of g1 and g2: 3/4.
  const nested = frameworkOf({
    ...plain,
    groups: [
      { id: 'a', title: 'a' },
      { id: 'b', title: 'b' },
      { id: 'g', title: 'g', parent: 'a' },
      { id: 'h', title: 'h', parent: 'a' },
    ],
    indicators: ['g1', 'g2', 'h1', 'b1'].map((id) => ({ id, title: id, parent: id.slice(0, 1) })),
  });
  const stated = { g1: 'done', g2: 'todo', h1: 'done', b1: 'todo' };

  // g is 1 without g2, and a 1.
  test('leaves its own group, not those beside it', () => {
    expect(effects(nested, stated, { ...stated, g2: 'na' })).toEqual({
      overall: { change: of(1, 8), others: 0, g2: of(1, 8) },
      domain: { change: of(1, 4), others: 0, g2: of(1, 4) },
    });
  });

  // h is left of a, and 1: g1 was as much, and g2 a quarter of a.
  test('leaves the group around its own where that is left without any', () => {
    expect(effects(nested, stated, { ...stated, g1: 'na', g2: 'na' })).toEqual({
      overall: { change: of(1, 8), others: 0, g1: 0, g2: of(1, 8) },
      domain: { change: of(1, 4), others: 0, g1: 0, g2: of(1, 4) },
    });
  });

  test('has no effect that is known on what then has no measure, or beside what is missing', () => {
    expect(effects(frameworkOf(flat({ a: 1 })), { a1: 'done' }, { a1: 'na' }).domain).toEqual({
      change: null,
      others: null,
      a1: null,
    });
    const { a4: _, ...missing } = half;
    expect(effects(four, missing, { ...missing, a1: 'na' }).domain).toEqual({
      change: null,
      others: null,
      a1: null,
    });
  });
});

test('what other weights do is no effect of an indicator', () => {
  const weighted = (weight: string, rest: string) =>
    frameworkOf({
      ...flat({ a: 1, b: 1 }),
      groups: [
        { id: 'a', title: 'a', weight },
        { id: 'b', title: 'b', weight: rest },
      ],
    });
  const stated = { a1: 'done', b1: 'todo' };
  const { overall } = compareScores(
    documentOf(weighted('0.1', '0.9'), stated),
    documentOf(weighted('0.9', '0.1'), stated),
  );
  expect(overall).toMatchObject({ score: of(4, 5), by: [], others: of(4, 5) });
});

test.each(['score', 'degree'] as const)('the effects add up to the change of the %s', (gradeOf) => {
  const framework = frameworkOf({
    ...flat({ a: 3, b: 3, g: 2 }),
    gradeOf,
    groups: [
      { id: 'a', title: 'a', weight: '0.3' },
      { id: 'b', title: 'b', weight: '0.7' },
      { id: 'g', title: 'g', parent: 'b' },
    ],
  });
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
        if (change[gradeOf] === null) return;
        expect(change.others).toBe(0);
        const sum = change.by.reduce<Exact>((total, { effect }) => add(total, effect as Exact), 0);
        expect(sum).toEqual(change[gradeOf]);
      };
      for (const change of [overall, ...domains]) sums(change);
    }),
  );
});
