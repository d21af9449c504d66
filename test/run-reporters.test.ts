/** What `verify` and `compare` say to other programs, by the public schemas of those programs. */
import { describe, expect, test } from 'vitest';
import { FAIL_ON } from '../src/judge/flag.ts';
import { workFolder } from './support/gate.ts';
import { runFake } from './support/host.ts';
import {
  failuresIn,
  itemsIn,
  messagesIn,
  type Reported,
  reportedBy,
} from './support/run-reports.ts';

const { write, read, exists } = workFolder();

const PAIRS = [
  '单位,期间,名称,类型,分子,分母,公布值',
  // 92.1808 %, cut off: well. 33.33… %, only rounded up. 15.2771 %, by no rule. Nothing to recompute it from.
  '甲街道,2024年,网上可办率,占比,1509,1637,92.1%',
  '乙局,2024年,办结率,占比,1,3,34%',
  '甲街道,2024年,纠错率,占比,612,4006,72.5%',
  '乙局,2024年,满意率,占比,,,99.97%',
];

const HEADER = '单位,期间,抽查案卷量,存在规范瑕疵的案卷量';

/**
 * No defect is implied to be the standard, and fewer are better. 甲 goes from 1 to 10 of 20: by Newcombe's method
 * 0.45 less √(0.2007² + 0.1861²) is 0.1763, which leaves 0 out, and 0.45 plus √(0.2007² + 0.0411²) is 0.6549.
 * 乙 goes from 1 to 5 of 10, which may be chance: 0.4 is less than √(0.2634² + 0.3042²) = 0.402. 丙 does not
 * report, so that nothing is known of it nor of all together.
 */
const BEFORE = [HEADER, '甲,2023,20,1', '乙,2023,10,1', '丙,2023,10,1', '丁,2023,10,1'];
const AFTER = [HEADER, '甲,2024,20,10', '乙,2024,10,5', '丙,2024,10,', '丁,2024,10,0'];

const verify = (...args: readonly string[]) => reportedBy(['verify', '--no-config', ...args]);
const compare = (...args: readonly string[]) => reportedBy(['compare', '--no-config', ...args]);

const casesIn = ({ junit }: Reported) => junit.suites.flatMap(({ cases }) => cases);

/** What has to hold of the reports of any run. */
function expectAgreement(run: Reported): void {
  const { gitlab, ...others } = messagesIn(run);
  for (const messages of Object.values(others)) expect(messages).toEqual(gitlab);
  const failures = failuresIn(run);
  expect(new Set(Object.values(failures)).size, JSON.stringify(failures)).toBe(1);
  expect(failures.sarif > 0).toBe(run.exit !== 0);
  const { results, tool } = run.sarif;
  // Build services show only so many, so that what fails comes first.
  const levels = results.map(({ level }) => ['error', 'warning', 'note'].indexOf(level));
  expect(levels).toEqual(levels.toSorted());
  for (const { ruleId, ruleIndex } of results)
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(results.map((each) => each.partialFingerprints['xcEval/v1'])).toEqual(
    run.gitlab.map(({ fingerprint }) => fingerprint),
  );
  for (const { counts, cases } of run.junit.suites) {
    const ended = (outcome: string) => cases.filter((each) => each.outcome === outcome).length;
    expect(counts).toEqual({
      tests: cases.length,
      failures: ended('failure'),
      errors: ended('error'),
      skipped: ended('skipped'),
    });
  }
  expect(run.junit.totals.tests).toBe(casesIn(run).length);
  expect(new Set(casesIn(run).map(({ name }) => name)).size).toBe(casesIn(run).length);
}

describe('verify', () => {
  const FOUND = [
    '乙局 2024年 办结率：1/3 = 33.3333%；公布值 34%；存疑：仅进一相符',
    '乙局 2024年 满意率：公布值 99.97%；未知：没有可复算的数；能得出它的最小分数：2857/2858（四舍五入）、3333/3334（截断）',
    '甲街道 2024年 纠错率：612/4006 = 15.2771%；公布值 72.5%；不符：均不符，公布值高 57.2229 个百分点；分母为 4006 时，分子可为 2903 至 2906（四舍五入）或 2905 至 2908（截断）',
  ];

  test('says the same in every format, worst first', async () => {
    write('p.csv', PAIRS);
    const run = await verify('p.csv');
    expect(run).toMatchObject({ exit: 1, stdout: '', stderr: '' });
    expect(itemsIn(run)).toEqual(['error mismatch', 'warning only-up', 'note no-counts']);
    expect(messagesIn(run).gitlab).toEqual([...FOUND].sort());
    expect(run.gitlab.map(({ severity }) => severity)).toEqual(['critical', 'minor', 'info']);
    expect(run.github.log).toEqual([
      '共核对 4 项：相符 1，不符 1，存疑 1，未知 1，不通过：1 项（--fail-on breach）',
    ]);
    expectAgreement(run);
  });

  test('points at the characters of the published value', async () => {
    write('p.csv', PAIRS);
    const { github, sarif, gitlab } = await verify('p.csv');
    // 甲街道,2024年,纠错率,占比,612,4006, are 26 characters, and 72.5% five.
    expect(github.commands[0]?.properties).toEqual({
      file: 'p.csv',
      line: '4',
      col: '27',
      endColumn: '32',
      title: '甲街道 2024年 纠错率',
    });
    expect(sarif.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'p.csv' },
      region: { startLine: 4, startColumn: 27, endColumn: 32 },
    });
    expect(gitlab[0]?.location).toEqual({ path: 'p.csv', lines: { begin: 4 } });
  });

  test('points at the published value in the usual columns and in JSON, and says where its metric is defined', async () => {
    write('usual.csv', ['单位,期间,可网办事项,政务服务事项,网上可办率', '甲,2024,1509,1637,93%']);
    const usual = await verify('usual.csv');
    expect(usual.github.commands[0]?.properties).toMatchObject({ line: '2', col: '18' });
    expect(casesIn(usual)[0]?.text).toMatch(/\n出处：《.*》.*\n数据：usual\.csv:2:5$/);
    const cell = '"公布值": "93%"';
    write('p.json', `[{"名称": "甲", "分子": 1509, "分母": 1637,\n ${cell}}]\n`);
    // In JSON a place is that of the value.
    expect((await verify('p.json')).github.commands[0]?.properties).toMatchObject({
      line: '2',
      col: String(cell.indexOf('"93%"') + 2),
    });
  });

  test('is a suite a unit, and a case a figure; what is doubtful or unknown is skipped and no pass', async () => {
    write('p.csv', PAIRS);
    const { junit } = await verify('p.csv');
    expect(junit.totals).toEqual({ tests: 4, failures: 1, errors: 0 });
    expect(
      junit.suites.map(({ name, cases }) => [name, cases.map((each) => [each.name, each.outcome])]),
    ).toEqual([
      [
        '甲街道',
        [
          ['甲街道 / 2024年 / 网上可办率', 'ok'],
          ['甲街道 / 2024年 / 纠错率', 'failure'],
        ],
      ],
      [
        '乙局',
        [
          ['乙局 / 2024年 / 办结率', 'skipped'],
          ['乙局 / 2024年 / 满意率', 'skipped'],
        ],
      ],
    ]);
  });

  test('names its rules, and says what to do', async () => {
    write('p.csv', PAIRS);
    const { rules } = (await verify('p.csv', '--lang', 'en')).sarif.tool.driver;
    expect(rules.map(({ id, properties }) => [id, properties.kind])).toEqual([
      ['mismatch', 'figure'],
      ['no-counts', 'figure'],
      ['only-up', 'figure'],
    ]);
    expect(rules.map(({ defaultConfiguration }) => defaultConfiguration.level)).toEqual([
      'error',
      'note',
      'warning',
    ]);
    expect(rules[0]?.shortDescription.text).toBe(
      'the reported value does not follow from its counts',
    );
    expect(rules[0]?.help?.text).toMatch(/^No common rounding gives the reported value\./);
  });

  test('counts shares that do not add up as figures', async () => {
    // 40 + 35 + 28 = 103 %, by no rule 100 %.
    write('w.csv', ['名称,组,公布值', '甲,全部,40%', '乙,全部,35%', '丙,全部,28%']);
    const run = await verify('w.csv');
    expect(itemsIn(run).filter((item) => item.startsWith('error'))).toEqual([
      'error whole-differs',
    ]);
    expect(run.junit.totals).toEqual({ tests: 4, failures: 1, errors: 0 });
    expectAgreement(run);
  });

  test('keeps two rows of one name apart', async () => {
    write('p.csv', ['名称,分子,分母,公布值', '甲,1,3,50%', '甲,1,4,50%']);
    const run = await verify('p.csv');
    expect(itemsIn(run)).toEqual(['error mismatch', 'error mismatch']);
    expectAgreement(run);
  });

  test('fingerprints stay when rows move or a figure changes, and are others for another figure', async () => {
    const fingerprints = async (...rows: string[]) => {
      write('p.csv', ['名称,分子,分母,公布值', ...rows]);
      return (await verify('p.csv')).gitlab.map(({ fingerprint }) => fingerprint).sort();
    };
    const known = await fingerprints('甲,1,3,50%', '乙,1,3,60%');
    expect(await fingerprints('乙,1,3,60%', '甲,1,4,51%')).toEqual(known);
    expect(await fingerprints('丙,1,3,50%', '丁,1,3,60%')).not.toEqual(known);
  });

  test('has nothing to say where all is well', async () => {
    write('p.csv', PAIRS.slice(0, 2));
    const run = await verify('p.csv');
    expect(run.exit).toBe(0);
    expect(run.sarif).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
    expect([run.gitlab, run.github.commands]).toEqual([[], []]);
    expect(run.junit.totals).toEqual({ tests: 1, failures: 0, errors: 0 });
  });

  test('is whole where there is nothing to verify', async () => {
    write('p.csv', ['单位,期间,可网办事项', '甲,2024,1']);
    const run = await verify('p.csv');
    expect(run.exit).toBe(0);
    expect(run.github.log[0]).toMatch(/^数据中没有公布值/);
    expect(run.junit.suites).toEqual([]);
  });
});

describe('compare', () => {
  const CHANGES = ['warning worse', 'note worse', 'note unknown-change', 'note unknown-change'];

  const changed = async (...args: string[]) => {
    write('a.csv', BEFORE);
    write('b.csv', AFTER);
    return compare('a.csv', 'b.csv', ...args);
  };

  test('says what got worse and what the standards say, the same in every format', async () => {
    const run = await changed();
    expect(run).toMatchObject({ exit: 0, stdout: '', stderr: '' });
    expect(itemsIn(run).filter((item) => !item.endsWith('WithoutDefects'))).toEqual(CHANGES);
    expect(run.github.commands[0]?.message).toBe(
      '甲 2024年 比 2023年 案卷瑕疵率：5.00% → 50.00%，+45.00 个百分点；变差；超出偶然波动（95% 区间 17.63 至 65.49）',
    );
    expect(run.github.log).toEqual([
      '共比较 5 组，各项指标：变好 1，变差 2，中性 0，不变 0，未知 2，通过（--fail-on never）',
    ]);
    expectAgreement(run);
  });

  test('points at the cell of the side after', async () => {
    const { github } = await changed();
    // 甲,2024,20,10
    expect(github.commands[0]?.properties).toMatchObject({ file: 'b.csv', line: '2', col: '11' });
  });

  test('points at a published rate where that is what fell', async () => {
    const header = '单位,期间,接诉即办月度响应率平均';
    write('c.csv', [header, '甲,2023,99.87%', '甲,2024,98.86%']);
    const published = await compare('c.csv');
    expect(itemsIn(published)).toEqual(['warning worse']);
    // 甲,2024,98.86%
    expect(published.github.commands[0]?.properties).toMatchObject({
      line: '3',
      col: '8',
      endColumn: '14',
    });
    write(
      'd.json',
      '[{"单位": "甲", "期间": "2023", "接诉即办月度响应率平均": "99.87%"},\n{"单位": "甲", "期间": "2024",\n"接诉即办月度响应率平均": "98.86%"}]',
    );
    expect((await compare('d.json')).gitlab[0]?.location.lines.begin).toBe(3);
  });

  test('is a suite a unit, and a case a change and a standard', async () => {
    const { junit } = await changed('--fail-on', 'warn');
    const [first, , , fourth] = junit.suites;
    expect(junit.suites.map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁', '全部单位']);
    expect(first?.cases.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['甲 / 2024年 比 2023年 / 案卷瑕疵率', 'skipped'],
      ['甲 / 2024年 / 案卷瑕疵率：应为0%', 'failure'],
    ]);
    expect(fourth?.cases.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });

  test('a unit over several periods is one suite', async () => {
    write('c.csv', [
      ...BEFORE,
      ...AFTER.slice(1),
      ...AFTER.slice(1).map((row) => row.replace('2024', '2025')),
    ]);
    const run = await compare('c.csv', '--yoy', '--unit', '甲,乙');
    expect(run.junit.suites.map(({ name, cases }) => [name, cases.length])).toEqual([
      ['甲', 4],
      ['乙', 4],
      ['全部单位', 4],
    ]);
    expectAgreement(run);
  });

  test('nothing that got worse makes the run fail by itself, but what the standards say does', async () => {
    for (const failOn of FAIL_ON) {
      const run = await changed('--fail-on', failOn);
      // 甲, 乙 and all together are judged doubtful or unknown by the standard; that is no breach.
      expect([failOn, run.exit]).toEqual([failOn, ['warn', 'unknown'].includes(failOn) ? 1 : 0]);
      expect(itemsIn(run).filter((item) => /worse|unknown-change/.test(item))).toEqual(CHANGES);
      expectAgreement(run);
    }
  });

  test('says of many units the same in every format, worst first and then as they come', async () => {
    // More changes of one kind than are kept; every tenth does not report.
    const units = Array.from({ length: 1200 }, (_, index) => `第${index}街道`);
    const sheet = (year: number, defects: (index: number) => number | '') => [
      HEADER,
      ...units.map((unit, index) => `${unit},${year},200,${defects(index)}`),
    ];
    write(
      'a.csv',
      sheet(2023, () => 1),
    );
    write(
      'b.csv',
      sheet(2024, (index) => (index % 10 === 0 ? '' : 100)),
    );
    const run = await compare('a.csv', 'b.csv', '--metric', '案卷瑕疵率');
    const reporting = units.filter((_, index) => index % 10 !== 0);
    const others = units.filter((_, index) => index % 10 === 0);
    const named = run.github.commands.map(({ message }) => message.split(' ')[0]);
    // A change and a standard each; last all units together.
    const twice = (names: readonly string[]) => names.flatMap((name) => [name, name]);
    expect(named).toEqual([...twice(reporting), ...twice([...others, '全部单位'])]);
    expectAgreement(run);
  });

  test('says what was restated, why, and where', async () => {
    write('a.csv', [HEADER, '甲,2024,20,1']);
    write('b.csv', [HEADER, '甲,2024,20,2']);
    const run = await compare('a.csv', 'b.csv');
    expect(itemsIn(run)).toEqual([
      'warning restated',
      'warning caseFilesWithoutDefects',
      'warning restated',
    ]);
    expect(run.github.commands.map(({ message }) => message)).toEqual([
      '甲 2024年 案卷瑕疵率：5.00% → 10.00%，+5.00 个百分点；原因：数据；警示 须减少 2 本（瑕疵案卷）',
      '甲 2024年 案卷瑕疵率：2/20 = 10.00%；应为0%：警示，须减少 2 本（瑕疵案卷）',
      '甲 2024年 存在规范瑕疵的案卷量：1本 → 2本，+1本 (+100.00%)；原因：数据；a.csv:2:4 → b.csv:2:4',
    ]);
    expect(run.github.commands[2]?.properties).toMatchObject({
      file: 'b.csv',
      line: '2',
      col: '11',
    });
    expect(run.github.log).toEqual([
      '重述：同一期间的两份数据相比，只列有变化的',
      '改动 2 处，通过（--fail-on never）',
    ]);
    expect(run.junit.totals).toEqual({ tests: 3, failures: 0, errors: 0 });
    expectAgreement(run);
  });

  test('is whole where nothing was restated', async () => {
    write('a.csv', BEFORE);
    write('b.csv', BEFORE);
    const run = await compare('a.csv', 'b.csv');
    expect(run.junit.suites).toEqual([]);
    expect(run.gitlab).toEqual([]);
    expect(run.github.log.at(-1)).toBe('没有改动，通过（--fail-on never）');
  });

  test('what one side cannot know in any pair is told once, and no item', async () => {
    write('a.csv', [
      '单位,期间,抽查案卷量,存在规范瑕疵的案卷量,执法人员总数,法制审核人员',
      '甲,2023,20,1,20,1',
    ]);
    write('b.csv', AFTER.slice(0, 2));
    const run = await compare('a.csv', 'b.csv');
    expect(run.github.log.join('\n')).toContain('法制审核人员占比');
    expect(itemsIn(run)).not.toContain('note unknown-change');
    expect(run.github.log.at(-1)).toContain('变差 1，中性 0，不变 0，未知 0');
    // The standard is still not known to be met.
    expect(itemsIn(run)).toContain('note legalReviewStaffMinimum');
    expectAgreement(run);
  });

  test('keeps a metric that does not apply out of what is unknown', async () => {
    write('a.csv', [HEADER, '甲,2023,20,1']);
    write('b.csv', [HEADER, '甲,2024,不适用,不适用']);
    const run = await compare('a.csv', 'b.csv');
    expect(itemsIn(run)).toEqual([]);
    expect(run.junit.suites).toEqual([]);
  });

  test('a change of a definition is a restatement at its row', async () => {
    write('old.json', '{}');
    write(
      'new.json',
      JSON.stringify({
        metrics: {
          caseFileDefectRate: {
            formula: { kind: 'share', part: '存在规范瑕疵的案卷量', whole: '执法人员总数' },
            meaning: '每名执法人员的瑕疵案卷。',
            source: { document: '本区口径', section: '一', quote: '以执法人员总数为分母' },
          },
        },
      }),
    );
    write('a.csv', [`${HEADER},执法人员总数`, '甲,2024,20,1,40']);
    const configs = ['--config', 'new.json', '--before-config', 'old.json'];
    const run = await reportedBy(['compare', 'a.csv', ...configs]);
    const [first] = run.github.commands;
    expect(first?.message).toContain('5.00% → 2.50%');
    expect(first?.message).toContain('原因：口径');
    expect(casesIn(run)[0]?.text).toContain('\n出处：《本区口径》一\n');
  });
});

const INVALID = [HEADER, '甲,2024,二十,1', '乙,2024,20,-1'];

describe('data that is invalid', () => {
  const RUNS = {
    verify: (...args: string[]) => verify('bad.csv', ...args),
    compare: (...args: string[]) => compare('good.csv', 'bad.csv', ...args),
  };

  test.each(['verify', 'compare'] as const)(
    '%s tells other programs, and prints nothing',
    async (name) => {
      write('good.csv', BEFORE);
      write('bad.csv', INVALID);
      const run = await RUNS[name]('--reporter', 'json=x.json', '--format', 'csv');
      expect([run.exit, run.stdout, exists('x.json')]).toEqual([2, '', false]);
      expect(run.stderr).toContain('bad.csv:2:3');
      expect(itemsIn(run)).toEqual(['error not-a-number', 'error negative-count']);
      expect(run.junit.totals).toEqual({ tests: 2, failures: 0, errors: 2 });
      expect(run.gitlab.map(({ severity }) => severity)).toEqual(['blocker', 'blocker']);
      expect(run.sarif.invocations).toEqual([{ executionSuccessful: false }]);
      expect(run.github.log).toEqual(['数据有 2 个问题，未作判断；改正后重试']);
      expectAgreement(run);
    },
  );

  test('compare tells of both sides', async () => {
    write(
      'good.csv',
      INVALID.map((row) => row.replace('二十', '三十')),
    );
    write('bad.csv', INVALID);
    const run = await RUNS.compare();
    expect(run.gitlab.map(({ location }) => location.path)).toEqual([
      'good.csv',
      'good.csv',
      'bad.csv',
      'bad.csv',
    ]);
  });

  test('compare tells of cumulative figures that fall', async () => {
    write('c.csv', [HEADER, '甲,2024年1-3月,20,1', '甲,2024年1-6月,10,1']);
    const run = await compare('c.csv', '--single', '--from', '2024Q1', '--to', '2024Q2');
    expect(run.exit).toBe(2);
    expect(itemsIn(run)).toEqual(['error falling-cumulative']);
  });

  test.each(['verify', 'compare'] as const)(
    '%s goes on under --allow-invalid, and fails as check does',
    async (name) => {
      write('good.csv', BEFORE);
      write('bad.csv', INVALID);
      write('own.json', JSON.stringify({ severities: { data: 'warn' } }));
      const exits = [];
      for (const config of [['--no-config'], ['--config', 'own.json']]) {
        for (const failOn of FAIL_ON) {
          const own = ['--allow-invalid', '--fail-on', failOn, ...config, '--unit', '乙'];
          const files = name === 'verify' ? ['bad.csv'] : ['good.csv', 'bad.csv'];
          const run = await reportedBy([name, ...files, ...own]);
          exits.push(run.exit);
          expectAgreement(run);
          const problems = run.sarif.results.filter(({ ruleId }) => /number|count$/.test(ruleId));
          expect(problems).toHaveLength(2);
          expect(run.sarif.invocations).toEqual([{ executionSuccessful: true }]);
        }
      }
      // Breach, warn, unknown, never; of compare the standard is unknown besides.
      expect(exits).toEqual([1, 1, 1, 0, 0, 1, 1, 0]);
    },
  );
});

describe('where reports go', () => {
  const run = (...args: string[]) => {
    write('p.csv', PAIRS);
    return runFake(['verify', '--no-config', 'p.csv', ...args]);
  };

  test('a reporter stands in for the table, and a format beside it', async () => {
    const table = (await run()).stdout;
    expect((await run('--reporter', 'junit=a.xml')).stdout).toBe('');
    expect((await run('--reporter', 'text', '--reporter', 'junit=b.xml')).stdout).toBe(table);
    expect((await run('--format', 'table', '--reporter', 'junit=c.xml')).stdout).toBe(table);
    expect(read('a.xml')).toBe(read('b.xml'));
    const csv = (await run('--format', 'csv')).stdout;
    expect((await run('--format', 'csv', '--reporter', 'github=d.txt')).stdout).toBe(csv);
  });

  test.each(['verify', 'compare'])(
    'of %s text, json and markdown are its formats',
    async (name) => {
      write('p.csv', PAIRS);
      write('a.csv', BEFORE);
      write('b.csv', AFTER);
      const files = name === 'verify' ? ['p.csv'] : ['a.csv', 'b.csv'];
      for (const [reporter, format] of [
        ['text', 'table'],
        ['json', 'json'],
        ['markdown', 'markdown'],
      ] as const) {
        const own = await runFake([name, ...files, '--format', format]);
        expect(own.stdout).not.toBe('');
        expect(await runFake([name, ...files, '--reporter', reporter])).toEqual(own);
      }
    },
  );

  test.each([
    [
      ['--format', 'json', '--reporter', 'github'],
      '--format json 和 github 不能都写到标准输出；请给其中一个指定文件，如 --reporter github=文件',
    ],
    [
      ['--reporter', 'text', '--reporter', 'sarif'],
      'text 和 sarif 不能都写到标准输出；请给其中一个指定文件，如 --reporter sarif=文件',
    ],
    [
      ['--format', 'json', '-o', 'x.json', '--reporter', 'json=./x.json'],
      './x.json 被指定了两次，请写到不同的文件',
    ],
    [['--reporter', 'junit=none/a.xml'], '无法写入 none/a.xml：文件夹不存在'],
  ])('%j is refused before anything is read', async (options, sentence) => {
    const refused = { exit: 2, stdout: '', stderr: `xc-eval: ${sentence}\n` };
    expect(await run(...options)).toEqual(refused);
    expect(await runFake(['compare', 'none.csv', ...options])).toEqual(refused);
  });

  test('two scores are compared without reporters', async () => {
    write('s.json', '{"schemaVersion": 1, "framework": {}, "domains": []}');
    const { exit, stderr } = await runFake(['compare', 's.json', 's.json', '--reporter', 'junit']);
    expect([exit, stderr]).toEqual([2, 'xc-eval: 比较两份评分不能用 --reporter，请用 --format\n']);
  });

  test.each(['verify', 'compare'])(
    'github of %s adds a page to the summary of the build',
    async (name) => {
      write('p.csv', PAIRS);
      write('a.csv', BEFORE);
      write('b.csv', AFTER);
      const files = name === 'verify' ? ['p.csv'] : ['a.csv', 'b.csv'];
      const environment = { GITHUB_STEP_SUMMARY: 'summary.md' };
      const { stdout } = await runFake([name, ...files, '--reporter', 'github'], { environment });
      const [heading, , summary, ...rest] = read('summary.md').split('\n');
      expect(heading).toBe(`### xc-eval ${name}`);
      expect(stdout.trimEnd().split('\n').at(-1)).toBe(summary?.replaceAll('\\', ''));
      const rows = rest.filter((line) => line.startsWith('| ')).slice(2);
      expect(rows).toHaveLength(stdout.split('\n').filter((line) => line.startsWith('::')).length);
      expect(rows[0]).toMatch(name === 'verify' ? /^\| 公布值与复算不符 \|/ : /^\| 比前期变差 \|/);
    },
  );

  test('a summary of a build lists 500 findings, and says how many more there are', async () => {
    const rows = Array.from({ length: 502 }, (_, index) => `第${index}项,1,3,50%`);
    write('p.csv', ['名称,分子,分母,公布值', ...rows]);
    const environment = { GITHUB_STEP_SUMMARY: 'summary.md' };
    await runFake(['verify', 'p.csv', '--reporter', 'github=a.txt'], { environment });
    const lines = read('summary.md').trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('| 公布值与复算不符'))).toHaveLength(500);
    expect(lines.at(-1)).toBe('另有 2 项未列出');
  });
});
