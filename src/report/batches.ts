/** Lines are handed on this many at a time: one by one would cost more than writing them. */
const LINES = 256;

/** The same items, some at a time. */
export function* batches<T>(items: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === LINES) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

const PIECE = 1 << 16;

/** The same text in fewer pieces: each costs, whatever its size. */
export function* pieces(chunks: Iterable<string>): Iterable<string> {
  let text = '';
  for (const chunk of chunks) {
    text += chunk;
    if (text.length >= PIECE) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

/** Lines as a text in chunks. */
export function* joined(lines: Iterable<string>): Iterable<string> {
  for (const batch of batches(lines)) yield batch.join('');
}
