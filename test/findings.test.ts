/** What judgements come to: counted, ranked, and not kept. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relevantMetrics } from '../src/assess/relevance.ts';
import { LEVELS } from '../src/catalogue/standard.ts';
import type { Baseline } from '../src/check/baseline.ts';
import { collectFindings, type Finding, isExcused } from '../src/check/findings.ts';
import type { Judgement } from '../src/check/gate.ts';
import { createJudgements, type Judgements } from '../src/check/judgements.ts';
import { nextBaseline } from '../src/check/next-baseline.ts';
import { standingsIn } from '../src/check/standing.ts';
import { FAIL_ON, FLAGS } from '../src/judge/flag.ts';
import { createWords } from '../src/message/words.ts';
import type { CheckReport } from '../src/report/check.ts';
import { checkOutputs } from '../src/report/check-reporters.ts';
import { REPORTERS } from '../src/report/formats.ts';
import { judgementText } from './support/gate.ts';
import { catalogue, datasetOf, type Sheet } from './support/sheets.ts';

const HEADER =
  '单位,期间,法制审核人员,执法人员总数,抽查案卷量,存在规范瑕疵的案卷量,街道专职人民调解员';

/** The judgements on a sheet, and what comes of them. */
function judgedSheet(sheet: Sheet) {
  const { dataset } = datasetOf(sheet);
  const metrics = relevantMetrics(dataset, catalogue, 'total');
  const judgements = createJudgements(dataset, catalogue, {
    metrics,
    partial: false,
    selection: {},
  });
  return { dataset, metrics, judgements };
}

const count = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }).map(String) },
  fc.constantFrom('', '不适用'),
);

/** Two units in two quarters with any counts. */
const sheets = fc
  .array(fc.array(count, { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 })
  .map(
    (rows): Sheet => [
      HEADER,
      ...rows.map((cells, at) => `${'甲乙'[at % 2]}街道,2024Q${at < 2 ? 1 : 2},${cells.join()}`),
    ],
  );

/** More units with defects than are kept of one rank; every third lacks reviewers, every tenth says nothing. */
const MANY: Sheet = [
  HEADER,
  ...Array.from({ length: 1500 }, (_, index) => {
    const reviewers = index % 10 === 0 ? '' : index % 3 === 0 ? 1 : 9;
    return `第${index}街道,2024Q1,${reviewers},40,20,${1 + (index % 5)},${index % 4}`;
  }),
];

/** What a finding is worth, from what the documentation says of the order. */
const orderOf = ({ fails, flag, verdict }: Finding): readonly number[] => [
  fails ? 0 : 1,
  FLAGS.indexOf(flag),
  LEVELS.indexOf(verdict.level),
];

function inOrder(left: Finding, right: Finding): number {
  const [first, second] = [orderOf(left), orderOf(right)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at === -1 ? 0 : (first[at] as number) - (second[at] as number);
}

/** A list of all findings, sorted: what the findings have to be, however they are come by. */
const sortedFindings = (
  judgements: Judgements,
  findingOf: (judgement: Judgement) => Finding | null,
): Finding[] => [...judgements()].flatMap((each) => findingOf(each) ?? []).sort(inOrder);

function expectWhole(sheet: Sheet, failOn: (typeof FAIL_ON)[number], baseline: Baseline | null) {
  const { dataset, judgements } = judgedSheet(sheet);
  const standings = baseline && standingsIn(baseline, judgements, catalogue);
  const found = collectFindings(judgements, dataset, catalogue, { failOn, standings });
  const expected = sortedFindings(judgements, found.findingOf);
  expect([...found.findings()]).toEqual(expected);
  expect([...found.findings()]).toEqual(expected);
  expect(found.tally.judged - found.tally.ok).toBe(expected.length);
  expect(found.failing).toBe(expected.filter(({ fails }) => fails).length);
  expect(found.excused).toBe(expected.filter(({ standing }) => isExcused(standing)).length);
  expect([...found.standards].sort()).toEqual(
    [...new Set(expected.map(({ standard }) => standard.id))].sort(),
  );
  return expected;
}

/** What is known after a sheet. */
const known = (sheet: Sheet): Baseline =>
  nextBaseline(null, judgedSheet(sheet).judgements, catalogue);

describe('findings', () => {
  test('are all that is not well, sorted by rank and else as judged, at each call', () => {
    fc.assert(
      fc.property(sheets, fc.constantFrom(...FAIL_ON), (sheet, failOn) => {
        expectWhole(sheet, failOn, null);
      }),
      { numRuns: 60 },
    );
  });

  test('with a baseline too', () => {
    fc.assert(
      fc.property(sheets, sheets, fc.constantFrom(...FAIL_ON), (earlier, sheet, failOn) => {
        expectWhole(sheet, failOn, known(earlier));
      }),
      { numRuns: 60 },
    );
  });

  test('with more of them than are kept', () => {
    const better = MANY.map((row, index) => (index % 7 === 0 ? row : row.replace(/,40,/, ',400,')));
    for (const baseline of [null, known(better)]) {
      const found = expectWhole(MANY, 'unknown', baseline);
      expect(found.filter(({ flag }) => flag === 'warn').length).toBeGreaterThan(1500);
    }
  });

  test('hold on to no row of the data', () => {
    const { dataset, judgements } = judgedSheet(MANY.slice(0, 20));
    const options = { failOn: 'breach', standings: null } as const;
    for (const finding of collectFindings(judgements, dataset, catalogue, options).findings()) {
      expect(finding.group).not.toHaveProperty('entries');
      expect(finding.assessment).not.toHaveProperty('source');
    }
  });
});

describe('judgements on some metrics', () => {
  const textOf = (judgement: Judgement) => [
    judgementText(judgement),
    judgement.span,
    judgement.verdict,
  ];

  test('are those among all judgements, in the same order', () => {
    fc.assert(
      fc.property(sheets, fc.infiniteStream(fc.boolean()), (sheet, chosen) => {
        const { metrics, judgements } = judgedSheet(sheet);
        const some = new Set(metrics.filter(() => chosen.next().value));
        const among = [...judgements()].filter(({ standard }) => some.has(standard.metric));
        expect([...judgements(some)].map(textOf)).toEqual(among.map(textOf));
      }),
      { numRuns: 60 },
    );
  });
});

/** Judgements whose rows can no longer be read once the next is asked for. */
function passing(judgements: Judgements): Judgements {
  return function* (metrics) {
    for (const judgement of judgements(metrics)) {
      const { group, assessment } = judgement;
      const entries = Proxy.revocable(group.entries as Judgement['group']['entries'][number][], {});
      const source = Proxy.revocable(assessment.source, {});
      yield {
        ...judgement,
        group: { ...group, entries: entries.proxy },
        assessment: { ...assessment, source: source.proxy },
      };
      entries.revoke();
      source.revoke();
    }
  };
}

describe.each(REPORTERS)('%s of many findings', (name) => {
  const { dataset, judgements } = judgedSheet(MANY);
  const chunksOf = async (judged: Judgements): Promise<string[]> => {
    const found = collectFindings(judged, dataset, catalogue, {
      failOn: 'breach',
      standings: null,
    });
    const report: CheckReport = {
      ...found,
      version: '1.2.3',
      catalogue,
      words: await createWords(catalogue, { language: 'zh', precision: 2, rounding: 'half-up' }),
      issues: [],
      dataSeverity: 'breach',
      judged: true,
      failOn: 'breach',
      fails: found.failing > 0,
      baseline: null,
      judgements: judged,
      textSpan: () => null,
    };
    const surface = { columns: null, ascii: false, colour: 0, csvLayout: 'tidy' } as const;
    const { chunks, stepSummary = [] } = await checkOutputs(report)(name, surface);
    return [...chunks, ...stepSummary];
  };

  test('needs no judgement any longer than until the next', async () => {
    expect((await chunksOf(passing(judgements))).join('')).toBe(
      (await chunksOf(judgements)).join(''),
    );
  });

  test('comes in chunks, of which none holds many of them', async () => {
    const chunks = await chunksOf(judgements);
    const most = Math.max(...chunks.map((chunk) => chunk.split('\n').length));
    expect(chunks.length).toBeGreaterThan(5);
    expect(most).toBeLessThanOrEqual(2 * 256);
  });
});
