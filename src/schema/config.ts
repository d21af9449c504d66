import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { COMPARISONS, LEVELS, SCOPES } from '../catalogue/standard.ts';
import type { ConfigFile } from '../config/config.ts';
import { visible } from '../message/visible.ts';
import { PERIOD_GRAINS } from '../period/period.ts';

const text = z
  .string()
  .trim()
  .min(1)
  .refine((value) => visible(value) === value);
const names = z.array(text);
const term = text.describe('A count by its id, its label or another of its names.');
const metricName = text.describe('A metric by its id, its label or another of its names.');

const decimal = z
  .union([z.number().nonnegative(), z.string().regex(/^\d+(?:\.\d+)?$/)])
  .describe('A decimal, taken exactly as written.');

type Node = z.ZodType;

/** What formulas are written in: the same data as the built-in ones, a name standing for a count. */
const amount: Node = z.lazy(() => z.discriminatedUnion('kind', AMOUNTS)).meta({ id: 'amount' });
const operand: Node = z.union([term, amount]).meta({ id: 'operand' });

const AMOUNTS = [
  z.strictObject({ kind: z.literal('count'), count: term }),
  z.strictObject({ kind: z.literal('sum'), terms: z.array(operand).min(1) }),
  z.strictObject({ kind: z.literal('minus'), from: operand, less: operand }),
  z.strictObject({ kind: z.literal('priorYear'), count: term }),
  z.strictObject({
    kind: z.literal('weighted'),
    terms: z.array(z.strictObject({ of: operand, weight: decimal })).min(1),
  }),
] as const;

const formula = z
  .discriminatedUnion('kind', [
    ...AMOUNTS,
    z.strictObject({ kind: z.literal('share'), part: operand, whole: operand }),
    z.strictObject({ kind: z.literal('ratio'), numerator: operand, denominator: operand }),
    z.strictObject({ kind: z.literal('complement'), metric: metricName }),
    z.strictObject({
      kind: z.literal('mean'),
      metric: metricName,
      over: z.enum(['month', 'year']),
    }),
  ])
  .meta({ id: 'formula' });

const source = z
  .strictObject({
    document: text.describe('The title of the document.'),
    issuer: text.optional(),
    date: text.optional(),
    section: text.describe('Where in it: chapter, article, page.'),
    quote: text.describe('Its words.'),
  })
  .meta({ id: 'source' });

const addedCount = z
  .strictObject({
    label: text,
    english: text.optional(),
    short: text.optional().describe('The term inside a formula with numbers put in.'),
    aliases: names.optional().describe('Other headers that mean it.'),
    unit: text.describe('The measure word: 件, 人, 项.'),
    nature: z.enum(['flow', 'stock']).describe('Whether it adds up over periods.'),
    decimals: z.literal(true).optional(),
    source: source.optional(),
    note: text.optional(),
  })
  .meta({ id: 'addedCount' });

const changedCount = z
  .strictObject({ aliases: names.describe('Headers that mean it, beside the built-in ones.') })
  .meta({ id: 'changedCount' });

const metricFields = {
  meaning: text.describe('What it says, in one sentence.'),
  english: z.strictObject({ label: text, meaning: text }).optional(),
  aliases: names.optional(),
  display: z
    .union([z.literal('percent'), z.strictObject({ unit: text })])
    .optional()
    .describe('A percentage, or a plain number with its unit.'),
  ambiguity: text.optional().describe('What the definition leaves open.'),
  formula,
  source,
};

const addedMetric = z
  .strictObject({
    label: text,
    better: z.enum(['higher', 'lower', 'neutral']),
    ...metricFields,
  })
  .meta({ id: 'addedMetric' });

const changedMetric = z
  .strictObject(metricFields)
  .partial()
  .describe('Another definition of a built-in metric, with its source; or more names.')
  .meta({ id: 'changedMetric' });

const month = text.describe('2024, 2024Q1 or 2024-01: its first or last month.');

const suspension = z
  .strictObject({
    units: names.min(1).optional().describe('Units or groups of units. Left out: all.'),
    from: month.optional(),
    until: month.optional(),
  })
  .meta({ id: 'suspension' });

const limit = z
  .union([
    decimal,
    z.string().regex(/^\d+(?:\.\d+)?%$/),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('value'), value: decimal }),
      z.strictObject({ kind: z.literal('metric'), metric: metricName }),
      z.strictObject({ kind: z.literal('prior-year') }),
    ]),
  ])
  .describe('A share is 0..1 or a text with %. Or another metric, or the value of the year before.')
  .meta({ id: 'limit' });

const standardFields = {
  comparison: z.enum(COMPARISONS),
  limit,
  level: z.enum(LEVELS).optional(),
  severity: z.enum(['breach', 'warn']).optional().describe('What not meeting it is called.'),
  scope: z.enum(SCOPES).optional(),
  per: z.enum(PERIOD_GRAINS).nullable().optional(),
  from: month.nullable().optional(),
  until: month.nullable().optional(),
  units: names.min(1).optional().describe('The only units, or groups of units, it speaks to.'),
  off: z.array(suspension).optional().describe('Where it does not apply.'),
  source,
  note: text.optional(),
};

const addedStandard = z
  .strictObject({
    metric: metricName,
    ...standardFields,
    replaces: text
      .optional()
      .describe(
        'The id of a standard that is off wherever this one applies; gives what is left out.',
      ),
  })
  .partial({ metric: true, comparison: true })
  .meta({ id: 'addedStandard' });

const changedStandard = z
  .strictObject(standardFields)
  .partial({ comparison: true, limit: true, source: true })
  .meta({ id: 'changedStandard' });

const severity = z.enum(['breach', 'warn']).optional();

/** A record whose built-in ids may be changed, and to which others may be added. */
const records = (ids: readonly string[], changed: Node, added: Node) =>
  z
    .object(Object.fromEntries(ids.map((each) => [each, changed.optional()])))
    .catchall(added)
    .optional();

/** `xc-eval.config.json`. */
export const configSchema = ({
  counts,
  metrics,
  standards,
}: Pick<Catalogue, 'counts' | 'metrics' | 'standards'>) =>
  z
    .strictObject({
      $schema: z.string().optional(),
      counts: records(Object.keys(counts), changedCount, addedCount),
      metrics: records(Object.keys(metrics), changedMetric, addedMetric),
      standards: records(
        Object.keys(standards),
        z.union([z.literal(false), changedStandard]).describe('false: switched off.'),
        z.union([z.literal(false), addedStandard]),
      ),
      severities: z
        .strictObject({
          required: severity,
          'in-principle': severity,
          implied: severity,
          data: severity.describe('Problems with the data, where --allow-invalid goes on.'),
        })
        .optional()
        .describe('What not meeting a standard of each level is called.'),
      units: z
        .strictObject({
          names: z
            .record(text, text)
            .optional()
            .describe('Other names of units: {"德胜": "德胜街道"}.'),
          groups: z
            .record(text, names.min(1))
            .optional()
            .describe('Units taken together by --by group.'),
        })
        .optional(),
    })
    .describe('xc-eval.config.json');

/** A configuration in form, or all that is wrong with its form. Ids are looked up elsewhere. */
export function checkConfigForm(
  value: unknown,
  catalogue: Catalogue,
): { config: ConfigFile } | { faults: readonly z.core.$ZodIssue[] } {
  const parsed = configSchema(catalogue).safeParse(value, { reportInput: true });
  if (parsed.success) return { config: parsed.data as ConfigFile };
  return { faults: parsed.error.issues };
}
