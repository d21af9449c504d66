import type { DecodedAs } from '../read/encoding.ts';
import type { InputPath } from '../read/input.ts';

/** The name that is used for the unit of a cell. */
export type UnitName = (text: string) => string;

/** How an input was read. */
export interface LedgerNote {
  readonly path: InputPath;
  readonly decoded: DecodedAs;
}
