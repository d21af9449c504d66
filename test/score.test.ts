/** How scores, degrees and grades come from statuses: the report's own figures, and laws by hand. */
import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import type { FrameworkFile } from '../src/score/framework.ts';
import { distributionOf } from '../src/score/grade.ts';
import { certain, type GroupResult } from '../src/score/score.ts';
import {
  flat,
  frameworkOf,
  plain,
  report2023,
  type Stated,
  scored,
  statuses2023,
} from './support/score.ts';

const of = (numerator: number, denominator: number) =>
  fraction(BigInt(numerator), BigInt(denominator));

const gradeOfResult = ({ grade }: Pick<GroupResult, 'grade'>): string =>
  grade.kind === 'graded' ? grade.grade.name : grade.kind;

describe("the report's statuses", () => {
  // Worked by hand: indicators of the domain less those that are open (part 三), plus the half of 3.6, 7.4, 8.3, 8.4.
  const HALF: Readonly<Record<string, [points: [number, number], of: number, grade: string]>> = {
    一: [[15, 1], 15, '优秀'],
    二: [[10, 1], 10, '优秀'],
    三: [[21, 2], 11, '优秀'],
    四: [[19, 1], 23, '良好'],
    五: [[7, 1], 7, '优秀'],
    六: [[17, 1], 19, '良好'],
    七: [[17, 2], 9, '优秀'],
    八: [[15, 1], 16, '优秀'],
    九: [[10, 1], 10, '优秀'],
  };

  test.each(Object.entries(HALF))('half: domain %s', (id, [points, indicators, grade]) => {
    const { result } = scored(report2023, statuses2023(), 'half');
    const domain = result.domains.find(({ group }) => group.id === id) as GroupResult;
    expect(domain.points).toEqual({ worst: of(...points), best: of(...points) });
    expect(domain.indicators).toBe(indicators);
    expect(certain(domain.degree)).toEqual(of(points[0], points[1] * indicators));
    expect(domain.score).toEqual(domain.degree);
    expect(gradeOfResult(domain)).toBe(grade);
  });

  // N1 and N2: 22.22 % good, 77.78 % excellent; 112/120.
  test('half: 2 domains are good, 7 excellent, overall 112/120', () => {
    const { result } = scored(report2023, statuses2023(), 'half');
    const { of: base, shares, below, open } = distributionOf(result.domains, report2023.grades);
    expect(base).toBe(9);
    expect(shares.map(({ grade, domains }) => [grade.name, domains])).toEqual([
      ['优秀', ['一', '二', '三', '五', '七', '八', '九']],
      ['良好', ['四', '六']],
    ]);
    expect([below, open]).toEqual([[], []]);
    expect([result.overall.points.worst, result.overall.indicators]).toEqual([112, 120]);
    expect(certain(result.overall.degree)).toEqual(of(112, 120));
  });

  test('strict: 4 domains are good, 5 excellent, overall 110/120', () => {
    const { result } = scored(report2023, statuses2023(), 'strict');
    const { shares } = distributionOf(result.domains, report2023.grades);
    expect(shares.map(({ domains }) => domains)).toEqual([
      ['一', '二', '三', '五', '九'],
      ['四', '六', '七', '八'],
    ]);
    expect([result.overall.points.worst, result.overall.indicators]).toEqual([110, 120]);
  });

  test('a status may be named like what every object has', () => {
    const word = 'constructor';
    const framework = frameworkOf({
      ...flat({ x: 1 }),
      statuses: [{ word, means: 'done' }],
      models: { usual: { scores: { [word]: 1 } } },
    });
    expect(scored(framework, { x1: word }).result.overall.tally).toEqual({ [word]: 1 });
  });

  test('each status stands as often as in the report, and what is open is what part 三 excepts', () => {
    const { overall, domains } = scored(report2023, statuses2023()).result;
    expect(overall.tally).toEqual({
      已经完成: 102,
      已经基本完成: 8,
      未全部完成: 3,
      尚需进一步加强: 1,
      未完成: 4,
      尚未完成: 2,
      '附加项（不计完成度）': 5,
    });
    expect(overall.open).toEqual([
      '3.6',
      '4.2',
      '4.9',
      '4.18',
      '4.22',
      '6.16',
      '6.19',
      '7.4',
      '8.3',
      '8.4',
    ]);
    expect(domains.map(({ open }) => open.length)).toEqual([0, 0, 1, 4, 0, 2, 1, 2, 0, 0]);
  });

  test('the extra domain is outside the reckoning, whatever its statuses', () => {
    const statuses = statuses2023();
    const without = scored(report2023, statuses).result;
    const extra = without.domains.at(-1) as GroupResult;
    expect(extra).toMatchObject({ indicators: 0, degree: null, score: null, missing: [] });
    expect(extra.grade.kind).toBe('none');
    for (let at = 1; at <= 5; at++) statuses[`10.${at}`] = '已经完成';
    const { overall } = scored(report2023, statuses).result;
    expect(overall.degree).toEqual(without.overall.degree);
    for (let at = 1; at <= 5; at++) delete statuses[`10.${at}`];
    expect(scored(report2023, statuses).result.overall.missing).toEqual([]);
  });
});

describe('weights', () => {
  // a: 2 of 2; b: 1 of 10. Equal weights: (1 + 1/10) ÷ 2 = 11/20; of all leaves 3/12 = 1/4.
  test('equal weights of unequal groups are not the mean of all leaves', () => {
    const framework = frameworkOf(flat({ a: 2, b: 10 }));
    const stated = Object.fromEntries(framework.indicators.map(({ id }) => [id, 'todo']));
    const { overall } = scored(framework, { ...stated, a1: 'done', a2: 'done', b1: 'done' }).result;
    expect(certain(overall.score)).toEqual(of(11, 20));
    expect(certain(overall.degree)).toEqual(of(1, 4));
  });

  const nested: FrameworkFile = {
    ...plain,
    groups: [
      { id: 'a', title: 'a', weight: '60%' },
      { id: 'a.x', title: 'x', parent: 'a', weight: '1/3' },
      { id: 'a.y', title: 'y', parent: 'a', weight: '2/3' },
      { id: 'b', title: 'b', weight: '40%' },
    ],
    indicators: [
      { id: '1', title: '1', parent: 'a.x' },
      { id: '2', title: '2', parent: 'a.x' },
      { id: '3', title: '3', parent: 'a.y' },
      { id: '4', title: '4', parent: 'b', weight: '0.25' },
      { id: '5', title: '5', parent: 'b', weight: '0.75' },
    ],
  };

  // a.x = 1/2, a.y = 1/2 (half): a = 1/2. b = 0.25. Overall 0.6 × 0.5 + 0.4 × 0.25 = 0.4; points 2.5 of 5.
  test('are taken level by level', () => {
    const stated = { 1: 'done', 2: 'todo', 3: 'half', 4: 'done', 5: 'todo' };
    const { domains, overall } = scored(frameworkOf(nested), stated).result;
    expect(domains.map(({ score }) => certain(score))).toEqual([of(1, 2), of(1, 4)]);
    expect(domains[0]?.groups.map(({ score }) => certain(score))).toEqual([of(1, 2), of(1, 2)]);
    expect(certain(overall.score)).toEqual(of(2, 5));
    expect(certain(overall.degree)).toEqual(of(1, 2));
  });

  // Without 5, b is 4 alone; without both, a alone is the whole.
  test('what is not applicable is left out of the weights of what it is in', () => {
    const framework = frameworkOf(nested);
    const stated: Record<string, Stated> = { 1: 'done', 2: 'todo', 3: 'half', 4: 'done', 5: 'na' };
    const one = scored(framework, stated).result;
    expect(certain(one.domains[1]?.score ?? null)).toBe(1);
    expect(certain(one.overall.score)).toEqual(of(7, 10));
    expect([one.overall.indicators, one.overall.notApplicable]).toEqual([4, ['5']]);
    const both = scored(framework, { ...stated, 4: 'na' }).result;
    expect(both.domains[1]).toMatchObject({ score: null, degree: null, indicators: 0 });
    expect(certain(both.overall.score)).toEqual(of(1, 2));
  });

  test('nothing applicable has no score and no grade, and is no share of the domains', () => {
    const framework = frameworkOf(flat({ a: 1, b: 1 }));
    const { result } = scored(framework, { a1: 'na', b1: 'done' });
    expect(result.domains[0]?.grade.kind).toBe('none');
    expect(distributionOf(result.domains, framework.grades).of).toBe(1);
    expect(scored(framework, { a1: 'na', b1: 'na' }).result.overall).toMatchObject({
      score: null,
      degree: null,
      points: { worst: 0, best: 0 },
    });
  });
});

describe('what is missing', () => {
  // 8 of 10 done and one unknown: 0.8 at the least, 0.9 at the most.
  test('may be anything from 0 to 1, and is not inferred from the others', () => {
    const framework = frameworkOf(flat({ a: 10 }));
    const stated = Object.fromEntries(
      framework.indicators.slice(0, 9).map(({ id }, at) => [id, at < 8 ? 'done' : 'todo']),
    );
    const [domain] = scored(framework, stated).result.domains;
    expect(domain?.degree).toEqual({ worst: of(8, 10), best: of(9, 10) });
    expect(domain?.score).toEqual({ worst: of(8, 10), best: of(9, 10) });
    expect(certain(domain?.score ?? null)).toBeNull();
    expect(domain).toMatchObject({ indicators: 10, known: 9, missing: ['a10'] });
    expect(domain?.grade).toMatchObject({
      kind: 'open',
      worst: { name: 'B' },
      best: { name: 'A' },
    });
  });

  test('leaves the grade certain where it makes no difference', () => {
    const framework = frameworkOf(flat({ a: 100 }));
    const stated = Object.fromEntries(framework.indicators.slice(1).map(({ id }) => [id, 'done']));
    const [domain] = scored(framework, stated).result.domains;
    expect(domain?.grade).toMatchObject({ kind: 'graded', grade: { name: 'A' } });
  });
});

describe('grades', () => {
  const gradeFor = (done: number, of: number): string => {
    const framework = frameworkOf(flat({ a: of }));
    const stated = Object.fromEntries(
      framework.indicators.map(({ id }, at) => [id, at < done ? 'done' : 'todo']),
    );
    return gradeOfResult(scored(framework, stated).result.domains[0] as GroupResult);
  };

  // Bands are closed below and open above: 80 % is good, 90 % is excellent, 89.99 % is not.
  test.each([
    [10, 10, 'A'],
    [9, 10, 'A'],
    [8999, 10000, 'B'],
    [8, 10, 'B'],
    [7999, 10000, 'below'],
    [0, 10, 'below'],
  ])('%i of %i is %s', (done, of, grade) => {
    expect(gradeFor(done, of)).toBe(grade);
  });

  test('are for the measure that the framework says', () => {
    const file = flat({ a: 1, b: 9 });
    const stated = Object.fromEntries(file.indicators.map(({ id }) => [id, 'done']));
    const rest = { ...stated, a1: 'todo' };
    // Score (0 + 1) ÷ 2; degree 9/10.
    expect(gradeOfResult(scored(frameworkOf(file), rest).result.overall as GroupResult)).toBe(
      'below',
    );
    const byDegree = frameworkOf({ ...file, gradeOf: 'degree' });
    expect(gradeOfResult(scored(byDegree, rest).result.overall as GroupResult)).toBe('A');
  });
});

test('a score of its own goes before that of the model', () => {
  const framework = frameworkOf(flat({ a: 2 }));
  const { result, standings } = scored(framework, { a1: ['todo', '1/3'], a2: 'todo' });
  expect(certain(result.overall.score)).toEqual(of(1, 6));
  expect(standings.map(({ by }) => by)).toEqual(['statement', 'model']);
  expect(result.overall.open).toEqual(['a1', 'a2']);
});
