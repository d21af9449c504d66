import { join } from 'node:path';
import { lookBack } from '../formula/formula.ts';
import { type Period, parsePeriod, periodId } from '../period/period.ts';
import { duckdb } from '../sql/duckdb.ts';
import {
  areApart,
  countColumns,
  exceedingSql,
  linesSql,
  MARK,
  metricSql,
  PERIOD,
  plainUnits,
  UNIT,
} from '../sql/wide.ts';
import type { Database } from './database.ts';
import { growingLines } from './growing.ts';
import { seenNames } from './seen.ts';
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
  if (exceeding === null || !figures.every((figure) => figure !== null)) return null;
  // A column that is not asked for is not read, and what is wrong in it not found.
  const all = ['0', ...counts.map((id) => columns.count(id))].join(' + ');
  const wrong = `${UNIT} IS NULL OR ${PERIOD} IS NULL OR ${all} > ${MORE_THAN_ALL} OR (${exceeding})`;
  const unit = `CASE WHEN ${wrong} THEN error('not plain') ELSE ${UNIT} END`;
  return linesSql(unit, PERIOD, figures, `${source} AS now`);
}

const [COMMA, LINE_FEED, MARKED] = [44, 10, MARK.charCodeAt(0)];

/** A period as lines name it, and the one that followed it last: units mostly speak of the same periods in turn. */
interface Step {
  readonly name: Buffer;
  readonly period: Period;
  next: Step | null;
}

/** Watches over the units and periods that lines begin with. */
function orderWatch({ metrics, catalogue }: WideTable) {
  const units = seenNames();
  const isPlainUnit = plainUnits(catalogue);
  const steps = new Map<string, Step>();
  const behindPeriod = metrics.length === 0 ? LINE_FEED : COMMA;
  /** The bytes of the unit at hand, and how many these are. */
  let [unit, unitLength] = [Buffer.alloc(1 << 8), -1];
  let first: Step | null = null;
  let last: Step | null = null;

  const takeUnit = (lines: Buffer, from: number, to: number): boolean => {
    unitLength = to - from;
    if (unitLength > unit.length) unit = Buffer.alloc(unitLength * 2);
    lines.copy(unit, 0, from, to);
    return (
      units.isNew(lines, from, to) &&
      units.size <= MOST_UNITS &&
      isPlainUnit(lines.toString('utf8', from, to))
    );
  };

  /** A period that is called by its usual name, else null. */
  const stepNamed = (name: string): Step | null => {
    const known = steps.get(name);
    if (known !== undefined) return known;
    const period = parsePeriod(name);
    if (period === null || periodId(period) !== name) return null;
    const step = { name: Buffer.from(name), period, next: null };
    steps.set(name, step);
    return step;
  };

  /** What a line says after the unit, where `at` is; it is told apart from the expected byte by byte. */
  const stepAt = (lines: Buffer, at: number): Step | null => {
    const expected = last === null ? first : last.next;
    if (expected !== null && isCell(lines, at, expected.name, expected.name.length, behindPeriod))
      return expected;
    const step = stepNamed(lines.toString('latin1', at, lines.indexOf(behindPeriod, at)));
    if (last === null) first = step;
    else last.next = step;
    return step;
  };

  return {
    /** Whether some lines go on in the order of those before. */
    goesOn(lines: Buffer): boolean {
      for (let at = 0; at < lines.length; ) {
        if (lines[at] === MARKED) at++;
        if (unitLength < 0 || !isCell(lines, at, unit, unitLength, COMMA)) {
          if (!takeUnit(lines, at, lines.indexOf(COMMA, at))) return false;
          last = null;
        }
        const periodAt = at + unitLength + 1;
        const step = stepAt(lines, periodAt);
        if (step === null || (last !== null && step.period.start <= last.period.start))
          return false;
        last = step;
        at = lines.indexOf(LINE_FEED, periodAt + step.name.length) + 1;
      }
      return true;
    },
    /** Whether all lines were in order, each period apart from the others. */
    wasKept(): boolean {
      const all = [...steps.values()].map(({ period }) => period);
      const asksBack = metrics.some((metric) => lookBack(catalogue.sidesOf(metric)));
      return units.size > 0 && areApart(all) && !(asksBack && someYearEarlier(all));
    },
  };
}

/** Whether a cell holds a text, with a byte behind it. A native call for each cell would take as long as a row. */
function isCell(lines: Buffer, at: number, text: Buffer, length: number, behind: number): boolean {
  if (lines[at + length] !== behind) return false;
  for (let index = 0; index < length; index++) {
    if (lines[at + index] !== text[index]) return false;
  }
  return true;
}

const someYearEarlier = (periods: readonly Period[]): boolean =>
  periods.some((period) => periods.some(({ start }) => start === period.start - 12));
