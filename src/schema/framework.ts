import { z } from 'zod';
import { visible } from '../message/visible.ts';
import {
  type FrameworkFile,
  MEANINGS,
  MEASURES,
  type ModelFile,
  SPANS,
} from '../score/framework.ts';

const text = z
  .string()
  .trim()
  .min(1)
  .refine((value) => visible(value) === value);

const share = z
  .union([z.number(), text])
  .describe('From 0 to 1, taken exactly: 0.5, "50%" or "1/3".');

const weight = share
  .optional()
  .describe('Among its siblings, which add up to 1. Left out for all of them: equal.');

const source = z
  .strictObject({
    document: text.describe('The title of the document, or S0 to S4 for a built-in one.'),
    issuer: text.optional(),
    date: text.optional(),
    section: text.describe('Where in it: chapter, article, page.'),
    quote: text.describe('Its words.'),
  })
  .meta({ id: 'source' });

const node = {
  id: text.describe('The number by which it is named: 四, 4.22.'),
  title: text,
  english: text.optional(),
  weight,
  counted: z
    .boolean()
    .optional()
    .describe('false: outside the reckoning, with all that it holds. An extra item.'),
  source: source.optional(),
};

const group = z
  .strictObject({
    ...node,
    parent: text.optional().describe('The id of the group that it is in. Left out: a domain.'),
    aliases: z.array(text).optional().describe('Other names: 4 for 四.'),
    statedGroups: z
      .int()
      .positive()
      .optional()
      .describe('Groups that the source counts without saying which indicators are in which.'),
  })
  .meta({ id: 'group' });

const indicator = z
  .strictObject({
    ...node,
    parent: text.describe('The id of the group that it is in.'),
    judgedBy: z
      .strictObject({
        standards: z.array(text).min(1).describe('Ids of standards, all of which have to be met.'),
        over: z
          .enum(SPANS)
          .optional()
          .describe('each: every unit and period. total: all of the data together.'),
      })
      .optional()
      .describe('By what counts decide it.'),
    metrics: z.array(text).optional().describe('Ids of metrics that tell of it.'),
    undecided: text.optional().describe('Why counts cannot decide it.'),
  })
  .meta({ id: 'indicator' });

/** A table of scores: `--model FILE`, and each model of a framework. */
export const modelSchema = z
  .strictObject({
    note: text.optional(),
    english: text.optional().describe('The note in English.'),
    scores: z
      .record(text, share)
      .describe('The score of every status word that means done or open, from 0 to 1.'),
  })
  .meta({ id: 'model' });

/** A framework: `--framework FILE`. */
export const frameworkSchema = z
  .strictObject({
    $schema: z.string().optional(),
    title: text,
    note: text.optional(),
    english: z.strictObject({ title: text, note: text.optional() }).optional(),
    source: source.optional(),
    gradeOf: z
      .enum(MEASURES)
      .describe(
        'What grades are given for. degree: the share of indicators that are done. score: their mean by weight.',
      ),
    grades: z
      .array(z.strictObject({ name: text, english: text.optional(), from: share }))
      .describe('Each from its lower bound up to the next one. Below the lowest there is none.'),
    statuses: z
      .array(
        z.strictObject({
          word: text,
          means: z
            .enum(MEANINGS)
            .describe(
              'done and open have a score; not-applicable is left out of the weights; uncounted is for indicators outside the reckoning.',
            ),
          aliases: z.array(text).optional(),
        }),
      )
      .min(1),
    judged: z
      .strictObject({ met: text, breached: text })
      .optional()
      .describe(
        'The words for what counts decide where no status is stated: one that means done, one that means open.',
      ),
    models: z.record(text, modelSchema),
    model: text.describe('The model that is used unless another is asked for.'),
    groups: z.array(group).min(1),
    indicators: z.array(indicator).min(1),
  })
  .describe('xc-eval score --framework');

type Faults = { readonly faults: readonly z.core.$ZodIssue[] };

const parsedBy =
  <T>(schema: z.ZodType) =>
  (value: unknown): { readonly file: T } | Faults => {
    const parsed = schema.safeParse(value, { reportInput: true });
    return parsed.success ? { file: parsed.data as T } : { faults: parsed.error.issues };
  };

/** A framework in form, or all that is wrong with its form. What it says is checked elsewhere. */
export const checkFrameworkForm = parsedBy<FrameworkFile>(frameworkSchema);

export const checkModelForm = parsedBy<ModelFile>(modelSchema);
