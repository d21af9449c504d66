import { z } from 'zod';
import { visible } from '../message/visible.ts';
import { PERIOD_GRAINS } from '../period/period.ts';
import { type MappingFile, NO_CASES } from '../tally/mapping.ts';

const isHarmless = (value: string): boolean => visible(value) === value;

const text = z.string().trim().min(1).refine(isHarmless);
const column = text.describe('The name of a column, as the header has it.');
const value = z
  .string()
  .trim()
  .refine(isHarmless)
  .describe('What a cell holds, without white space around it; "" is a blank cell.');
const note = text.optional().describe('Why: the choice that is made here, and by what source.');

const day = text.describe('A day: "2024-01-31". It belongs to the range.');
const decimal = z
  .union([z.number().transform(String), text])
  .describe('A decimal, taken exactly: 0.5 or "0.5". It belongs to the range.');

const condition: z.ZodType = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('equals'), column, value }),
      z.strictObject({ kind: z.literal('in'), column, values: z.array(value).min(1) }),
      z.strictObject({
        kind: z.literal('dates'),
        column,
        from: day.optional(),
        until: day.optional(),
      }),
      z.strictObject({
        kind: z.literal('numbers'),
        column,
        from: decimal.optional(),
        until: decimal.optional(),
      }),
      z.strictObject({ kind: z.literal('present'), column }),
      z.strictObject({ kind: z.literal('absent'), column }),
      z.strictObject({ kind: z.literal('and'), of: z.array(condition).min(1) }),
      z.strictObject({ kind: z.literal('or'), of: z.array(condition).min(1) }),
      z.strictObject({ kind: z.literal('not'), of: condition }),
    ]),
  )
  .describe('Which rows are meant. A blank or unreadable cell meets no test but absent.')
  .meta({ id: 'condition' });

/** A mapping: `xc-eval tally --mapping`. */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    title: text,
    note,
    unit: column.describe('The column that names the unit of a row.'),
    period: z
      .strictObject({
        column,
        holds: z.enum(['date', 'period']).describe('Days (with or without a time), or periods.'),
        grain: z.enum(PERIOD_GRAINS).describe('How long the periods of the counts are.'),
        note,
      })
      .describe('The column that gives the period of a row.'),
    caseNumber: column
      .optional()
      .describe('The column that tells cases apart; a number that stands twice is reported.'),
    columns: z
      .record(text, z.strictObject({ values: z.array(value).min(1), note }))
      .optional()
      .describe('All that a column may hold; anything else is reported.'),
    leftOut: z
      .strictObject({ where: condition, note })
      .optional()
      .describe('Rows that are knowingly not counted.'),
    noCases: z
      .strictObject({ means: z.enum(NO_CASES), note })
      .optional()
      .describe(
        'What it means that a unit has no counted case in a period of the ledger: none, or (if left out) nothing known.',
      ),
    counts: z
      .record(
        text.describe('A count by its id, its label or another of its names.'),
        z.strictObject({
          where: condition.optional(),
          sum: column.optional().describe('The column of numbers that is added up over the rows.'),
          note,
        }),
      )
      .refine((counts) => Object.keys(counts).length > 0, { params: { code: 'config-blank' } })
      .describe(
        'How each count is made: the number of the rows it is made of, or a sum over them.',
      ),
  })
  .describe('xc-eval tally --mapping');

/** A mapping in form, or all that is wrong with its form. What it says is checked elsewhere. */
export function checkMappingForm(
  value: unknown,
): { readonly file: MappingFile } | { readonly faults: readonly z.core.$ZodIssue[] } {
  const parsed = mappingSchema.safeParse(value, { reportInput: true });
  return parsed.success ? { file: parsed.data as MappingFile } : { faults: parsed.error.issues };
}
