import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Reason } from '../formula/evaluate.ts';
import { type Flag, type Verdict, worseFlag } from '../judge/judge.ts';
import { type Period, periodId } from '../period/period.ts';
import { type Report, statedQuotient } from './report.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface BlockRow {
  readonly cells: readonly string[];
  /** What colours the row. */
  readonly flag: Flag | null;
}

/** What a report says to people, as lines and small tables that a reporter only has to draw. */
export type Block =
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly BlockRow[];
    };

/** The most rows of metrics that are listed group by group; more are summed up. */
const LISTED_ROWS = 60;
const LISTED_GROUPS = 40;
const PIVOT_PERIODS = 8;
const LISTED_FINDINGS = 20;

/**
 * Chooses what a person can read: every metric of a few groups; one metric over many; else the totals and
 * what needs attention. Each says how to get the rest.
 */
export function* blocksOf(report: Report): Iterable<Block> {
  const { phrases } = report.words;
  const { listed, folded } = splitMetrics(report);
  const [only] = listed;
  const rows = report.groupCount * listed.length;
  if (only === undefined) yield line(phrases.report.nothing);
  else if (report.groupCount === 1 || (listed.length > 1 && rows <= LISTED_ROWS)) {
    for (const assessed of report.groups()) yield groupBlock(report, assessed, listed);
  } else if (listed.length === 1 && report.groupCount <= LISTED_GROUPS) {
    yield metricBlock(report, only);
  } else if (listed.length === 1 && pivotFits(report)) {
    yield pivotBlock(report, only);
  } else yield* summaryBlocks(report, listed);
  if (folded.length > 0) yield line(phrases.report.folded(folded.map(report.words.metric)));
}

const line = (text: string): Block => ({ kind: 'line', text });

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

/** Metrics that no group can know because the data lacks a column or a year are only named, unless asked for. */
function splitMetrics(report: Report): { listed: string[]; folded: string[] } {
  if (report.requested) return { listed: [...report.metrics], folded: [] };
  const alive = new Set<string>();
  for (const { assessments } of report.groups()) {
    for (const { metric, outcome } of assessments) {
      if (outcome.known || !isStructural(outcome.reason, report)) alive.add(metric);
    }
    if (alive.size === report.metrics.length) break;
  }
  return {
    listed: report.metrics.filter((id) => alive.has(id)),
    folded: report.metrics.filter((id) => !alive.has(id)),
  };
}

const isStructural = (reason: Reason, { stated }: Report): boolean =>
  reason.code === 'missing-input'
    ? reason.counts.some((id) => !stated.has(id))
    : reason.code === 'no-prior-year' || reason.code === 'no-parts';

const titleOf = ({ group }: AssessedGroup, { words }: Report): string =>
  [words.unit(group), words.period(group)].filter((part) => part !== '').join(' ');

/** Every listed metric of one group. */
function groupBlock(report: Report, assessed: AssessedGroup, listed: readonly string[]): Block {
  const { columns } = report.words.phrases.report;
  const shown = new Set(listed);
  return {
    kind: 'table',
    title: titleOf(assessed, report),
    columns: [
      left(columns.metric),
      right(columns.quotient),
      right(columns.value),
      left(columns.standard),
      left(columns.flag),
    ],
    rows: assessed.assessments
      .filter(({ metric }) => shown.has(metric))
      .map((assessment) => ({
        cells: [report.words.metric(assessment.metric), ...judgedCells(assessment, report)],
        flag: assessment.flag,
      })),
  };
}

/** One metric over a few groups. */
function metricBlock(report: Report, metric: string): Block {
  const { columns } = report.words.phrases.report;
  const rows: BlockRow[] = [];
  for (const assessed of report.groups()) {
    const assessment = ofMetric(assessed, metric);
    rows.push({
      cells: [
        report.words.unit(assessed.group),
        report.words.period(assessed.group),
        ...judgedCells(assessment, report),
      ],
      flag: assessment.flag,
    });
  }
  return {
    kind: 'table',
    title: report.words.metric(metric),
    columns: [
      left(columns.unit),
      left(columns.period),
      right(columns.quotient),
      right(columns.value),
      left(columns.standard),
      left(columns.flag),
    ],
    rows,
  };
}

const pivotFits = ({ by, groupCount, periods }: Report): boolean =>
  by === 'unit,period' &&
  periods.length <= PIVOT_PERIODS &&
  groupCount <= LISTED_ROWS * periods.length;

/** One metric, a row a unit and a column a period. */
function pivotBlock(report: Report, metric: string): Block {
  const { words, periods } = report;
  const rows = new Map<string, { cells: string[]; flag: Flag | null }>();
  for (const assessed of report.groups()) {
    const { group } = assessed;
    const { outcome, flag } = ofMetric(assessed, metric);
    const row = rows.get(group.unit ?? '') ?? {
      cells: [words.unit(group), ...periods.map(() => '')],
      flag: null,
    };
    rows.set(group.unit ?? '', row);
    const column = periods.findIndex((period) => sameId(period, group.period));
    row.cells[column + 1] = words.value(metric, outcome);
    row.flag = worseFlag(row.flag, flag);
  }
  return {
    kind: 'table',
    title: words.metric(metric),
    columns: [
      left(words.phrases.report.columns.unit),
      ...periods.map((period) => right(words.phrases.period(period))),
    ],
    rows: [...rows.values()],
  };
}

const sameId = (left: Period, right: Period | null): boolean =>
  right !== null && periodId(left) === periodId(right);

/** All groups together, then what needs attention, worst first. */
function* summaryBlocks(report: Report, listed: readonly string[]): Iterable<Block> {
  const { words } = report;
  const { report: phrases } = words.phrases;
  const total = report.total();
  yield groupBlock(report, total, listed);
  const found: { assessed: AssessedGroup; assessment: Assessment; flag: Flag }[] = [];
  for (const assessed of report.groups()) {
    for (const assessment of assessed.assessments) {
      const { flag } = assessment;
      if (flag === 'breach' || flag === 'warn') found.push({ assessed, assessment, flag });
    }
  }
  found.sort((first, second) => Number(second.flag === 'breach') - Number(first.flag === 'breach'));
  if (found.length > 0) {
    yield {
      kind: 'table',
      title: phrases.attention(found.length),
      columns: [
        left(phrases.columns.unit),
        left(phrases.columns.period),
        left(phrases.columns.metric),
        right(phrases.columns.value),
        left(phrases.columns.flag),
      ],
      rows: found.slice(0, LISTED_FINDINGS).map(({ assessed, assessment, flag }) => ({
        cells: [
          words.unit(assessed.group),
          words.period(assessed.group),
          words.metric(assessment.metric),
          words.value(assessment.metric, assessment.outcome),
          flagCell(assessment, report),
        ],
        flag,
      })),
    };
  }
  yield line(phrases.more(report.groupCount, Math.max(0, found.length - LISTED_FINDINGS)));
}

const ofMetric = ({ assessments }: AssessedGroup, metric: string): Assessment =>
  assessments.find((assessment) => assessment.metric === metric) as Assessment;

/** Numerator and denominator, figure, standard and flag. */
const judgedCells = (assessment: Assessment, report: Report): string[] => [
  quotientCell(assessment, report),
  report.words.value(assessment.metric, assessment.outcome),
  standardCell(assessment, report),
  flagCell(assessment, report),
];

function quotientCell(assessment: Assessment, { words }: Report): string {
  const { outcome, coverage } = assessment;
  const { phrases } = words;
  const parts: string[] = [];
  const quotient = statedQuotient(assessment);
  if (quotient !== null && quotient.denominator !== 1) {
    parts.push(`${words.number(quotient.numerator)}/${words.number(quotient.denominator)}`);
  }
  if (outcome.known && outcome.meanOf !== undefined) parts.push(phrases.meanOf(outcome.meanOf));
  if (outcome.known && outcome.basis === 'reported') parts.push(phrases.reportedMark);
  if (coverage !== null) parts.push(phrases.coverage(coverage.reporting, coverage.expected));
  return parts.join(' ');
}

/** The verdicts that say something; where none does, the first, for its reason. */
function spokenVerdicts({ verdicts }: Assessment): readonly Verdict[] {
  const judged = verdicts.filter(({ status }) => status !== 'not-judged');
  return judged.length > 0 ? judged : verdicts.slice(0, 1);
}

function standardCell(assessment: Assessment, { words, catalogue }: Report): string {
  const standards = spokenVerdicts(assessment).flatMap(({ standard }) => {
    const record = catalogue.standards[standard];
    return record === undefined ? [] : words.standard(record);
  });
  return standards.length === 0
    ? words.phrases.noStandard
    : standards.join(words.phrases.listSeparator);
}

function flagCell(assessment: Assessment, { words }: Report): string {
  const { metric, flag, outcome } = assessment;
  const { phrases } = words;
  const why = words.reason(assessment);
  const said = spokenVerdicts(assessment).flatMap(
    (verdict) => words.verdict(metric, verdict) || [],
  );
  if (!outcome.known)
    return flag === null || flag === 'not-judged' ? why : `${phrases.flags.unknown} ${why}`;
  if (flag === null) return '';
  return [phrases.flags[flag], ...said].join(' ');
}
