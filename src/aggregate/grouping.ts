/** What one row of a result stands for. */
export const GROUPINGS = [
  'unit,period',
  'unit',
  'group,period',
  'group',
  'period',
  'total',
] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What one comparison stands for. */
export const COMPARE_GROUPINGS = ['unit', 'group', 'total'] as const;

export type CompareGrouping = (typeof COMPARE_GROUPINGS)[number];
