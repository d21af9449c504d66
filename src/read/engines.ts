/** What reads large inputs. `auto`: DuckDB where it is installed and there is enough to read, or Parquet. */
export const ENGINES = ['auto', 'builtin', 'duckdb'] as const;

export type Engine = (typeof ENGINES)[number];
