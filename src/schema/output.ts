import { z } from 'zod';
import { GROUPINGS } from '../aggregate/grouping.ts';
import { COMPARISONS, LEVELS, SCOPES } from '../catalogue/standard.ts';
import { FLAGS } from '../judge/flag.ts';
import { PERIOD_GRAINS } from '../period/period.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';

export const name = {
  unit: z
    .string()
    .nullable()
    .describe('Null for all units together, or where the data names none.'),
  period: z
    .string()
    .nullable()
    .describe('2024, 2024H1, 2024Q3, 2024-07, first/last month, or several with commas.'),
};

export const quantity = z
  .union([z.number(), z.string()])
  .describe(
    'A number where a double holds it as it is written; what is more exact than that, as text.',
  );

export const source = z.object({
  document: z.string(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  section: z.string(),
  quote: z.string(),
});

/** Who keeps a total from being known. */
export const missing = z
  .array(
    z.object({
      unit: z.string(),
      period: z.string().nullable(),
      overlapping: z
        .literal(true)
        .optional()
        .describe('Set where it did report, in periods that overlap and cannot be added.'),
      counts: z.array(z.string()).optional().describe('What it lacks of a metric.'),
      priorYearCounts: z.array(z.string()).optional().describe('What it lacks of the year before.'),
    }),
  )
  .optional()
  .describe('Who keeps a total from being known.');

export const stocks = z
  .object({ period: z.string(), counts: z.array(z.string()) })
  .optional()
  .describe('Where several periods are taken together: of which one these counts are.');

export const finding = z.object({
  standard: z.string(),
  level: z.enum(LEVELS),
  status: z.enum(['met', 'breached', 'unknown', 'not-judged']),
  flag: z.enum(FLAGS),
  why: z
    .string()
    .optional()
    .describe('Why it was not judged; `unlike-units`: what it is held against is of other units.'),
  limit: z.number().nullable().describe('A share is 0..1.'),
  gap: z.number().optional().describe('Value minus limit, of a breach.'),
  mend: z
    .object({
      direction: z.enum(['raise', 'lower']),
      counts: z.array(z.string()),
      by: quantity,
    })
    .optional()
    .describe('The least change, in whole cases or people, that would meet the standard.'),
  text: z.string(),
});

export const standard = z.object({
  id: z.string(),
  metric: z.string(),
  comparison: z.enum(COMPARISONS),
  limit: z.union([
    z.object({ kind: z.literal('value'), value: z.string().describe('An exact decimal.') }),
    z.object({ kind: z.literal('metric'), metric: z.string() }),
    z.object({ kind: z.literal('prior-year') }),
  ]),
  level: z.enum(LEVELS),
  scope: z.enum(SCOPES),
  per: z.enum(PERIOD_GRAINS).nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  text: z.string(),
  source,
  note: z.string().nullable(),
  units: z.array(z.string()).optional().describe('The only units to which it speaks.'),
  suspended: z
    .array(
      z.object({
        units: z.array(z.string()).optional(),
        from: z.string().optional(),
        until: z.string().optional(),
      }),
    )
    .optional()
    .describe('Where it does not apply.'),
  replacedBy: z.array(z.string()).optional().describe('Ids of standards that take its place.'),
  custom: z
    .object({ change: z.enum(['added', 'changed']), file: z.string(), line: z.int() })
    .optional()
    .describe('Where a configuration added or changed it.'),
});

export const reason = z
  .enum([
    'missing-input',
    'zero-denominator',
    'not-applicable',
    'part-exceeds-whole',
    'no-prior-year',
    'no-parts',
    'mixed-basis',
  ])
  .nullable()
  .describe('Why the value is null.');

/** Why a value has no interval. */
const noInterval = z.enum(['unknown-value', 'published', 'not-a-proportion', 'too-large']);

const metric = z.object({
  id: z.string(),
  label: z.string(),
  value: z
    .number()
    .nullable()
    .describe('A share is 0..1. Null when unknown; never 0 in its place.'),
  unit: z.string().describe('`share`, or the unit of a plain number.'),
  reason,
  numerator: quantity.nullable(),
  denominator: quantity.nullable(),
  text: z.string().describe('What a person reads: rounded, or why there is no figure.'),
  basis: z.enum(['recomputed', 'reported']).nullable(),
  meanOf: z.int().optional().describe('How many rates a mean was taken of.'),
  reported: z.string().optional().describe('The published figure, where the data states one.'),
  inputs: z.record(z.string(), z.union([quantity, z.null()])),
  stocks,
  missing,
  definition: z
    .enum(['added', 'changed'])
    .optional()
    .describe('Set where the metric is not as built in.'),
  interval: z
    .object({ low: z.number(), high: z.number(), level: z.number() })
    .nullable()
    .optional()
    .describe("With --interval: Wilson's interval of a proportion. Never used in judging."),
  noInterval: noInterval.optional().describe('Why there is no interval.'),
  coverage: z
    .object({ reporting: z.int(), expected: z.int(), missing: z.array(z.string()) })
    .optional(),
  flag: z.enum(FLAGS).nullable().describe('Null where no standard is stated.'),
  findings: z.array(finding),
});

const group = z.object({ ...name, units: z.int(), metrics: z.array(metric) });

/** A line that `metrics --format jsonl` writes. */
export const outputLineSchema = z
  .object({ schemaVersion: z.literal(SCHEMA_VERSION), ...group.shape })
  .describe('xc-eval metrics --format jsonl, one line');

export const issues = z.array(
  z.object({
    code: z.string(),
    file: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    message: z.string(),
  }),
);

/** The document that `metrics --format json` writes. */
export const outputSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    by: z.enum(GROUPINGS),
    groups: z.array(group),
    standards: z.array(standard).describe('What the findings refer to.'),
    findings: z.array(z.object({ ...name, metric: z.string(), ...finding.shape })),
    issues,
  })
  .describe('xc-eval metrics --format json');
