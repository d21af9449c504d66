import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { type PublishedProblem, parsePublished } from '../validate/published.ts';
import { type RowKey, rowReader, type TitleFacts } from '../validate/row.ts';
import type { PlaceOf } from '../validate/table.ts';
import { sheetPlaces } from '../validate/wide.ts';
import type { Kind, PublishedFigure, Quantity } from './figure.ts';
import { KIND_LABELS, kindNamed, type PairLayout } from './pair-header.ts';
import { parseQuantity, type QuantityProblem } from './quantity.ts';

/** Takes the rows under the header of a table of pairs, and gives the figure of each. */
export type PairReader = (
  cells: readonly string[],
  line: number,
  given?: PlaceOf,
) => PublishedFigure | null;

/**
 * Reads a table with one row a figure: what it is called, numerator, denominator, and what is published. All
 * that cannot be read goes to `report`, and is then not known. Null for a row without data or without a name.
 */
export function pairReader(
  { at, others, headers, percentHeader, layout }: PairLayout,
  file: string,
  catalogue: Catalogue,
  facts: TitleFacts,
  report: IssueSink,
): PairReader {
  const rows = rowReader(layout, catalogue, facts, report);

  return (cells, line, given) => {
    const placeOf = given ?? sheetPlaces(file, line);
    if (!rows.holdsData(cells, placeOf)) return null;
    const rowKey: RowKey | null = rows.key((index) => cells[index] as string, placeOf);
    const cell = (index: number): string => (index < 0 ? '' : (cells[index] as string).trim());
    const problem = (code: PublishedProblem | QuantityProblem, index: number): void => {
      const details = { text: cell(index), column: headers[index] as string };
      report(issue(pairCode(code), placeOf(index), details));
    };
    const count = (index: number): Quantity | null => {
      const parsed = parseQuantity(cell(index));
      if ('value' in parsed) return parsed.value;
      problem(parsed.problem, index);
      return null;
    };

    const kind = kindNamed(cell(at.kind));
    if (kind === undefined) {
      const details = { text: cell(at.kind), known: KIND_LABELS };
      report(issue('pair-unknown-kind', placeOf(at.kind), details));
    }
    const [top, bottom] = [count(at.numerator), count(at.denominator)];
    const rates = areRates(kind ?? null, top, bottom);
    const counted = (quantity: Quantity | null, index: number): Quantity | null => {
      if (quantity?.percent !== true || rates) return quantity;
      problem('percent-in-count', index);
      return null;
    };
    const numerator = counted(top, at.numerator);
    const denominator = counted(bottom, at.denominator);
    const parsed = parsePublished(cell(at.reported), {
      percentHeader,
      asNumber: kind === 'number',
    });
    const unreadable = 'problem' in parsed ? parsed.problem : null;
    if (unreadable !== null) problem(unreadable, at.reported);
    const label = cell(at.label);
    if (label === '' && at.label >= 0) report(issue('pair-blank-label', placeOf(at.label), {}));
    if (rowKey === null || label === '') return null;
    const shown = [at.reported, at.numerator, at.label].find(
      (index) => index >= 0 && cell(index) !== '',
    );
    return {
      label,
      metric: null,
      ...rowKey,
      kind: kind ?? null,
      numerator,
      denominator,
      text: cell(at.reported),
      published: 'value' in parsed ? parsed.value : null,
      problem: unreadable,
      others: others.flatMap((index) => {
        const other = parseQuantity(cell(index));
        return 'problem' in other || other.value === null || other.value.percent
          ? []
          : { label: headers[index] as string, count: null, value: other.value.value };
      }),
      group: cell(at.group) || null,
      place: placeOf(shown as number),
    };
  };
}

const pairCode = <Code extends string>(code: Code) => `pair-${code}` as const;

/** Rates stand in the place of counts only in pairs, and only where one is compared with the other. */
const areRates = (
  kind: Kind | null,
  numerator: Quantity | null,
  denominator: Quantity | null,
): boolean =>
  numerator?.percent === true &&
  denominator?.percent === true &&
  (kind === null || kind === 'growth' || kind === 'ratio-to-base');
