import { z } from 'zod';
import { ROUNDING_RULES } from '../exact/roundings.ts';
import { FAIL_ON } from '../judge/flag.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';
import { KINDS } from '../verify/figure.ts';
import { SUGGESTIONS } from '../verify/suggest.ts';
import { FINDINGS } from '../verify/verify.ts';
import { issues, name, quantity } from './output.ts';

const rules = z.array(z.enum(ROUNDING_RULES));

const digits = z
  .string()
  .describe('A decimal with four places: percent, points, or a plain number.');

const suggestion = z.object({
  kind: z.enum(SUGGESTIONS),
  text: z.string(),
  exact: digits.nullable().describe('The rate under the guess.'),
  matches: rules.describe('The rules by which the guess explains the reported figure.'),
  label: z.string().optional().describe('The other denominator; empty where it has no name.'),
  denominator: quantity.optional(),
  field: z.enum(['reported', 'numerator', 'denominator']).optional(),
  written: z.string().optional(),
  meant: z.string().optional(),
});

const perRule = <T extends z.ZodType>(value: T) =>
  z.object(Object.fromEntries(ROUNDING_RULES.map((rule) => [rule, value])));

const row = z.object({
  label: z.string(),
  ...name,
  metric: z.string().nullable().describe('Null for a figure of its own.'),
  kind: z.enum(KINDS).nullable().describe('Null where the data does not say.'),
  numerator: quantity.nullable().describe('Percentages where a change of rates is verified.'),
  denominator: quantity.nullable(),
  exact: digits.nullable().describe('What the counts give, half-up; null: not known.'),
  reported: z.string().nullable().describe('As published; the sum of the shares of a whole.'),
  decimals: z.int().nullable().describe('How many decimals are published.'),
  approximate: z.boolean(),
  matches: rules.describe(
    'The rules by which the exact value gives the reported one; empty: none.',
  ),
  difference: digits.nullable().describe('Reported minus exact.'),
  finding: z.enum(FINDINGS),
  flag: z.enum(['breach', 'warn', 'unknown', 'ok']),
  text: z.string(),
  suggestions: z.array(suggestion).describe('Guesses, never verdicts.'),
  feasible: z
    .object({
      possible: z.boolean(),
      numerators: perRule(z.object({ count: quantity, first: z.array(quantity) })),
    })
    .nullable()
    .describe(
      'The whole numerators that the denominator leaves possible; the first few are listed.',
    ),
  smallest: perRule(z.string().nullable())
    .nullable()
    .describe('The fraction with the smallest denominator that gives the reported figure.'),
  sum: z
    .object({
      relation: z.enum(['at-most', 'equal']),
      holds: z
        .boolean()
        .nullable()
        .describe('Null where a number is not known, or rounded itself and leaves room for it.'),
      excess: quantity.nullable().describe('Sum of the parts minus the total.'),
    })
    .nullable(),
  file: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable(),
});

/** A line that `verify --format jsonl` writes. */
export const verifyLineSchema = z
  .object({ schemaVersion: z.literal(SCHEMA_VERSION), ...row.shape })
  .describe('xc-eval verify --format jsonl, one line');

/** The document that `verify --format json` writes. */
export const verifySchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    passed: z.boolean(),
    failOn: z.enum(FAIL_ON),
    summary: z.object({
      verified: z.int(),
      ok: z.int(),
      breach: z.int(),
      warn: z.int(),
      unknown: z.int(),
    }),
    rows: z.array(row),
    issues,
  })
  .describe('xc-eval verify --format json');
