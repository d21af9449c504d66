import { batches, pieces } from './batches.ts';

/** JSON whose text cannot act on a terminal or a build service: what `JSON.stringify` leaves raw is escaped as well. */
export const encodeJson = (value: unknown, indent?: number): string =>
  safe(JSON.stringify(value, null, indent));

/** The same of JSON in chunks that end with no string. Looked through in larger pieces: each look takes its time. */
export function* safely(chunks: Iterable<string>): Iterable<string> {
  for (const piece of pieces(chunks)) yield safe(piece);
}

const safe = (json: string): string =>
  json
    .replace(
      /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll('##[', '##\\u005b');

/** A JSON array, one item a line. */
export const lineList = (items: readonly object[]): string =>
  lines(items.map((item) => encodeJson(item)));

/** The items of a JSON array, one a line each, in chunks; the brackets are for the caller to write. */
export function* itemLines(items: Iterable<object>): Iterable<string> {
  let separator = '\n';
  for (const lines of batches(encodedEach(items))) {
    yield separator + lines.join(',\n');
    separator = ',\n';
  }
}

function* encodedEach(items: Iterable<object>): Iterable<string> {
  for (const item of items) yield encodeJson(item);
}

/** The same of items that are JSON already. */
export const lines = (items: readonly string[]): string =>
  items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`;
