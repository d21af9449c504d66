import type { Catalogue } from './catalogue.ts';

/** What is made when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** What is made of an id, of each when it is first asked for. */
export const onceEach = <T>(make: (id: string) => T): ((id: string) => T) =>
  remembered(new Map(), make);

/** What is made of a catalogue, once for as long as that is held: many files may be read by it. */
export const ofCatalogue = <T>(make: (catalogue: Catalogue) => T): ((catalogue: Catalogue) => T) =>
  remembered(new WeakMap(), make);

function remembered<Key, T>(
  made: { get(key: Key): T | undefined; set(key: Key, value: T): unknown },
  make: (key: Key) => T,
): (key: Key) => T {
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
