/** What an object or an array holds under a key; undefined of any other value. */
export const memberOf = (value: unknown, key: PropertyKey): unknown =>
  isObject(value) ? Reflect.get(value, key) : undefined;

/** The object that holds what stands at a path of a value, and the key; null where there is none. */
export function holderAt(
  value: unknown,
  path: readonly PropertyKey[],
): { readonly holder: object; readonly key: PropertyKey } | null {
  const key = path.at(-1);
  const holder = path.slice(0, -1).reduce(memberOf, value);
  return isObject(holder) && key !== undefined ? { holder, key } : null;
}

/** Takes away what stands at a path of a value. */
export function removeAt(value: unknown, path: readonly PropertyKey[]): void {
  const at = holderAt(value, path);
  if (at !== null) Reflect.deleteProperty(at.holder, at.key);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
