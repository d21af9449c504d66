/**
 * What is wrong with a configuration is said all at once, each mistake where it stands. In the texts below
 * «code» stands right before the character that a person is to be sent to, and is taken out of the file.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { enIssues } from '../src/message/en-issues.ts';
import { createWords } from '../src/message/words.ts';
import { zhIssues } from '../src/message/zh-issues.ts';
import { type Files, loaded, sheet, temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';

let files: Files;
beforeAll(() => {
  files = temporaryFiles();
});
afterAll(() => files.remove());

/** A text without its marks, and "line:column code" of each mark, worked out from the text before it. */
function marked(text: string) {
  const [first = '', ...rest] = text.split('«');
  let plain = first;
  const places: string[] = [];
  for (const part of rest) {
    const [code = '', ...after] = part.split('»');
    const lines = plain.split('\n');
    places.push(`${lines.length}:${(lines.at(-1) ?? '').length + 1} ${code}`);
    plain += after.join('»');
  }
  return { plain, places };
}

const SOURCE = '"source": { "document": "本区办法", "section": "三", "quote": "原话" }';

/** A metric of one's own with a formula, as it stands in a configuration. */
const metric = (id: string, label: string, formula: string): string =>
  `"${id}": { "label": "${label}", "meaning": "甲", "better": "lower", "formula": ${formula}, ${SOURCE} }`;

const share = (part: string, whole: string): string =>
  `{ "kind": "share", "part": ${part}, "whole": ${whole} }`;

/** Runs a configuration against data in which nothing is wrong. */
const runWith = (config: string, ...options: readonly string[]) =>
  runFake(['metrics', '-', '--config', config, ...options], sheet('单位,撤销,审结', '甲,1,2'));

const LINE = /^(?<file>.+?):(?<place>\d+:\d+): (?<sentence>.+) \[(?<code>[a-z-]+)\]$/;

/** What stderr says beneath its headline. */
const said = (stderr: string) =>
  stderr
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const groups = LINE.exec(line)?.groups;
      if (groups === undefined) throw new Error(`not in the form of a problem: ${line}`);
      const { file = '', place = '', sentence = '', code = '' } = groups;
      return { file, problem: `${place} ${code}`, sentence };
    });

const byPlace = (left: string, right: string): number => {
  const [line = 0, column = 0] = (left.split(' ')[0] ?? '').split(':').map(Number);
  const [otherLine = 0, otherColumn = 0] = (right.split(' ')[0] ?? '').split(':').map(Number);
  return line - otherLine || column - otherColumn || (left < right ? -1 : 1);
};

async function expectMistakes(text: string): Promise<void> {
  const { plain, places } = marked(text);
  const file = files.config(plain);
  const { exit, stdout, stderr } = await runWith(file);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  const lines = said(stderr);
  expect(lines.map(({ problem }) => problem).toSorted(byPlace)).toEqual(places.toSorted(byPlace));
  expect(new Set(lines.map((line) => line.file))).toEqual(new Set([file]));
}

const NOT_JSON: readonly (readonly [situation: string, text: string])[] = [
  ['an empty file', '«config-malformed»'],
  ['a comma after the last value', '{ "counts": {}, «config-malformed»}'],
  ['a comma too many', '{ "counts": {},\n  «config-malformed», "metrics": {} }'],
  ['a comma missing', '{\n  "counts": {}\n  «config-malformed»"metrics": {}\n}'],
  ['a comment', '{\n  «config-malformed»// 本区的计数\n  "counts": {}\n}'],
  ['a name without quotation marks', '{ «config-malformed»counts: {} }'],
  ['quotation marks of a Chinese keyboard', '{ «config-malformed»“counts”: {} }'],
  ['a colon missing', '{ "counts" «config-malformed»{} }'],
  ['a full-width colon', '{ "counts"«config-malformed»：{} }'],
  ['a value missing', '{ "counts": «config-malformed»}'],
  ['a brace missing at the end', '{\n  "counts": {}\n«config-malformed»'],
  ['a second value behind the first', '{}\n«config-malformed»{}'],
  ['a number that is none', '{ "standards": { "x": { "limit": «config-malformed».5 } } }'],
  ['a word that is no value', '{ "counts": «config-malformed»None }'],
];

const MISTAKES: readonly (readonly [situation: string, text: string])[] = [
  [
    'a key twice, on two lines',
    '{\n  "counts": {},\n  "metrics": {},\n  «config-duplicate-key»"counts": {}\n}',
  ],
  [
    'an id twice in one section',
    '{ "standards": { "filingComplete": false,\n    «config-duplicate-key»"filingComplete": false } }',
  ],
  ['a list where the whole should be an object', '«config-wrong-type»[]'],
  ['a text where the whole should be an object', '«config-wrong-type»"counts"'],
  ['a section that does not exist', '{ «config-unknown-key»"thresholds": {} }'],
  [
    'a key that a record does not have',
    `{ "standards": { "filingComplete": { "limit": 0.9, ${SOURCE},\n  «config-unknown-key»"limits": 1 } } }`,
  ],
  [
    'the label of a built-in count, which stays what it is',
    '{ "counts": { "legalReviewStaff": { «config-unknown-key»"label": "法核", "aliases": ["法核员"] } } }',
  ],
  [
    'a key inside a formula',
    `{ "metrics": { ${metric('m', '甲率', '{ "kind": "share", "part": "撤销", "whole": "审结", «config-unknown-key»"times": 100 }')} } }`,
  ],
  [
    'two unknown keys of one record are two problems',
    '{ "units": { «config-unknown-key»"name": {},\n  «config-unknown-key»"group": {} } }',
  ],
  [
    'a count without its measure word: the count is pointed at',
    '{ "counts": {\n    «config-missing-key»"x": { "label": "甲", "nature": "flow" } } }',
  ],
  [
    'a metric without a source',
    `{ "metrics": { «config-missing-key»"m": { "label": "甲率", "meaning": "甲", "better": "lower",\n    "formula": ${share('"撤销"', '"审结"')} } } }`,
  ],
  [
    'a standard of one’s own that names no metric and no comparison',
    `{ "standards": { «config-missing-key»«config-missing-key»"z": { "limit": 0.5, ${SOURCE} } } }`,
  ],
  [
    'a number where a text belongs',
    '{ "counts": { "x": { "label": «config-wrong-type»1, "unit": "件", "nature": "flow" } } }',
  ],
  [
    'a text where a list belongs',
    '{ "counts": { "legalReviewStaff": { "aliases": «config-wrong-type»"法核员" } } }',
  ],
  [
    'true where only false switches a standard off',
    '{ "standards": { "filingComplete": «config-wrong-type»true } }',
  ],
  ['null for a section', '{ "counts": «config-wrong-type»null }'],
  [
    'a nature that is none',
    '{ "counts": { "x": { "label": "甲", "unit": "件", "nature": «config-not-among»"sum" } } }',
  ],
  [
    'a kind of formula that is none: the kind is meant, not what depends on it',
    `{ "metrics": { ${metric('m', '甲率', '{ "kind": «config-not-among»"percentage", "part": "撤销" }')} } }`,
  ],
  [
    'a comparison that is none',
    `{ "standards": { "filingComplete": { "comparison": «config-not-among»">=", ${SOURCE} } } }`,
  ],
  ['a severity that is none', '{ "severities": { "implied": «config-not-among»"error" } }'],
  [
    'a kind of limit that is none',
    `{ "standards": { "filingComplete": { "limit": { "kind": «config-not-among»"last-year" }, ${SOURCE} } } }`,
  ],
  [
    'a limit in words',
    `{ "standards": { "filingComplete": { "limit": «config-not-a-decimal»"百分之五", ${SOURCE} } } }`,
  ],
  [
    'a limit below 0',
    `{ "standards": { "filingComplete": { "limit": «config-not-a-decimal»-0.5, ${SOURCE} } } }`,
  ],
  [
    'a limit so small that a number is printed with an exponent',
    `{ "standards": { "filingComplete": { "limit": «config-not-a-decimal»1e-7, ${SOURCE} } } }`,
  ],
  [
    'a weight in percent',
    `{ "metrics": { ${metric('m', '甲率', share('{ "kind": "weighted", "terms": [{ "of": "撤销", "weight": «config-not-a-decimal»"60%" }] }', '"审结"'))} } }`,
  ],
  [
    'a blank label',
    '{ "counts": { "x": { "label": «config-blank»"  ", "unit": "件", "nature": "flow" } } }',
  ],
  [
    'a label that would recolour the screen, and a unit that would turn the line around',
    '{ "counts": { "x": { "label": «config-harmful-text»"甲\\u001b[31m", "unit": "件", "nature": "flow" } },\n  "units": { "groups": { "街道": ["甲", «config-harmful-text»"乙\\u202e"] } } }',
  ],
  [
    'a sum of nothing',
    `{ "metrics": { ${metric('m', '甲率', share('{ "kind": "sum", «config-blank»"terms": [] }', '"审结"'))} } }`,
  ],
  ['a group of no units', '{ "units": { "groups": { «config-blank»"街道": [] } } }'],
  [
    'a count in a formula that nobody knows',
    `{ "metrics": { ${metric('m', '甲率', share('«config-unknown-count»"撤消"', '"审结"'))} } }`,
  ],
  [
    'a count deep inside a formula',
    `{ "metrics": { ${metric('m', '甲率', share('{ "kind": "minus", "from": "审结", "less": { "kind": "weighted",\n  "terms": [{ "of": "变更", "weight": 1 }, { "of": { "kind": "priorYear", "count": «config-unknown-count»"撤消" }, "weight": 1 }] } }', '"审结"'))} } }`,
  ],
  [
    'a metric where a count belongs',
    `{ "metrics": { ${metric('m', '甲率', share('«config-unknown-count»"复议纠错率"', '"审结"'))} } }`,
  ],
  [
    'a metric that nobody knows: of a formula, of a standard, of a limit',
    `{ "metrics": { ${metric('m', '甲率', '{ "kind": "complement", "metric": «config-unknown-metric»"败诉度" }')} },
  "standards": {
    "x": { "metric": «config-unknown-metric»"纠错度", "comparison": "at-most", "limit": 0.5, ${SOURCE} },
    "filingComplete": { "limit": { "kind": "metric", "metric": «config-unknown-metric»"报备度" }, ${SOURCE} }
  } }`,
  ],
  [
    'a standard that is switched off under a name that is none',
    '{ "standards": { "legalReviewStaffMinimun": «config-unknown-standard»false } }',
  ],
  [
    'a standard that replaces none',
    `{ "standards": { "z": { "metric": "报备率", "comparison": "equal", "limit": 1, "replaces": «config-unknown-standard»"filing", ${SOURCE} } } }`,
  ],
  [
    'a Chinese id: the name belongs into the label',
    '{ "counts": { «config-bad-id»"律师": { "label": "律师", "unit": "名", "nature": "stock" } } }',
  ],
  [
    'an id that begins with a capital',
    `{ "metrics": { ${metric('Own', '甲率', share('"撤销"', '"审结"')).replace('"Own"', '«config-bad-id»"Own"')} } }`,
  ],
  [
    'the id of a metric for a count',
    '{ "counts": { «config-id-taken»"litigationLossRate": { "label": "甲", "unit": "件", "nature": "flow" } } }',
  ],
  [
    'the id of a count for a metric',
    `{ "metrics": { ${metric('legalReviewStaff', '甲率', share('"撤销"', '"审结"')).replace('"legal', '«config-id-taken»"legal')} } }`,
  ],
  [
    'a label that is an alias of something built in',
    '{ "counts": { "x": { "label": «config-name-taken»"撤销", "unit": "件", "nature": "flow" } } }',
  ],
  [
    'a label that differs from a built-in one by 数 alone, which headers do not tell apart',
    '{ "counts": { "x": { "label": «config-name-taken»"撤销数", "unit": "件", "nature": "flow" } } }',
  ],
  [
    'a name of which nothing is left without 数量, and one that is a column of its own',
    '{ "counts": { "x": { "label": «config-bad-name»"数量", "unit": "件", "nature": "flow" }, "y": { "label": «config-bad-name»"单位", "unit": "件", "nature": "flow" }, "z": { "label": «config-bad-name»"年度", "unit": "件", "nature": "flow" }, "w": { "label": «config-bad-name»"备注（一）", "unit": "件", "nature": "flow" } } }',
  ],
  [
    'an English name or an id that means something built in',
    '{ "counts": { «config-name-taken»"reconsiderationheard": { "label": "甲", "english": «config-name-taken»"Reconsideration cases concluded", "unit": "件", "nature": "flow" } } }',
  ],
  [
    'a group with the name of what is left over',
    '{ "units": { "groups": { «config-bad-name»"未分组": ["甲"] } } }',
  ],
  [
    'a plain number without its unit',
    `{ "metrics": { «config-missing-key»"m": { "label": "甲率", "meaning": "x", "better": "higher", "formula": { "kind": "count", "count": "审结" }, ${SOURCE} } } }`,
  ],
  [
    'a metric that another one needs as a rate, made a plain number',
    `{ "metrics": { "postReconsiderationLossRate": { "display": { "unit": "件" }, «config-not-a-rate»"formula": { "kind": "count", "count": "审结" }, ${SOURCE} } } }`,
  ],
  [
    'words for a built-in metric without a formula of their own',
    '{ "metrics": { «config-missing-key»"reconsiderationCorrectionRate": { "meaning": "x" } } }',
  ],
  [
    'a formula without one of its parts, and one without its kind',
    `{ "metrics": { ${metric('m', '甲率', '{ "kind": "share", "part": "撤销" }')},\n ${metric('n', '乙率', '{ "part": "撤销" }')} } }`.replaceAll(
      '"formula"',
      '«config-missing-key»"formula"',
    ),
  ],
  [
    'an alias that two of one’s own share: the later one is at fault',
    '{ "counts": { "legalReviewStaff": { "aliases": ["法核员"] },\n  "enforcementStaff": { "aliases": ["执法员", «config-name-taken»"法核员"] } } }',
  ],
  [
    'the label of a built-in metric for one’s own',
    `{ "metrics": { ${metric('m', '复议纠错率', share('"撤销"', '"审结"')).replace('"复议纠错率"', '«config-name-taken»"复议纠错率"')} } }`,
  ],
  [
    'a group with the name of a total',
    '{ "units": { "groups": { «config-bad-name»"合计": ["甲"], «config-bad-name»"其中：街道": ["甲"] } } }',
  ],
  [
    'a group with the name of a unit, whichever way that is named',
    '{ "units": { "names": { "甲处": "甲" }, "groups": { «config-group-is-unit»"甲": ["乙"], «config-group-is-unit»"甲处": ["乙"], «config-group-is-unit»"乙": ["丙"] } } }',
  ],
  [
    'a unit renamed into one that is renamed itself',
    '{ "units": { "names": {\n    "甲": «config-name-chain»"乙",\n    "乙": "丙" } } }',
  ],
  [
    'two metrics computed from each other are two problems',
    `{ "metrics": {
    ${metric('a', '甲率', '{ "kind": "complement", "metric": «config-cycle»"b" }')},
    ${metric('b', '乙率', '{ "kind": "complement", "metric": «config-cycle»"甲率" }')} } }`,
  ],
  [
    'a metric computed from itself',
    `{ "metrics": { ${metric('a', '甲率', '{ "kind": "mean", "metric": «config-cycle»"a", "over": "year" }')} } }`,
  ],
  [
    'a built-in metric turned into one that is computed from what is computed from it',
    `{ "metrics": { "postReconsiderationLossRate": {
    "formula": { "kind": "complement", "metric": «config-cycle»"复议认可度" }, ${SOURCE} } } }`,
  ],
  [
    'the mean of a plain number',
    `{ "metrics": { ${metric('m', '甲率', '{ "kind": "mean", "metric": «config-not-a-rate»"街道专职人民调解员", "over": "year" }')} } }`,
  ],
  [
    'the complement of a mean',
    `{ "metrics": { ${metric('m', '甲率', '{ "kind": "complement", "metric": «config-not-a-rate»"复议认可度平均值" }')} } }`,
  ],
  [
    'another limit without a source',
    '{ "standards": { «config-source-needed»"legalReviewStaffMinimum": { "limit": "8%" } } }',
  ],
  [
    'another comparison without a source',
    '{ "standards": { «config-source-needed»"filingComplete": { "comparison": "at-least" } } }',
  ],
  [
    'another definition without a source',
    `{ "metrics": { «config-source-needed»"reconsiderationCorrectionRate": { "formula": ${share('"撤销"', '"审结"')} } } }`,
  ],
  [
    'a month in words, in each place that takes one',
    `{ "standards": {
    "filingComplete": { "from": «config-unreadable-month»"去年", "until": «config-unreadable-month»"next year" },
    "filingOnTime": { "off": [{ "from": «config-unreadable-month»"2024年13月" }, { "until": «config-unreadable-month»"上月" }] }
  } }`,
  ],
  [
    'an end before the beginning',
    '{ "standards": { «config-from-after-until»"filingComplete": { "from": "2025", "until": "2024-12" } } }',
  ],
  [
    'an end before the beginning that is built in (2021-01)',
    '{ "standards": { «config-from-after-until»"trainingHoursMinimum": { "until": "2020" } } }',
  ],
  [
    'a suspension that ends before it begins',
    '{ "standards": { "filingComplete": { "off": [{ "units": ["甲"] },\n  «config-from-after-until»{ "from": "2024Q2", "until": "2024Q1" }] } } }',
  ],
  [
    'five where five percent was meant',
    `{ "standards": { "legalReviewStaffMinimum": { "limit": «config-limit-above-one»5, ${SOURCE} } } }`,
  ],
  [
    'more than all of a share, in percent; of a complement; as a value with its kind',
    `{ "standards": {
    "legalReviewStaffMinimum": { "limit": «config-limit-above-one»"100.1%", ${SOURCE} },
    "recognitionNotBelowJudgments": { "limit": «config-limit-above-one»97, ${SOURCE} },
    "filingComplete": { "limit": { "kind": "value", "value": «config-limit-above-one»"1.01" }, ${SOURCE} } } }`,
  ],
];

/** In one file: form, references, dates and names, some of them in one record. */
const SEVERAL = `{
  "$schema": "./config.schema.json",
  «config-unknown-key»"standrds": {},
  "counts": {
    "x": { "label": "甲", "unit": «config-wrong-type»1, "nature": «config-not-among»"flw" },
    «config-bad-id»"律师": { "label": «config-name-taken»"撤销", "unit": "名", "nature": "flow" }
  },
  "metrics": {
    ${metric('m', '甲率', share('«config-unknown-count»"撤消"', '"审结"'))},
    «config-source-needed»"reconsiderationCorrectionRate": { "formula": ${share('"撤销"', '"审结"')} }
  },
  "standards": {
    "legalReviewStaffMinimun": «config-unknown-standard»false,
    "legalReviewStaffMinimum": { "limit": «config-limit-above-one»5, "from": «config-unreadable-month»"去年", ${SOURCE} },
    "filingComplete": «config-wrong-type»true,
    "filingOnTime": { "limit": «config-not-a-decimal»"abc", ${SOURCE} }
  },
  "severities": { "implied": «config-not-among»"error" },
  "units": { "names": { "甲": «config-name-chain»"乙", "乙": "丙" }, "groups": { «config-blank»"街道": [] } }
}
`;

describe('what is wrong with a configuration is said where it stands', () => {
  test.each(NOT_JSON)('not JSON: %s', (_, text) => expectMistakes(text));

  test.each(MISTAKES)('%s', (_, text) => expectMistakes(text));

  test('every kind of mistake is among these', () => {
    const shown = [...NOT_JSON, ...MISTAKES].flatMap(([, text]) => marked(text).places);
    // Numbers that have to be above 0 stand in frameworks only.
    const others = ['config-not-positive'];
    const codes = Object.keys(zhIssues).filter(
      (code) => code.startsWith('config-') && !others.includes(code),
    );
    expect(new Set(shown.map((place) => place.split(' ')[1]))).toEqual(new Set(codes));
  });

  test('mistakes of form and of reference in one run, in the order of the file', async () => {
    const { plain, places } = marked(SEVERAL);
    const { exit, stdout, stderr } = await runWith(files.config(plain));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(said(stderr).map(({ problem }) => problem)).toEqual(places);
    expect(stderr).toMatch(/^xc-eval: 配置有 15 个问题，没有运行；改正后重试：\n/);
    expect(places).toHaveLength(15);
  });

  test('in English the same mistakes at the same places, in English sentences', async () => {
    const { plain, places } = marked(SEVERAL);
    const { exit, stderr } = await runWith(files.config(plain), '--lang', 'en');
    expect(exit).toBe(2);
    const lines = said(stderr);
    expect(lines.map(({ problem }) => problem)).toEqual(places);
    // What is not English is quoted from the file, or the nearest name.
    for (const { sentence } of lines) {
      expect(sentence.replaceAll(/"[^"]*"/g, '')).toMatch(/^[\x20-\x7e→]+$/);
    }
    expect(stderr).toMatch(/^xc-eval: 15 problems in the configuration; nothing was done/);
  });

  test('what names a record that is wrong itself is not blamed for it', () =>
    expectMistakes(`{
      "counts": { "x": { "label": "甲", "unit": «config-wrong-type»1, "nature": "flow" } },
      "metrics": { ${metric('m', '甲率', share('"甲"', '"审结"'))}, ${metric('n', '乙率', '{ "kind": "complement", "metric": "m" }')} },
      "standards": { "z": { "metric": "乙率", "comparison": "at-least", "limit": 0.5, ${SOURCE} } }
    }`));

  test('a key that nobody knows hides nothing else in its record', () =>
    expectMistakes(
      `{ "metrics": { ${metric(
        'ownRate',
        '自定率',
        share('«config-unknown-count»"无此数"', '"审结"'),
      ).replace('"better"', '«config-unknown-key»"beter": 1, "better"')} } }`,
    ));

  test('a source under a misspelt key is not missed as well', () =>
    expectMistakes(
      `{ "standards": { "legalReviewStaffMinimum": { "limit": "8%", «config-unknown-key»"sorce": {} } } }`,
    ));

  test('a name is looked for among records of its own kind', () =>
    // A metric that is left out is no count.
    expectMistakes(
      `{ "metrics": {
        "ownRate": { "label": "自定率", "meaning": «config-wrong-type»1, "better": "lower", "formula": ${share('"撤销"', '"审结"')}, ${SOURCE} },
        ${metric('otherRate', '另一率', share('«config-unknown-count»"自定率"', '"审结"'))}
      } }`,
    ));

  test('every command refuses a configuration with a mistake, before it reads any data', async () => {
    const config = files.config('{ "foo": 1 }');
    for (const args of [
      ['metrics', 'absent.csv'],
      ['explain', '复议纠错率'],
      ['check', 'absent.csv'],
      ['list'],
      ['template'],
      ['schema', 'input'],
      ['config'],
    ]) {
      const { exit, stdout, stderr } = await runFake([...args, '--config', config]);
      expect({ args, exit, stdout }).toEqual({ args, exit: 2, stdout: '' });
      expect(said(stderr).map(({ problem }) => problem)).toEqual(['1:3 config-unknown-key']);
    }
  });
});

describe('how a file is read', () => {
  test('a byte order mark is no mistake and is not counted', async () => {
    const right = files.config('\ufeff{}');
    expect((await runWith(right)).exit).toBe(0);
    // `{ "foo"` begins in the third character, mark or none.
    const wrong = files.config('\ufeff{ "foo": 1 }');
    expect(said((await runWith(wrong)).stderr).map(({ problem }) => problem)).toEqual([
      '1:3 config-unknown-key',
    ]);
  });

  test('lines end as on Windows, on Unix or on an old Macintosh', async () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const file = files.config(['{', '  "counts": {},', '  "foo": 1', '}'].join(end));
      const { stderr } = await runWith(file);
      expect(said(stderr).map(({ problem }) => problem)).toEqual(['3:3 config-unknown-key']);
    }
  });

  test.each<[situation: string, name: string, cause: string, english: string]>([
    ['a file that is missing', 'absent.json', '文件不存在', 'no such file'],
    ['a folder', 'folder', '这是一个文件夹', 'it is a directory'],
  ])('%s cannot be read, and the path is named', async (_, name, cause, english) => {
    mkdirSync(join(files.root, 'folder'), { recursive: true });
    const file = join(files.root, name);
    const zh = await runWith(file);
    expect({ exit: zh.exit, stdout: zh.stdout }).toEqual({ exit: 2, stdout: '' });
    expect(zh.stderr).toContain(`${file}: 无法读取：${cause}`);
    expect(zh.stderr).toContain('[unreadable-file]');
    expect((await runWith(file, '--lang', 'en')).stderr).toContain(
      `${file}: cannot be read: ${english}`,
    );
  });
});

describe('a sentence says what to do', () => {
  /** The only sentence about a configuration. */
  const sentenceOn = async (config: string, ...options: string[]): Promise<string | undefined> =>
    said((await runWith(files.config(config), ...options)).stderr)[0]?.sentence;

  test.each<[situation: string, config: string, wanted: string]>([
    ['an unknown section', '{ "standrds": {} }', '是不是“standards”？'],
    [
      'an unknown key of a record',
      `{ "standards": { "filingComplete": { "limt": 1, ${SOURCE} } } }`,
      '是不是“limit”？',
    ],
    [
      'an unknown key of a section of units',
      '{ "units": { "goups": { "街道": ["甲"] } } }',
      '是不是“groups”？',
    ],
    [
      'a misspelt standard that is switched off',
      '{ "standards": { "caseFilesWithoutDefect": false } }',
      '是不是“caseFilesWithoutDefects”？',
    ],
    [
      'a misspelt count',
      `{ "metrics": { ${metric('m', '甲率', share('"行政复议审结案"', '"审结"'))} } }`,
      '是不是“行政复议审结',
    ],
    ['a misspelt level', '{ "severities": { "in-principl": "warn" } }', '是不是“in-principle”？'],
    ['a misspelt severity', '{ "severities": { "implied": "warning" } }', '是不是“warn”？'],
  ])('the nearest known name: %s', async (_, config, wanted) => {
    expect(await sentenceOn(config)).toContain(wanted);
  });

  test('nothing is suggested for what is near to nothing', async () => {
    expect(await sentenceOn('{ "评价办法附件": {} }')).not.toContain('是不是');
  });

  test('what may stand there is listed', async () => {
    const config =
      '{ "counts": { "x": { "label": "甲", "unit": "件", "nature": "numeric-kind" } } }';
    expect(await sentenceOn(config)).toContain('可用：flow、stock');
    expect(await sentenceOn(config, '--lang', 'en')).toContain('is not one of flow, stock');
  });

  test('of the kind that is stated, where several may stand', async () => {
    const formula = '{ "kind": "ratio", "part": "撤销", "whole": "审结" }';
    const { stderr } = await runWith(
      files.config(`{ "metrics": { ${metric('m', '丙率', formula)} } }`),
    );
    expect(stderr).toContain('没有“part”这一项；这里可以写 kind、numerator、denominator');
  });

  test('who has the name already', async () => {
    const config = '{ "counts": { "x": { "label": "撤销", "unit": "件", "nature": "flow" } } }';
    expect(await sentenceOn(config)).toContain('复议撤销案件量（reconsiderationRevoked）');
  });

  test('through which metrics a ring goes', async () => {
    const config = `{ "metrics": {
      ${metric('a', '甲率', '{ "kind": "complement", "metric": "b" }')},
      ${metric('b', '乙率', '{ "kind": "complement", "metric": "a" }')} } }`;
    expect(await sentenceOn(config)).toContain('a → b → a');
  });

  test('every code has its sentence in both languages', () => {
    const ofConfig = (sentences: object) =>
      Object.keys(sentences).filter((code) => code.startsWith('config-'));
    expect(ofConfig(enIssues)).toEqual(ofConfig(zhIssues));
  });
});

describe('a hostile text comes out visible', () => {
  const HARMFUL =
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

  test('a key that would recolour the screen and turn the line around', async () => {
    const config = files.config(`{ "\\u001b[31m甲\u202e": 1 }`);
    const { exit, stderr } = await runWith(config);
    expect(exit).toBe(2);
    expect(stderr).not.toMatch(HARMFUL);
    expect(stderr).toContain('没有“␛[31m甲\\u202e”这一项');
  });

  /** Where a text of the writer's choice can stand and be quoted back. */
  const QUOTED: readonly ((text: string) => object)[] = [
    (text) => ({ [`x${text}`]: 1 }),
    (text) => ({ counts: { [`甲${text}`]: { label: '甲', unit: '件', nature: 'flow' } } }),
    (text) => ({ counts: { x: { label: '甲', unit: '件', nature: `n${text}` } } }),
    (text) => ({ standards: { [`x${text}`]: false } }),
    (text) => ({ standards: { filingComplete: { from: `x${text}` } } }),
    (text) => ({ standards: { filingComplete: { limit: `x${text}` } } }),
    (text) => ({ standards: { filingComplete: { limit: { kind: `x${text}` } } } }),
    (text) => ({ metrics: { reconsiderationCorrectionRate: { formula: { kind: `x${text}` } } } }),
    (text) => ({
      metrics: {
        reconsiderationCorrectionRate: {
          formula: { kind: 'share', part: `x${text}`, whole: '审结' },
        },
      },
    }),
    (text) => ({ units: { names: { 甲: `x${text}`, [`x${text}`]: '丙' } } }),
  ];

  test('wherever it stands', async () => {
    const words = await createWords(builtInCatalogue(), {
      language: 'zh',
      precision: 2,
      rounding: 'half-up',
    });
    const harmful = fc
      .constantFrom('\u001b[2J', '\u0007', '\r', '\u202e', '\u200b', '\u0085', '\u2066', '\u2028')
      .chain((mark) => fc.string({ maxLength: 3 }).map((more) => mark + more));
    fc.assert(
      fc.property(fc.constantFrom(...QUOTED), harmful, (make, text) => {
        const { issues } = loaded(files.config(make(text)));
        expect(issues.length).toBeGreaterThan(0);
        for (const found of issues) expect(words.issue(found)).not.toMatch(HARMFUL);
      }),
      { numRuns: 20 },
    );
  });
});

test('whatever is done to a file, it is read or its problems are listed: never a crash', () => {
  const text = JSON.stringify({
    counts: { x: { label: '甲', unit: '件', nature: 'flow' } },
    standards: { filingComplete: { limit: '8%', off: [{ units: ['甲'], from: '2024' }] } },
    units: { groups: { 街道: ['甲'] } },
  });
  const place = fc.nat({ max: text.length });
  const damage = fc.tuple(place, fc.nat({ max: 3 }), fc.constantFrom(...'{}[]",:0-e.\\/\u0000甲 '));
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      let damaged = text;
      for (const [at, removed, inserted] of damages) {
        damaged = damaged.slice(0, at) + inserted + damaged.slice(at + removed);
      }
      const { config, issues } = loaded(files.config(damaged));
      expect(config !== null || issues.length > 0).toBe(true);
      for (const { place: where } of issues) expect(where.line).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['{ "severity": {} }', '没有“severity”这一项，是不是“severities”？'],
  ['{ "units": { "name": {} } }', '没有“name”这一项，是不是“names”？'],
  // A count that is built in can be given other names, and nothing else; its unit is a key of one's own.
  [
    '{ "counts": { "legalReviewStaff": { "nature": "flow" } } }',
    '“nature”这一项；这里可以写 aliases',
  ],
  ['{ "metrics": { "legalReviewStaffShare": { "better": "lower" } } }', '这里可以写 meaning、'],
])('a key that may stand elsewhere is told what may stand there: %s', async (config, sentence) => {
  const run = await runFake(['config', '--config', files.config(config)]);
  expect(run.exit).toBe(2);
  expect(run.stderr).toContain(sentence);
});
