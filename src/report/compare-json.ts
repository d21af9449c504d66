import type { Unpaired } from '../compare/pairs.ts';
import type { ChangeRecord, ComparedPair, CountSide, MetricSide } from '../compare/record.ts';
import type { SideName } from '../compare/side.ts';
import { doubleOf } from '../exact/exact.ts';
import { type Period, periodId } from '../period/period.ts';
import { LEVEL } from '../statistics/interval.ts';
import { excludesZero } from '../statistics/newcombe.ts';
import { periodOf } from './check.ts';
import {
  type CompareReport,
  type CompareReporter,
  changeIn,
  changeText,
  derivedPeriods,
  isRestated,
  labelOf,
  sideText,
} from './compare.ts';
import { remarksOf, stocksOn } from './compare-remarks.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { findingObject, gapObject, lackObject } from './group-json.ts';
import { issueObject, standardObjects } from './json.ts';
import { encodeJson, lineList } from './json-text.ts';
import { numericCount, numericValue, statedQuotient } from './report.ts';
import { stocksObject } from './stocks.ts';

/** The JSON document, one pair a line. */
export const writeCompareJson: CompareReporter = function* (report) {
  const { comparison, words, issues, files } = report;
  const { pairing, metrics, sides } = comparison;
  const head = { schemaVersion: SCHEMA_VERSION, pairing, files, level: LEVEL };
  yield `${encodeJson(head).slice(0, -1)},\n"pairs": [`;
  const attention: object[] = [];
  let separator = '\n';
  for (const pair of comparison.pairs) {
    const object = pairObject(comparison.compare(pair), report);
    // Of a restatement only what changed is told.
    if (object.records.length === 0 && isRestated(report)) continue;
    yield separator + encodeJson(object);
    separator = ',\n';
    attention.push(...findingsOf(object));
  }
  const held = metrics.filter((id) => Object.hasOwn(sides.after.catalogue.metrics, id));
  const standards = standardObjects(held, words.after, sides.after.catalogue);
  yield `\n],\n"unpaired": ${lineList(comparison.unpaired.map(unpairedObject))}`;
  yield `,\n"definitionsChanged": ${lineList(comparison.redefined)}`;
  yield `,\n"standardsChanged": ${encodeJson(comparison.restandardised)}`;
  yield `,\n"standards": ${lineList(standards)},\n"findings": ${lineList(attention)}`;
  yield `,\n"issues": ${lineList(issues.map((found) => issueObject(found, words.after)))}\n}\n`;
};

/** One pair a line, each a document of its own. */
export const writeCompareJsonLines: CompareReporter = function* (report) {
  for (const pair of report.comparison.pairs) {
    const object = pairObject(report.comparison.compare(pair), report);
    if (object.records.length === 0 && isRestated(report)) continue;
    yield `${encodeJson({ schemaVersion: SCHEMA_VERSION, ...object })}\n`;
  }
};

const idOf = (period: Period | null): string | null => period && periodId(period);

function pairObject({ pair, records, decompositions }: ComparedPair, report: CompareReport) {
  const { before, after, coverage } = pair;
  return {
    unit: after.unit === '' ? null : after.unit,
    units: after.units.length,
    before: periodOf(before.period, before.periods),
    after: periodOf(after.period, after.periods),
    ...(coverage !== null && { coverage }),
    derived: (['before', 'after'] as const).flatMap((side) =>
      derivedPeriods(pair[side], side, report).map(({ period, from, minus }) => ({
        side,
        period: periodId(period),
        from: periodId(from),
        minus: periodId(minus),
      })),
    ),
    records: records.map((record) => recordObject(record, report)),
    ...(decompositions.length > 0 && {
      decompositions: decompositions.map(({ metric, change, rate, mix, units }) => ({
        metric,
        change: doubleOf(change),
        rateEffect: doubleOf(rate),
        mixEffect: doubleOf(mix),
        units: units.map((each) => ({
          unit: each.unit,
          rateEffect: doubleOf(each.rate),
          mixEffect: doubleOf(each.mix),
        })),
      })),
    }),
  };
}

/** A record as JSON. What does not apply to it is left out. */
function recordObject(record: ChangeRecord, report: CompareReport) {
  const { kind, id, change, direction, coverage, causes } = record;
  return {
    kind,
    id,
    label: labelOf(kind, id, report),
    before: sideObject(record, 'before', report),
    after: sideObject(record, 'after', report),
    changeIn: changeIn(record, report),
    difference: change && doubleOf(change.difference),
    relative: change?.relative == null ? null : doubleOf(change.relative),
    noRelative: change?.in === 'percent' && change.relative === null ? 'zero-base' : null,
    direction,
    text: changeText(record, report),
    remarks: remarksOf(record, report),
    ...(record.kind === 'metric' && {
      sameDefinition: record.sameDefinition,
      sameBasis: record.sameBasis,
      interval: record.interval && {
        ...record.interval,
        level: LEVEL,
        distinguishable: excludesZero(record.interval),
      },
      noInterval: record.noInterval,
      flag: record.flag,
      findings: (record.after.assessment?.verdicts ?? []).map((verdict) =>
        findingObject(id, verdict, report.words.after),
      ),
    }),
    ...(coverage !== null && { coverage }),
    ...(isRestated(report) && { causes }),
  };
}

function sideObject(record: ChangeRecord, side: SideName, report: CompareReport) {
  const common = {
    text: sideText(record, side, report),
    derived: record[side].derived,
    stocks: stocksObject(stocksOn(record, side, report)),
  };
  return record.kind === 'metric'
    ? { ...metricSide(record[side], side, report), ...common }
    : { ...countSide(record[side]), ...common };
}

function metricSide({ assessment }: MetricSide, side: SideName, { comparison }: CompareReport) {
  if (assessment === null) {
    return { value: null, numerator: null, denominator: null, basis: null, reason: 'not-defined' };
  }
  const { outcome, flag, gaps } = assessment;
  const quotient = statedQuotient(assessment, comparison.sides[side].catalogue);
  return {
    value: numericValue(assessment),
    numerator: quotient && numericCount(quotient.numerator),
    denominator: quotient && numericCount(quotient.denominator),
    basis: outcome.known ? outcome.basis : null,
    reason: outcome.known ? null : outcome.reason.code,
    flag,
    ...(gaps.length > 0 && {
      missing: gaps.map(lackObject),
    }),
  };
}

function countSide({ value, gaps, places }: CountSide) {
  const known = value !== null && value !== 'not-applicable';
  return {
    value: known ? numericCount(value) : null,
    reason: known ? null : value === null ? 'missing-input' : 'not-applicable',
    ...(gaps.length > 0 && {
      missing: gaps.map(gapObject),
    }),
    places: places.map(({ file, line, column }) => ({
      file,
      line: line ?? null,
      column: column ?? null,
    })),
  };
}

function unpairedObject(found: Unpaired) {
  if (found.kind === 'period') {
    return { kind: 'period', onlyOn: found.onlyOn, period: idOf(found.period) };
  }
  const periods = { before: idOf(found.periods.before), after: idOf(found.periods.after) };
  return found.kind === 'unit'
    ? { kind: 'unit', unit: found.unit, ...periods, missingFrom: found.missingFrom, why: found.why }
    : { kind: 'pool', unit: found.unit, ...periods, missing: found.missing };
}

/** What the standards say of the side after that needs attention, with the names of what it speaks of. */
function* findingsOf({ unit, after, records }: ReturnType<typeof pairObject>): Iterable<object> {
  for (const record of records) {
    for (const finding of 'findings' in record ? (record.findings ?? []) : []) {
      if (['breach', 'warn', 'unknown'].includes(finding.flag)) {
        yield { unit, period: after, metric: record.id, ...finding };
      }
    }
  }
}
