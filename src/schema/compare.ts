import { z } from 'zod';
import { DIRECTIONS } from '../compare/change.ts';
import { CAUSES } from '../compare/record.ts';
import { FLAGS } from '../judge/flag.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';
import { finding, issues, missing, name, quantity, reason, standard, stocks } from './output.ts';

const period = name.period;

const limits = {
  low: z.number(),
  high: z.number(),
  level: z.number().describe('0.95.'),
};

const coverage = z
  .object({ reporting: z.int(), expected: z.int(), missing: z.array(z.string()) })
  .optional()
  .describe('Set where not all units are in it, with --partial.');

const side = {
  text: z.string().describe('What a person reads.'),
  derived: z.boolean().describe('Whether it was made by subtracting cumulative counts.'),
  stocks,
  missing,
};

const metricSide = z.object({
  value: z.number().nullable().describe('A share is 0..1. Null when unknown.'),
  numerator: quantity.nullable(),
  denominator: quantity.nullable(),
  basis: z.enum(['recomputed', 'reported']).nullable(),
  reason: z.union([reason, z.literal('not-defined')]).describe('Why the value is null.'),
  flag: z.enum(FLAGS).nullable().optional(),
  ...side,
});

const countSide = z.object({
  value: quantity.nullable(),
  reason: z.enum(['missing-input', 'not-applicable']).nullable(),
  places: z.array(
    z.object({ file: z.string(), line: z.int().nullable(), column: z.int().nullable() }),
  ),
  ...side,
});

const change = {
  id: z.string(),
  label: z.string(),
  changeIn: z
    .enum(['points', 'percent'])
    .describe('Rates change in percentage points; counts and plain numbers in percent.'),
  difference: z
    .number()
    .nullable()
    .describe('After minus before: of shares in 0..1 (0.0101 is 1.01 percentage points).'),
  relative: z
    .number()
    .nullable()
    .describe('difference ÷ before (0.0084 is +0.84 %); null for rates.'),
  noRelative: z.literal('zero-base').nullable().describe('Why a number has no percentage.'),
  direction: z.enum(DIRECTIONS).nullable().describe('Null where the change is unknown.'),
  text: z.string().describe('The change as a person reads it.'),
  remarks: z.array(z.string()),
  coverage,
  causes: z.array(z.enum(CAUSES)).optional().describe('In a restatement: why it changed.'),
};

const metricRecord = z.object({
  kind: z.literal('metric'),
  before: metricSide,
  after: metricSide,
  ...change,
  sameDefinition: z.boolean(),
  sameBasis: z
    .boolean()
    .nullable()
    .describe('Whether both values were recomputed, or both taken as published.'),
  interval: z
    .object({
      ...limits,
      distinguishable: z.boolean().describe('Whether 0 lies outside, so that it is not chance.'),
    })
    .nullable()
    .describe("Of the difference of two proportions, by Newcombe's hybrid score method."),
  noInterval: z
    .enum([
      'unknown-value',
      'published',
      'not-a-proportion',
      'too-large',
      'other-definition',
      'same-data',
    ])
    .nullable(),
  flag: z.enum(FLAGS).nullable().describe('Of the side after; null where no standard is stated.'),
  findings: z.array(finding),
});

const countRecord = z.object({
  kind: z.literal('count'),
  before: countSide,
  after: countSide,
  ...change,
});

const effects = { rateEffect: z.number(), mixEffect: z.number() };

const pair = z.object({
  unit: name.unit,
  units: z.int(),
  before: period,
  after: period,
  coverage,
  derived: z
    .array(
      z.object({
        side: z.enum(['before', 'after']),
        period: z.string(),
        from: z.string(),
        minus: z.string(),
      }),
    )
    .describe('Periods made by subtracting cumulative ones.'),
  records: z.array(z.discriminatedUnion('kind', [metricRecord, countRecord])),
  decompositions: z
    .array(
      z.object({
        metric: z.string(),
        change: z.number(),
        ...effects,
        units: z.array(z.object({ unit: z.string(), ...effects })),
      }),
    )
    .optional()
    .describe('rateEffect + mixEffect = change, exactly before it is written as numbers.'),
});

const periods = { before: z.string().nullable(), after: z.string().nullable() };

const unpaired = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('unit'),
    unit: z.string(),
    ...periods,
    missingFrom: z.enum(['before', 'after']),
    why: z.enum(['absent', 'incomplete']),
  }),
  z.object({
    kind: z.literal('pool'),
    unit: z.string().nullable(),
    ...periods,
    missing: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('period'),
    onlyOn: z.enum(['before', 'after']).nullable().describe('Null where both sides are one input.'),
    period: z.string().nullable(),
  }),
]);

/** A line that `compare --format jsonl` writes. */
export const compareLineSchema = z
  .object({ schemaVersion: z.literal(SCHEMA_VERSION), ...pair.shape })
  .describe('xc-eval compare --format jsonl, one line');

/** The document that `compare --format json` writes. */
export const compareSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    pairing: z
      .enum(['restated', 'two', 'yoy', 'qoq', 'given'])
      .describe('restated: the same periods in two inputs; then only what changed is listed.'),
    files: z.object({ before: z.string(), after: z.string() }),
    level: z.number(),
    pairs: z.array(pair),
    unpaired: z.array(unpaired).describe('What has no counterpart on the other side.'),
    definitionsChanged: z
      .array(
        z.object({
          metric: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      )
      .describe('Formulas in ids.'),
    standardsChanged: z.array(z.string()).describe('Metrics held to other standards.'),
    standards: z.array(standard).describe('What the findings refer to.'),
    findings: z
      .array(z.object({ ...name, metric: z.string(), ...finding.shape }))
      .describe('Of the side after.'),
    issues,
  })
  .describe('xc-eval compare --format json');
