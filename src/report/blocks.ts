import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Reason } from '../formula/evaluate.ts';
import type { Flag } from '../judge/flag.ts';
import { type Period, periodId } from '../period/period.ts';
import { attentionIn } from './attention.ts';
import { flagCell, judgedCells, judgedColumns, valueCell } from './cells.ts';
import { HELD_GROUPS, type Report } from './report.ts';

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
export type Block = { readonly kind: 'line'; readonly text: string } | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  /** The column that a row's flag colours; by default the last. */
  readonly flagColumn?: number;
  readonly rows: readonly BlockRow[];
}

/** The most rows of metrics that are listed group by group; more are summed up. */
const LISTED_ROWS = 60;
const LISTED_GROUPS = 40;
const PIVOT_PERIODS = 8;
const LISTED_FINDINGS = 12;
/** How many of the metrics that are left out are named. */
const NAMED = 5;

/**
 * Chooses what a person can read: every metric of a few groups; one metric over many; else the totals and
 * what needs attention. Each says how to get the rest.
 */
export function* blocksOf(streamed: Report): Iterable<Block> {
  const groupCount = streamed.groupCount();
  const report = groupCount <= HELD_GROUPS ? held(streamed) : streamed;
  const { phrases } = report.words;
  const { listed, folded } = splitMetrics(report);
  const [only] = listed;
  const rows = groupCount * listed.length;
  if (only === undefined) yield line(phrases.report.nothing);
  else if (groupCount === 1 || (listed.length > 1 && rows <= LISTED_ROWS)) {
    for (const assessed of report.groups()) yield groupBlock(report, assessed, listed);
  } else if (listed.length === 1 && groupCount <= LISTED_GROUPS) {
    yield metricBlock(report, only);
  } else if (listed.length === 1 && pivotFits(report)) {
    yield pivotBlock(report, only);
    yield line(phrases.report.marked);
  } else yield* summaryBlocks(report, listed);
  if (folded.length > 0) {
    const names = folded.slice(0, NAMED).map(report.words.metric);
    yield line(phrases.report.folded(names, folded.length));
  }
}

function held(report: Report): Report {
  const groups = [...report.groups()];
  return { ...report, groups: () => groups };
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
  [
    ...(group.unit === '' ? [] : [words.unit(group)]),
    ...(group.periods.length === 0 ? [] : [words.period(group)]),
  ].join(' ');

/** Every listed metric of one group. */
function groupBlock(report: Report, assessed: AssessedGroup, listed: readonly string[]): Block {
  const { columns } = report.words.phrases.report;
  const shown = new Set(listed);
  return {
    kind: 'table',
    title: titleOf(assessed, report),
    columns: [left(columns.metric), ...judgedColumns(report)],
    rows: assessed.assessments
      .filter(({ metric }) => shown.has(metric))
      .map((assessment) => ({
        cells: [
          report.words.metric(assessment.metric),
          ...judgedCells(assessment, assessed, report),
        ],
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
        ...judgedCells(assessment, assessed, report),
      ],
      flag: assessment.flag,
    });
  }
  return {
    kind: 'table',
    title: report.words.metric(metric),
    columns: [left(columns.unit), left(columns.period), ...judgedColumns(report)],
    rows,
  };
}

const pivotFits = ({ by, groupCount, periods }: Report): boolean =>
  by === 'unit,period' &&
  periods.length <= PIVOT_PERIODS &&
  groupCount() <= LISTED_ROWS * periods.length;

/** One metric, a row a unit and a column a period; a mark says where a standard is not met. */
function pivotBlock(report: Report, metric: string): Block {
  const { words, periods, catalogue } = report;
  const { phrases } = words;
  const rows = new Map<string, string[]>();
  for (const assessed of report.groups()) {
    const { group } = assessed;
    const assessment = ofMetric(assessed, metric);
    const cells = rows.get(group.unit ?? '') ?? [words.unit(group), ...periods.map(() => '')];
    rows.set(group.unit ?? '', cells);
    const column = periods.findIndex((period) => sameId(period, group.period));
    const { flag } = assessment;
    const mark = flag === 'breach' || flag === 'warn' ? '*' : '';
    cells[column + 1] = valueCell(assessment, report) + mark;
  }
  const standards = catalogue.standardsOf(metric).map(words.standard);
  return {
    kind: 'table',
    title: phrases.report.pivotTitle(
      words.metric(metric),
      standards.join(phrases.listSeparator) || phrases.noStandard,
    ),
    columns: [
      left(phrases.report.columns.unit),
      ...periods.map((period) => right(phrases.period(period))),
    ],
    rows: [...rows.values()].map((cells) => ({ cells, flag: null })),
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
  const { count, worst } = attentionIn(report, LISTED_FINDINGS);
  if (count > 0) {
    yield {
      kind: 'table',
      title: phrases.attention(count),
      columns: [
        left(phrases.columns.unit),
        left(phrases.columns.period),
        left(phrases.columns.metric),
        right(phrases.columns.value),
        left(phrases.columns.flag),
      ],
      rows: worst.map(({ assessed, assessment, flag }) => ({
        cells: [
          words.unit(assessed.group),
          words.period(assessed.group),
          words.metric(assessment.metric),
          valueCell(assessment, report),
          flagCell(assessment, assessed.group, report),
        ],
        flag,
      })),
    };
  }
  yield line(phrases.more(report.groupCount(), count - worst.length));
}

const ofMetric = ({ assessments }: AssessedGroup, metric: string): Assessment =>
  assessments.find((assessment) => assessment.metric === metric) as Assessment;
