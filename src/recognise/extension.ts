/** What stands behind the last dot of a path, in small letters; empty without one. */
export function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(dot + 1).toLowerCase();
}

/** Whether a path names a Parquet file, which only DuckDB reads. */
export const isParquet = (path: string): boolean => extensionOf(path) === 'parquet';
