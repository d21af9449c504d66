/** The reports of a check that other programs read, by the public schemas of those programs. */
import { describe, expect, test } from 'vitest';
import { runOfCheck } from '../src/report/check-run.ts';
import { writeGithub } from '../src/report/github.ts';
import { writeGitlab } from '../src/report/gitlab.ts';
import { writeJunit } from '../src/report/junit.ts';
import { writeSarif } from '../src/report/sarif.ts';
import {
  readGithub,
  readGitlab,
  readJunit,
  readSarif,
  type SarifResult,
  shownMessage,
} from './support/check-formats.ts';
import {
  baselineOf,
  checkReport,
  METRICS,
  moved,
  runItems,
  written,
} from './support/check-report.ts';

const HEADER =
  '单位,期间,执法人员总数,法制审核人员,抽查案卷量,存在规范瑕疵的案卷量,持法律职业资格证书人员';

/**
 * By hand: 甲街道 has 1/24 < 5 % (a principle: warns), 5 defects of 20 (implied: warns) and nobody with a
 * certificate (required: a breach); 乙局 has 1/20 = 5 % and no defect, and does not report certificates. Nobody
 * has a column for mediators, which is one unknown of all units.
 */
const sheet = (...rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`;
const FIRST = '甲街道,2024Q1,24,1,20,5,0';
const SECOND = '乙局,2024Q1,20,1,10,0,—';
const SHEET = sheet(FIRST, SECOND);

const FOUND = [
  'error legalQualificationMinimum',
  'warning legalReviewStaffMinimum',
  'warning caseFilesWithoutDefects',
  'note legalQualificationMinimum',
  'note streetMediatorsMinimum',
];

const REPORTERS = { writeJunit, writeGithub, writeSarif, writeGitlab };

const INVALID = '单位,期间,执法人员总数,法制审核人员\n甲街道,2024Q1,二十,1\n乙局,2024Q1,20,-1\n';

describe('the same findings in every format', async () => {
  const report = await checkReport({ inputs: { 'data.csv': SHEET } });
  const items = runItems(report);
  const messages = items.map(({ message }) => message);

  test('are those that were worked out by hand', () => {
    expect(items.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(FOUND);
    expect(report.tally).toEqual({ judged: 7, ok: 2, breach: 1, warn: 2, unknown: 2 });
  });

  test('JUnit: a suite a unit, all units last, and a case a judgement', () => {
    const { totals, suites } = readJunit(written(writeJunit, report));
    expect(totals).toEqual({ tests: 7, failures: 1, errors: 0 });
    expect(suites.map(({ name, counts }) => [name, counts])).toEqual([
      ['甲街道', { tests: 3, failures: 1, errors: 0, skipped: 2 }],
      ['乙局', { tests: 3, failures: 0, errors: 0, skipped: 1 }],
      ['全部单位', { tests: 1, failures: 0, errors: 0, skipped: 1 }],
    ]);
  });

  test('JUnit: an attribute counts the cases that ended so', () => {
    for (const { counts, cases } of readJunit(written(writeJunit, report)).suites) {
      const ended = (outcome: string) => cases.filter((each) => each.outcome === outcome).length;
      expect(counts).toEqual({
        tests: cases.length,
        failures: ended('failure'),
        errors: ended('error'),
        skipped: ended('skipped'),
      });
    }
  });

  test('JUnit: a case is named after unit, period, metric and demand, and classed under its unit', () => {
    const [first] = readJunit(written(writeJunit, report)).suites;
    expect(first?.cases.map(({ name }) => name)).toEqual([
      '甲街道 / 2024年第一季度 / 法制审核人员占比：原则上不低于5%',
      '甲街道 / 2024年第一季度 / 案卷瑕疵率：应为0%',
      '甲街道 / 2024年第一季度 / 持法律职业资格证书人员：不低于1名',
    ]);
    expect(new Set(first?.cases.map(({ classname }) => classname))).toEqual(
      new Set(['xc-eval.甲街道']),
    );
  });

  test('JUnit: a failure says its flag, the message and, in its text, the place', () => {
    const cases = readJunit(written(writeJunit, report)).suites.flatMap((suite) => suite.cases);
    const failures = cases.filter(({ outcome }) => outcome === 'failure');
    expect(failures.map(({ type, message }) => [type, message])).toEqual([['breach', messages[0]]]);
    expect(failures[0]?.text.split('\n')).toEqual([
      messages[0],
      '出处：《西城区“十四五”时期法治政府建设规划中期评估报告》六（八）',
      '数据：data.csv:2:7',
    ]);
  });

  test('JUnit: a warning and an unknown are skipped with their reason, never a plain pass', () => {
    const cases = readJunit(written(writeJunit, report)).suites.flatMap((suite) => suite.cases);
    const skipped = cases.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ text }) => text.split('\n')[0]).sort()).toEqual(messages.slice(1).sort());
    expect(cases.filter(({ outcome }) => outcome === 'ok')).toHaveLength(report.tally.ok);
  });

  test('GitHub: a command an item, worst first, and a summary that is none', () => {
    const { commands, log } = readGithub(written(writeGithub, report));
    expect(commands.map(({ command }) => command)).toEqual([
      'error',
      'warning',
      'warning',
      'notice',
      'notice',
    ]);
    expect(commands.map(({ message }) => message)).toEqual(messages);
    expect(log).toEqual([
      '共判断 7 项：达标 2，未达标 1，警示 2，未知 2，不通过：1 项（--fail-on breach）',
    ]);
  });

  test('GitHub: an annotation stands at the characters of the cell, or at the file alone', () => {
    const { commands } = readGithub(written(writeGithub, report));
    // 甲街道,2024Q1,24,1,20,5,0: the last cell is the 22nd character.
    expect(commands[0]?.properties).toEqual({
      file: 'data.csv',
      line: '2',
      col: '22',
      endColumn: '23',
      title: '甲街道 2024年第一季度 持法律职业资格证书人员',
    });
    expect(commands[4]?.properties).toEqual({
      file: 'data.csv',
      title: '全部单位 2024年第一季度 街道专职人民调解员',
    });
  });

  test('SARIF: a result an item, of its level, pointing at its rule', () => {
    const { tool, results } = readSarif(written(writeSarif, report));
    expect(results.map(({ level, ruleId }) => `${level} ${ruleId}`)).toEqual(FOUND);
    expect(results.map(({ message }) => shownMessage(message))).toEqual(messages);
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  test('SARIF: the rules are those referred to, sorted, each with its demand and the words of its source', () => {
    const { rules, version } = readSarif(written(writeSarif, report)).tool.driver;
    expect(version).toBe('1.2.3');
    expect(rules.map(({ id }) => id)).toEqual([
      'caseFilesWithoutDefects',
      'legalQualificationMinimum',
      'legalReviewStaffMinimum',
      'streetMediatorsMinimum',
    ]);
    expect(rules.map(({ defaultConfiguration }) => defaultConfiguration.level)).toEqual([
      'warning',
      'error',
      'warning',
      'error',
    ]);
    const staff = rules[2];
    expect(staff?.shortDescription.text).toBe('法制审核人员占比：原则上不低于5%');
    expect(staff?.fullDescription?.text).toBe(
      '《西城区“十四五”时期法治政府建设规划中期评估报告》（区司法局，2023-10）六（四）：“原则上各级行政执法机关的法制审核人员不少于本单位执法人员总数的5%”',
    );
    expect(staff?.properties).toMatchObject({ kind: 'standard', level: 'in-principle' });
  });

  test('SARIF: a region is counted in characters where the cell is known, else there is none', () => {
    const { results } = readSarif(written(writeSarif, report));
    const physical = results.map(({ locations }) => locations[0]?.physicalLocation);
    expect(physical[0]).toEqual({
      artifactLocation: { uri: 'data.csv' },
      region: { startLine: 2, startColumn: 22, endColumn: 23 },
    });
    expect(physical[4]).toEqual({ artifactLocation: { uri: 'data.csv' } });
  });

  test('GitLab: a violation an item, a breach above a warning above an unknown', () => {
    const violations = readGitlab(written(writeGitlab, report));
    expect(violations.map(({ severity, check_name }) => `${severity} ${check_name}`)).toEqual([
      'critical legalQualificationMinimum',
      'minor legalReviewStaffMinimum',
      'minor caseFilesWithoutDefects',
      'info legalQualificationMinimum',
      'info streetMediatorsMinimum',
    ]);
    expect(violations.map(({ description }) => description)).toEqual(messages);
    expect(violations.map(({ location }) => location.lines.begin)).toEqual([2, 2, 2, 3, 1]);
  });

  test('are written the same by two runs', async () => {
    const again = await checkReport({ inputs: { 'data.csv': SHEET } });
    for (const reporter of Object.values(REPORTERS)) {
      expect(written(reporter, again)).toBe(written(reporter, report));
    }
  });

  test('are written in English on request', async () => {
    const english = await checkReport({ inputs: { 'data.csv': SHEET }, language: 'en' });
    expect(readSarif(written(writeSarif, report)).language).toBe('zh-CN');
    expect(readSarif(written(writeSarif, english)).language).toBe('en-US');
    expect(readJunit(written(writeJunit, english)).suites.at(-1)?.name).toBe('all units');
    expect(readGithub(written(writeGithub, english)).log).toEqual([
      '7 judged: 2 ok, 1 breached, 2 warnings, 2 unknown, failed: 1 (--fail-on breach)',
    ]);
  });
});

test('what fails under a stricter --fail-on is an error everywhere, and keeps its flag', async () => {
  const report = await checkReport({ inputs: { 'data.csv': SHEET }, failOn: 'unknown' });
  const { totals, suites } = readJunit(written(writeJunit, report));
  expect(totals).toEqual({ tests: 7, failures: 5, errors: 0 });
  expect(suites.flatMap(({ cases }) => cases.map(({ type }) => type))).toEqual([
    'warn',
    'warn',
    'breach',
    null,
    null,
    'unknown',
    'unknown',
  ]);
  expect(readSarif(written(writeSarif, report)).results.map(({ level }) => level)).toEqual(
    Array(5).fill('error'),
  );
  expect(readGitlab(written(writeGitlab, report)).map(({ severity }) => severity)).toEqual([
    'critical',
    'major',
    'major',
    'major',
    'major',
  ]);
});

test('under --fail-on never nothing is an error, and the breach still shows', async () => {
  const report = await checkReport({ inputs: { 'data.csv': SHEET }, failOn: 'never' });
  expect(readJunit(written(writeJunit, report)).totals.failures).toBe(0);
  expect(readGithub(written(writeGithub, report)).commands[0]?.command).toBe('warning');
});

describe('data that is invalid', async () => {
  const report = await checkReport({ inputs: { 'bad.csv': INVALID } });

  test('JUnit: is a suite of errors and nothing else', () => {
    const { totals, suites } = readJunit(written(writeJunit, report));
    expect(totals).toEqual({ tests: 2, failures: 0, errors: 2 });
    expect(suites.map(({ name, counts }) => [name, counts])).toEqual([
      ['数据有误', { tests: 2, failures: 0, errors: 2, skipped: 0 }],
    ]);
    expect(suites[0]?.cases.map(({ outcome, type }) => `${outcome} ${type}`)).toEqual([
      'error not-a-number',
      'error negative-count',
    ]);
    expect(suites[0]?.cases[0]?.text).toMatch(/\n数据：bad\.csv:2:3$/);
  });

  test('GitHub: is an error each, and the last line says that nothing was judged', () => {
    const { commands, log } = readGithub(written(writeGithub, report));
    expect(
      commands.map(({ command, properties: { line, col, title } }) => [command, line, col, title]),
    ).toEqual([
      // 甲街道,2024Q1,二十 and 乙局,2024Q1,20,-1
      ['error', '2', '12', '数据有误'],
      ['error', '3', '14', '数据有误'],
    ]);
    expect(log).toEqual(['数据有 2 个问题，未作判断；改正后重试']);
  });

  test('SARIF: is an unsuccessful invocation with a rule a kind of problem', () => {
    const { invocations, tool, results } = readSarif(written(writeSarif, report));
    expect(invocations).toEqual([{ executionSuccessful: false }]);
    expect(results.map(({ level, ruleId }) => `${level} ${ruleId}`)).toEqual([
      'error not-a-number',
      'error negative-count',
    ]);
    expect(tool.driver.rules).toEqual([
      {
        id: 'negative-count',
        shortDescription: { text: '数据有误：negative-count' },
        defaultConfiguration: { level: 'error' },
        properties: { kind: 'data' },
      },
      {
        id: 'not-a-number',
        shortDescription: { text: '数据有误：not-a-number' },
        defaultConfiguration: { level: 'error' },
        properties: { kind: 'data' },
      },
    ]);
  });

  test('GitLab: blocks', () => {
    const violations = readGitlab(written(writeGitlab, report));
    expect(violations.map(({ severity, location }) => [severity, location])).toEqual([
      ['blocker', { path: 'bad.csv', lines: { begin: 2 } }],
      ['blocker', { path: 'bad.csv', lines: { begin: 3 } }],
    ]);
  });

  test('that is judged all the same comes before the judgements', async () => {
    const both = await checkReport({ inputs: { 'bad.csv': INVALID }, allowInvalid: true });
    const { totals, suites } = readJunit(written(writeJunit, both));
    expect(suites[0]?.name).toBe('数据有误');
    expect(totals.tests).toBe(2 + both.tally.judged);
    expect(both.tally.judged).toBeGreaterThan(0);
    expect(readSarif(written(writeSarif, both)).invocations[0]?.executionSuccessful).toBe(true);
  });

  test('GitLab: blocks, and a breach beside it stays critical', async () => {
    const both = await checkReport({
      inputs: {
        'bad.csv': '单位,期间,执法人员总数,持法律职业资格证书人员\n甲街道,2024Q1,二十,0\n',
      },
      allowInvalid: true,
      metrics: ['staffWithLegalQualification'],
    });
    expect(readGitlab(written(writeGitlab, both)).map(({ severity }) => severity)).toEqual([
      'blocker',
      'critical',
    ]);
  });

  test('that only warns fails no case, and is no pass either', async () => {
    const warned = await checkReport({
      inputs: { 'bad.csv': INVALID },
      allowInvalid: true,
      dataSeverity: 'warn',
    });
    const [first] = readJunit(written(writeJunit, warned)).suites;
    expect(first?.counts).toEqual({ tests: 2, failures: 0, errors: 0, skipped: 2 });
    expect(readGitlab(written(writeGitlab, warned))[0]?.severity).toBe('minor');
  });

  test('that is wrong in the same way twice is two cases and two fingerprints', async () => {
    const twice = await checkReport({ inputs: { 'bad.csv': INVALID.replace('-1', '二十') } });
    const [suite] = readJunit(written(writeJunit, twice)).suites;
    expect(new Set(suite?.cases.map(({ name }) => name)).size).toBe(2);
    expect(readGitlab(written(writeGitlab, twice))).toHaveLength(2);
  });

  test('of which there is no line to point at is the file alone', async () => {
    const missing = await checkReport({ inputs: { 'none.csv': '' } });
    expect(readGithub(written(writeGithub, missing)).commands[0]?.properties).toEqual({
      file: 'none.csv',
      title: '数据有误',
    });
    expect(readGitlab(written(writeGitlab, missing))[0]?.location.lines.begin).toBe(1);
  });
});

test('where everything is well there are cases and no findings', async () => {
  const well = sheet('甲街道,2024Q1,20,1,10,0,1');
  const report = await checkReport({ inputs: { 'data.csv': well }, metrics: METRICS.slice(0, 3) });
  const { suites } = readJunit(written(writeJunit, report));
  expect(suites.flatMap(({ cases }) => cases.map(({ outcome }) => outcome))).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
  expect(readGithub(written(writeGithub, report))).toEqual({
    commands: [],
    log: ['共判断 3 项：达标 3，未达标 0，警示 0，未知 0，通过（--fail-on breach）'],
  });
  expect(readSarif(written(writeSarif, report))).toMatchObject({
    tool: { driver: { rules: [] } },
    results: [],
  });
  expect(readGitlab(written(writeGitlab, report))).toEqual([]);
});

test('where nothing is judged every format is still whole', async () => {
  const report = await checkReport({ inputs: { 'data.csv': SHEET }, metrics: [] });
  expect(readJunit(written(writeJunit, report)).suites).toEqual([]);
  expect(readGithub(written(writeGithub, report)).commands).toEqual([]);
  expect(readSarif(written(writeSarif, report)).results).toEqual([]);
  expect(readGitlab(written(writeGitlab, report))).toEqual([]);
});

describe('standard input, which no code host has a file for', async () => {
  const report = await checkReport({ inputs: { '-': SHEET } });

  test('JUnit names it', () => {
    expect(written(writeJunit, report)).toContain('数据：标准输入:2:7<');
  });

  test('GitHub gets no file, and the place in the title', () => {
    expect(readGithub(written(writeGithub, report)).commands[0]?.properties).toEqual({
      title: '甲街道 2024年第一季度 持法律职业资格证书人员（标准输入:2:7）',
    });
  });

  test('SARIF gets a logical location', () => {
    expect(readSarif(written(writeSarif, report)).results[0]?.locations).toEqual([
      { logicalLocations: [{ name: '标准输入', fullyQualifiedName: '标准输入:2:7' }] },
    ]);
  });

  test('GitLab, which insists on a path, gets stdin', () => {
    expect(readGitlab(written(writeGitlab, report))[0]?.location).toEqual({
      path: 'stdin',
      lines: { begin: 2 },
    });
  });
});

describe('paths', () => {
  const placed = async (file: string) => {
    const report = await checkReport({ inputs: { 'data.csv': SHEET } });
    const elsewhere = moved(report, file);
    return {
      github: readGithub(written(writeGithub, elsewhere)).commands[0]?.properties.file,
      sarif: readSarif(written(writeSarif, elsewhere)).results[0]?.locations[0]?.physicalLocation
        ?.artifactLocation.uri,
      gitlab: (JSON.parse(written(writeGitlab, elsewhere)) as ReturnType<typeof readGitlab>)[0]
        ?.location.path,
    };
  };

  test.each([
    {
      file: './上报/一 季度.csv',
      sarif: '%E4%B8%8A%E6%8A%A5/%E4%B8%80%20%E5%AD%A3%E5%BA%A6.csv',
      gitlab: '上报/一 季度.csv',
    },
    { file: 'a\\b.csv', sarif: 'a/b.csv', gitlab: 'a/b.csv' },
    { file: 'a#b?c%20d.csv', sarif: 'a%23b%3Fc%2520d.csv', gitlab: 'a#b?c%20d.csv' },
    { file: 'x:y.csv', sarif: 'x%3Ay.csv', gitlab: 'x:y.csv' },
    { file: '/data/a.csv', sarif: 'file:///data/a.csv', gitlab: '/data/a.csv' },
    { file: 'C:\\x\\a.csv', sarif: 'file:///C:/x/a.csv', gitlab: 'C:/x/a.csv' },
  ])('$file', async ({ file, sarif, gitlab }) => {
    expect(await placed(file)).toEqual({ github: file, sarif, gitlab });
  });
});

describe('against a baseline', async () => {
  const THIRD = '丙委,2024Q1,20,1,10,2,1';
  // Before: the same staff, 6 defects of 20 for 甲街道 and 1 of 10 for 丙委, and one person with a certificate.
  const before = await checkReport({
    inputs: {
      'data.csv': sheet('甲街道,2024Q1,24,1,20,6,1', SECOND, THIRD.replace('10,2', '10,1')),
    },
  });
  const report = await checkReport({
    inputs: { 'data.csv': sheet(FIRST, SECOND, THIRD) },
    baseline: baselineOf(before),
    failOn: 'warn',
  });
  const { results } = readSarif(written(writeSarif, report));

  test('each result of SARIF says how it stands to it', () => {
    expect(
      results.map(({ level, ruleId, baselineState }) => `${level} ${ruleId} ${baselineState}`),
    ).toEqual([
      'error legalQualificationMinimum new',
      'error caseFilesWithoutDefects updated',
      'note legalReviewStaffMinimum unchanged',
      'note caseFilesWithoutDefects updated',
      'note legalQualificationMinimum unchanged',
      'note streetMediatorsMinimum unchanged',
    ]);
  });

  test('what is known is skipped by JUnit and for information to GitLab', () => {
    const { totals } = readJunit(written(writeJunit, report));
    expect(totals).toEqual({ tests: 10, failures: 2, errors: 0 });
    expect(readGitlab(written(writeGitlab, report)).map(({ severity }) => severity)).toEqual([
      'critical',
      'major',
      'info',
      'info',
      'info',
      'info',
    ]);
  });

  test('a problem with the data is never known, as SARIF wants a state of every result or of none', async () => {
    const invalid = await checkReport({
      inputs: { 'data.csv': INVALID },
      baseline: baselineOf(before),
    });
    const states = (found: readonly SarifResult[]) => found.map((each) => each.baselineState);
    expect(states(readSarif(written(writeSarif, invalid)).results)).toEqual(['new', 'new']);
    const without = states(readSarif(written(writeSarif, before)).results);
    expect(new Set(without)).toEqual(new Set([undefined]));
  });
});

describe('fingerprints', () => {
  const fingerprints = async (text: string, language?: 'en') => {
    const report = await checkReport({
      inputs: { 'data.csv': text },
      ...(language && { language }),
    });
    const ofSarif = readSarif(written(writeSarif, report)).results.map(
      ({ partialFingerprints }) => partialFingerprints['xcEval/v1'],
    );
    const ofGitlab = readGitlab(written(writeGitlab, report)).map(({ fingerprint }) => fingerprint);
    expect(ofSarif).toEqual(ofGitlab);
    return ofGitlab.sort();
  };

  test('stay the same when rows move, a line comes in above, a figure changes or the language', async () => {
    const known = await fingerprints(SHEET);
    expect(known.every((fingerprint) => /^[0-9a-f]{64}$/.test(fingerprint))).toBe(true);
    expect(await fingerprints(sheet(SECOND, FIRST))).toEqual(known);
    expect(await fingerprints(`\n${SHEET}`)).toEqual(known);
    expect(await fingerprints(sheet(FIRST.replace(',5,', ',6,'), SECOND))).toEqual(known);
    expect(await fingerprints(SHEET, 'en')).toEqual(known);
  });

  test('are others for another period', async () => {
    const known = await fingerprints(SHEET);
    const later = await fingerprints(SHEET.replaceAll('2024Q1', '2024Q2'));
    expect(later.filter((fingerprint) => known.includes(fingerprint))).toEqual([]);
  });
});

describe('JUnit names', () => {
  const names = async (...units: readonly string[]) => {
    const rows = units.map((unit) => `${unit},2024Q1,24,1,20,5,0`);
    const report = await checkReport({ inputs: { 'data.csv': sheet(...rows) } });
    return readJunit(written(writeJunit, report)).suites;
  };

  test('have one dot in a class, the one between package and unit', async () => {
    const [suite] = await names('U.S. 办', '乙局');
    expect(suite?.cases[0]?.classname).toBe('xc-eval.U．S． 办');
  });

  test.each([
    ['a name that looks like all units together', ['全部单位', '乙局']],
    ['names that look alike', ['甲\u0001', '甲␁']],
    ['a name that looks like the number of another', ['甲␁ (2)', '甲\u0001', '甲␁']],
    ['a name that looks like a number to come', ['甲\u0001', '甲␁', '甲␁ (2)']],
  ])('are unique in the file, with %s', async (_title, units) => {
    const suites = await names(...units);
    const all = suites.flatMap(({ cases }) => cases.map(({ name }) => name));
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(suites.map(({ name }) => name)).size).toBe(units.length + 1);
  });
});

test('JUnit names are unique where a unit without a period is named like one with it', async () => {
  const columns = '持法律职业资格证书人员\n';
  const report = await checkReport({
    inputs: {
      'with.csv': `单位,期间,${columns}甲,2024Q1,1\n`,
      'without.csv': `单位,${columns}甲 / 2024年第一季度,1\n`,
    },
    metrics: ['staffWithLegalQualification'],
  });
  const cases = readJunit(written(writeJunit, report)).suites.flatMap((suite) => suite.cases);
  expect(cases.map(({ name }) => name)).toEqual([
    '甲 / 2024年第一季度 / 持法律职业资格证书人员：不低于1名',
    '甲 ／ 2024年第一季度 / 持法律职业资格证书人员：不低于1名',
  ]);
});

test('in JUnit a finding of one span says nothing of another over the same months', async () => {
  const report = await checkReport({ inputs: { 'data.csv': SHEET } });
  const judgements = function* () {
    for (const judgement of report.judgements()) {
      yield judgement;
      yield { ...judgement, span: 'year', flag: 'ok' } as const;
    }
  };
  const { suites } = readJunit(written(writeJunit, { ...report, judgements }));
  const cases = suites.flatMap((suite) => suite.cases);
  expect(cases.filter(({ outcome }) => outcome === 'ok')).toHaveLength(2 + 7);
});

test('JUnit holds one suite at a time', async () => {
  const report = await checkReport({ inputs: { 'data.csv': SHEET } });
  let taken = 0;
  const judgements = function* () {
    for (const judgement of report.judgements()) {
      taken++;
      yield judgement;
    }
  };
  for (const chunk of writeJunit(runOfCheck({ ...report, judgements }))) {
    if (chunk.includes('<testsuite ')) break;
  }
  // The three of 甲街道, and the first of 乙局 that ends them.
  expect(taken).toBe(4);
});
