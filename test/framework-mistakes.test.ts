/** All that can be wrong with a framework or a table of scores, each with the place of the value. */
import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import type { Issue } from '../src/issue/issue.ts';
import { loadFramework, loadModel } from '../src/read/load-framework.ts';
import type { FrameworkFile, GroupFile, IndicatorFile, ModelFile } from '../src/score/framework.ts';
import { temporaryFiles } from './support/config.ts';
import { flat, plain, resolved } from './support/score.ts';

const files = temporaryFiles();
afterAll(files.remove);

const base = flat({ a: 2, b: 1 });

const changed = (change: Partial<FrameworkFile>): FrameworkFile => ({ ...base, ...change });

const groups = (...list: readonly Partial<GroupFile>[]): FrameworkFile =>
  changed({ groups: list.map((each) => ({ id: 'a', title: 't', ...each })), indicators: [] });

const indicators = (...list: readonly Partial<IndicatorFile>[]): FrameworkFile =>
  changed({
    groups: [{ id: 'a', title: 'a' }],
    indicators: list.map((each, at) => ({ id: `a${at}`, title: 't', parent: 'a', ...each })),
  });

/** The codes and paths of what is wrong. */
const wrong = (file: FrameworkFile): string[] =>
  resolved(file).faults.map(({ code, path }) => `${code} ${path.join('.')}`);

test('nothing is wrong with the base', () => {
  expect(wrong(base)).toEqual([]);
});

describe('the tree', () => {
  test('an id, or another name of a group, stands for one thing', () => {
    expect(wrong(indicators({ id: 'a' }, { id: 'x' }, { id: ' ｘ' }))).toEqual([
      'framework-duplicate-id indicators.0.id',
      'framework-duplicate-id indicators.2.id',
    ]);
    const twice = changed({
      groups: [
        { id: 'a', title: 'a', aliases: ['1'] },
        { id: 'b', title: 'b', aliases: ['2', '1'] },
      ],
    });
    expect(wrong(twice)).toEqual(['framework-duplicate-id groups.1.aliases.1']);
  });

  test('an orphan names a group that is not there; an indicator is no group', () => {
    const { faults } = resolved(indicators({}, { parent: 'ab' }, { parent: 'a0' }));
    expect(faults.map(({ code, path }) => [code, path])).toEqual([
      ['framework-orphan', ['indicators', 1, 'parent']],
      ['framework-orphan', ['indicators', 2, 'parent']],
    ]);
    expect(faults[0]?.details).toEqual({ id: 'a1', text: 'ab', known: ['a'] });
  });

  test('a ring of groups is reported once, with all its members', () => {
    const ring = changed({
      groups: [
        { id: 'a', title: 'a' },
        { id: 'x', title: 'x', parent: 'y' },
        { id: 'y', title: 'y', parent: 'z' },
        { id: 'z', title: 'z', parent: 'x' },
        { id: 'self', title: 'self', parent: 'self' },
        { id: 'below', title: 'below', parent: 'x' },
      ],
      indicators: [
        { id: 'a1', title: 'a1', parent: 'a' },
        { id: 'b1', title: 'b1', parent: 'below' },
      ],
    });
    const { faults } = resolved(ring);
    expect(faults.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'framework-cycle groups.1.parent',
      'framework-cycle groups.4.parent',
    ]);
    expect(faults.map(({ details }) => details)).toEqual([
      { ring: ['x', 'y', 'z', 'x'] },
      { ring: ['self', 'self'] },
    ]);
  });

  test('a group that holds nothing, and domains none of which counts', () => {
    expect(wrong(groups({}))).toEqual(['framework-empty-group groups.0']);
    const extras = changed({ groups: base.groups.map((each) => ({ ...each, counted: false })) });
    expect(wrong(extras)).toEqual(['framework-nothing-counted groups']);
  });
});

describe('weights', () => {
  const weighted = (...weights: readonly (string | number | undefined)[]) =>
    indicators(...weights.map((weight) => (weight === undefined ? {} : { weight })));

  test.each([
    [['0.4', '60%']],
    [['1/3', '1/3', '1/3']],
    [[1]],
    [[undefined, undefined]],
    [[0.1, 0.2, 0.7]],
  ])('may be %j', (weights) => {
    expect(wrong(weighted(...weights))).toEqual([]);
  });

  // 0.1 + 0.2 + 0.7 is 1 only in exact arithmetic; three times 0.333 is not.
  test('add up to 1 exactly', () => {
    const { faults } = resolved(weighted('0.333', '0.333', '0.333'));
    expect(faults).toMatchObject([
      {
        code: 'framework-weights-sum',
        path: ['indicators', 0, 'weight'],
        details: { parent: 'a', sum: { numerator: 999n, denominator: 1000n } },
      },
    ]);
    expect(wrong(weighted('0.5', '0.6'))).toEqual(['framework-weights-sum indicators.0.weight']);
  });

  test('are given to all of the siblings or to none', () => {
    expect(wrong(weighted('0.5', undefined, '0.5'))).toEqual([
      'framework-weight-missing indicators.1',
    ]);
  });

  test.each([0, '-0.5', '101%', 'half', '1/0', ''])('are above 0 and at most 1: %j', (weight) => {
    expect(wrong(weighted(weight, '0.5'))).toEqual(['framework-not-a-weight indicators.0.weight']);
  });

  test('of domains add up among those that count, and what does not count has none', () => {
    const domains = (third: Partial<GroupFile>) =>
      changed({
        groups: [
          { id: 'a', title: 'a', weight: '0.5' },
          { id: 'b', title: 'b', weight: '0.5' },
          { id: 'c', title: 'c', counted: false, ...third },
        ],
        indicators: ['a', 'b', 'c'].map((parent) => ({ id: `${parent}1`, title: 't', parent })),
      });
    expect(wrong(domains({}))).toEqual([]);
    expect(wrong(domains({ weight: '0.5' }))).toEqual([
      'framework-weight-uncounted groups.2.weight',
    ]);
  });
});

describe('words and scores', () => {
  const scores = (model: ModelFile['scores']): string[] =>
    wrong(changed({ models: { usual: { scores: model } } }));

  test('a model has one score from 0 to 1 for each word that counts', () => {
    expect(scores({ done: 1, half: '50%', todo: '0' })).toEqual([]);
    expect(scores({ done: 1.01, half: -1, todo: 'none' })).toEqual([
      'framework-not-a-share models.usual.scores.done',
      'framework-not-a-share models.usual.scores.half',
      'framework-not-a-share models.usual.scores.todo',
    ]);
    expect(scores({ done: 1, half: 0 })).toEqual(['framework-missing-word models.usual.scores']);
    expect(scores({ done: 1, half: 0, todo: 0, na: 0, 'ha lf': 0 })).toEqual([
      'framework-unknown-word models.usual.scores.na',
      'framework-duplicate-word models.usual.scores.ha lf',
    ]);
  });

  test('a status word stands once, other names included', () => {
    const statuses = plain.statuses.map((each) =>
      each.word === 'na' ? { ...each, aliases: ['n/a', 'to do'] } : each,
    );
    expect(wrong(changed({ statuses }))).toEqual(['framework-duplicate-word statuses.3.aliases.1']);
  });

  test('grades have names and lower bounds of their own', () => {
    const grades = [
      { name: 'A', from: '0.9' },
      { name: 'A', from: '0.8' },
      { name: 'B', from: '90%' },
      { name: 'C', from: '2' },
    ];
    expect(wrong(changed({ grades }))).toEqual([
      'framework-duplicate-grade grades.1',
      'framework-duplicate-grade grades.2',
      'framework-not-a-share grades.3.from',
    ]);
  });

  test('the default model and the words for what counts decide are there', () => {
    expect(wrong(changed({ model: 'usaul' }))).toEqual(['framework-unknown-model model']);
    expect(wrong(changed({ judged: { met: 'don', breached: 'done' } }))).toEqual([
      'framework-unknown-word judged.met',
      'framework-unknown-word judged.breached',
    ]);
  });

  test('what decides an indicator or tells of it is in the catalogue', () => {
    const file = indicators({
      judgedBy: { standards: ['filingComplete', 'filingComplet'] },
      metrics: ['filingRate', 'toString'],
    });
    expect(wrong(file)).toEqual([
      'config-unknown-standard indicators.0.judgedBy.standards.1',
      'config-unknown-metric indicators.0.metrics.1',
    ]);
  });
});

describe('in a file', () => {
  const load = (content: string | object): string[] => {
    const issues: Issue[] = [];
    loadFramework(files.config(content), builtInCatalogue(), (found) => issues.push(found));
    return issues.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
  };

  test('everything has its line and column, the form and the rest at once', () => {
    const lines = JSON.stringify({ ...base, tittle: 'x' }, null, 1)
      .replace('"parent": "b"', '"parent": "c"')
      .replace('"title": "plain"', '"title": 3');
    const lineOf = (text: string) => lines.slice(0, lines.indexOf(text)).split('\n').length;
    expect(load(lines).toSorted()).toEqual(
      [
        `${lineOf('"title": 3')}:11 config-wrong-type`,
        `${lineOf('"tittle"')}:2 config-unknown-key`,
        `${lineOf('"parent": "c"')}:14 framework-orphan`,
        `${lineOf('"id": "b"') - 1}:3 framework-empty-group`,
      ].toSorted(),
    );
  });

  test('what follows only from leaving a wrong value out is not said', () => {
    const weights = [true, '0.5', undefined];
    const indicators = base.indicators.map((each, at) => ({ ...each, weight: weights[at] }));
    expect(load({ ...base, indicators }).map((text) => text.split(' ')[1])).toEqual([
      'config-wrong-type',
    ]);
  });

  test.each<[string, object]>([
    [
      'an id that is a number, as 4.10 would be 4.1',
      { indicators: [{ id: 4.1, title: 't', parent: 'a' }] },
    ],
    ['an empty list of groups', { groups: [] }],
    ['a meaning that there is not', { statuses: [{ word: 'x', means: 'maybe' }] }],
    ['a measure that there is not', { gradeOf: 'weight' }],
    ['a title that turns the writing round', { title: 'a\u202eb' }],
  ])('%s is refused', (_, change) => {
    expect(load({ ...base, ...change })).not.toEqual([]);
  });

  test('groups that the source counts are one at least', () => {
    const [group] = base.groups;
    const none = { ...base, groups: [{ ...group, statedGroups: 0 }, ...base.groups.slice(1)] };
    expect(load(none).map((found) => found.split(' ')[1])).toEqual(['config-not-positive']);
  });

  test('a file that is not there, is no JSON or says a key twice', () => {
    const issues: Issue[] = [];
    expect(
      loadFramework('/no/such.json', builtInCatalogue(), (found) => issues.push(found)),
    ).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(['unreadable-file']);
    expect(load('{"title": ')).toEqual(['1:11 config-malformed']);
    expect(load('{"title": "a", "title": "b"}')).toContain('1:16 config-duplicate-key');
  });

  test('a table of scores is read for the words of a framework', () => {
    const issues: Issue[] = [];
    const report = (found: Issue) => issues.push(found);
    const { framework } = resolved(base);
    const model = loadModel(
      files.config({ scores: { done: 1, half: '1/3', todo: 0 } }),
      framework,
      report,
    );
    expect(issues).toEqual([]);
    expect(model?.scores).toEqual({ done: 1, half: { numerator: 1n, denominator: 3n }, todo: 0 });
    loadModel(files.config('{\n "scores": {"done": 1, "halff": 2}, "x": 1}'), framework, report);
    loadModel(files.config('{\n "scores": {"done": 1, "halff": 2}}'), framework, report);
    expect(issues.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual([
      '2:37 config-unknown-key',
      '2:24 framework-unknown-word',
      '2:2 framework-missing-word',
      '2:2 framework-missing-word',
    ]);
  });
});
