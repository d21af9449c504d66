import type { Catalogue } from '../catalogue/catalogue.ts';
import { type DataByUnit, dataByUnit, type UnitRows } from '../validate/by-unit.ts';
import type { TitleFacts } from '../validate/row.ts';
import { type Observation, totalKind } from '../validate/table.ts';
import { ChangedInputError, stateOf } from './changes.ts';
import { delimiterOf, readUnquoted } from './csv.ts';
import { type DecodedAs, UndecodableError } from './encoding.ts';
import { formatOf, type InputNote, type ReadOptions } from './input.ts';
import { noStandardInput, openText, type PiecedText } from './pieces.ts';
import { tableStream } from './stream.ts';

/** A large CSV file, of which the rows of one unit are at hand at a time. */
export interface FileByUnit {
  readonly data: DataByUnit;
  readonly note: InputNote;
}

/** A file that has to be held as a whole to be understood. */
class NotByUnitError extends Error {}

export interface ByUnitOptions extends Pick<ReadOptions, 'encoding'> {
  /** Told how much of the first reading is done, 0..1. */
  readonly update: (fraction: number) => void;
  /** What is read in the place of the file. */
  readonly copy?: Copy;
}

/** A copy of a table in UTF-8 with one more column, the last: the line of the file on which a row stands. */
export interface Copy {
  readonly path: string;
  readonly delimiter: string;
  /** How the text of the file was read. */
  readonly decoded: DecodedAs;
}

/**
 * Opens a CSV file in which the rows of each unit stand together. Null where they do not, where anything is wrong
 * with the data, and where the file has to be held as a whole to be understood: cells are quoted, totals of rows are
 * stated, the table is a long one. Later, each reading throws a ChangedInputError where the file has changed.
 */
export async function openByUnit(
  path: string,
  catalogue: Catalogue,
  { encoding, update, copy }: ByUnitOptions,
): Promise<FileByUnit | null> {
  const source = copy?.path ?? path;
  const state = stateOf(source);
  try {
    const text = await openText(source, {
      encoding: copy === undefined ? encoding : 'utf-8',
      standardInput: noStandardInput,
      progress: (_, fraction) => update(fraction),
    });
    let facts: TitleFacts | null = null;
    function* read(): Iterable<UnitRows> {
      const isFirst = facts === null;
      try {
        facts = yield* unitsOf(path, text, catalogue, copy?.delimiter);
      } catch (error) {
        throw isFirst || !isUnreadable(error) ? error : new ChangedInputError(path);
      }
      if (stateOf(source) !== state) throw new ChangedInputError(path);
    }
    const data = dataByUnit(read, catalogue);
    if (data === null || facts === null) return null;
    return { data, note: { path, decoded: copy?.decoded ?? text, facts } };
  } catch (error) {
    // The usual way of reading says why.
    if (isUnreadable(error)) return null;
    throw error;
  }
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof NotByUnitError ||
  error instanceof UndecodableError ||
  (error as NodeJS.ErrnoException).code !== undefined;

/** The rows of one unit after the other. Returns what the lines above the header say. */
function* unitsOf(
  path: string,
  text: PiecedText,
  catalogue: Catalogue,
  copyDelimiter: string | undefined,
): Generator<UnitRows, TitleFacts> {
  const taker = rowsByUnit();
  const unfit = (): never => {
    throw new NotByUnitError(path);
  };
  const stream = tableStream(path, catalogue, unfit, {
    sorter: taker,
    linesInLastColumn: copyDelimiter !== undefined,
  });
  let delimiter = copyDelimiter;
  let line = 1;
  for (const piece of text.pieces()) {
    if (delimiter === undefined) {
      if (formatOf(path, piece) !== 'csv') unfit();
      delimiter = delimiterOf(path, piece);
    }
    if (piece.includes('"')) unfit();
    line = readUnquoted(piece, delimiter, stream, () => undefined, line);
    // Only a wide table is read from bytes.
    if (stream.bytes === undefined) unfit();
    yield* taker.complete();
  }
  const read = stream.finish() ?? unfit();
  yield* taker.rest();
  return read.facts;

  function rowsByUnit() {
    let rows: Observation[] = [];
    /** Where each unit after the first begins. */
    let begins: number[] = [];
    const flush = (): UnitRows[] => {
      const ends = [...begins, rows.length];
      const units = ends.map((end, index) => rows.slice(ends[index - 1] ?? 0, end) as never);
      return units as UnitRows[];
    };
    return {
      add(row: Observation): void {
        if (row.overPeriods !== undefined) unfit();
        if (row.unit !== rows.at(-1)?.unit) {
          if (totalKind(row.unit) !== null) unfit();
          if (rows.length > 0) begins.push(rows.length);
        }
        rows.push(row);
      },
      /** The units of which another has followed. */
      complete(): UnitRows[] {
        const units = flush();
        rows = [...(units.pop() ?? [])];
        begins = [];
        return units;
      },
      rest: (): UnitRows[] => (rows.length === 0 ? [] : flush()),
      sorted: () => ({ observations: rows, totals: [], units: new Set<string>() }),
    };
  }
}
