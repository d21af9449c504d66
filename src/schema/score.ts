import { z } from 'zod';
import { FLAGS } from '../judge/flag.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';
import type { ScoreDocument } from '../score/document.ts';
import { MEANINGS, MEASURES } from '../score/framework.ts';
import { parseShare } from '../score/share.ts';
import { wrongAt } from './wrong-at.ts';

const exact = z
  .string()
  .refine((text) => parseShare(text) !== null)
  .describe('An exact fraction: 19/23, 1.');

const share = z.object({ value: z.number().describe('The nearest double.'), exact });

const signedShare = z
  .object({
    value: z.number(),
    exact: z.string().regex(/^-?\d+(?:\/\d+)?$/),
  })
  .describe('A difference of shares: 0.01 is one percentage point.');

const range = z.object({ worst: share, best: share });

const points = {
  points: exact.nullable().describe('The sum of the scores. Null where one of them is missing.'),
  knownPoints: exact.describe('The sum of the scores that are known.'),
};

const result = {
  score: z
    .number()
    .nullable()
    .describe('By weight, 0..1. Null where it depends on what is missing, or nothing counts.'),
  degree: z.number().nullable().describe('Points over indicators, 0..1. Null likewise.'),
  grade: z.string().nullable().describe('Null where none is stated or it is not certain.'),
  gradeText: z.string(),
  exact: z.object({ score: exact.nullable(), degree: exact.nullable() }),
  bounds: z
    .object({
      score: range,
      degree: range,
      grade: z.object({ worst: z.string().nullable(), best: z.string().nullable() }),
    })
    .nullable()
    .describe('What is possible with what is missing. Null where nothing counts.'),
  ...points,
  indicators: z.int().describe('Those that count; not applicable ones are left out.'),
  known: z.int().describe('Those that have a score.'),
  statuses: z.record(z.string(), z.int()),
  open: z.array(z.string()),
  missing: z.array(z.string()),
  notApplicable: z.array(z.string()),
};

const group: z.ZodType = z.lazy(() => groupObject).meta({ id: 'scoredGroup' });

const groupObject = z.object({
  id: z.string(),
  title: z.string(),
  counted: z.boolean(),
  ...result,
  groups: z.array(group),
});

const place = {
  file: z.string().nullable(),
  line: z.int().nullable(),
  column: z.int().nullable(),
};

const judgedResult = z.enum(['met', 'breached', 'unknown']);

const indicator = z.object({
  id: z.string(),
  title: z.string(),
  domain: z.string(),
  path: z.array(z.string()).describe('The groups that it is in, from the domain in.'),
  counted: z.boolean(),
  status: z.string().nullable(),
  means: z.enum(MEANINGS).nullable(),
  state: z.enum(['scored', 'missing', 'not-applicable', 'uncounted']),
  score: z.number().nullable(),
  exact: exact.nullable(),
  by: z
    .enum(['model', 'statement', 'counts'])
    .nullable()
    .describe('Where the score comes from: the model, a score of its own, or the data.'),
  weight: z
    .object({ domain: exact, overall: exact })
    .nullable()
    .describe('What a point of it adds to the graded measure of its domain and of the whole.'),
  remark: z.string().nullable(),
  evidence: z.string().nullable(),
  judged: z
    .object({
      result: judgedResult,
      standards: z.array(
        z.object({
          standard: z.string(),
          met: z.int(),
          breached: z.int(),
          unknown: z.int(),
          text: z.string(),
          examples: z.array(z.string()),
        }),
      ),
    })
    .nullable()
    .describe('What the data decides. Null where it has nothing on it.'),
  ...place,
});

const finding = z.object({
  kind: z.enum(['disagreement', 'missing']),
  flag: z.enum(FLAGS),
  indicator: z.string(),
  title: z.string(),
  domain: z.string(),
  status: z.string().nullable(),
  judged: judgedResult.nullable(),
  text: z.string(),
  ...place,
});

const sensitivity = z.object({
  words: z.array(
    z.object({
      word: z.string(),
      score: share,
      indicators: z.int(),
      window: z
        .object({ from: share, to: share, closed: z.boolean() })
        .nullable()
        .describe(
          'The scores with which every domain keeps its grade; `to` is in it if closed. Null where it is not settled, as statuses are missing.',
        ),
      thresholds: z.array(
        z.object({
          from: share,
          domain: z.string(),
          below: z.string().nullable(),
          grade: z.string(),
        }),
      ),
    }),
  ),
  models: z.array(
    z.object({
      name: z.string(),
      ...points,
      indicators: z.int(),
      grades: z.record(z.string(), z.int()),
      domains: z.record(z.string(), z.string().nullable()),
    }),
  ),
  differing: z.array(z.string()),
  leftOut: z.array(z.string()),
});

const measure = z.object({
  before: z.number().nullable(),
  after: z.number().nullable(),
  change: signedShare.nullable(),
});

const change = {
  degree: measure,
  score: measure,
  grade: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  others: signedShare
    .nullable()
    .describe('What is left of the change where the two weigh their indicators otherwise.'),
};

const side = z.object({ status: z.string().nullable(), score: z.number().nullable() }).nullable();

const changes = z.object({
  differing: z.array(z.enum(['framework', 'model'])),
  models: z.object({ before: z.string(), after: z.string() }),
  measure: z.enum(MEASURES).describe('What `effect` and `others` are of.'),
  overall: z.object(change),
  domains: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      ...change,
      by: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          before: side,
          after: side,
          effect: signedShare.nullable().describe('On the measure; they add up to its change.'),
        }),
      ),
    }),
  ),
});

/** The document that `score --format json` writes. */
export const scoreSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    framework: z.object({
      title: z.string(),
      gradeOf: z.enum(MEASURES),
      domains: z.int().describe('Those that count.'),
      indicators: z.int().describe('Those that count.'),
    }),
    model: z.object({
      name: z.string(),
      note: z.string().nullable(),
      scores: z.record(z.string(), share),
    }),
    domains: z.array(group),
    overall: z.object(result),
    grades: z
      .array(
        z.object({
          grade: z.string(),
          from: share,
          count: z.int(),
          of: z.int().describe('Domains that count.'),
          share: z.number().nullable(),
          text: z.string(),
          domains: z.array(z.string()),
        }),
      )
      .describe('Best first.'),
    ungraded: z.object({ below: z.array(z.string()), open: z.array(z.string()) }),
    indicators: z.array(indicator),
    findings: z.array(finding),
    sensitivity: sensitivity.optional(),
    changes: changes.optional(),
  })
  .describe('xc-eval score --format json');

/** An earlier score from JSON, or the path of what is first wrong with it. */
export function parseScore(
  value: unknown,
): { readonly document: ScoreDocument } | { readonly wrongAt: string } {
  const parsed = scoreSchema.safeParse(value);
  return parsed.success
    ? { document: parsed.data as unknown as ScoreDocument }
    : { wrongAt: wrongAt(parsed.error) };
}
