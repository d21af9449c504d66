import type { Dialect } from './dialect.ts';

/** What `String.trim` removes. */
const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A statement ends at its first NUL, so that a text with one is put together. */
const text = (value: string): string =>
  value.includes('\0')
    ? `(${value.split('\0').map(quoted).join(' || chr(0) || ')})`
    : quoted(value);

/** To look for white space takes a tenth of the time of taking it away. */
const trimmed = (expression: string): string =>
  `CASE WHEN regexp_matches(${expression}, ${text(`[${WHITE_SPACE}]`)}) THEN trim(${expression}, ${text(WHITE_SPACE)}) ELSE ${expression} END`;

/** DuckDB 1. A name with a NUL cannot be written. */
export const duckdb: Dialect = {
  identifier(name) {
    if (name.includes('\0')) throw new RangeError('a name with a NUL');
    return `"${name.replaceAll('"', '""')}"`;
  },
  text,
  asText: (expression) => `CAST(${expression} AS VARCHAR)`,
  trimmed,
  // Nearly every text begins with a Chinese character, a letter or a digit, which is found out in no time.
  isPresent: (expression) =>
    `CASE WHEN ${expression} BETWEEN '㐀' AND '鿿' THEN true WHEN ${expression} BETWEEN '!' AND '~' THEN true ELSE coalesce(${trimmed(expression)}, '') <> '' END`,
  ungrouped: (expression) => `replace(${expression}, ',', '')`,
  matches: (expression, pattern) => `regexp_full_match(${expression}, ${text(pattern)})`,
  isPlainDay: (expression) =>
    `strlen(${expression}) = 10 AND CAST(TRY_CAST(${expression} AS DATE) AS VARCHAR) = ${expression}`,
  first: (expression, characters) => `left(${expression}, ${characters})`,
  part: (expression, pattern, group) => `regexp_extract(${expression}, ${text(pattern)}, ${group})`,
  date: (expression) => `TRY_CAST(${expression} AS DATE)`,
  month: (date) => `left(CAST(${date} AS VARCHAR), 7)`,
  decimal: (expression) => `TRY_CAST(${expression} AS DECIMAL(24, 6))`,
  sum: (expression) => `sum(${expression})`,
  hash: (expression) => `hash(${expression})`,
};

/** A CSV file whose columns are known, so that DuckDB guesses nothing. */
export interface CsvTable {
  readonly path: string;
  readonly delimiter: string;
  /** Lines above the first row of data, the header among them. */
  readonly skip: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Whether a quoted cell may hold a line break: then one thread has to read all of it. */
  readonly multiline: boolean;
}

/** The rows of a CSV file in UTF-8. Rows of another length than the header are an error. */
export function csvTable({ path, delimiter, skip, columns, multiline }: CsvTable): string {
  const types = columns.map(({ name, type }) => `${text(name)}: ${text(type)}`);
  return `read_csv(${pathText(path)}, auto_detect = false, header = false, skip = ${skip}, delim = ${text(delimiter)}, quote = '"', escape = '"', strict_mode = true, parallel = ${!multiline}, columns = {${types.join(', ')}})`;
}

/** The rows of a Parquet file. */
export const parquetTable = (path: string): string => `read_parquet(${pathText(path)})`;

/** A path is a pattern to DuckDB. */
const pathText = (path: string): string => text(path.replace(/[*?[]/g, '[$&]'));

/** The rows of a CSV file without quotes, all of whose lines end alike. */
export function plainCsvTable(
  { path, delimiter, skip, columns }: Omit<CsvTable, 'multiline'>,
  returns: boolean,
): string {
  const types = columns.map(({ name, type }) => `${text(name)}: ${text(type)}`);
  const lineEnd = returns ? "'\\r\\n'" : "'\\n'";
  return `read_csv(${pathText(path)}, auto_detect = false, header = false, skip = ${skip}, delim = ${text(delimiter)}, quote = '', escape = '', new_line = ${lineEnd}, strict_mode = true, columns = {${types.join(', ')}})`;
}
