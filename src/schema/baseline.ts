import { z } from 'zod';
import { BASELINE_VERSION, type Baseline, parseDistance, parseFigure } from '../check/baseline.ts';
import { wrongAt } from './wrong-at.ts';

const exact = (parse: (text: string) => unknown) =>
  z
    .string()
    .refine((text) => parse(text) !== null)
    .nullable();

const shortfall = z.strictObject({
  flag: z.enum(['breach', 'warn', 'unknown']),
  distance: exact(parseDistance),
  figure: exact(parseFigure),
});

const baselineSchema = z.strictObject({
  baselineVersion: z.literal(BASELINE_VERSION),
  known: z.array(
    z.strictObject({
      standard: z.string(),
      unit: z.string().nullable(),
      definition: z.string(),
      judged: z.array(z.string()),
      found: z.record(z.string(), shortfall),
    }),
  ),
});

/** A baseline from JSON; else the path of what is first wrong with it, or the version that it is of. */
export function parseBaseline(
  value: unknown,
): { baseline: Baseline } | { wrongAt: string } | { version: string } {
  const version =
    typeof value === 'object' && value !== null && 'baselineVersion' in value
      ? value.baselineVersion
      : undefined;
  if (version !== undefined && version !== BASELINE_VERSION) return { version: String(version) };
  const parsed = baselineSchema.safeParse(value);
  if (parsed.success) return { baseline: parsed.data };
  return { wrongAt: wrongAt(parsed.error) };
}
