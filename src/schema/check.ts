import { z } from 'zod';
import { FAIL_ON } from '../judge/flag.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';
import { finding, issues, name, quantity, reason, source, standard, stocks } from './output.ts';

const shortfall = z.object({
  flag: z.enum(['breach', 'warn', 'unknown']),
  distance: z.string().nullable().describe('Distance from the limit, an exact fraction.'),
  figure: z.string().nullable().describe('The figure, an exact fraction.'),
});

const checkFinding = z.object({
  ...name,
  span: z
    .enum(['stated', 'month', 'quarter', 'half', 'year', 'total'])
    .describe('A period of the data, a longer one that its periods make up, or all of them.'),
  metric: z.string(),
  label: z.string(),
  ...finding.shape,
  fails: z.boolean().describe('Whether the run fails on it.'),
  standing: z.enum(['new', 'worse', 'known', 'better']).optional().describe('To the baseline.'),
  before: shortfall.optional().describe('What the baseline knew.'),
  value: z.number().nullable(),
  reason,
  numerator: quantity.nullable(),
  denominator: quantity.nullable(),
  stocks,
  figure: z.string(),
  source,
  file: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable().describe('The column of the sheet; in JSON the character.'),
  message: z.string(),
});

/** The document that `check --reporter json` writes. */
export const checkSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    passed: z.boolean(),
    judged: z.boolean().describe('False where the data is invalid.'),
    failOn: z.enum(FAIL_ON),
    baseline: z.string().nullable(),
    summary: z.object({
      judged: z.int(),
      ok: z.int(),
      breach: z.int(),
      warn: z.int(),
      unknown: z.int(),
    }),
    findings: z.array(checkFinding).describe('Worst first.'),
    standards: z.array(standard),
    issues,
  })
  .describe('xc-eval check --reporter json');
