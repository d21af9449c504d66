import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** JSON input: rows by unit and period, with a key for each count or published rate. */
export function inputSchema(catalogue: Catalogue) {
  const cell = z
    .union([z.number(), z.string(), z.null()])
    .describe(
      'A number, or a text as a sheet has it; null, blank, - and the like are not reported.',
    );
  const terms: Record<string, z.ZodOptional<typeof cell>> = {};
  const { counts, metrics } = catalogue;
  for (const [id, { label, unit }] of Object.entries(counts)) {
    terms[label] = cell.describe(`${id}, ${unit}`).optional();
    terms[id] = cell.describe(`${label}, ${unit}`).optional();
  }
  for (const [id, { label }] of Object.entries(metrics)) {
    terms[label] ??= cell.describe(`${id}, as published: "92.1%" or 0.921`).optional();
    terms[id] ??= cell.describe(`${label}, as published: "92.1%" or 0.921`).optional();
  }
  const key = z.union([z.string(), z.number()]).optional();
  const row = z
    .object({
      单位: key,
      unit: key,
      期间: key,
      period: key,
      指标: key,
      数值: cell.optional(),
      ...terms,
    })
    .catchall(cell)
    .describe(
      'Aliases of a term, with or without 数, 量, 件数 or a unit in brackets, are keys as well.',
    );
  return z
    .union([z.array(row), z.object({ rows: z.array(row) })])
    .describe('xc-eval metrics: JSON input');
}
