import type { Group } from '../aggregate/group.ts';
import type { Gap } from '../aggregate/totals.ts';
import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Lack } from '../assess/lack.ts';
import { stocksOf } from '../assess/stocks.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Custom } from '../catalogue/custom.ts';
import { onceEach } from '../catalogue/once.ts';
import { doubleOf, toNumber } from '../exact/exact.ts';
import type { Flag } from '../judge/flag.ts';
import { type Verdict, verdictFlag } from '../judge/judge.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';
import { intervalObject } from './interval.ts';
import { figureText, numericCount, numericValue, statedQuotient } from './report.ts';
import { stocksObject } from './stocks.ts';

const nameOf = ({ group }: AssessedGroup) => ({
  unit: group.unit === '' ? null : group.unit,
  period:
    group.period !== null ? periodId(group.period) : group.periods.map(periodId).join(',') || null,
});

/** A group as JSON has it. */
export type GroupObject = ReturnType<ReturnType<typeof groupWriter>>;

/** Makes the objects of groups. */
export function groupWriter(words: Words, catalogue: Catalogue, interval: boolean) {
  const constantsOf = onceEach((metric) => constantsIn(metric, words, catalogue));
  return (assessed: AssessedGroup) => ({
    ...nameOf(assessed),
    units: assessed.group.units.length,
    metrics: assessed.assessments.map((assessment) => {
      const constants = constantsOf(assessment.metric);
      const fields = metricObject(assessment, constants, assessed.group, words, catalogue);
      return interval ? { ...fields, ...intervalObject(assessment, catalogue) } : fields;
    }),
  });
}

/** What is the same of a metric in every group. */
interface Constants {
  readonly label: string;
  readonly unit: string;
  readonly inputs: readonly string[];
  readonly definition: Custom['change'] | undefined;
}

function constantsIn(metric: string, words: Words, catalogue: Catalogue): Constants {
  const { display = 'percent', custom } = catalogue.metrics[metric] ?? {};
  return {
    label: words.metric(metric),
    unit: display === 'percent' ? 'share' : display.unit,
    inputs: catalogue.inputsOf(metric),
    definition: custom?.change,
  };
}

/** A metric's result, or a finding, as JSON. What does not apply to it is left out. */
interface Fields {
  [name: string]: unknown;
}

function metricObject(
  assessment: Assessment,
  { label, unit, inputs, definition }: Constants,
  group: Group,
  words: Words,
  catalogue: Catalogue,
): Fields & { id: string; findings: (Fields & { flag: Flag })[] } {
  const { metric, outcome, gaps, coverage, reported, verdicts, flag } = assessment;
  const quotient = statedQuotient(assessment, catalogue);
  const fields: ReturnType<typeof metricObject> = {
    id: metric,
    label,
    value: numericValue(assessment),
    unit,
    reason: outcome.known ? null : outcome.reason.code,
    numerator: quotient && numericCount(quotient.numerator),
    denominator: quotient && numericCount(quotient.denominator),
    text: figureText(assessment, group, catalogue, words),
    basis: outcome.known ? outcome.basis : null,
    inputs: inputsObject(inputs, assessment),
    stocks: stocksObject(stocksOf(assessment, group, catalogue)),
    flag,
    findings: verdicts.map((verdict) => findingObject(metric, verdict, words)),
  };
  if (outcome.known && outcome.meanOf !== undefined) fields.meanOf = outcome.meanOf;
  if (reported !== null) fields.reported = reported;
  if (definition !== undefined) fields.definition = definition;
  if (coverage !== null) fields.coverage = coverage;
  if (gaps.length > 0) fields.missing = gaps.map(lackObject);
  return fields;
}

export const gapObject = ({ unit, period, overlapping }: Gap) => ({
  unit,
  period: period && periodId(period),
  ...(overlapping && { overlapping }),
});

export const lackObject = ({ counts, priorYear, ...gap }: Lack) => ({
  ...gapObject(gap),
  ...(counts.length > 0 && { counts }),
  ...(priorYear.length > 0 && { priorYearCounts: priorYear }),
});

function inputsObject(ids: readonly string[], { source }: Assessment) {
  const inputs: Record<string, number | string | null> = {};
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as string;
    const value = source.count(id);
    inputs[id] = value === null || value === 'not-applicable' ? value : numericCount(value);
  }
  return inputs;
}

export function findingObject(
  metric: string,
  verdict: Verdict,
  words: Words,
): Fields & { flag: Flag } {
  const { standard, level, status, why, limit, gap, mend } = verdict;
  const fields: Fields & { flag: Flag } = {
    standard,
    level,
    status,
    flag: verdictFlag(verdict),
    limit: limit && toNumber(limit),
    text: words.verdict(metric, verdict),
  };
  if (why !== undefined) fields.why = why;
  if (gap !== null) fields.gap = doubleOf(gap);
  if (mend !== null) fields.mend = { ...mend, by: numericCount(mend.by) };
  return fields;
}
