import type { ComparePhrases } from './compare-phrases.ts';

export const enCompare: ComparePhrases = {
  pairing: {
    restated: 'restatement: two inputs for the same periods; only what changed is listed',
    two: '',
    yoy: 'year on year: against the same period a year earlier',
    qoq: 'against the period just before',
    given: '',
  },
  against: (before, after) => (before === after ? after : `${after} against ${before}`),
  columns: {
    item: 'metric or count',
    before: 'before',
    after: 'after',
    change: 'change',
    direction: 'direction',
    cause: 'cause',
    remark: 'remarks',
  },
  sides: { before: 'before', after: 'after' },
  direction: { better: 'better', worse: 'worse', neutral: 'neutral', none: 'none' },
  points: (text) => `${text} percentage points`,
  percent: (text) => `${text}%`,
  unchanged: 'unchanged',
  changed: (absolute, relative) => `${absolute} (${relative})`,
  separator: '; ',
  noBase: 'no percentage of 0',
  chance: (excluded, low, high) =>
    `${excluded ? 'beyond chance' : 'may be chance'} (95% interval ${low} to ${high})`,
  otherDefinition: 'not the same definition',
  otherBasis: 'one side reported, the other recomputed',
  notDefined: 'no such metric',
  derivedMark: 'derived',
  derived: (period, from, minus) => `${period} = ${from} − ${minus}`,
  derivedFrom: (differences) => `derived: ${differences.join('; ')}`,
  cause: { data: 'data', definition: 'definition', standard: 'standard' },
  stated: (before, after) => `${before} → ${after}`,
  redefined: (metric, before, after) =>
    `definition changed: ${metric}, before ${before ?? 'undefined'}, after ${after ?? 'undefined'}`,
  restandardised: (metrics) => `standards changed: ${metrics}`,
  missingUnits: (side, period, why, units, count) =>
    `${count} not compared, ${why === 'absent' ? 'absent' : 'incomplete'} ${side} (${period}): ${units}`,
  missingPool: (pool, missing, count) =>
    `${pool} left out: ${count} not on both sides (${missing}); --partial compares those that are`,
  periodsAlone: (side, periods, cumulative) =>
    `nothing to compare with${side === null ? '' : `, only ${side}`}: ${periods}${cumulative ? '; if cumulative, --single makes single periods' : ''}`,
  missingFrom: (who, more) =>
    `not reported by ${who.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  oneSided: (names, count) =>
    `${count} more lack a column or comparable periods on a side: ${names} (--format csv lists all)`,
  noChange: 'no change',
  nothing: 'nothing to compare',
  worse: (count) => `worse: ${count}`,
  summary: (pairs, more) =>
    `${pairs} comparisons${more > 0 ? `, ${more} more not listed` : ''}; narrow down with --unit, --period, --metric, --by, or list all with --format csv`,
  countsElsewhere: 'changes of counts are left out here; --format csv lists them',
  effects: {
    title: 'pooled changes taken apart',
    rate: 'rates of the units',
    mix: 'weights of the units',
    none: 'no pooled rate can be taken apart',
  },
  and: (names, more) => (more > 0 ? `${names} and ${more} more` : names),
};
