import { type Exact, fraction, multiply } from '../exact/exact.ts';

export const BASELINE_VERSION = 1;

/** The shortfalls that are known: only what is new or worse than them fails. */
export interface Baseline {
  readonly baselineVersion: typeof BASELINE_VERSION;
  readonly known: readonly KnownShortfall[];
}

/** A standard that a unit, or all units together (null), did not meet in some of the periods judged. */
export interface KnownShortfall {
  readonly standard: string;
  readonly unit: string | null;
  /** The formula in ids: a shortfall under another definition is another shortfall. */
  readonly definition: string;
  /** Every period that was judged, met or not, in order; `total` for all of the data, `` for none stated. */
  readonly judged: readonly string[];
  readonly found: Readonly<Record<string, Shortfall>>;
}

export interface Shortfall {
  readonly flag: 'breach' | 'warn' | 'unknown';
  /** Distance from the limit as an exact fraction, "19/24"; null where it is unknown. */
  readonly distance: string | null;
  /** The figure as an exact fraction; null where it is unknown. */
  readonly figure: string | null;
}

const FRACTION = /^(\d+)(?:\/([1-9]\d*))?$/;

/** Reads the text of a distance; null for anything else. */
export function parseDistance(text: string): Exact | null {
  const match = FRACTION.exec(text);
  return match === null ? null : fraction(BigInt(match[1] as string), BigInt(match[2] ?? '1'));
}

/** The same for a figure, which a difference of counts may put below 0. */
export function parseFigure(text: string): Exact | null {
  const size = parseDistance(text.replace(/^-/, ''));
  return size === null || !text.startsWith('-') ? size : multiply(size, -1);
}

/** Whether a baseline speaks of units, and of none of these. */
export function isForOtherUnits({ known }: Baseline, units: readonly string[]): boolean {
  const named = known.flatMap(({ unit }) => unit ?? []);
  return named.length > 0 && !named.some((unit) => units.includes(unit));
}
