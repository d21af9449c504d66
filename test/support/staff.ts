/** The share of legal review staff, on which standards and their changes are tried. */
import { type Files, metricIn, resultsOf, standingsOf } from './config.ts';

/** Legal review staff among enforcement staff, unit by unit, in 2024. */
export const staff = (
  ...rows: readonly (readonly [unit: string, part: number, whole: number])[]
) => [
  '单位,期间,法制审核人员,执法人员总数',
  ...rows.map(([unit, part, whole]) => `${unit},2024,${part},${whole}`),
];

/** How the standards of a configuration stand to the share of one unit. */
export const staffStandingsBy =
  (files: Files) =>
  async (config: object, part: number, whole: number, unit = '甲局') => {
    const groups = await resultsOf(files.config(config), staff([unit, part, whole]));
    return standingsOf(metricIn(groups, 'legalReviewStaffShare', unit));
  };

/** A configuration that changes the built-in minimum of the share. */
export const minimum = (change: object) => ({ standards: { legalReviewStaffMinimum: change } });
