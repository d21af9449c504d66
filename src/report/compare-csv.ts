import type { Unpaired } from '../compare/pairs.ts';
import type { ChangeRecord, ComparedPair } from '../compare/record.ts';
import type { SideName } from '../compare/side.ts';
import { doubleOf } from '../exact/exact.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import { textField } from '../message/csv-field.ts';
import { type Period, periodId } from '../period/period.ts';
import { excludesZero } from '../statistics/newcombe.ts';
import { periodOf } from './check.ts';
import {
  type CompareReport,
  type CompareReporter,
  changeIn,
  changeText,
  isRestated,
  labelOf,
  sideText,
} from './compare.ts';
import { remarksOf } from './compare-remarks.ts';
import { numericCount, numericValue, statedQuotient } from './report.ts';

const COLUMNS = [
  'unit',
  'periodBefore',
  'periodAfter',
  'kind',
  'id',
  'label',
  'before',
  'after',
  'numeratorBefore',
  'denominatorBefore',
  'numeratorAfter',
  'denominatorAfter',
  'changeIn',
  'difference',
  'relative',
  'direction',
  'low',
  'high',
  'distinguishable',
  'sameDefinition',
  'sameBasis',
  'derived',
  'flag',
  'reason',
  'text',
  'remarks',
] as const;

type Column = (typeof COLUMNS)[number] | 'causes' | 'rateEffect' | 'mixEffect';

type Row = Partial<Record<Column, string | number>>;

/** One row a record, and one for everything that has no counterpart. */
export const writeCompareCsv: CompareReporter = function* (report) {
  const { comparison } = report;
  const columns: Column[] = [
    ...COLUMNS,
    ...(isRestated(report) ? (['causes'] as const) : []),
    ...(report.decomposes ? (['rateEffect', 'mixEffect'] as const) : []),
  ];
  const line = (row: Row): string =>
    `${columns.map((column) => fieldOf(row[column] ?? '')).join(',')}\n`;
  yield `${columns.join(',')}\n`;
  for (const pair of comparison.pairs) {
    const compared = comparison.compare(pair);
    yield compared.records.map((record) => line(rowOf(record, compared, report))).join('');
  }
  yield comparison.unpaired.map((found) => line(unpairedRow(found))).join('');
};

const fieldOf = (value: string | number): string | number =>
  typeof value === 'string' ? textField(value) : value;

function rowOf(
  record: ChangeRecord,
  { pair, decompositions }: ComparedPair,
  report: CompareReport,
): Row {
  const { change, kind, id } = record;
  const { phrases } = report.words.after;
  const effects =
    kind === 'metric' ? decompositions.find(({ metric }) => metric === id) : undefined;
  const figures = [sideText(record, 'before', report), sideText(record, 'after', report)];
  const derived = (['before', 'after'] as const).filter((side) => record[side].derived);
  return {
    unit: pair.after.unit ?? '',
    periodBefore: periodOf(pair.before.period, pair.before.periods) ?? '',
    periodAfter: periodOf(pair.after.period, pair.after.periods) ?? '',
    kind,
    id,
    label: labelOf(kind, id, report),
    ...(kind === 'metric' ? metricFields(record, report) : countFields(record)),
    changeIn: changeIn(record, report),
    ...(change !== null && {
      difference: doubleOf(change.difference),
      ...(change.relative !== null && { relative: doubleOf(change.relative) }),
    }),
    direction: record.direction ?? '',
    derived: derived.join(' '),
    text: figures.join(' → ') + (change === null ? '' : phrases.colon + changeText(record, report)),
    remarks: remarksOf(record, report).join(comparePhrases(report.words.after).separator),
    causes: record.causes.join(' '),
    ...(effects && { rateEffect: doubleOf(effects.rate), mixEffect: doubleOf(effects.mix) }),
  };
}

function metricFields(
  record: Extract<ChangeRecord, { kind: 'metric' }>,
  report: CompareReport,
): Row {
  const { interval, sameDefinition, sameBasis, flag } = record;
  const quotientOf = (side: SideName) => {
    const { assessment } = record[side];
    const { catalogue } = report.comparison.sides[side];
    return assessment === null ? null : statedQuotient(assessment, catalogue);
  };
  const [before, after] = [quotientOf('before'), quotientOf('after')];
  const figureOf = (side: SideName): number | string => {
    const { assessment } = record[side];
    return (assessment && numericValue(assessment)) ?? '';
  };
  return {
    before: figureOf('before'),
    after: figureOf('after'),
    ...(before && {
      numeratorBefore: numericCount(before.numerator),
      denominatorBefore: numericCount(before.denominator),
    }),
    ...(after && {
      numeratorAfter: numericCount(after.numerator),
      denominatorAfter: numericCount(after.denominator),
    }),
    ...(interval && {
      low: interval.low,
      high: interval.high,
      distinguishable: String(excludesZero(interval)),
    }),
    sameDefinition: String(sameDefinition),
    sameBasis: sameBasis === null ? '' : String(sameBasis),
    flag: flag ?? '',
    reason: reasonCodes(record),
  };
}

const reasonCodes = ({ before, after }: Extract<ChangeRecord, { kind: 'metric' }>): string =>
  Object.entries({ before, after })
    .flatMap(([side, { assessment }]) => {
      if (assessment === null) return `${side}:not-defined`;
      const { outcome } = assessment;
      return outcome.known ? [] : `${side}:${outcome.reason.code}`;
    })
    .join(' ');

function countFields({ before, after }: Extract<ChangeRecord, { kind: 'count' }>): Row {
  const quantityOf = (value: typeof before.value): number | string =>
    value === null || value === 'not-applicable' ? '' : numericCount(value);
  const reasons = Object.entries({ before, after }).flatMap(([side, { value }]) =>
    value === null
      ? `${side}:missing-input`
      : value === 'not-applicable'
        ? `${side}:not-applicable`
        : [],
  );
  return {
    before: quantityOf(before.value),
    after: quantityOf(after.value),
    reason: reasons.join(' '),
  };
}

const idOf = (period: Period | null): string => (period === null ? '' : periodId(period));

function unpairedRow(found: Unpaired): Row {
  if (found.kind === 'period') {
    const column = found.onlyOn === 'before' ? 'periodBefore' : 'periodAfter';
    const reason = found.onlyOn === null ? 'alone' : `only-${found.onlyOn}`;
    return { kind: 'unpaired', [column]: idOf(found.period), reason };
  }
  const periods = {
    periodBefore: idOf(found.periods.before),
    periodAfter: idOf(found.periods.after),
  };
  return found.kind === 'unit'
    ? {
        kind: 'unpaired',
        unit: found.unit,
        ...periods,
        reason: `${found.missingFrom}:${found.why}`,
      }
    : {
        kind: 'unpaired',
        unit: found.unit ?? '',
        ...periods,
        reason: 'members-missing',
        remarks: found.missing.join(' '),
      };
}
