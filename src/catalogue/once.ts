import type { Catalogue } from './catalogue.ts';

/** What is made when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** What is made of an id, of each when it is first asked for. */
export function onceEach<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const value = make(id);
    made.set(id, value);
    return value;
  };
}

/** What is made of a catalogue, once for as long as that is held: many files may be read by it. */
export function ofCatalogue<T>(make: (catalogue: Catalogue) => T): (catalogue: Catalogue) => T {
  const made = new WeakMap<Catalogue, T>();
  return (catalogue) => {
    const known = made.get(catalogue);
    if (known !== undefined) return known;
    const value = make(catalogue);
    made.set(catalogue, value);
    return value;
  };
}
