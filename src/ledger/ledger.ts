import type { DecodedAs } from '../read/encoding.ts';
import type { InputPath } from '../read/input.ts';

/** How an input was read. */
export interface LedgerNote {
  readonly path: InputPath;
  readonly decoded: DecodedAs;
}
