/** What reads and computes. `auto`: DuckDB where it is installed and pays. */
export const ENGINES = ['auto', 'builtin', 'duckdb'] as const;

export type Engine = (typeof ENGINES)[number];
