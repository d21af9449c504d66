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
  let failed = false;
  const fail: IssueSink = (found) => {
    failed ||= !lines && found.code !== 'duplicate-key';
    report(found);
  };
  if (lines) {
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      if (line.trim() !== '') collect(line, file, index, 0, rows, fail);
    }
  } else {
    collect(text, file, 0, null, rows, fail);
  }
  if (failed) return false;
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
  let failed = false;
  collect(text, file, line - 1, 0, rows, (found) => {
    failed ||= found.code !== 'duplicate-key';
    report(found);
  });
  return failed ? null : (rows[0]?.cells ?? null);
}

const place = (file: string, cell: JsonCell | undefined, line: number): Place =>
  cell === undefined ? { file, line } : { file, line: cell.line, column: cell.column };

/**
 * Walks one JSON text. `rowDepth` is the depth at which row objects stand; null finds it: 1 in an array, 2
 * under `rows`.
 */
function collect(
  text: string,
  file: string,
  lineOffset: number,
  rowDepth: number | null,
  rows: JsonRow[],
  report: IssueSink,
): void {
  let depth = 0;
  let depthOfRows = rowDepth;
  let row: JsonRow | null = null;
  let key: string | null = null;
  /** The key of the outermost object that is being read. */
  let section: string | null = null;
  let broken = false;
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
    if (depth === (depthOfRows as number) + 1)
      cell(text.slice(offset, offset + 20), line, character);
    return true;
  };

  visit(
    text,
    {
      onObjectBegin(offset, _length, line, character) {
        if (!nested(offset, line, character)) {
          if (depth === depthOfRows && (depthOfRows < 2 || section === 'rows'))
            row = { line: line + lineOffset + 1, cells: new Map() };
          else if (depth > 0) notRows(line, character);
        }
        depth++;
      },
      onObjectProperty(name, _offset, _length, line, character) {
        if (row === null && depth === 1 && rowDepth === null) section = name;
        if (row !== null && depth === (depthOfRows as number) + 1) key = name;
        else if (row === null && depth === 1 && name !== 'rows') key = null;
        else if (row === null && depth === 1 && depthOfRows === null) depthOfRows = 2;
        else if (row === null) notRows(line, character);
      },
      onObjectEnd() {
        depth--;
        if (row !== null && depth === depthOfRows) {
          rows.push(row);
          row = null;
        }
      },
      onArrayBegin(offset, _length, line, character) {
        if (!nested(offset, line, character) && depth === 0) depthOfRows = 1;
        depth++;
      },
      onArrayEnd() {
        depth--;
      },
      onLiteralValue(value, offset, length, line, character) {
        if (row === null) {
          if (depth === 0 || depth === depthOfRows) notRows(line, character);
          return;
        }
        if (depth !== (depthOfRows as number) + 1) return;
        const written = typeof value === 'string' ? value : text.slice(offset, offset + length);
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
  }
}
