import type { Catalogue } from '../catalogue/catalogue.ts';
import { ofCatalogue } from '../catalogue/once.ts';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import { MEASURE_WORDS } from '../text/measure-words.ts';

/** What a column of a table holds. */
export type Column =
  | { readonly kind: 'unit' | 'period' | 'indicator' | 'value' | 'ignored' | 'nameless' }
  | { readonly kind: 'count'; readonly id: string }
  | { readonly kind: 'reported'; readonly id: string; readonly percentHeader: boolean };

/** `wide`: one row a unit and period, a column a count. `long`: one row a single value. */
export interface Layout {
  readonly kind: 'wide' | 'long';
  readonly columns: readonly Column[];
  /** The header cells as written. */
  readonly headers: readonly string[];
}

/** What a term in a header or in the 指标 column of a long table means. */
export type Meaning = Column | null;

const FIXED: ReadonlyMap<string, Column['kind']> = new Map(
  Object.entries<Column['kind']>({
    单位: 'unit',
    单位名称: 'unit',
    填报单位: 'unit',
    报送单位: 'unit',
    部门: 'unit',
    部门名称: 'unit',
    街道: 'unit',
    街道名称: 'unit',
    区: 'unit',
    地区: 'unit',
    机关: 'unit',
    执法机关: 'unit',
    unit: 'unit',
    期间: 'period',
    时期: 'period',
    时间: 'period',
    年度: 'period',
    年份: 'period',
    年: 'period',
    季度: 'period',
    月份: 'period',
    报告期: 'period',
    统计期间: 'period',
    period: 'period',
    year: 'period',
    指标: 'indicator',
    指标名称: 'indicator',
    indicator: 'indicator',
    数值: 'value',
    值: 'value',
    指标值: 'value',
    value: 'value',
    序号: 'ignored',
    编号: 'ignored',
    no: 'ignored',
    备注: 'ignored',
    说明: 'ignored',
    计量单位: 'ignored',
    填报人: 'ignored',
    填表人: 'ignored',
    联系人: 'ignored',
    联系电话: 'ignored',
    填报日期: 'ignored',
    数据来源: 'ignored',
    '': 'nameless',
  }),
);

/** Whether a term carries a percent sign as its unit: 复议纠错率（%）. */
export const hasPercentUnit = (text: string): boolean =>
  /[(（]\s*(?:(?:计量)?单位\s*[:：]\s*)?[%％]\s*[)）]\s*$/.test(text);

/** What a header means whatever the vocabulary, if anything. */
function fixedMeaning(header: string): Column['kind'] | undefined {
  const plain = header.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return FIXED.get(plain) ?? FIXED.get(plain.replace(/\([^()]*\)$/, ''));
}

/** Whether a header means something else than any count or metric could. */
export const isFixedHeader = (header: string): boolean => fixedMeaning(header) !== undefined;

/** What headers say is the same in file after file; texts that are none may be of any number. */
const meaningsOf = ofCatalogue(() => new Map<string, Meaning>());
const MOST_MEANINGS = 4096;

/** What a header says: one of the fixed columns, a count, or a metric as published. Null: nobody knows it. */
export function meaningOf(header: string, catalogue: Catalogue): Meaning {
  const known = meaningsOf(catalogue);
  const before = known.get(header);
  if (before !== undefined) return before;
  const meaning = lookUp(header, catalogue);
  if (known.size < MOST_MEANINGS) known.set(header, meaning);
  return meaning;
}

function lookUp(header: string, catalogue: Catalogue): Meaning {
  const fixed = fixedMeaning(header);
  if (fixed !== undefined) return { kind: fixed } as Column;
  const named = catalogue.named(header);
  if (named === undefined) return null;
  return named.kind === 'count'
    ? { kind: 'count', id: named.id }
    : { kind: 'reported', id: named.id, percentHeader: hasPercentUnit(header) };
}

/** A row of cells with the line on which it stands. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** How far down a header is looked for. Sheets have a few title lines, never pages of them. */
export const HEADER_SEARCH_ROWS = 30;

/** Looks for the header among the first rows as they come. */
export interface HeaderFinder {
  /** Takes the next row. Returns whether it is the header for certain, whatever follows. */
  take(cells: readonly string[]): boolean;
  /** The index of the row that is most of a header, or null. */
  best(): number | null;
}

/**
 * Finds the header among the first rows: the one with the most cells that mean something, as long as it
 * names a count, a metric, or indicator and value.
 */
export function headerFinder(catalogue: Catalogue): HeaderFinder {
  let best: { index: number; known: number } | null = null;
  let rows = 0;
  return {
    take(cells) {
      const index = rows++;
      const filled = cells.filter((cell) => cell.trim() !== '');
      if (filled.every(isNumber)) return false;
      const meanings = filled.map((cell) => meaningOf(cell, catalogue));
      const known = meanings.filter((meaning) => meaning !== null).length;
      if (!holdsValues(meanings) || known <= (best?.known ?? 0)) return false;
      best = { index, known };
      // What a row without an unknown word calls itself, no later row can call itself better.
      return known === filled.length && known > 2;
    },
    best: () => best?.index ?? null,
  };
}

/** Whether a cell holds digits, or nothing, rather than words. */
export const isNumber = (cell: string): boolean => /^[\s\d.,%-]*$/.test(cell);

const holdsValues = (meanings: readonly Meaning[]): boolean => {
  const has = (kind: Column['kind']) => meanings.some((meaning) => meaning?.kind === kind);
  return has('count') || has('reported') || (has('indicator') && has('value'));
};

/**
 * Turns a header row into a layout. Headers that nobody knows and columns that mean the same are
 * problems; either way the column's cells are not read.
 */
export function layoutOf(
  headers: readonly string[],
  catalogue: Catalogue,
  placeOf: (index: number) => Place,
  report: IssueSink,
): Layout {
  const first = new Map<string, number>();
  const columns = headers.map((header, index): Column => {
    const meaning = meaningOf(header, catalogue);
    if (meaning === null) {
      report(issue('unknown-header', placeOf(index), { text: header }));
      return { kind: 'ignored' };
    }
    if (meaning.kind === 'ignored' || meaning.kind === 'nameless') return meaning;
    const key = 'id' in meaning ? `${meaning.kind} ${meaning.id}` : meaning.kind;
    const earlier = first.get(key);
    if (earlier !== undefined) {
      report(
        issue('duplicate-column', placeOf(index), {
          text: header,
          name: headers[earlier] as string,
          first: earlier + 1,
        }),
      );
      return { kind: 'ignored' };
    }
    first.set(key, index);
    return meaning;
  });
  const long = first.has('indicator') && first.has('value');
  return { kind: long ? 'long' : 'wide', columns, headers };
}

/** Whether a row is the header of a table once more. */
export const isHeaderOf = ({ headers }: Layout, cells: readonly string[]): boolean =>
  cells.length === headers.length &&
  headers.every((header, index) => cells[index]?.trim() === header.trim());

/** The layout of a header row without any problem; null for another. */
export function cleanLayoutOf(headers: readonly string[], catalogue: Catalogue): Layout | null {
  let isClean = true;
  const layout = layoutOf(
    headers,
    catalogue,
    () => ({ file: '' }),
    () => {
      isClean = false;
    },
  );
  return isClean ? layout : null;
}

const UNIT_CELL = new RegExp(`^(?:\\(?(?:单位:)?(?:${MEASURE_WORDS}|%)\\)?|单位:?)$`);

/** Whether a row under the header only names the units of its columns (件, 人, %). */
export function isUnitsRow(cells: readonly string[]): boolean {
  let isStated = false;
  for (const cell of cells) {
    const plain = plainCell(cell);
    if (plain === '' || plain === '-' || plain === '/') continue;
    if (!UNIT_CELL.test(plain)) return false;
    isStated ||= !plain.startsWith('单位');
  }
  return isStated;
}

const plainCell = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, '');

const COLUMN_NUMBERS = /^(?:栏次|行次|列次)$/;

/** Whether a row under the header only numbers its columns: 栏次, 甲, 1, 2, 3. */
export function isNumberingRow(cells: readonly string[]): boolean {
  if (!cells.some((cell) => cell.includes('次'))) return false;
  const [first, ...others] = cells.map(plainCell).filter((cell) => cell !== '');
  return (
    first !== undefined &&
    COLUMN_NUMBERS.test(first) &&
    others.every((cell) => /^(?:\d+|[甲乙丙丁戊]|-|—)$/.test(cell))
  );
}
