import { z } from 'zod';
import { GROUPINGS } from '../aggregate/group.ts';
import { COMPARISONS } from '../catalogue/standard.ts';

const name = {
  unit: z
    .string()
    .nullable()
    .describe('Null for all units together, or where the data names none.'),
  period: z
    .string()
    .nullable()
    .describe('2024, 2024H1, 2024Q3, 2024-07, first/last month, or several with commas.'),
};

const quantity = z
  .union([z.number(), z.string()])
  .describe('A whole number; decimals, and what exceeds 2^53, as text.');

const source = z.object({
  document: z.string(),
  section: z.string(),
  quote: z.string(),
});

const finding = z.object({
  standard: z.string(),
  level: z.enum(['required', 'in-principle', 'implied']),
  status: z.enum(['met', 'breached', 'unknown', 'not-judged']),
  flag: z.enum(['breach', 'warn', 'unknown', 'ok', 'not-judged']),
  why: z.string().nullable().describe('Why it was not judged.'),
  comparison: z.enum(COMPARISONS).nullable(),
  limit: z.number().nullable().describe('A share is 0..1.'),
  demand: z.string(),
  gap: z.number().nullable().describe('Value minus limit.'),
  mend: z
    .object({
      direction: z.enum(['raise', 'lower']),
      counts: z.array(z.string()),
      by: quantity,
    })
    .nullable()
    .describe('The least change, in whole cases or people, that would meet the standard.'),
  text: z.string(),
  source: source.nullable(),
});

const metric = z.object({
  id: z.string(),
  label: z.string(),
  value: z
    .number()
    .nullable()
    .describe('A share is 0..1. Null when unknown; never 0 in its place.'),
  unit: z.string().describe('`share`, or the unit of a plain number.'),
  reason: z
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
    .describe('Why the value is null.'),
  numerator: quantity.nullable(),
  denominator: quantity.nullable(),
  text: z.string().describe('What a person reads: rounded, or why there is no figure.'),
  basis: z.enum(['recomputed', 'reported']).nullable(),
  meanOf: z.int().nullable().describe('How many rates a mean was taken of.'),
  reported: z.string().nullable().describe('The published figure as the data writes it.'),
  inputs: z.record(z.string(), z.union([quantity, z.null()])),
  missing: z
    .array(z.object({ unit: z.string(), period: z.string().nullable() }))
    .describe('Who keeps a total from being known.'),
  coverage: z
    .object({ reporting: z.int(), expected: z.int(), missing: z.array(z.string()) })
    .nullable(),
  flag: z
    .enum(['breach', 'warn', 'unknown', 'ok', 'not-judged'])
    .nullable()
    .describe('Null where no standard is stated.'),
  findings: z.array(finding),
});

/** The document that `metrics --format json` writes. */
export const outputSchema = z
  .object({
    schemaVersion: z.literal(1),
    by: z.enum(GROUPINGS),
    groups: z.array(z.object({ ...name, units: z.int(), metrics: z.array(metric) })),
    findings: z.array(z.object({ ...name, metric: z.string(), ...finding.shape })),
    issues: z.array(
      z.object({
        code: z.string(),
        file: z.string(),
        line: z.int().nullable(),
        column: z.int().nullable(),
        message: z.string(),
      }),
    ),
  })
  .describe('xc-eval metrics --format json');
