import type { Group } from '../aggregate/group.ts';
import type { Assessment, EvaluatedGroup } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { toNumber } from '../exact/exact.ts';
import { textField } from '../message/csv-field.ts';
import { periodId } from '../period/period.ts';
import { batches, joined } from './batches.ts';
import type { CsvLayout } from './formats.ts';
import { intervalOf } from './interval.ts';
import {
  figureText,
  numericCount,
  numericValue,
  type Report,
  type Surface,
  statedQuotient,
} from './report.ts';

const TIDY = [
  'unit',
  'period',
  'metric',
  'label',
  'numerator',
  'denominator',
  'value',
  'text',
  'reason',
  'flag',
] as const;

/** The limits of the 95 % interval, where asked for. */
const LIMITS = ['low', 'high'] as const;

function limitsOf(assessment: Assessment, catalogue: Catalogue): readonly (number | '')[] {
  const found = intervalOf(assessment, catalogue);
  return typeof found === 'string' ? ['', ''] : [found.low, found.high];
}

export function* writeCsv(report: Report, { csvLayout }: Surface): Iterable<string> {
  yield* csvLayout === 'wide' ? wideChunks(report) : joined(tidyLines(report));
}

/** The header of a table of a layout, a whole line. */
export const csvHeader = (
  report: Pick<Report, 'interval' | 'metrics' | 'words' | 'catalogue'>,
  layout: CsvLayout,
): string =>
  layout === 'wide'
    ? wideHeader(report)
    : `${[...TIDY, ...(report.interval ? LIMITS : [])].join(',')}\n`;

/** One row a unit, period and metric. */
function* tidyLines(report: Report): Iterable<string> {
  const { groups, words, catalogue, interval } = report;
  yield csvHeader(report, 'tidy');
  for (const assessed of groups()) {
    const [unit, period] = groupFields(assessed.group);
    for (const assessment of assessed.assessments) {
      const { metric, flag } = assessment;
      const quotient = statedQuotient(assessment, catalogue);
      yield [
        unit,
        period,
        textField(metric),
        textField(words.metric(metric)),
        quotient === null ? '' : numericCount(quotient.numerator),
        quotient === null ? '' : numericCount(quotient.denominator),
        numericValue(assessment) ?? '',
        textField(figureText(assessment, assessed.group, catalogue, words)),
        reasonCode(assessment),
        flag ?? '',
        ...(interval ? limitsOf(assessment, catalogue) : []),
      ]
        .join(',')
        .concat('\n');
    }
  }
}

/** The first line of a table with a column a metric. */
export function wideHeader({
  metrics,
  catalogue,
  words,
}: Pick<Report, 'metrics' | 'catalogue' | 'words'>): string {
  const heads = metrics.map((id) => textField(words.marked(id, catalogue.metrics[id]?.custom)));
  return `${['unit', 'period', ...heads].join(',')}\n`;
}

/**
 * One row a unit and period, a column a metric; an unknown value is an empty cell. The figures of a batch
 * are written in one go, as JSON: one by one they take twice as long, and they are most of the work.
 */
function* wideChunks(report: Report): Iterable<string> {
  yield wideHeader(report);
  for (const batch of batches(report.values())) {
    const figures = JSON.stringify(
      batch.map(({ outcomes }) =>
        outcomes.map((outcome) => (outcome.known ? toNumber(outcome) : null)),
      ),
    );
    const rows = figures.slice(2, -2).replaceAll('null', '').split('],[');
    const separator = report.metrics.length === 0 ? '' : ',';
    yield rows
      .map((row, index) => {
        const [unit, period] = groupFields((batch[index] as EvaluatedGroup).group);
        return `${unit},${period}${separator}${row}\n`;
      })
      .join('');
  }
}

const groupFields = (group: Group): [string, string] => [
  textField(group.unit ?? ''),
  textField(group.period === null ? group.periods.map(periodId).join(' ') : periodId(group.period)),
];

/** Flat records of one shape, with their field names as header. */
export function recordsCsv(records: readonly Readonly<Record<string, string>>[]): string {
  const fields = Object.keys(records[0] ?? {});
  const rows = records.map((record) => fields.map((field) => textField(record[field] ?? '')));
  return [fields, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** Why there is no value or, where there is one, what sets it apart from a plain recomputed one. */
function reasonCode({ outcome, coverage }: Assessment): string {
  if (!outcome.known) return outcome.reason.code;
  if (coverage !== null) return 'partial';
  return outcome.basis === 'reported' ? 'reported' : '';
}
