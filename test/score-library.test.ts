/** Scoring as a library: only what `src/index.ts` exports. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  builtInCatalogue,
  builtInFramework,
  type FrameworkFile,
  loadFiles,
  resolveFramework,
  scoreStatuses,
  sensitivityOf,
} from '../src/index.ts';
import { ROOT } from './support/bin.ts';
import { statuses2023 } from './support/score.ts';

test("the report's statuses give its 2 good and 7 excellent domains", () => {
  const { result, distribution, standings, model } = scoreStatuses(statuses2023());
  expect(distribution.shares.map(({ domains }) => domains.length)).toEqual([7, 2]);
  expect([result.overall.points.worst, result.overall.indicators]).toEqual([112, 120]);
  const { words } = sensitivityOf(builtInFramework(), model, standings);
  expect(words.find(({ word }) => word === '未全部完成')?.window?.from).toEqual({
    numerator: 1n,
    denominator: 5n,
  });
  expect(scoreStatuses(statuses2023(), { model: 'strict' }).result.overall.points.worst).toBe(110);
});

test('numbers and words go by any of their names, scores by any writing', () => {
  const { standings } = scoreStatuses({
    '４.2': '基本完成',
    '4.3': { status: '未完成', score: '1/3' },
  });
  const scores = standings.flatMap(({ indicator, score }) =>
    score === null ? [] : [[indicator.id, score]],
  );
  expect(scores).toEqual([
    ['4.2', 1],
    ['4.3', { numerator: 1n, denominator: 3n }],
  ]);
});

test('data decides what it can', async () => {
  const { dataset } = await loadFiles([join(ROOT, 'fixtures/data/前三年度.csv')]);
  const { findings, standings } = scoreStatuses({ '6.17': '未完成' }, { dataset });
  expect(
    findings
      .filter(({ kind }) => kind === 'disagreement')
      .map(({ standing }) => standing.indicator.id),
  ).toEqual(['6.17']);
  expect(
    standings.filter(({ by }) => by === 'counts').map(({ indicator }) => indicator.id),
  ).toEqual(['6.18', '6.19']);
});

describe('what the framework does not have is refused', () => {
  test.each<[string, () => unknown]>([
    ['an indicator', () => scoreStatuses({ '4.99': '已经完成' })],
    ['a domain for an indicator', () => scoreStatuses({ 四: '已经完成' })],
    ['a word', () => scoreStatuses({ '4.2': 'done' })],
    ['a model', () => scoreStatuses({}, { model: 'toString' })],
    ['a score outside 0..1', () => scoreStatuses({ '4.2': { status: '未完成', score: 85 } })],
  ])('%s', (_, run) => {
    expect(run).toThrow();
  });
});

test("another district's framework is resolved with all its mistakes told", () => {
  const file: FrameworkFile = {
    title: '本区',
    gradeOf: 'score',
    grades: [],
    statuses: [
      { word: '是', means: 'done' },
      { word: '否', means: 'open' },
    ],
    models: { own: { scores: { 是: 1, 否: 0 } } },
    model: 'own',
    groups: [{ id: '一', title: '甲' }],
    indicators: [
      { id: '1', title: '子', parent: '一', weight: '0.3' },
      { id: '2', title: '丑', parent: '一', weight: '0.7' },
    ],
  };
  const faults: string[] = [];
  const framework = resolveFramework(file, builtInCatalogue(), (code) => faults.push(code));
  expect(faults).toEqual([]);
  const { result } = scoreStatuses({ 1: '是', 2: '否' }, { framework });
  expect(result.overall.score?.worst).toEqual({ numerator: 3n, denominator: 10n });
  // Without grades there is none to give.
  expect(result.overall.grade).toEqual({ kind: 'below', lowest: null });
});
