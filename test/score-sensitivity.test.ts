/** From which score of a status on a grade is another one: the report's windows, and cases by hand. */
import { describe, expect, test } from 'vitest';
import { fraction, fractionText } from '../src/exact/exact.ts';
import type { Model } from '../src/score/framework.ts';
import { type Sensitivity, sensitivityOf } from '../src/score/sensitivity.ts';
import {
  flat,
  frameworkOf,
  report2023,
  type Stated,
  scored,
  statuses2023,
} from './support/score.ts';

const sensitivity = (
  framework: typeof report2023,
  stated: Readonly<Record<string, Stated>>,
  model = framework.defaultModel,
): Sensitivity =>
  sensitivityOf(
    framework,
    framework.models[model] as Model,
    scored(framework, stated, model).standings,
  );

/** "八 1/5 优秀": the thresholds of a word. */
const thresholds = ({ words }: Sensitivity, word: string): string[] =>
  (words.find((each) => each.word === word)?.thresholds ?? []).map(
    ({ domain, from, grade }) => `${domain} ${fractionText(from)} ${grade.name}`,
  );

const window = ({ words }: Sensitivity, word: string): string | null => {
  const each = words.find((one) => one.word === word) as Sensitivity['words'][number];
  if (each.window === null) return null;
  const { from, to, closed } = each.window;
  return `[${fractionText(from)}, ${fractionText(to)}${closed ? ']' : ')'}`;
};

describe('the report', () => {
  const half = sensitivity(report2023, statuses2023(), 'half');
  const strict = sensitivity(report2023, statuses2023(), 'strict');

  // 七: (8 + w) ÷ 9 ≥ 0.9 from w = 0.1; 八: (14 + 2w) ÷ 16 ≥ 0.9 from w = 0.2.
  test('2 good and 7 excellent hold with 未全部完成 from 0.2 up', () => {
    expect(thresholds(half, '未全部完成')).toEqual(['七 1/10 优秀', '八 1/5 优秀']);
    expect(window(half, '未全部完成')).toBe('[1/5, 1]');
    expect(window(strict, '未全部完成')).toBe('[0, 1/10)');
  });

  // 三: 10 ÷ 11 is 90.91 % already.
  test('尚需进一步加强 may have any score', () => {
    expect(thresholds(half, '尚需进一步加强')).toEqual([]);
    expect(window(half, '尚需进一步加强')).toBe('[0, 1]');
  });

  // 六: (17 + 2u) ÷ 19 ≥ 0.9 from u = 0.05; 四: (19 + 4v) ÷ 23 ≥ 0.9 from v = 0.425.
  test('尚未完成 from 0.05 and 未完成 from 0.425 would make the good domains excellent', () => {
    expect(thresholds(half, '尚未完成')).toEqual(['六 1/20 优秀']);
    expect(thresholds(half, '未完成')).toEqual(['四 17/40 优秀']);
    expect(window(half, '尚未完成')).toBe('[0, 1/20)');
    expect(window(half, '未完成')).toBe('[0, 17/40)');
  });

  test('the models differ in 七 and 八', () => {
    expect(half.differing).toEqual(['七', '八']);
    expect(half.models.map(({ model }) => model.name)).toEqual(['half', 'strict']);
    expect(strict.models.map(({ model }) => model.name)).toEqual(['strict', 'half']);
    const counts = half.models.map(({ distribution: { shares } }) =>
      shares.map(({ domains }) => domains.length),
    );
    expect(counts).toEqual([
      [7, 2],
      [5, 4],
    ]);
  });
});

// a: 4 of 10 done, 6 half. A needs 4 + 6w ≥ 9: w = 5/6; B 4 + 6w ≥ 8: w = 2/3; at 1/2 it is 7 of 10.
test('thresholds are exact fractions, from the lowest up, and say from which grade', () => {
  const framework = frameworkOf(flat({ a: 10 }));
  const stated = Object.fromEntries(
    framework.indicators.map(({ id }, at) => [id, at < 4 ? 'done' : 'half']),
  );
  const found = sensitivity(framework, stated);
  const half = found.words.find(({ word }) => word === 'half');
  expect(
    half?.thresholds.map(({ from, below, grade }) => [from, below?.name ?? null, grade.name]),
  ).toEqual([
    [fraction(2n, 3n), null, 'B'],
    [fraction(5n, 6n), 'B', 'A'],
  ]);
  expect(window(found, 'half')).toBe('[0, 2/3)');
  expect(half?.indicators).toBe(6);
});

describe('at the bounds of a band', () => {
  const framework = frameworkOf(flat({ a: 10 }));
  const stated = (done: number, half: number) =>
    Object.fromEntries(
      framework.indicators.map(({ id }, at) => [
        id,
        at < done ? 'done' : at < done + half ? 'half' : 'todo',
      ]),
    );

  // 8 + w of 10: it is B already with w = 0, and A only with w = 1.
  test('a grade may begin with the highest score, and what holds with the lowest is no threshold', () => {
    expect(thresholds(sensitivity(framework, stated(8, 1)), 'half')).toEqual(['a 1 A']);
  });

  // 8 + 2w of 10 is 9 with w = 0.5, the score of the model.
  test('the score of the model may be the threshold itself: the window begins with it', () => {
    const found = sensitivity(framework, stated(8, 2));
    expect(thresholds(found, 'half')).toEqual(['a 1/2 A']);
    expect(window(found, 'half')).toBe('[1/2, 1]');
  });
});

test('a score of its own does not move with its word, and a word without indicators is left out', () => {
  const framework = frameworkOf(flat({ a: 2 }));
  const found = sensitivity(framework, { a1: ['half', '0.7'], a2: 'done' });
  expect(found.words.map(({ word }) => word)).toEqual(['done']);
});

test('a domain with a missing status has no thresholds, and is named', () => {
  const framework = frameworkOf(flat({ a: 2, b: 1 }));
  const found = sensitivity(framework, { a1: 'half', b1: 'half' });
  expect(found.leftOut).toEqual(['a']);
  expect(thresholds(found, 'half')).toEqual(['b 4/5 B', 'b 9/10 A']);
});

// a2 missing: from w ÷ 2 to (w + 1) ÷ 2, which is 0.1 to 0.6 with w = 0.2 (A to B C), 0.15 to 0.65 with 0.3 (the
// same) and 0.3 to 0.8 with 0.6 (A B to C).
test.each([
  ['0.6', ['a']],
  ['0.3', []],
])('open grades differ where the grades at their ends do: with %s for half', (half, differing) => {
  const framework = frameworkOf({
    ...flat({ a: 2 }),
    grades: [
      { name: 'A', from: 0 },
      { name: 'A B', from: '0.2' },
      { name: 'B C', from: '0.5' },
      { name: 'C', from: '0.8' },
    ],
    models: {
      usual: { scores: { done: 1, half: '0.2', todo: 0 } },
      other: { scores: { done: 1, half, todo: 0 } },
    },
  });
  expect(sensitivity(framework, { a1: 'half' }).differing).toEqual(differing);
});

describe('a window with a missing status', () => {
  // With a10 missing, 8 done and one half, a is from (8 + w) ÷ 10 to (9 + w) ÷ 10: B or A, whatever w.
  test('is not settled where the grade of a domain is open', () => {
    const framework = frameworkOf(flat({ a: 10, b: 1 }));
    const nine = framework.indicators.slice(0, 9).map(({ id }) => [id, 'done']);
    const stated = { ...Object.fromEntries(nine), a9: 'half', b1: 'done' };
    const found = sensitivity(framework, stated);
    expect([window(found, 'half'), window(found, 'done')]).toEqual([null, null]);
    expect(found.leftOut).toEqual(['a']);
  });

  // a has 17 done, 2 half and one missing: (17 + 2w) ÷ 20 to (18 + 2w) ÷ 20, B or A at 0 and A at 1. At 1/2 it is A.
  test('is not settled where the grade is certain now and would not be with another score', () => {
    const framework = frameworkOf(flat({ a: 20 }));
    const stated = Object.fromEntries(
      framework.indicators.slice(0, 19).map(({ id }, at) => [id, at < 17 ? 'done' : 'half']),
    );
    expect(window(sensitivity(framework, stated), 'half')).toBeNull();
  });

  // a has 19 done and one missing: A from 19/20 on, and no half in it that could be moved; if the missing one were
  // half, it would be A all the same. b is (9 + w) ÷ 10: A with any score.
  test('is settled where what is missing cannot change a grade', () => {
    const framework = frameworkOf(flat({ a: 20, b: 10 }));
    const stated = Object.fromEntries(
      framework.indicators
        .filter(({ id }) => id !== 'a20')
        .map(({ id }) => [id, id === 'b10' ? 'half' : 'done']),
    );
    const found = sensitivity(framework, stated);
    expect(found.leftOut).toEqual(['a']);
    expect(window(found, 'half')).toBe('[0, 1]');
    // With 0 for done a is from 0 to 1/20, and nothing certain.
    expect(window(found, 'done')).toBeNull();
  });
});
