import type { Catalogue } from '../catalogue/catalogue.ts';
import { headerKey } from '../catalogue/names.ts';
import type { CountValue } from '../formula/evaluate.ts';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import { periodId } from '../period/period.ts';
import { hasPercentUnit, type Layout } from '../recognise/layout.ts';
import { statedScaledUnit } from '../recognise/scaled-unit.ts';
import type { ReportedCell } from './cell.ts';
import type { RowKey, RowReader } from './row.ts';
import { storeOf } from './store.ts';
import { observationSorter, type TableReader, tableColumns, totalKind } from './table.ts';
import { namesOf } from './unit-names.ts';
import { sheetPlaces } from './wide.ts';

interface Entry<T> {
  readonly value: T;
  readonly place: Place;
  readonly key: RowKey;
}

interface LongRecord extends RowKey {
  readonly line: number;
  readonly counts: Map<string, Entry<CountValue>>;
  readonly rates: Map<string, Entry<ReportedCell | null>>;
}

/** Reads a table with one row a single value: unit, period, indicator, value. */
export function longReader(
  layout: Layout,
  file: string,
  catalogue: Catalogue,
  rows: RowReader,
  report: IssueSink,
): TableReader {
  const indicatorAt = layout.columns.findIndex(({ kind }) => kind === 'indicator');
  const valueAt = layout.columns.findIndex(({ kind }) => kind === 'value');
  // What each value is counted in.
  const measureAt = layout.headers.findIndex((header) => headerKey(header) === '计量单位');
  const records: LongRecord[] = [];
  const recordsOf = new Map<string, readonly LongRecord[]>();
  const counts = new Set<string>();
  const rates = new Set<string>();

  /** A row of an empty form: it names an indicator and nothing else. */
  const isUnfilled = (cells: readonly string[]): boolean =>
    cells.every((cell, index) => index === indicatorAt || cell.trim() === '');

  /** The record that an indicator belongs to: of totals of one name, as 小计 of each block, the first without it. */
  const recordOf = (key: RowKey, line: number, indicator: string): LongRecord => {
    const { unit, period, overPeriods } = key;
    const id = [unit, period === null ? '' : periodId(period), overPeriods?.name].join('\u0000');
    const isTotal = overPeriods !== undefined || totalKind(unit) !== null;
    const known = recordsOf.get(id) ?? [];
    const fitting = known.find(
      ({ counts, rates }) => !(isTotal && (counts.has(indicator) || rates.has(indicator))),
    );
    if (fitting !== undefined) return fitting;
    const record = { ...key, line, counts: new Map(), rates: new Map() };
    records.push(record);
    recordsOf.set(id, [...known, record]);
    return record;
  };

  return {
    row(cells, line, placeOf = sheetPlaces(file, line)) {
      if (isUnfilled(cells) || !rows.holdsData(cells, placeOf)) return;
      const key = rows.key((index) => cells[index] as string, placeOf);
      const indicator = cells[indicatorAt] as string;
      const named = catalogue.named(indicator);
      if (named === undefined) {
        report(issue('unknown-indicator', placeOf(indicatorAt), { text: indicator }));
        return;
      }
      const text = cells[valueAt] as string;
      const { id } = named;
      const measure = cells[measureAt] ?? '';
      const scaled = statedScaledUnit(
        measure.includes('单位') ? measure : `单位:${measure}`,
        (unit) => catalogue.counts[id]?.unit === unit,
      );
      if (scaled !== null) {
        report(issue('scaled-unit', placeOf(measureAt), { text: scaled }));
        return;
      }
      const state = <T>(values: Map<string, Entry<T>>, value: T, key: RowKey): void => {
        const place = placeOf(valueAt);
        const earlier = values.get(id);
        if (earlier === undefined) {
          values.set(id, { value, place, key });
          return;
        }
        const { unit, period } = key;
        const who = { unit, period, ...namesOf(key, earlier.key) };
        report(issue('duplicate-value', place, { ...who, name: indicator, first: earlier.place }));
      };
      if (named.kind === 'count') {
        counts.add(id);
        const value = rows.counts(id)(text, valueAt, placeOf);
        if (key !== null) state(recordOf(key, line, id).counts, value, key);
      } else {
        rates.add(id);
        const value = rows.rate(text, id, hasPercentUnit(indicator), valueAt, placeOf);
        if (key !== null) state(recordOf(key, line, id).rates, value, key);
      }
    },

    finish() {
      const { add, sorted } = observationSorter();
      const [countIds, rateIds] = [[...counts], [...rates]];
      const columns = tableColumns({
        file,
        counts: countIds,
        reported: rateIds,
        countColumns: [],
      });
      for (const { line, counts: ofCounts, rates: ofRates, ...key } of records) {
        add({
          columns,
          ...key,
          line,
          store: storeOf(countIds.map((id) => ofCounts.get(id)?.value ?? null)),
          from: 0,
          reported: rateIds.map((id) => ofRates.get(id)?.value ?? null),
          placeOf: (slot) => ofCounts.get(countIds[slot] as string)?.place ?? { file, line },
        });
      }
      return { columns, ...sorted() };
    },
  };
}
