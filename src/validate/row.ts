import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CountValue } from '../formula/evaluate.ts';
import { neverExceedsOne } from '../formula/formula.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import type { Column, Layout } from '../recognise/layout.ts';
import { statedScaledUnit } from '../recognise/scaled-unit.ts';
import { parseCount, parseReported, plainDigits, type ReportedCell } from './cell.ts';
import { namelessColumns } from './nameless.ts';
import { parsePublished } from './published.ts';
import { type OverPeriods, type PlaceOf, periodsTotalKind, totalKind } from './table.ts';
import { type NamedUnit, unitReader } from './unit-names.ts';

/** The unit and period that a row speaks of. */
export interface RowKey {
  readonly unit: string;
  /** What the row calls the unit, where the configuration unifies that with another name. */
  readonly written?: string;
  readonly period: Period | null;
  /** Where the row is a total of the unit's periods; then `period` is null. */
  readonly overPeriods?: OverPeriods;
}

/** What the lines above a header say that the table itself does not. */
export interface TitleFacts {
  readonly unit: string | null;
  readonly period: Period | null;
  /** The year that a bare 第一季度 or 7月 is meant in. */
  readonly year: number | null;
}

/** What wide and long tables read alike: the shape of a row, its key, its cells. */
export interface RowReader {
  /** Whether the row is one of data; a blank row and a footnote are not, and a ragged one is a problem. */
  holdsData(cells: readonly string[], placeOf: PlaceOf): boolean;
  /** The columns of unit and period; below 0 where there is none. */
  readonly unitAt: number;
  readonly periodAt: number;
  /** Null where unit or period, where they have a column, cannot be read from its text. */
  key(textOf: (index: number) => string, placeOf: PlaceOf): RowKey | null;
  /** How cells of a count are read: null where one cannot be or says that nothing was reported. */
  counts(id: string): (text: string, index: number, placeOf: PlaceOf) => CountValue;
  rate(
    text: string,
    id: string,
    percentHeader: boolean,
    index: number,
    placeOf: PlaceOf,
  ): ReportedCell | null;
}

const FOOTNOTE =
  /^(?:注|备注|(?:计量|金额|数量|数据)?单位(?=[(（:：])|说明|填报|填表|制表|报送|上报|审核|复核|负责人|单位负责人|联系|日期|时间|数据来源|统计口径)[^:：]*[:：]/;

/** The same with what it speaks of in another cell: 联系电话,13800000000. */
const LABEL =
  /^\s*(?:(?:填[表报]|制表|报送|上报|审核|复核|经办|(?:单位)?负责|联系)人|(?:联系)?电话|(?:填[表报]|制表|报送|上报)?(?:日期|时间))\s*$/;

/** What stands alone below a table: a date, a seal, the number of a page. */
const ALONE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}([-./])\d{1,2}\1\d{1,2}|[(（]?(?:盖章|公章|签章)[)）]?|第\d+页.{0,8})$/;

/** What a note goes on with on a line of its own: a number in front, or a sentence. */
const NOTE_GOES_ON = /^(?:\(?\d+\)?[.、．)]|[(（]?[一二三四五六七八九十]+[)）、])|[。；;，,：:]/;

/** Whether a text is a note below a table and no data of it. */
export const isFootnote = (text: string): boolean => FOOTNOTE.test(text.trim());

/** A filled first and last cell, in a row of the right length, is data: nearly every row. */
export const isFilled = (cell: string | undefined): boolean =>
  cell !== undefined && cell.trim() !== '' && !FOOTNOTE.test(cell) && !LABEL.test(cell);

const totalNamed = (unit: string): NamedUnit => ({ unit, written: undefined, isNone: false });

const rowKey = ({ unit, written }: NamedUnit, period: Period | null): RowKey =>
  written === undefined ? { unit, period } : { unit, written, period };

/**
 * `facts` holds what the lines above the header say of the whole table. With `asWritten` published rates are
 * kept as they are written, to be held against the counts, and never stand in for them.
 */
export function rowReader(
  layout: Layout,
  catalogue: Catalogue,
  facts: TitleFacts,
  report: IssueSink,
  asWritten = false,
): RowReader {
  const width = layout.headers.length;
  const unitAt = layout.columns.findIndex(({ kind }) => kind === 'unit');
  const periodAt = layout.columns.findIndex(({ kind }) => kind === 'period');
  const columnsOf = (...kinds: readonly Column['kind'][]): readonly number[] =>
    layout.columns.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : []));
  const unread = columnsOf('ignored', 'nameless');
  const tellNameless = namelessColumns(columnsOf('nameless'), report);
  const periods = new Map<string, Period | null>();

  let underNote = false;

  const unitOf = unitReader(catalogue);
  const titleUnit = unitOf(facts.unit ?? '');

  const periodOf = (text: string): Period | null => {
    const known = periods.get(text);
    if (known !== undefined) return known;
    const period =
      parsePeriod(text) ??
      (facts.year === null || !/[季半月]|[QqHh]\d/.test(text)
        ? null
        : parsePeriod(`${facts.year}年${text}`));
    periods.set(text, period);
    return period;
  };

  /** The name of a total that stands before its row in another column than units do: 合计 under 序号 or 期间. */
  const totalAt = (index: number, textOf: (index: number) => string): string | null => {
    if (index < 0) return null;
    const text = textOf(index).trim();
    return totalKind(text) === null ? null : text;
  };

  /** Whether a row that begins like a note says whom, when and how many all the same: 注：… may be its remark. */
  const saysOfWhom = (cells: readonly string[]): boolean =>
    (unitAt >= 0 || periodAt >= 0) &&
    (unitAt < 0 || cells[unitAt]?.trim() !== '') &&
    (periodAt < 0 || periodOf(cells[periodAt] ?? '') !== null) &&
    layout.columns.some(({ kind }, index) => {
      if (kind !== 'count' && kind !== 'reported' && kind !== 'value') return false;
      const parsed = parseCount(cells[index] ?? '', true);
      return 'value' in parsed && parsed.value !== null;
    });

  /** The row's unit, its period as it is written, null where none is to be read, and where else 合计 stands. */
  const whoAndWhen = (
    textOf: (index: number) => string,
  ): [named: NamedUnit, period: string | null, totalAt?: number] => {
    const named = unitAt < 0 ? titleUnit : unitOf(textOf(unitAt));
    const period = periodAt < 0 ? null : textOf(periodAt);
    if (unitAt >= 0 ? named.unit !== '' : period === null || periodOf(period) !== null) {
      return [named, period];
    }
    const overAll = totalAt(periodAt, textOf);
    if (overAll !== null) return [totalNamed(overAll), ''];
    for (const index of unread) {
      const total = totalAt(index, textOf);
      if (total !== null) return [totalNamed(total), period, index];
    }
    return [named, period];
  };

  return {
    unitAt,
    periodAt,

    holdsData(cells, placeOf) {
      if (cells.length === width && isFilled(cells[0]) && isFilled(cells[width - 1])) return true;
      const filled = cells.filter((cell) => cell.trim() !== '');
      if (filled.length === 0) return false;
      const [first = ''] = filled;
      const goesOn = underNote && filled.length === 1 && NOTE_GOES_ON.test(first.trim());
      underNote = goesOn || (isFootnote(first) && !saysOfWhom(cells));
      const isAlone = filled.length === 1 && ALONE.test(first.replace(/\s/g, ''));
      if (underNote || isAlone || LABEL.test(first)) {
        for (const [index, cell] of cells.entries()) {
          const text = statedScaledUnit(cell);
          if (text !== null) report(issue('scaled-unit', placeOf(index), { text }));
        }
        return false;
      }
      if (cells.length < width) {
        report(
          issue('short-row', placeOf(cells.length - 1), { cells: cells.length, columns: width }),
        );
        return false;
      }
      for (let index = width; index < cells.length; index++) {
        const text = cells[index] as string;
        if (text.trim() !== '') {
          report(issue('extra-cell', placeOf(index), { text, columns: width }));
        }
      }
      return true;
    },

    key(textOf, placeOf) {
      const [named, text, nameAt = null] = whoAndWhen(textOf);
      const { unit, isNone } = named;
      tellNameless(textOf, placeOf, nameAt);
      if (unitAt >= 0 && unit === '') {
        report(issue('blank-unit', placeOf(unitAt), {}));
        return null;
      }
      if (unitAt >= 0 && isNone) {
        report(issue('no-unit', placeOf(unitAt), { text: unit }));
        return null;
      }
      if (text === null) return rowKey(named, facts.period);
      const period = periodOf(text);
      if (period !== null) return rowKey(named, period);
      const place = placeOf(periodAt);
      const isBlank = text.trim() === '';
      if (!isBlank && periodsTotalKind(text) === null) {
        report(issue('unreadable-period', place, { text }));
        return null;
      }
      // 合计 of all units over all periods need not say that it is of these.
      if (isBlank && totalKind(unit) === null) {
        report(issue('blank-period', place, {}));
        return null;
      }
      return { ...rowKey(named, period), overPeriods: { name: textOf(periodAt), place } };
    },

    counts(id) {
      const decimals = catalogue.counts[id]?.decimals === true;
      return (text, index, placeOf) => {
        const digits = plainDigits(text);
        if (digits >= 0) return digits;
        const parsed = parseCount(text, decimals);
        if ('value' in parsed) return parsed.value;
        report(issue(parsed.problem, placeOf(index), { text, term: id }));
        return null;
      };
    },

    rate(text, id, percentHeader, index, placeOf) {
      const metric = catalogue.metrics[id];
      const asNumber = typeof metric?.display === 'object';
      if (asWritten) {
        if (text.trim() === '') return null;
        const place = placeOf(index);
        const parsed = parsePublished(text, { percentHeader, asNumber });
        const published = 'value' in parsed ? parsed.value : null;
        const problem = 'problem' in parsed ? parsed.problem : null;
        if (problem !== null) report(issue(problem, place, { text, term: id }));
        return { value: null, text: text.trim(), written: { place, published, problem } };
      }
      const parsed = parseReported(text, {
        percentHeader,
        asNumber,
        atMostOne: metric !== undefined && neverExceedsOne(metric.formula, catalogue.formulaOf),
      });
      if ('value' in parsed) return parsed.value && { ...parsed.value, place: placeOf(index) };
      report(issue(parsed.problem, placeOf(index), { text, term: id }));
      return null;
    },
  };
}
