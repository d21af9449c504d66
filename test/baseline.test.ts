import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Baseline, parseDistance } from '../src/check/baseline.ts';
import type { Judgements } from '../src/check/judgements.ts';
import { nextBaseline } from '../src/check/next-baseline.ts';
import { standingsIn } from '../src/check/standing.ts';
import { compare } from '../src/exact/exact.ts';
import { parseBaseline } from '../src/schema/baseline.ts';
import { ROOT } from './support/bin.ts';
import { checked, judgementText, type ReportedFinding, workFolder } from './support/gate.ts';
import { catalogue, type Sheet } from './support/sheets.ts';

const { write, read, exists, check, findings } = workFolder();

const FILE = 'known.json';
const STAFF = '单位,期间,法制审核人员,执法人员总数';
const FILES = '单位,期间,抽查案卷量,存在规范瑕疵的案卷量';

/** Checks a sheet against the baseline: the exit code, and how each finding stands to it. */
async function held(sheet: Sheet, ...options: string[]) {
  write('data.csv', sheet);
  const run = await findings('data.csv', '--baseline', FILE, '--fail-on', 'unknown', ...options);
  return { exit: run.exit, standings: run.findings.map(standingText).sort() };
}

const standingText = ({ unit, period, flag, standing }: ReportedFinding): string =>
  [unit ?? '全部', period ?? '-', flag, standing].join(' ');

const nextAfter = (previous: Baseline | null, judgements: Judgements): Baseline =>
  nextBaseline(previous && standingsIn(previous, judgements, catalogue), judgements, catalogue);

/** Makes the baseline, or tightens it. */
const update = (sheet: Sheet, ...options: string[]) => held(sheet, '--update-baseline', ...options);

/** What the baseline holds, an entry a line: "standard unit: 2024Q1 1/120". */
function known(): string[] {
  const parsed = parseBaseline(JSON.parse(read(FILE)));
  if (!('baseline' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.baseline.known.map(({ standard, unit, found }) => {
    const shortfalls = Object.entries(found).map(
      ([period, { flag, distance }]) => `${period} ${distance ?? flag}`,
    );
    return `${standard} ${unit ?? '全部'}: ${shortfalls.join(', ')}`;
  });
}

test('a baseline is tightened by what is known of how its data stands, and judges it once more alone', () => {
  const { judgements } = checked([[STAFF, '甲街道,2024Q1,1,24']]);
  const standings = standingsIn(nextAfter(null, judgements), judgements, catalogue);
  let passes = 0;
  const counted: Judgements = (metrics) => {
    passes++;
    return judgements(metrics);
  };
  expect(nextBaseline(standings, counted, catalogue)).toEqual(standings.baseline);
  expect(passes).toBe(1);
});

describe('a year of quarters', () => {
  const quarter = (name: string) => join(ROOT, `fixtures/data/合成-棘轮/${name}.csv`);

  /** One quarter in continuous integration: the exit code and how what is short stands. */
  async function run(name: string, ...options: string[]) {
    const { exit, findings: found } = await findings(
      ...[quarter(name), '--baseline', FILE, '--update-baseline', ...options],
    );
    return { exit, standings: found.map(({ unit, standing }) => `${unit} ${standing}`) };
  }

  test('is let through at first, fails where it gets worse, and is held to what it has reached', async () => {
    // 甲: 1 of 24 is 1/20 − 1/24 = 1/120 below 5%. 乙 has 0 of 2 mediators, 丙 has 1. 丁: 5 of 20 files.
    expect(await run('2024Q1')).toEqual({
      exit: 0,
      standings: ['乙街道 known', '丙街道 known', '甲街道 known', '丁街道 known'],
    });
    const each = (distance: string, ...periods: readonly string[]) =>
      periods.map((period) => `${period} ${distance}`).join(', ');
    const first = (...periods: readonly string[]) => [
      `caseFilesWithoutDefects 丁街道: ${each('1/4', ...periods)}`,
      `legalReviewStaffMinimum 甲街道: ${each('1/120', ...periods)}`,
      `streetMediatorsMinimum 丙街道: ${each('1', ...periods)}`,
      `streetMediatorsMinimum 乙街道: ${each('2', ...periods)}`,
    ];
    expect(known()).toEqual(first('2024Q1'));

    // The same by other numbers: 2 of 48 is 1 of 24, 3 of 12 files is 5 of 20.
    expect(await run('2024Q2')).toMatchObject({ exit: 0 });
    expect(known()).toEqual(first('2024Q1', '2024Q2'));

    // 丙 loses its one mediator: it fails, and 1 is what it is held to from then on as before.
    expect(await run('2024Q3')).toEqual({
      exit: 1,
      standings: ['丙街道 worse', '乙街道 known', '甲街道 known', '丁街道 known'],
    });
    expect(known()).toEqual(first('2024Q1', '2024Q2', '2024Q3'));

    // 甲: 1/20 − 1/22 = 1/220. 乙 has 1 mediator, 丙 2. 丁: 2 of 20 files.
    expect(await run('2024Q4')).toEqual({
      exit: 0,
      standings: ['乙街道 better', '甲街道 better', '丁街道 better'],
    });
    const tightened = (...periods: readonly string[]) => {
      const [defects, staff, ofC, ofB] = first('2024Q1', '2024Q2', '2024Q3');
      return [
        `${defects}, ${each('1/10', ...periods)}`,
        `${staff}, ${each('1/220', ...periods)}`,
        ofC,
        `${ofB}, ${each('1', ...periods)}`,
      ];
    };
    expect(known()).toEqual(tightened('2024Q4'));

    // As a year before, which is no longer good enough; what was mended is new again.
    expect(await run('2025Q1')).toEqual({
      exit: 1,
      standings: ['乙街道 worse', '丙街道 new', '甲街道 worse', '丁街道 worse'],
    });
    expect(known()).toEqual(tightened('2024Q4', '2025Q1'));
  });

  test('without --update-baseline is held to the first quarter throughout', async () => {
    await run('2024Q1');
    const before = read(FILE);
    const exits = [];
    for (const name of ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1']) {
      exits.push((await findings(quarter(name), '--baseline', FILE)).exit);
    }
    expect(exits).toEqual([0, 0, 1, 0, 0]);
    expect(read(FILE)).toBe(before);
  });

  test('in one file that grows is judged for its newest quarter as in a file a quarter', async () => {
    const rows = (name: string) => {
      const [header = '', ...lines] = read(quarter(name)).trim().split('\n');
      return { header, lines };
    };
    const names = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'];
    let grown: string[] = [];
    for (const [at, name] of names.entries()) {
      const { header, lines } = rows(name);
      grown = at === 0 ? [header, ...lines] : [...grown, ...lines];
      write('grown.csv', grown);
      const apart = await findings(
        ...[quarter(name), '--baseline', 'apart.json', '--update-baseline'],
      );
      const together = await findings(
        // Four quarters make up a year, to which other standards speak.
        ...['grown.csv', '--baseline', 'together.json', '--update-baseline', '--metric'],
        '法制审核人员占比,案卷瑕疵率,街道专职人民调解员',
      );
      const newest = (list: readonly ReportedFinding[]) =>
        list.filter(({ period }) => period === name).map(standingText);
      expect(newest(together.findings)).toEqual(newest(apart.findings));
    }
  });

  test('says in the summary how many are known', async () => {
    await run('2024Q1');
    const { stdout } = await check([quarter('2024Q3'), '--baseline', FILE]);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '共判断 15 项：达标 11，未达标 2，警示 2，未知 0，其中 3 项在基线内，不通过：1 项（--fail-on breach）',
    );
    expect(stdout).toContain('丙街道 2024年第三季度 街道专职人民调解员（比基线更差）');
    expect(stdout).toContain('乙街道 2024年第三季度 街道专职人民调解员（基线内）');
  });
});

describe('a baseline that cannot be used ends the run', () => {
  const sheet = [STAFF, '甲街道,2024Q1,1,24', '乙街道,2024Q1,1,24'];

  const refused = async (...options: string[]) => {
    write('data.csv', sheet);
    const { exit, stdout, stderr } = await check(['data.csv', ...options]);
    expect([exit, stdout]).toEqual([2, '']);
    return stderr;
  };

  test('where there is none, and says how to make it', async () => {
    expect(await refused('--baseline', FILE)).toBe(
      'xc-eval: 没有基线文件 known.json；加 --update-baseline 可按目前的差距建立\n',
    );
    expect(exists(FILE)).toBe(false);
  });

  test('where none is named that could be updated', async () => {
    expect(await refused('--update-baseline')).toBe(
      'xc-eval: --update-baseline 须与 --baseline <文件> 同用\n',
    );
  });

  const entry = {
    standard: 'legalReviewStaffMinimum',
    unit: '甲街道',
    definition: 'legalReviewStaff ÷ enforcementStaff',
    judged: ['2024Q1'],
    found: { '2024Q1': { flag: 'warn', distance: '1/120', figure: '1/24' } },
  };
  const withDistance = (distance: unknown) => ({
    baselineVersion: 1,
    known: [{ ...entry, found: { '2024Q1': { flag: 'warn', distance, figure: '1/24' } } }],
  });

  test.each([
    ['no JSON', '{"baselineVersion": 1, '],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['without a version', { known: [] }],
    ['without entries', { baselineVersion: 1 }],
    ['of more keys than it has', { baselineVersion: 1, known: [{ ...entry, reason: 'ours' }] }],
    ['without a key', { baselineVersion: 1, known: [{ ...entry, judged: undefined }] }],
    [
      'of a finding that is none',
      {
        baselineVersion: 1,
        known: [{ ...entry, found: { '2024Q1': { flag: 'ok', distance: '0', figure: '1' } } }],
      },
    ],
    ['of a decimal distance', withDistance('0.0083')],
    ['of a number for a distance', withDistance(1)],
    ['of a negative distance', withDistance('-1/120')],
    ['of a distance over 0', withDistance('1/0')],
    ['of an empty distance', withDistance('')],
    ['of a distance with white space', withDistance(' 1/120')],
  ])('that is %s', async (_, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    write(FILE, text);
    for (const options of [[], ['--update-baseline']]) {
      const stderr = await refused('--baseline', FILE, ...options);
      expect(stderr).toMatch(
        /^xc-eval: 基线文件 known\.json 已损坏（.+）；请恢复原文件，或删去后用 --update-baseline 重建\n$/,
      );
    }
    expect(read(FILE)).toBe(text);
  });

  test.each([['0.05'], ['1/0'], ['--1/24'], ['-'], [''], [1]])(
    'that has %j for a figure',
    async (figure) => {
      const found = { '2024Q1': { flag: 'warn', distance: '1/120', figure } };
      write(FILE, JSON.stringify({ baselineVersion: 1, known: [{ ...entry, found }] }));
      expect(await refused('--baseline', FILE)).toContain('已损坏（known.0.found.2024Q1.figure）');
    },
  );

  test('that says where it is wrong', async () => {
    write(FILE, JSON.stringify(withDistance('1/0')));
    expect(await refused('--baseline', FILE)).toContain('known.0.found.2024Q1.distance');
  });

  test('that is a folder', async () => {
    for (const options of [[], ['--update-baseline']]) {
      expect(await refused('--baseline', '.', ...options)).toBe(
        'xc-eval: . 是一个文件夹；请指定一个文件\n',
      );
    }
  });

  test('that is of another version', async () => {
    write(FILE, JSON.stringify({ baselineVersion: 2, accepted: {} }));
    expect(await refused('--baseline', FILE, '--update-baseline')).toBe(
      'xc-eval: 基线文件 known.json 的版本是 2，与本程序不同；请删去后用 --update-baseline 重建\n',
    );
  });

  test('in English as well', async () => {
    const stderr = await refused('--baseline', FILE, '--lang', 'en');
    expect(stderr).toMatch(/known\.json.*--update-baseline/);
    expect(stderr).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('what is written', () => {
  const rows = ['丙街道,2024Q1,0,9,3', '甲街道,2024Q1,1,24,1', '乙街道,2024Q1,,20,2'];
  const header = `${STAFF},街道专职人民调解员`;

  test('is what is short, by standard and unit, with its distance from the limit', async () => {
    await update([header, ...rows]);
    // 5% of 9 without anyone is 1/20 away, 1 of 24 is 1/120; 甲 has one mediator of two.
    expect(known()).toEqual([
      'legalReviewStaffMinimum 丙街道: 2024Q1 1/20',
      'legalReviewStaffMinimum 乙街道: 2024Q1 unknown',
      'legalReviewStaffMinimum 甲街道: 2024Q1 1/120',
      'streetMediatorsMinimum 甲街道: 2024Q1 1',
    ]);
  });

  test('has an entry a line', async () => {
    await update([header, ...rows]);
    expect(read(FILE).split('\n')).toHaveLength(1 + 4 + 1 + 1);
    expect(read(FILE)).toContain(
      '\n{"standard":"legalReviewStaffMinimum","unit":"甲街道","definition":"legalReviewStaff ÷ enforcementStaff","judged":["2024Q1"],"found":{"2024Q1":{"flag":"warn","distance":"1/120","figure":"1/24"}}},\n',
    );
  });

  test('is the same to the byte when nothing has changed, in whatever order the rows come', async () => {
    await update([header, ...rows]);
    const before = read(FILE);
    await update([header, ...rows]);
    expect(read(FILE)).toBe(before);
    await update([header, ...rows.toReversed()]);
    expect(read(FILE)).toBe(before);
    write(FILE, '{"baselineVersion": 1, "known": []}');
    await update([header, ...rows]);
    // Nothing is taken into a baseline that is there, be it empty.
    expect(known()).toEqual([]);
  });

  test('is an empty baseline where all is well', async () => {
    expect(await update([STAFF, '甲街道,2024Q1,2,40', '乙街道,2024Q1,3,60'])).toEqual({
      exit: 0,
      standings: [],
    });
    expect(known()).toEqual([]);
  });

  test('is left alone by a run that could not judge', async () => {
    await update([header, ...rows]);
    const before = read(FILE);
    write('bad.csv', [header, '甲街道,2024Q1,x,24,2']);
    expect((await check(['bad.csv', '--baseline', FILE, '--update-baseline'])).exit).toBe(2);
    expect(read(FILE)).toBe(before);
  });

  test('does not depend on --fail-on: what warns is known as well as what fails', async () => {
    await update([header, ...rows], '--fail-on', 'never');
    expect(known()).toHaveLength(4);
    expect((await held([header, ...rows])).exit).toBe(0);
  });
});

describe('a finding that the baseline', () => {
  const one = (cells: string, period = '2024Q1') => [
    FILES,
    `甲街道,${period},${cells}`,
    `乙街道,${period},9,0`,
  ];

  test('does not know fails, and stays unknown to it', async () => {
    await update(one('20,0'));
    expect(await update(one('20,1'))).toEqual({ exit: 1, standings: ['甲街道 2024Q1 warn new'] });
    expect((await held(one('20,1'))).exit).toBe(1);
  });

  test('knows as a number fails once it cannot be known, and the other way round', async () => {
    await update(one('20,1'));
    expect(await held(one('20,'))).toEqual({ exit: 1, standings: ['甲街道 2024Q1 unknown new'] });
    await check(['data.csv', '--baseline', 'other.json', '--update-baseline']);
    const run = async () =>
      (await findings('data.csv', '--baseline', 'other.json', '--fail-on', 'unknown')).findings;
    expect((await run()).map(standingText)).toEqual(['甲街道 2024Q1 unknown known']);
    write('data.csv', one('20,1'));
    expect((await run()).map(standingText)).toEqual(['甲街道 2024Q1 warn new']);
  });

  test('knew, and that was mended, is new when it comes back', async () => {
    await update(one('20,1'));
    expect(await update(one('20,0', '2024Q2'))).toEqual({ exit: 0, standings: [] });
    expect(known()).toEqual(['caseFilesWithoutDefects 甲街道: 2024Q1 1/20']);
    expect(await held(one('20,1'))).toMatchObject({ exit: 0 });
    expect(await held(one('20,1', '2024Q3'))).toMatchObject({
      exit: 1,
      standings: ['甲街道 2024Q3 warn new'],
    });
  });

  test('knew, and that was mended in one file with the other quarters, is new when it comes back', async () => {
    const quarters = (...defects: readonly number[]) => [
      FILES,
      ...defects.map((count, at) => `甲街道,2024Q${at + 1},20,${count}`),
      '乙街道,2024Q1,9,0',
    ];
    await update(quarters(1));
    await update(quarters(1, 0));
    expect(await held(quarters(1, 0, 1))).toEqual({
      exit: 1,
      standings: ['甲街道 2024Q1 warn known', '甲街道 2024Q3 warn new'],
    });
  });

  test('knew, and that was mended or better in a quarter of the same data, is no excuse in the next', async () => {
    const quarters = (...defects: readonly number[]) => [
      FILES,
      ...defects.map((count, at) => `甲街道,2024Q${at + 1},20,${count}`),
      '乙街道,2024Q1,9,0',
    ];
    await update(quarters(2));
    // Nobody has updated the baseline since the first quarter, but the second is there to be seen.
    expect(await held(quarters(2, 0, 2))).toMatchObject({
      exit: 1,
      standings: ['甲街道 2024Q1 warn known', '甲街道 2024Q3 warn new'],
    });
    expect(await held(quarters(2, 1, 2))).toMatchObject({
      exit: 1,
      standings: [
        '甲街道 2024Q1 warn known',
        '甲街道 2024Q2 warn better',
        '甲街道 2024Q3 warn worse',
      ],
    });
    expect(await held(quarters(2, 2, 1))).toMatchObject({ exit: 0 });
  });

  test('is compared exactly, also where doubles see no difference', async () => {
    await update(one('3,1'));
    expect((await held(one('100,33'))).standings).toEqual(['甲街道 2024Q1 warn better']);
    expect((await held(one('300,100'))).standings).toEqual(['甲街道 2024Q1 warn known']);
    // As doubles these are a third too.
    const whole = '300000000000000000000';
    expect((await held(one(`${whole},100000000000000000001`))).standings).toEqual([
      '甲街道 2024Q1 warn worse',
    ]);
    expect((await held(one(`${whole},99999999999999999999`))).standings).toEqual([
      '甲街道 2024Q1 warn better',
    ]);
  });

  test('knows of another period is held against the last one of the same length before it', async () => {
    await update(one('20,2', '2024Q1'));
    expect((await held(one('20,2', '2025Q3'))).standings).toEqual(['甲街道 2025Q3 warn known']);
    // A month is no quarter, and nothing is known of the time before.
    expect((await held(one('20,2', '2024-07'))).standings).toEqual(['甲街道 2024-07 warn new']);
    expect((await held(one('20,2', '2023Q4'))).standings).toEqual(['甲街道 2023Q4 warn new']);
  });

  test('knows of a unit says nothing of another', async () => {
    await update(one('20,2'));
    expect(await held([FILES, '甲街道,2024Q1,20,0', '乙街道,2024Q1,20,2'])).toEqual({
      exit: 1,
      standings: ['乙街道 2024Q1 warn new'],
    });
  });

  test('knows is not excused in a run that does not name the baseline', async () => {
    await update(one('20,2'));
    const run = await findings('data.csv', '--fail-on', 'warn');
    expect(run.exit).toBe(1);
    expect(run.findings.map(({ standing }) => standing)).toEqual([undefined]);
  });
});

describe('under another configuration', () => {
  const sheet = [STAFF, '甲街道,2024Q1,1,24', '乙街道,2024Q1,3,60'];
  const source = { document: '测试', section: '一', quote: '测试' };
  const configured = (config: object): string[] => {
    write('own.json', JSON.stringify(config));
    return ['--config', 'own.json'];
  };

  test('a shortfall of another definition is another shortfall', async () => {
    await update(sheet);
    const options = configured({
      metrics: {
        legalReviewStaffShare: {
          formula: {
            kind: 'share',
            part: '法制审核人员',
            whole: { kind: 'sum', terms: ['执法人员总数'] },
          },
          source,
        },
      },
    });
    expect(await held(sheet, ...options)).toEqual({
      exit: 1,
      standings: ['甲街道 2024Q1 warn new'],
    });
  });

  test('a mean of rates that are defined otherwise is another shortfall', async () => {
    // Each month 90 of 100 were responded to, and 90 of 100 resolved: the figures are the same.
    const calls = [
      '单位,期间,hotlineResponded,hotlineCases,hotlineResolved,hotlineResolutionAssessed',
      ...['甲街道,2024年1月,90,100,90,100', '甲街道,2024年2月,90,100,90,100'],
    ];
    const standards = {
      mean: {
        metric: 'meanMonthlyHotlineResponseRate',
        comparison: 'at-least',
        limit: '95%',
        level: 'required',
        source,
      },
    };
    const before = configured({ standards });
    await update(calls, ...before);
    expect(await held(calls, ...before)).toMatchObject({ exit: 0 });
    const redefined = configured({
      standards,
      metrics: {
        hotlineResponseRate: {
          formula: { kind: 'share', part: 'hotlineResolved', whole: 'hotlineResolutionAssessed' },
          source,
        },
      },
    });
    expect(await held(calls, ...redefined)).toEqual({
      exit: 1,
      standings: ['甲街道 2024-01/2024-02 breach new'],
    });
  });

  test('a stricter limit makes what is known worse, a milder one better', async () => {
    await update(sheet);
    const limited = (limit: string) =>
      configured({ standards: { legalReviewStaffMinimum: { limit, source } } });
    // 3 of 60 is 5%, which was enough.
    expect(await held(sheet, ...limited('5.1%'))).toEqual({
      exit: 1,
      standings: ['乙街道 2024Q1 warn new', '甲街道 2024Q1 warn worse'],
    });
    expect(await held(sheet, ...limited('4.9%'))).toEqual({
      exit: 0,
      standings: ['甲街道 2024Q1 warn better'],
    });
  });

  test('what only warned and is now a breach is worse', async () => {
    await update(sheet);
    const options = configured({ severities: { 'in-principle': 'breach' } });
    expect(await held(sheet, ...options)).toEqual({
      exit: 1,
      standings: ['甲街道 2024Q1 breach worse'],
    });
  });

  test('a standard that is switched off keeps what is known of it', async () => {
    await update(sheet);
    const options = configured({ standards: { legalReviewStaffMinimum: false } });
    await update(sheet, '--metric', 'legalReviewStaffShare', ...options);
    expect(known()).toEqual(['legalReviewStaffMinimum 甲街道: 2024Q1 1/120']);
  });
});

describe('the figure itself, whatever the limit', () => {
  const mediators = (count: number) => [
    `${STAFF},街道专职人民调解员`,
    `甲街道,2024Q1,3,20,${count}`,
    '乙街道,2024Q1,3,20,9',
  ];
  const limited = (limit: number): string[] => {
    const source = { document: '测试', section: '一', quote: '测试' };
    write('own.json', JSON.stringify({ standards: { streetMediatorsMinimum: { limit, source } } }));
    return ['--config', 'own.json'];
  };
  const standing = async (count: number, ...options: string[]) =>
    (await held(mediators(count), ...options)).standings;

  // With limit 3, 1 is 2 away; with the built-in limit of 2, so is 0.
  test('is worse where it is further down, as far away as it may be from a milder limit', async () => {
    await update(mediators(1), ...limited(3));
    expect(await standing(0, '--no-config')).toEqual(['甲街道 2024Q1 breach worse']);
    expect(await standing(1, '--no-config')).toEqual(['甲街道 2024Q1 breach better']);
    expect(await standing(0, ...limited(1))).toEqual(['甲街道 2024Q1 breach worse']);
  });

  test('is not enough where a stricter limit is further off than the old one was', async () => {
    await update(mediators(0), '--no-config');
    // 1 of 3 is as far off as 0 of 2 and more than there were; 1 of 4 is 3 away.
    expect(await standing(1, ...limited(3))).toEqual(['甲街道 2024Q1 breach better']);
    expect(await standing(1, ...limited(4))).toEqual(['甲街道 2024Q1 breach worse']);
  });

  test('is worse where it is further up, if it is to be low', async () => {
    const files = (defective: number) => [
      FILES,
      `甲街道,2024Q1,20,${defective}`,
      '乙街道,2024Q1,9,0',
    ];
    const atMost = (limit: string): string[] => {
      const source = { document: '测试', section: '一', quote: '测试' };
      const standard = { metric: 'caseFileDefectRate', comparison: 'at-most', limit, source };
      const standards = { caseFilesWithoutDefects: false, own: { ...standard, level: 'required' } };
      write('own.json', JSON.stringify({ standards }));
      return ['--config', 'own.json'];
    };
    // 4 of 20 is 10 points above 10%, 5 of 20 is 10 points above 15%.
    await update(files(4), ...atMost('10%'));
    expect((await held(files(5), ...atMost('15%'))).standings).toEqual([
      '甲街道 2024Q1 breach worse',
    ]);
  });
});

describe('a quarter that is not reported', () => {
  const quarter = (name: string, cell: string) => [
    `${STAFF},街道专职人民调解员`,
    `甲街道,${name},3,20,${cell}`,
    `乙街道,${name},3,20,9`,
  ];
  const accept = (name: string, cell: string) => update(quarter(name, cell));

  test('leaves the last known shortfall, to which the next is held', async () => {
    await accept('2024Q1', '1');
    expect(await accept('2024Q2', '')).toMatchObject({ exit: 1 });
    expect(known()).toEqual(['streetMediatorsMinimum 甲街道: 2024Q1 1, 2024Q2 1']);
    expect(await held(quarter('2024Q3', '0'))).toMatchObject({ exit: 1 });
    expect(await held(quarter('2024Q3', '1'))).toMatchObject({ exit: 0 });
  });

  test('leaves it also where the quarter that was known is itself no longer reported', async () => {
    await accept('2024Q1', '1');
    await accept('2024Q1', '');
    await accept('2024Q1', '');
    expect(await held(quarter('2024Q1', '1'))).toMatchObject({ exit: 0 });
  });
});

test('data without any unit that has known shortfalls is judged, with a note, and leaves them', async () => {
  await update([STAFF, '丙街道,2024Q1,1,24', '丁街道,2024Q1,3,20']);
  const before = read(FILE);
  write('data.csv', [STAFF, '丁街道,2024Q2,3,20', '甲街道,2024Q2,3,20']);
  for (const language of ['zh', 'en']) {
    const args = ['data.csv', '--baseline', FILE, '--update-baseline', '--lang', language];
    const { exit, stderr } = await check(args);
    expect(exit).toBe(0);
    expect(stderr).toContain(FILE);
    expect(stderr).toMatch(language === 'zh' ? /一个也不在数据中/ : /none of the units/);
  }
  expect(read(FILE)).toBe(before);
});

test('a baseline is read as data is, whatever program wrote it', async () => {
  const sheet = [STAFF, '甲街道,2024Q1,1,24', '乙街道,2024Q1,3,60'];
  await update(sheet);
  const text = read(FILE);
  for (const encoding of ['utf8', 'utf16le'] as const) {
    write(FILE, Buffer.from(`\uFEFF${text}`, encoding));
    expect((await held(sheet)).exit).toBe(0);
  }
});

describe('what a run does not judge is left as it was', () => {
  const sheet = [
    `${STAFF},抽查案卷量,存在规范瑕疵的案卷量`,
    '甲街道,2024Q1,1,24,20,2',
    '乙街道,2024Q1,1,24,20,0',
  ];
  const all = [
    'caseFilesWithoutDefects 甲街道: 2024Q1 1/10',
    'legalReviewStaffMinimum 乙街道: 2024Q1 1/120',
    'legalReviewStaffMinimum 甲街道: 2024Q1 1/120',
  ];

  test.each([
    ['units that are not in its data', [[sheet[0], sheet[1]], []]],
    ['units that --unit leaves out', [sheet, ['--unit', '甲街道']]],
    ['metrics that --metric leaves out', [sheet, ['--metric', '案卷瑕疵率']]],
    [
      'metrics of which the columns are missing',
      [[FILES, '甲街道,2024Q1,20,2', '乙街道,2024Q1,9,0'], []],
    ],
  ] as const)('%s', async (_, [part, options]) => {
    await update(sheet);
    expect(known()).toEqual(all);
    await update(part as Sheet, ...options);
    expect(known()).toEqual(all);
  });
});

describe('all units together', () => {
  const header = '单位,期间,复议案件受理数量,受理的一审行政诉讼案件数量';
  const together = (period: string, accepted: number, litigated: number) => [
    header,
    `甲街道,${period},${accepted},0`,
    `乙街道,${period},0,${litigated}`,
  ];

  test('have an entry of their own, and are held to it', async () => {
    // 9/12 is 1/4 below 1, which it has to be above.
    expect((await update(together('2024', 9, 12))).exit).toBe(0);
    expect(known()).toEqual(['reconsiderationAboveLitigation 全部: 2024 1/4']);
    expect(await held(together('2025', 8, 12))).toEqual({
      exit: 1,
      standings: ['全部 2025 warn worse'],
    });
    // 12 of 12 is not above 1, but no way off it.
    expect(await update(together('2025', 12, 12))).toEqual({
      exit: 0,
      standings: ['全部 2025 warn better'],
    });
    expect(known()).toEqual(['reconsiderationAboveLitigation 全部: 2024 1/4, 2025 0']);
  });

  test('are not taken for other units when only they are known', async () => {
    await update(together('2024', 9, 12));
    expect((await held([header, '丙局,2024,9,6', '丁局,2024,0,6'])).exit).toBe(0);
  });

  test('a column that is missing for all is known as such', async () => {
    const sheet = ['单位,期间,执法人员总数', '甲街道,2024Q1,20', '乙街道,2024Q1,30'];
    const only = ['--metric', '法制审核人员占比'];
    await update(sheet, ...only);
    expect(known()).toEqual(['legalReviewStaffMinimum 全部: total unknown']);
    const later = [...sheet, '甲街道,2024Q2,20', '乙街道,2024Q2,30'];
    expect((await held(later, ...only)).exit).toBe(0);
    // Once the column is there, its blanks are not excused.
    expect((await held([STAFF, '甲街道,2024Q1,,20', '乙街道,2024Q1,3,30'], ...only)).exit).toBe(1);
  });

  test('a mean over years is held to the same mean of later years', async () => {
    const header3 =
      '单位,期间,行政复议案件在一审行政诉讼中被纠错的数量,一审行政诉讼受理行政复议案件数量,一审行政诉讼案件在二审行政诉讼中被纠错的数量,二审行政诉讼受理一审行政诉讼案件数量';
    const years = (...rows: readonly string[]) => [header3, ...rows.map((row) => `西城区,${row}`)];
    const only = ['--metric', '复议认可度平均值'];
    // (95% + 100% + 96%) / 3 is 3/100 below 100%.
    await update(years('2021,3,60,0,40', '2022,0,80,0,50', '2023,4,100,0,60'), ...only);
    expect(known()).toEqual(['meanRecognitionNotBelowJudgments 西城区: total 3/100']);
    // (100% + 96% + 95%) / 3 is the same.
    const later = years('2022,0,80,0,50', '2023,4,100,0,60', '2024,3,60,0,40');
    expect((await held(later, ...only)).exit).toBe(0);
    expect((await held(later.toSpliced(1, 1), ...only)).exit).toBe(1);
  });
});

test('files without units or periods have a baseline too', async () => {
  const sheet = (defective: number) => ['抽查案卷量,存在规范瑕疵的案卷量', `20,${defective}`];
  await update(sheet(5));
  expect(known()).toEqual(['caseFilesWithoutDefects :  1/4']);
  expect(await held(sheet(5))).toEqual({ exit: 0, standings: ['全部 - warn known'] });
  expect((await held(sheet(6))).exit).toBe(1);
  expect((await update(sheet(1))).exit).toBe(0);
  expect((await held(sheet(5))).exit).toBe(1);
});

describe('a distance', () => {
  test.each([
    ['0', 0],
    ['2', 2],
    ['2/4', { numerator: 1n, denominator: 2n }],
    ['9007199254740993', 9007199254740993n],
  ])('"%s" is read exactly', (text, value) => {
    expect(parseDistance(text)).toEqual(value);
  });

  test.each(['', '-1', '1.5', '1/0', '1/-2', '/2', '1/', '1 / 2', '1e3', '１', '1/2\n'])(
    '"%s" is none',
    (text) => {
      expect(parseDistance(text)).toBeNull();
    },
  );
});

describe('properties', () => {
  const header =
    '单位,期间,法制审核人员,执法人员总数,抽查案卷量,存在规范瑕疵的案卷量,街道专职人民调解员';
  const number = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }).map(String) },
    fc.constant(''),
  );
  const applicable = fc.oneof({ weight: 6, arbitrary: number }, fc.constant('不适用'));
  const UNITS = ['甲街道', '乙街道'];

  /** The same units and quarters with any counts. */
  const sheets = (count: fc.Arbitrary<string>) =>
    fc
      .array(fc.array(count, { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 })
      .map(
        (rows): Sheet => [
          header,
          ...rows.map((cells, at) => `${UNITS[at % 2]},2024Q${at < 2 ? 1 : 2},${cells.join()}`),
        ],
      );
  const data = sheets(applicable);

  const accept = (sheet: Sheet, previous: Baseline | null): Baseline =>
    nextAfter(previous, checked([sheet]).judgements);

  test('what a first baseline takes in never fails on the same data', () => {
    fc.assert(
      fc.property(data, (sheet) => {
        const baseline = accept(sheet, null);
        const { findings: found } = checked([sheet], { baseline, failOn: 'unknown' });
        expect(found.every(({ fails, standing }) => !fails && standing === 'known')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('after an update the same data fails on what it failed on before, and on nothing else', () => {
    fc.assert(
      fc.property(data, data, (earlier, sheet) => {
        const failing = (baseline: Baseline) =>
          checked([sheet], { baseline, failOn: 'unknown' })
            .findings.filter(({ fails }) => fails)
            .map(({ standard, group }) => [standard.id, group.unit, group.period?.start]);
        const baseline = accept(earlier, null);
        expect(failing(accept(sheet, baseline))).toEqual(failing(baseline));
      }),
      { numRuns: 60 },
    );
  });

  test('an update of an update changes nothing', () => {
    fc.assert(
      fc.property(data, data, (earlier, sheet) => {
        const once = accept(sheet, accept(earlier, null));
        expect(accept(sheet, once)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  test('an update takes in nothing new and raises no distance', () => {
    // A quarter that was not judged is held against the one before, so here all are.
    const judged = sheets(number);
    fc.assert(
      fc.property(judged, judged, (earlier, sheet) => {
        const before = accept(earlier, null);
        for (const { standard, unit, found } of accept(sheet, before).known) {
          const old = before.known.find((each) => each.standard === standard && each.unit === unit);
          for (const [period, { flag, distance }] of Object.entries(found)) {
            const was = old?.found[period];
            if (was === undefined) throw new Error(`new: ${standard} ${unit} ${period}`);
            expect(was.flag === 'unknown').toBe(flag === 'unknown');
            if (distance === null || was.distance === null) continue;
            const change = compare(parseDistance(distance) ?? 0, parseDistance(was.distance) ?? 0);
            expect(change).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('quarters judged in one run stand as they do one by one, each after an update on the last', () => {
    const quarters = fc.array(fc.array(applicable, { minLength: 5, maxLength: 5 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(quarters, (rows) => {
        const lines = rows.map((cells, at) => `甲街道,2024Q${at + 1},${cells.join()}`);
        const known = accept([header, ...lines.slice(0, 1)], null);
        const standingsOf = (sheet: Sheet, baseline: Baseline) =>
          checked([sheet], { baseline })
            .findings.map((finding) => `${judgementText(finding)} ${finding.standing}`)
            .filter((text) => /2024Q[2-4]/.test(text));
        let chain = known;
        const apart: string[] = [];
        for (const line of lines.slice(1)) {
          apart.push(...standingsOf([header, line], chain));
          chain = accept([header, line], chain);
        }
        expect(standingsOf([header, ...lines], known).sort()).toEqual(apart.sort());
      }),
      { numRuns: 100 },
    );
  });

  test('an update on some quarters of data that has not changed changes nothing for any of them', () => {
    const chosen = fc.subarray([0, 1, 2, 3], { minLength: 1 });
    const quarters = fc.array(fc.array(applicable, { minLength: 5, maxLength: 5 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(quarters, chosen, chosen, (rows, updated, looked) => {
        const sheetOf = (chosenRows: readonly number[]): Sheet => [
          header,
          ...chosenRows.map((at) => `甲街道,2024Q${at + 1},${rows[at]?.join()}`),
        ];
        const standingsOf = (baseline: Baseline) =>
          checked([sheetOf(looked)], { baseline, failOn: 'unknown' })
            .findings.filter(({ group }) => group.period !== null && group.periods.length === 1)
            .map((finding) => `${judgementText(finding)} ${finding.standing}`);
        const before = accept(sheetOf([0, 1, 2, 3]), null);
        expect(standingsOf(accept(sheetOf(updated), before))).toEqual(standingsOf(before));
      }),
      { numRuns: 100 },
    );
  });

  test('what is written is read back as it was', () => {
    fc.assert(
      fc.property(data, (sheet) => {
        const baseline = accept(sheet, null);
        expect(parseBaseline(JSON.parse(JSON.stringify(baseline)))).toEqual({ baseline });
      }),
      { numRuns: 30 },
    );
  });
});

describe('an update on an older quarter', () => {
  const header = '单位,期间,法制审核人员,执法人员总数';
  const quarter = (name: string, cells: string): Sheet => [
    header,
    `甲街道,${name},${cells}`,
    `乙街道,${name},3,60`,
  ];
  const [q1, q2, q3] = [
    quarter('2024Q1', '1,24'),
    quarter('2024Q2', '1,22'),
    quarter('2024Q3', '1,24'),
  ];
  const accept = (sheet: Sheet, previous: Baseline | null) =>
    nextAfter(previous, checked([sheet]).judgements);
  const standing = (sheet: Sheet, baseline: Baseline) =>
    checked([sheet], { baseline }).findings.map((finding) => finding.standing);

  // 1/22 is 1/220 short of 5 %, 1/24 is 1/120: worse than the last quarter that the baseline knows.
  test('loosens nothing', () => {
    const both = accept([...q1, ...q2.slice(1)], null);
    expect(standing(q3, accept(q1, both))).toEqual(['worse']);
  });

  test('loses nothing', () => {
    expect(standing(q2, accept(q1, accept(q2, null)))).toEqual(['known']);
  });
});
