import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import type { RowSink } from '../validate/table.ts';

export interface JsonCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

interface JsonRow {
  readonly line: number;
  readonly cells: Map<string, JsonCell>;
}

/**
 * Hands JSON rows to `sink` as a table: first the keys, then the values of each row as text. Numbers keep
 * the digits they are written with; null and absent keys are blank. Takes an array of objects,
 * `{rows: […]}`, or, with `lines`, one object a line. Returns false, and no row, if the text is not that.
 */
export function readJson(
  text: string,
  file: string,
  lines: boolean,
  sink: RowSink,
  report: IssueSink,
): boolean {
  const rows: JsonRow[] = [];
  if (lines) {
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      if (line.trim() !== '') collect(line, file, index, 0, rows, report);
    }
  } else if (!collect(text, file, 0, null, rows, report)) return false;
  const keys = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  if (keys.length === 0) return true;
  const [first] = rows;
  const firstUse = (key: string) => rows.find(({ cells }) => cells.has(key))?.cells.get(key);
  sink(keys, first?.line ?? 1, (index) => place(file, firstUse(keys[index] as string), 1));
  for (const { line, cells } of rows) {
    sink(
      keys.map((key) => cells.get(key)?.text ?? ''),
      line,
      (index) => place(file, cells.get(keys[index] as string), line),
    );
  }
  return true;
}

/** The object of one line of JSON Lines, its values as text; null where there is none. */
export function readJsonLine(
  text: string,
  file: string,
  line: number,
  report: IssueSink,
): ReadonlyMap<string, JsonCell> | null {
  const rows: JsonRow[] = [];
  return collect(text, file, line - 1, 0, rows, report) ? (rows[0]?.cells ?? null) : null;
}

const place = (file: string, cell: JsonCell | undefined, line: number): Place =>
  cell === undefined ? { file, line } : { file, line: cell.line, column: cell.column };

/**
 * Walks one JSON text. `rowDepth` is the depth at which row objects stand; null finds it: 1 in an array, 2
 * under `rows`. Returns false where the text is not made of rows; a single element that is no object is reported
 * and passed over.
 */
function collect(
  text: string,
  file: string,
  lineOffset: number,
  rowDepth: number | null,
  rows: JsonRow[],
  report: IssueSink,
): boolean {
  let depth = 0;
  let depthOfRows = rowDepth;
  let row: JsonRow | null = null;
  let key: string | null = null;
  /** The key of the outermost object that is being read. */
  let section: string | null = null;
  let broken = false;
  /** Where the value of a cell begins that is no single value, and what has to be known when it ends. */
  let inner: { readonly offset: number; readonly key: string; readonly place: Place } | null = null;
  let elementsPassedOver = 0;
  /** Whether an element is being passed over. */
  let passing = false;
  const at = (line: number, character: number): Place => ({
    file,
    line: line + lineOffset + 1,
    column: character + 1,
  });
  const notRows = (line: number, character: number): void => {
    if (!broken) report(issue('json-not-rows', at(line, character), {}));
    broken = true;
  };
  const cell = (value: string, line: number, character: number): void => {
    if (row === null || key === null) return;
    const where = at(line, character);
    if (row.cells.has(key)) {
      report(issue('duplicate-key', where, { text: key }));
      return;
    }
    row.cells.set(key, { text: value, line: where.line as number, column: where.column as number });
  };
  const nested = (offset: number, line: number, character: number): boolean => {
    if (row === null) return false;
    if (depth === (depthOfRows as number) + 1 && key !== null) {
      inner = { offset, key, place: at(line, character) };
      cell('', line, character);
    }
    return true;
  };
  const nestedEnd = (end: number): void => {
    if (inner === null || row === null || depth !== (depthOfRows as number) + 1) return;
    const { offset, key: name, place: where } = inner;
    report(issue('nested-value', where, { text: shortened(text.slice(offset, end)), name }));
    inner = null;
  };
  const passOver = (line: number, character: number): void => {
    elementsPassedOver++;
    if (!broken) report(issue('json-not-rows', at(line, character), {}));
  };
  const isElement = (): boolean =>
    row === null && rowDepth === null && depth > 0 && depth === depthOfRows && isAmongRows();
  const isAmongRows = (): boolean => depthOfRows === 1 || section === 'rows';

  visit(
    text,
    {
      onObjectBegin(offset, _length, line, character) {
        if (!passing && !nested(offset, line, character)) {
          if (depth === depthOfRows && (depthOfRows < 2 || section === 'rows'))
            row = { line: line + lineOffset + 1, cells: new Map() };
          else if (depth > 0) notRows(line, character);
        }
        depth++;
      },
      onObjectProperty(name, _offset, _length, line, character) {
        if (passing) return;
        if (row === null && depth === 1 && rowDepth === null) section = name;
        if (row !== null && depth === (depthOfRows as number) + 1) key = name;
        else if (row === null && depth === 1 && name !== 'rows') key = null;
        else if (row === null && depth === 1 && depthOfRows === null) depthOfRows = 2;
        else if (row === null) notRows(line, character);
      },
      onObjectEnd(offset, length) {
        depth--;
        nestedEnd(offset + length);
        if (row !== null && depth === depthOfRows) {
          rows.push(row);
          row = null;
        }
      },
      onArrayBegin(offset, _length, line, character) {
        if (!passing && isElement()) {
          passOver(line, character);
          passing = true;
        } else if (!passing && !nested(offset, line, character) && depth === 0) depthOfRows = 1;
        depth++;
      },
      onArrayEnd(offset, length) {
        depth--;
        nestedEnd(offset + length);
        if (depth === depthOfRows) passing = false;
      },
      onLiteralValue(value, offset, length, line, character) {
        if (passing) return;
        if (row === null) {
          if (isElement()) passOver(line, character);
          else if (depth === 0 || depth === depthOfRows) notRows(line, character);
          return;
        }
        if (depth !== (depthOfRows as number) + 1) return;
        const source = text.slice(offset, offset + length);
        const written =
          typeof value === 'string' ? value : typeof value === 'number' ? plainly(source) : source;
        cell(value === null ? '' : written, line, character);
      },
      onError(code: ParseErrorCode, _offset, _length, line, character) {
        if (!broken) {
          report(
            issue('malformed-json', at(line, character), { cause: printParseErrorCode(code) }),
          );
        }
        broken = true;
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  if (!broken && rowDepth === null && depthOfRows === null) {
    report(issue('json-not-rows', { file, line: 1 }, {}));
    return false;
  }
  return !broken && (rows.length > 0 || elementsPassedOver === 0);
}

const LONGEST = 30;

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

/** A number with a small exponent as a plain decimal, any other as it is written. */
function plainly(number: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d{1,2})$/i.exec(number);
  if (match === null) return number;
  const [, sign, units = '', decimals = '', exponent] = match;
  const moved = Number(exponent);
  const before = units.padStart(Math.max(0, -moved) + 1, '0');
  const digits = before + decimals.padEnd(Math.max(0, moved), '0');
  const point = before.length + moved;
  const whole = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point);
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}
