import { z } from 'zod';
import { type Manifest, OUTCOMES } from '../batch/manifest.ts';
import { RESTATEMENT_CAUSES } from '../batch/restate.ts';
import { FLAGS } from '../judge/flag.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';
import { quantity, reason } from './output.ts';
import { wrongAt } from './wrong-at.ts';

const content = {
  bytes: z.int(),
  sha256: z.string(),
};

const file = z.object({
  path: z.string().describe('The input, as it was named.'),
  input: z.object(content).nullable().describe('What was read; null where nothing could be.'),
  encoding: z.string().nullable().describe('What it was read as.'),
  outcome: z
    .enum(OUTCOMES)
    .describe('finding: a judgement reached --fail-on. unusable: there is no result.'),
  issues: z.int().describe('Problems of the data.'),
  output: z.object({ path: z.string().describe('Below results/.'), ...content }).nullable(),
  rows: z
    .object({ offset: z.int(), bytes: z.int() })
    .nullable()
    .describe('Where its rows stand in the merged table.'),
});

/** The manifest of a folder of results. */
export const manifestSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    version: z.string().describe('Of xc-eval.'),
    definition: z
      .string()
      .describe('SHA-256 of counts, metrics and units, configuration included.'),
    standards: z.string().describe('SHA-256 of the standards, configuration included.'),
    vocabulary: z
      .string()
      .describe('SHA-256 of both with where they are written and cited from, which results name.'),
    options: z.record(z.string(), z.unknown()).describe('Options that decide what is written.'),
    table: z.object({ path: z.string(), ...content }).describe('The merged table.'),
    metrics: z.array(
      z.object({
        id: z.string(),
        formula: z.string().describe('In ids.'),
        standards: z.string().nullable().describe('SHA-256; null where none is stated.'),
      }),
    ),
    files: z.array(file).describe('In the order of their paths.'),
  })
  .describe('manifest.json of xc-eval batch');

const restatedSide = z
  .object({
    value: z.number().nullable().describe('A share is 0..1. Null when unknown.'),
    numerator: quantity.nullable(),
    denominator: quantity.nullable(),
    text: z.string().describe('What a person reads.'),
    reason: z
      .union([reason, z.enum(['partial', 'reported'])])
      .describe('As in the merged table: why the value is null, or what sets it apart.'),
    flag: z.enum(FLAGS).nullable(),
  })
  .nullable()
  .describe('Null where this side does not have the figure.');

const restatement = z.object({
  before: z.string().describe('The earlier folder.'),
  compared: z.int().describe('Files with figures on both sides.'),
  differs: z
    .object({
      version: z.boolean(),
      definition: z.boolean(),
      standards: z.boolean(),
      options: z.array(z.string()),
    })
    .describe('What else than the data differs between the runs and bears on figures.'),
  standardsChanged: z.array(z.string()).describe('Metrics held to other standards.'),
  definitionsChanged: z
    .array(z.object({ metric: z.string(), before: z.string(), after: z.string() }))
    .describe('Formulas in ids.'),
  filesAlone: z
    .array(
      z.object({
        path: z.string(),
        onlyIn: z.enum(['before', 'after']),
        why: z.enum(['absent', 'unusable']).describe('What the other side lacks.'),
      }),
    )
    .describe('Files with figures on one side only; these are not listed one by one.'),
  figures: z
    .array(
      z.object({
        file: z.string(),
        unit: z.string().nullable(),
        period: z.string().nullable(),
        metric: z.string(),
        label: z.string(),
        before: restatedSide,
        after: restatedSide,
        causes: z
          .array(z.enum(RESTATEMENT_CAUSES))
          .describe('What differs and bears on the figure; of several each may be the cause.'),
      }),
    )
    .describe('The figures whose value, reason or flag changed.'),
  changes: z.object({ changed: z.int(), appeared: z.int(), vanished: z.int() }),
});

/** The document that `batch --summary json` writes. */
export const batchSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    folder: z.string().describe('Of the results.'),
    files: z.object({
      total: z.int(),
      computed: z.int(),
      reused: z.int().describe('Unchanged since the last run.'),
      finding: z.int().describe('A judgement reached --fail-on.'),
      unusable: z.int().describe('There is no result.'),
      withIssues: z.int().describe('With problems of the data, used or not.'),
    }),
    attention: z
      .array(z.object({ path: z.string(), outcome: z.enum(OUTCOMES), issues: z.int() }))
      .describe('Files that are not done or whose data has problems.'),
    restatement: restatement.nullable().describe('With --diff.'),
  })
  .describe('xc-eval batch --summary json');

/** What a text is as a manifest, or where it is wrong. */
export function parseManifest(
  text: string,
): { readonly manifest: Manifest } | { readonly wrongAt: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { wrongAt: (error as Error).message };
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return { manifest: parsed.data };
  return { wrongAt: wrongAt(parsed.error) };
}
