/** 四舍五入, truncation towards zero, and rounding half to even. */
export const ROUNDINGS = ['half-up', 'truncate', 'half-even'] as const;

export type Rounding = (typeof ROUNDINGS)[number];

/** How figures are printed where nobody says otherwise. */
export const DEFAULT_FIGURES = { precision: 2, rounding: 'half-up' } as const;

/** All the rules by which a published figure may have been rounded; `up` is 进一, away from zero. */
export const ROUNDING_RULES = ['half-up', 'half-even', 'truncate', 'up'] as const;

export type RoundingRule = (typeof ROUNDING_RULES)[number];
