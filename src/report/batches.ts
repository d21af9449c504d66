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

/** Lines as a text in chunks. */
export function* joined(lines: Iterable<string>): Iterable<string> {
  for (const batch of batches(lines)) yield batch.join('');
}
