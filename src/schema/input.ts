import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { KIND_LABELS, ROLES, type Role } from '../verify/pair-header.ts';

const cell = z
  .union([z.number(), z.string(), z.null()])
  .describe('A number, or a text as a sheet has it; null, blank, - and the like are not reported.');

const key = z.union([z.string(), z.number()]).optional();

const WHO = { 单位: key, unit: key, 期间: key, period: key };

/** Rows as the only thing in a document, or under the key `rows`. */
const rowsOf = (row: z.ZodType) => z.union([z.array(row), z.object({ rows: z.array(row) })]);

/** JSON input: rows by unit and period, with a key for each count or published rate. */
export function inputSchema(catalogue: Catalogue) {
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
  const row = z
    .object({
      ...WHO,
      指标: key,
      数值: cell.optional(),
      ...terms,
    })
    .catchall(cell)
    .describe(
      'Aliases of a term, with or without 数, 量, 件数 or a unit in brackets, are keys as well.',
    );
  return rowsOf(row).describe('xc-eval metrics: JSON input');
}

const ROLES_SAID: Readonly<Record<Role, string>> = {
  label: 'What the figure is called.',
  numerator: 'A count, a decimal (27万) or a sum ("56+51").',
  denominator: 'A count, a decimal (35.2万) or a sum.',
  reported: 'As published, in its own writing: "92.1%", "72.50%", "约24%".',
  kind: `How the two are to each other: ${KIND_LABELS.join('、')}; blank where that is not known.`,
  group: 'The whole that it is a share of, with the other rows of this name.',
};

/** JSON input of `verify` with a row a figure. */
export const pairsSchema = rowsOf(
  z
    .object({
      ...WHO,
      ...Object.fromEntries(
        Object.entries(ROLES).flatMap(([role, names]) =>
          names.map((name) => [name, cell.describe(ROLES_SAID[role as Role]).optional()]),
        ),
      ),
    })
    .catchall(cell)
    .describe('Numbers under any other key may be the denominator that was used.'),
).describe('xc-eval verify: JSON input, a row a figure');
