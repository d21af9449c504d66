import { compare, divide, multiply } from '../exact/exact.ts';
import type { GradeResult } from '../score/grade.ts';
import { certain, type GroupResult, type Result } from '../score/score.ts';
import type { Block, BlockRow } from './blocks.ts';
import { createScoreWords, type ScoreReport, type ScoreWords } from './score.ts';
import { changeBlocks } from './score-changes.ts';
import { judgedLines } from './score-judged.ts';
import { sensitivityBlocks } from './score-sensitivity.ts';
import { line, table } from './score-table.ts';

/** What a score says to people: the domains, the statuses, the grades, what to look into, and how it was reckoned. */
export function* scoreBlocks(report: ScoreReport): Iterable<Block> {
  const said = createScoreWords(report.words);
  yield domainsBlock(report, said);
  yield statusesBlock(report, said);
  yield gradesBlock(report, said);
  if (report.findings.length > 0) yield findingsBlock(report, said);
  yield* noteLines(report, said);
  if (report.sensitivity !== null) yield* sensitivityBlocks(report.sensitivity, report, said);
  if (report.changes !== null) yield* changeBlocks(report.changes, report, said);
}

/** The domains, with the groups inside them under each. */
function domainsBlock({ framework, model, result, words }: ScoreReport, said: ScoreWords): Block {
  const { columns, title } = said.phrases;
  return table(
    title(
      said.title({ title: framework.title, english: framework.english?.title ?? null }),
      model.name,
    ),
    [
      [columns.domain],
      [columns.points, 'right'],
      [columns.degree, 'right'],
      [columns.score, 'right'],
      [columns.grade],
      [columns.open],
    ],
    [
      ...result.domains.flatMap((domain) => [...groupRows(domain, 0, said)]),
      [
        said.phrases.overall,
        ...figures(result.overall, said),
        words.number(result.overall.open.length),
      ],
    ],
  );
}

function* groupRows(result: GroupResult, depth: number, said: ScoreWords): Iterable<string[]> {
  const { group, open } = result;
  const name = `${'  '.repeat(depth)}${said.named(group)}`;
  yield group.counted
    ? [name, ...figures(result, said), said.listed(open)]
    : [name, '', '', '', said.phrases.uncounted, ''];
  for (const inner of result.groups) yield* groupRows(inner, depth + 1, said);
}

const figures = (result: Result & { readonly grade: GradeResult }, said: ScoreWords): string[] => [
  `${said.points(result.points)}/${result.indicators}`,
  said.range(result.degree),
  said.range(result.score),
  said.grade(result.grade),
];

/** How many indicators stand in each status. Words that nobody uses have no column. */
function statusesBlock({ framework, result, words }: ScoreReport, said: ScoreWords): Block {
  const { columns, statuses, missingStatus } = said.phrases;
  const used = framework.statuses
    .map(({ word }) => word)
    .filter((word) => result.domains.some(({ tally }) => countOf(tally, word) > 0));
  const someMissing = result.overall.missing.length > 0;
  const cells = ({ tally, missing }: Result): string[] => [
    ...used.map((word) => words.number(countOf(tally, word))),
    ...(someMissing ? [words.number(missing.length)] : []),
  ];
  return table(
    statuses,
    [
      [columns.domain],
      ...used.map((word) => [word, 'right'] as const),
      ...(someMissing ? [[missingStatus, 'right'] as const] : []),
    ],
    [
      ...result.domains.map((domain) => [said.named(domain.group), ...cells(domain)]),
      [said.phrases.overall, ...cells(result.overall)],
    ],
  );
}

/** The share of domains that have each grade; those without one are named as well. */
function gradesBlock({ distribution, result, words }: ScoreReport, said: ScoreWords): Block {
  const { columns, gradesTitle } = said.phrases;
  const { of, shares, below, open } = distribution;
  const row = (name: string, domains: readonly string[]): string[] => [
    name,
    words.number(domains.length),
    of === 0 ? '' : said.share(divide(domains.length, of)),
    said.listed(domains),
  ];
  const gradeTextOf = (id: string): string =>
    said.grade(result.domains.find(({ group }) => group.id === id)?.grade ?? { kind: 'none' });
  const grouped = new Map<string, string[]>();
  for (const id of [...below, ...open]) {
    const name = gradeTextOf(id);
    grouped.set(name, [...(grouped.get(name) ?? []), id]);
  }
  return table(
    gradesTitle(of),
    [[columns.grade], [columns.count, 'right'], [columns.share, 'right'], [columns.which]],
    [
      ...shares.map(({ grade, domains }) => row(said.band(grade), domains)),
      ...[...grouped].map(([name, domains]) => row(name, domains)),
    ],
  );
}

/** How many findings a person is shown; JSON has them all. */
const LISTED_FINDINGS = 30;

function findingsBlock(report: ScoreReport, said: ScoreWords): Block {
  const { columns, attention, disagreement, missing, missingStatus, results, places } =
    said.phrases;
  const { findings, words } = report;
  return table(
    attention(findings.length),
    [
      [columns.indicator],
      [columns.stated],
      [columns.computed],
      [words.phrases.report.columns.flag],
    ],
    findings.slice(0, LISTED_FINDINGS).map((finding): BlockRow => {
      const { standing, flag } = finding;
      const name = said.named(standing.indicator);
      const word = standing.statement?.status ?? missingStatus;
      if (finding.kind === 'missing') return { cells: [name, word, '', missing], flag };
      const means = standing.status?.means ?? 'open';
      const reason = means === 'uncounted' ? '' : disagreement[means];
      const lines = judgedLines(finding.judged, report).map(
        ({ text, met, breached, unknown, examples }) =>
          `${text}${words.phrases.aside(places(met, breached, unknown))} ${examples[0] ?? ''}`.trim(),
      );
      const computed = `${results[finding.judged.result]}${words.phrases.colon}${lines.join(words.phrases.check.separator)}`;
      return { cells: [name, word, computed, reason], flag };
    }),
  );
}

/** How it was reckoned, and what is to be known of it. */
function* noteLines(report: ScoreReport, said: ScoreWords): Iterable<Block> {
  const { framework, model, result, standings, words } = report;
  const { notes } = said.phrases;
  const scores = Object.entries(model.scores).map(
    ([word, score]) => `${word} ${said.exact(score)}`,
  );
  yield line(notes.scores(model.name, said.listed(scores)));
  const note = words.style.language === 'en' ? (model.english ?? model.note) : model.note;
  if (note !== null) yield line(note);
  const bands = framework.grades.map(({ from }, at, grades) => {
    const next = grades[at - 1]?.from;
    const percent = (value: typeof from): string => `${said.exact(multiply(value, 100))}%`;
    return notes.band(
      said.band(grades[at] ?? null),
      percent(from),
      next === undefined ? null : percent(next),
    );
  });
  if (bands.length > 0) yield line(notes.gradeOf(framework.gradeOf, said.listed(bands)));
  const { overall } = result;
  if (overall.missing.length > 0) {
    yield line(
      notes.coverage(overall.known, overall.indicators, said.listedBriefly(overall.missing)),
    );
  }
  if (overall.notApplicable.length > 0) {
    yield line(notes.notApplicable(said.listedBriefly(overall.notApplicable)));
  }
  const uncounted = result.domains.filter(({ group }) => !group.counted);
  if (uncounted.length > 0) {
    yield line(notes.uncounted(said.listed(uncounted.map(({ group }) => said.named(group)))));
  }
  const judged = standings.flatMap(({ indicator, judged: decided }) =>
    decided === null ? [] : [`${indicator.id} ${said.phrases.results[decided.result]}`],
  );
  if (judged.length > 0) yield line(notes.judged(said.listedBriefly(judged, LISTED_FINDINGS)));
  for (const [by, note] of [
    ['counts', notes.byCounts],
    ['statement', notes.byStatement],
  ] as const) {
    const ids = standings.filter((each) => each.by === by).map(({ indicator }) => indicator.id);
    if (ids.length > 0) yield line(note(said.listedBriefly(ids)));
  }
  const [degree, score] = [certain(overall.degree), certain(overall.score)];
  if (degree !== null && score !== null && compare(degree, score) !== 0) {
    yield line(notes.twoMeasures(`${words.number(overall.points.worst)}/${overall.indicators}`));
  }
}

/** A framework may name a status like what any object has. */
const countOf = (tally: Readonly<Record<string, number>>, word: string): number =>
  Object.hasOwn(tally, word) ? (tally[word] ?? 0) : 0;
