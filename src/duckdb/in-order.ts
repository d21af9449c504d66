import { join } from 'node:path';
import { type Period, parsePeriod, periodId } from '../period/period.ts';
import { duckdb } from '../sql/duckdb.ts';
import {
  areApart,
  countColumns,
  exceedingSql,
  hasYearEarlier,
  isPlainUnit,
  metricSql,
  PERIOD,
  UNIT,
} from '../sql/wide.ts';
import type { Database } from './database.ts';
import { growingLines } from './growing.ts';
import type { WideTable } from './wide.ts';

/** More units than these are not remembered. */
const MOST_UNITS = 2_000_000;

/**
 * Computes the values of a table in the one pass in which it is read, on the chance that its rows are those of one
 * unit after the other in the order of time, as they mostly are. Returns the file that holds the lines of the
 * result, or null where they are not, or where a row says more than its period's usual name and counts. Throws a
 * SqlError where a cell is not what its column holds, a row does not say whom and when it speaks of, or a part
 * exceeds its whole.
 */
export async function resultInOrder(table: WideTable, database: Database): Promise<string | null> {
  const select = selectSql(table);
  if (select === null) return null;
  const order = orderWatch(table);
  const path = join(database.folder, 'result.csv');
  for await (const lines of growingLines(select, path, database)) {
    if (!order.goesOn(lines)) return null;
  }
  return order.wasKept() ? path : null;
}

/** No sum of counts. */
const MORE_THAN_ALL = '1e300';

/** The values of each row, and an error in the place of those of a row that contradicts itself. */
function selectSql({ source, counts, metrics, catalogue }: WideTable): string | null {
  const stated = new Set(counts);
  const exceeding = exceedingSql(stated, catalogue, duckdb);
  const columns = countColumns(stated, false, duckdb);
  const figures = metrics.map((metric) => metricSql(metric, catalogue, columns));
  if (exceeding === null || figures.includes(null)) return null;
  // A column that is not asked for is not read, and what is wrong in it not found.
  const all = ['0', ...counts.map((id) => columns.count(id))].join(' + ');
  const wrong = `${UNIT} IS NULL OR ${PERIOD} IS NULL OR ${all} > ${MORE_THAN_ALL} OR (${exceeding})`;
  const unit = `CASE WHEN ${wrong} THEN error('not plain') ELSE ${UNIT} END`;
  return `SELECT ${[unit, PERIOD, ...figures].join(', ')} FROM ${source} AS now`;
}

const [COMMA, LINE_FEED] = [44, 10];

/** Watches over the units and periods that lines begin with. */
function orderWatch({ metrics, catalogue }: WideTable) {
  const units = new Set<string>();
  const periods = new Map<string, Period>();
  let unit = Buffer.alloc(0);
  let last = Number.NEGATIVE_INFINITY;

  const isNewUnit = (name: string): boolean =>
    isPlainUnit(name, catalogue) && !units.has(name) && units.size < MOST_UNITS;

  /** The first month of a period that is called by its usual name, else null. */
  const startOf = (name: string): number | null => {
    const known = periods.get(name);
    if (known !== undefined) return known.start;
    const period = parsePeriod(name);
    if (period === null || periodId(period) !== name) return null;
    periods.set(name, period);
    return period.start;
  };

  return {
    /** Whether some lines go on in the order of those before. */
    goesOn(lines: Buffer): boolean {
      for (let at = 0; at < lines.length; ) {
        const unitEnd = lines.indexOf(COMMA, at);
        const lineEnd = lines.indexOf(LINE_FEED, unitEnd);
        const periodEnd = metrics.length === 0 ? lineEnd : lines.indexOf(COMMA, unitEnd + 1);
        if (!begins(lines, at, unitEnd, unit)) {
          unit = Buffer.from(lines.subarray(at, unitEnd));
          const name = unit.toString('utf8');
          if (!isNewUnit(name)) return false;
          units.add(name);
          last = Number.NEGATIVE_INFINITY;
        }
        const start = startOf(lines.toString('latin1', unitEnd + 1, periodEnd));
        if (start === null || start <= last) return false;
        last = start;
        at = lineEnd + 1;
      }
      return true;
    },
    /** Whether all lines were in order, each period apart from the others. */
    wasKept(): boolean {
      const all = [...periods.values()];
      const asksBack = metrics.some((metric) => hasYearEarlier(metric, catalogue));
      return units.size > 0 && areApart(all) && !(asksBack && someYearEarlier(all));
    },
  };
}

/** Whether the bytes of a cell are those of a text. A call for each cell would take as long as a row. */
function begins(lines: Buffer, begin: number, end: number, text: Buffer): boolean {
  if (end - begin !== text.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (lines[begin + index] !== text[index]) return false;
  }
  return true;
}

const someYearEarlier = (periods: readonly Period[]): boolean =>
  periods.some((period) => periods.some(({ start }) => start === period.start - 12));
