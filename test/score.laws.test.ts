/** Laws of scoring, for frameworks and statuses of any shape. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, type Exact, fractionText, multiply } from '../src/exact/exact.ts';
import type { FrameworkFile } from '../src/score/framework.ts';
import { bandOf } from '../src/score/grade.ts';
import { certain, measureOf, type Result, type ScoreResult } from '../src/score/score.ts';
import { sensitivityOf } from '../src/score/sensitivity.ts';
import { parseShare } from '../src/score/share.ts';
import { effectiveWeights } from '../src/score/weights.ts';
import { frameworkOf, plain, type Stated, scored } from './support/score.ts';

const WORDS = ['done', 'half', 'todo', 'na', ''] as const;

/** Weights that add up to 1, or none. */
const weights = (length: number) =>
  fc
    .option(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length }), {
      nil: null,
    })
    .map((parts) => {
      const sum = (parts ?? []).reduce((total, part) => total + part, 0);
      return parts?.map((part) => `${part}/${sum}`) ?? Array<undefined>(length).fill(undefined);
    });

/** Domains that hold indicators and, some of them, a group of indicators. */
const frameworks = fc
  .array(
    fc.record({ direct: fc.integer({ min: 0, max: 4 }), inner: fc.integer({ min: 0, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((domains) =>
    domains.map(({ direct, inner }) =>
      direct + inner === 0 ? { direct: 1, inner } : { direct, inner },
    ),
  )
  .chain((domains) =>
    fc
      .tuple(
        weights(domains.length),
        fc.tuple(...domains.map(({ direct, inner }) => weights(direct + (inner > 0 ? 1 : 0)))),
        fc.tuple(...domains.map(({ inner }) => weights(inner))),
        fc.constantFrom('degree' as const, 'score' as const),
      )
      .map(([outer, own, within, gradeOf]): FrameworkFile => {
        const weighted = (weight: string | undefined) => (weight === undefined ? {} : { weight });
        return {
          ...plain,
          gradeOf,
          groups: domains.flatMap(({ direct, inner }, at) => [
            { id: `d${at}`, title: 'd', ...weighted(outer[at]) },
            ...(inner > 0
              ? [{ id: `g${at}`, title: 'g', parent: `d${at}`, ...weighted(own[at]?.[direct]) }]
              : []),
          ]),
          indicators: domains.flatMap(({ direct, inner }, at) => [
            ...Array.from({ length: direct }, (_, of) => ({
              id: `d${at}.${of}`,
              title: 'i',
              parent: `d${at}`,
              ...weighted(own[at]?.[of]),
            })),
            ...Array.from({ length: inner }, (_, of) => ({
              id: `g${at}.${of}`,
              title: 'i',
              parent: `g${at}`,
              ...weighted(within[at]?.[of]),
            })),
          ]),
        };
      }),
  );

/** A framework with a status, or none, for each indicator. */
const cases = frameworks.chain((file) =>
  fc
    .array(fc.constantFrom(...WORDS), {
      minLength: file.indicators.length,
      maxLength: file.indicators.length,
    })
    .map((words) => ({
      framework: frameworkOf(file),
      file,
      stated: Object.fromEntries(
        file.indicators.flatMap(({ id }, at): [string, Stated][] =>
          words[at] === '' ? [] : [[id, words[at] as string]],
        ),
      ),
    })),
);

function* resultsIn({ domains, overall }: ScoreResult): Iterable<Result> {
  yield overall;
  for (const domain of domains) {
    yield domain;
    yield* domain.groups;
  }
}

const bounds = (result: Result): Exact[] =>
  (['score', 'degree'] as const).flatMap((measure) => {
    const range = measureOf(result, measure);
    return range === null ? [] : [range.worst, range.best];
  });

test('raising any indicator never lowers any score above it', () => {
  fc.assert(
    fc.property(
      cases,
      fc.nat(),
      fc.constantFrom('half', 'done'),
      ({ framework, stated }, pick, to) => {
        const raised = framework.indicators.filter(({ id }) => {
          const from = stated[id];
          return from === 'todo' || (from === 'half' && to === 'done');
        });
        const chosen = raised[pick % Math.max(1, raised.length)];
        if (chosen === undefined) return;
        const before = [...resultsIn(scored(framework, stated).result)];
        const after = [...resultsIn(scored(framework, { ...stated, [chosen.id]: to }).result)];
        for (const [at, result] of before.entries()) {
          const [low, high] = [bounds(result), bounds(after[at] as Result)];
          expect(high).toHaveLength(low.length);
          for (const [of, value] of low.entries()) {
            expect(compare(high[of] as Exact, value)).toBeGreaterThanOrEqual(0);
          }
        }
        expect(
          compare(bounds(after[0] as Result)[2] as Exact, bounds(before[0] as Result)[2] as Exact),
        ).toBeGreaterThan(0);
      },
    ),
  );
});

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), ({ framework, stated }, keys) => {
      const shuffled = Object.fromEntries(
        Object.entries(stated)
          .map((entry) => [keys.next().value as number, entry] as const)
          .toSorted(([left], [right]) => left - right)
          .map(([, entry]) => entry),
      );
      expect(scored(framework, shuffled).result).toEqual(scored(framework, stated).result);
    }),
  );
});

test('nor does the order of the indicators in the framework', () => {
  fc.assert(
    fc.property(cases, ({ file, framework, stated }) => {
      const reversed = frameworkOf({ ...file, indicators: file.indicators.toReversed() });
      const measures = (result: ScoreResult) => [...resultsIn(result)].map(bounds);
      expect(measures(scored(reversed, stated).result)).toEqual(
        measures(scored(framework, stated).result),
      );
    }),
  );
});

test('every score lies between 0 and 1, and the worst is never above the best', () => {
  fc.assert(
    fc.property(cases, ({ framework, stated }) => {
      for (const result of resultsIn(scored(framework, stated).result)) {
        const [scoreWorst = 0, scoreBest = 1, degreeWorst = 0, degreeBest = 1] = bounds(result);
        for (const [low, high] of [
          [0, scoreWorst],
          [scoreWorst, scoreBest],
          [scoreBest, 1],
          [0, degreeWorst],
          [degreeWorst, degreeBest],
          [degreeBest, 1],
        ] as const) {
          expect(compare(low, high)).toBeLessThanOrEqual(0);
        }
      }
    }),
  );
});

test('whatever a missing status turns out to be, not applicable included, the result is between worst and best', () => {
  fc.assert(
    fc.property(
      cases,
      fc.infiniteStream(fc.constantFrom('done', 'half', 'todo', 'na')),
      ({ framework, stated }, words) => {
        const filled = { ...stated };
        for (const { id } of framework.indicators) filled[id] ??= words.next().value as string;
        const [open, full] = [stated, filled].map((each) => [
          ...resultsIn(scored(framework, each).result),
        ]);
        for (const [at, result] of (open ?? []).entries()) {
          for (const measure of ['score', 'degree'] as const) {
            const range = measureOf(result, measure);
            const value = certain(measureOf(full?.[at] as Result, measure));
            if (range === null || value === null) continue;
            expect(compare(range.worst, value)).toBeLessThanOrEqual(0);
            expect(compare(value, range.best)).toBeLessThanOrEqual(0);
          }
        }
      },
    ),
  );
});

test('the graded measure is the sum of the scores by their weights in the end', () => {
  fc.assert(
    fc.property(cases, ({ framework, stated }) => {
      const { standings, result } = scored(framework, stated);
      const value = certain(measureOf(result.overall, framework.gradeOf));
      if (value === null) return;
      const effective = effectiveWeights(framework, result, standings);
      const sum = standings.reduce<Exact>(
        (total, { indicator, score }) =>
          add(total, multiply(score ?? 0, effective.get(indicator.id)?.overall ?? 0)),
        0,
      );
      expect(sum).toEqual(value);
    }),
  );
});

test('a grade changes at each threshold of a status and nowhere else', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 40 }), ({ framework, stated }, fortieths) => {
      const model = framework.models.usual as NonNullable<(typeof framework.models)[string]>;
      const { standings } = scored(framework, stated);
      const at = parseShare(`${fortieths}/40`) as Exact;
      for (const { word, thresholds, window } of sensitivityOf(framework, model, standings).words) {
        const changed = { ...model, scores: { ...model.scores, [word]: at } };
        const usual = { ...framework, models: { usual: changed } };
        const present = scored(framework, stated).result.domains;
        const moved = scored(usual, stated).result.domains;
        for (const domain of moved) {
          const value = certain(measureOf(domain, framework.gradeOf));
          if (value === null) continue;
          const reached = thresholds.filter(
            ({ domain: id, from }) => id === domain.group.id && compare(from, at) <= 0,
          );
          const own = bandOf(value, framework.grades)?.name ?? null;
          const last = reached.at(-1)?.grade.name;
          if (last !== undefined) expect(own).toBe(last);
        }
        const known = moved.every(({ missing }) => missing.length === 0);
        if (window === null) {
          expect(known).toBe(false);
          continue;
        }
        // Where something is missing and the window is settled, no grade depends on what is missing.
        const same = moved.every(
          ({ grade }, of) => JSON.stringify(grade, big) === JSON.stringify(present[of]?.grade, big),
        );
        const inside =
          compare(window.from, at) <= 0 &&
          (window.closed ? compare(at, window.to) <= 0 : compare(at, window.to) < 0);
        expect(same, `${word} ${fortieths}/40`).toBe(inside);
      }
    }),
  );
});

const big = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

test('an exact share as text is read back', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1 }), (numerator, denominator) => {
      const share = parseShare(`${numerator}/${denominator}`);
      expect(share).not.toBeNull();
      expect(parseShare(fractionText(share as Exact))).toEqual(share);
    }),
  );
});
