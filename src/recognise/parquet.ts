/** Whether a path names a Parquet file, which only DuckDB reads. */
export const isParquet = (path: string): boolean => /\.parquet$/i.test(path);
