/** Names in the data that try to get out of the field that a report of a check puts them in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../src/catalogue/catalogue.ts';
import { visible } from '../src/message/visible.ts';
import type { CheckReport } from '../src/report/check.ts';
import { writeGithub } from '../src/report/github.ts';
import { writeGitlab } from '../src/report/gitlab.ts';
import { writeJunit } from '../src/report/junit.ts';
import { writeSarif } from '../src/report/sarif.ts';
import {
  readGithub,
  readGitlab,
  readJunit,
  readSarif,
  shownMessage,
} from './support/check-formats.ts';
import { checkReport, moved, runItems, written } from './support/check-report.ts';
import { anyText, HARMFUL, HOSTILE } from './support/hostile.ts';
import { catalogue } from './support/sheets.ts';

/** One unit of any name, as JSON can state it, with a breach, two warnings and an unknown. */
const inputOf = (unit: string): string =>
  JSON.stringify([
    {
      期间: '2024Q1',
      单位: unit,
      执法人员总数: 24,
      法制审核人员: 1,
      抽查案卷量: 20,
      存在规范瑕疵的案卷量: 5,
      持法律职业资格证书人员: 0,
    },
  ]);

/** Reads a report back in all formats and holds them against the items. */
function expectWhole(report: CheckReport): void {
  const items = runItems(report);
  const { tally, issues } = report;

  const junit = written(writeJunit, report);
  expect(junit).not.toMatch(HARMFUL);
  expect(junit).not.toMatch(/[\p{Surrogate}\ufffe\uffff]/u);
  const { suites, totals } = readJunit(junit);
  const cases = suites.flatMap((suite) => suite.cases);
  expect(totals.tests).toBe(tally.judged + issues.length);
  expect(cases.length).toBe(totals.tests);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.filter(({ outcome }) => outcome === 'ok').length).toBe(tally.ok);
  expect(cases.every(({ classname }) => classname.split('.').length === 2)).toBe(true);

  const github = written(writeGithub, report);
  expect(github).not.toMatch(HARMFUL);
  const { commands, log } = readGithub(github);
  expect(commands.map(({ message }) => message)).toEqual(items.map(({ message }) => message));
  expect(log).toHaveLength(1);

  const sarif = written(writeSarif, report);
  expect(sarif).not.toMatch(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
  const { results } = readSarif(sarif);
  expect(results.length).toBe(items.length);
  expect(results.some(({ message }) => /\]\(/.test(message.text))).toBe(false);
  expect(
    results.some(({ message }) => /\{\d+\}/.test(message.text.replace(/\{\{|\}\}/g, ''))),
  ).toBe(false);

  const gitlab = JSON.parse(written(writeGitlab, report)) as unknown[];
  expect(gitlab.length).toBe(items.length);
}

describe.each(HOSTILE.map((text) => ({ text, title: JSON.stringify(text) })))(
  '$title',
  ({ text }) => {
    test('as a unit stays in its field', async () => {
      const report = await checkReport({ inputs: { '-': inputOf(`甲${text}乙`) } });
      expect(report.tally.judged).toBe(4);
      expectWhole(report);
      expect(readGitlab(written(writeGitlab, report))).toHaveLength(4);
    });

    test('in the name of a file stays in its field', async () => {
      const data = await checkReport({ inputs: { '-': inputOf('甲') } });
      const file = `a${text}b.csv`;
      const report = moved(data, file);
      expectWhole(report);
      const { commands } = readGithub(written(writeGithub, report));
      expect(commands[0]?.properties.file).toBe(visible(file));
      const [result] = readSarif(written(writeSarif, report)).results;
      const uri = result?.locations[0]?.physicalLocation?.artifactLocation.uri ?? '';
      expect(uri).toMatch(/^[\w%./!'()*~-]+$/);
      expect(decodeURIComponent(uri)).toBe(
        file.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd'),
      );
    });

    test('in a cell that cannot be read stays in its field', async () => {
      const bad = inputOf('甲').replace('24', JSON.stringify(`1${text}`));
      const report = await checkReport({ inputs: { '-': bad } });
      expect(runItems(report)).toHaveLength(1);
      expectWhole({ ...report, tally: { ...report.tally, judged: 0 } });
    });
  },
);

test('what a configuration names and cites stays in its field', async () => {
  const hostile = HOSTILE.join('甲');
  const { legalReviewStaffMinimum: built } = catalogue.standards;
  const { legalReviewStaffShare: metric } = catalogue.metrics;
  if (built === undefined || metric === undefined) throw new Error('no such standard');
  const report = await checkReport({
    inputs: { '-': inputOf('乙') },
    metrics: ['legalReviewStaffShare'],
    catalogue: createCatalogue({
      ...catalogue,
      metrics: { ...catalogue.metrics, legalReviewStaffShare: { ...metric, label: hostile } },
      standards: {
        [hostile]: {
          ...built,
          source: { document: hostile, section: hostile, quote: hostile, issuer: hostile },
        },
      },
    }),
  });
  const items = runItems(report);
  expect(items.map(({ rule }) => rule)).toEqual([hostile]);
  const junit = written(writeJunit, report);
  expect(junit).not.toMatch(HARMFUL);
  expect(readJunit(junit).suites).toHaveLength(1);
  const { commands, log } = readGithub(written(writeGithub, report));
  expect(commands.map(({ message }) => message)).toEqual(items.map(({ message }) => message));
  expect(log).toHaveLength(1);
  expect(readSarif(written(writeSarif, report)).tool.driver.rules[0]?.id).toBe(hostile);
  expect(readGitlab(written(writeGitlab, report))[0]?.check_name).toBe(hostile);
});

test('a real file of a hostile name is reported whole', async () => {
  const file = '"]]>\n::error::x,b:c%0A##[error]\u202e.csv';
  const text = '单位,期间,执法人员总数,法制审核人员\n##[error]x,2024Q1,24,1\n';
  const report = await checkReport({ inputs: { [file]: text } });
  expect(runItems(report)[0]?.place.file).toBe(file);
  expectWhole(report);
});

test('text is what it was for the reader of XML, but for what XML cannot hold', async () => {
  const report = await checkReport({
    inputs: { '-': inputOf('<甲> & "乙"\'s ]]> &amp; \ud800\ufffe\u0001') },
  });
  const [suite] = readJunit(written(writeJunit, report)).suites;
  expect(suite?.name).toBe('<甲> & "乙"\'s ]]> &amp; \\ud800\\ufffe␁');
});

test('a message of SARIF reads as it was, but for what would be a link', async () => {
  const report = await checkReport({ inputs: { '-': inputOf('{0} [a](1) }{') } });
  const { message } = readSarif(written(writeSarif, report)).results[0] ?? {
    message: { text: '' },
  };
  expect(shownMessage(message)).toMatch(/^\{0\} \[a\] \(1\) \}\{ 2024年第一季度 /);
});

test('whatever a unit and a file are named, every format can be read back', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (unit, file) => {
      const report = await checkReport({ inputs: { '-': inputOf(unit) } });
      expectWhole(report);
      expectWhole(moved(report, `${file}.csv`));
    }),
    { numRuns: 100 },
  );
});
