/** 四舍五入, truncation towards zero, and rounding half to even. */
export const ROUNDINGS = ['half-up', 'truncate', 'half-even'] as const;

export type Rounding = (typeof ROUNDINGS)[number];
