import { createHash } from 'node:crypto';
import { normalize, sep } from 'node:path';

/** A file that is computed, and where its result goes: below the folder of results, with `/` between parts. */
export interface NamedOutput {
  readonly path: string;
  readonly output: string;
}

/** Two inputs whose results would meet on some file system. */
export interface NameClash {
  readonly first: string;
  readonly second: string;
  readonly output: string;
}

/**
 * Where the results of files go: names that mirror theirs, or two files whose results would have one name. Names
 * that differ only in case, or in how a letter with its mark is encoded, are one.
 */
export function nameOutputs(
  paths: readonly string[],
  extension: string,
): readonly NamedOutput[] | NameClash {
  const named = paths.map((path) => ({ path, output: outputName(path, extension) }));
  const taken = new Map<string, string>();
  for (const { path: second, output } of named) {
    const first = taken.get(keyOf(output));
    if (first !== undefined) return { first, second, output };
    taken.set(keyOf(output), second);
  }
  // A result cannot lie in a folder of the name of another result.
  for (const { path: second, output } of named) {
    const parts = output.split('/');
    for (let length = 1; length < parts.length; length++) {
      const folder = parts.slice(0, length).join('/');
      const first = taken.get(keyOf(folder));
      if (first !== undefined) return { first, second, output: folder };
    }
  }
  return named;
}

const keyOf = (output: string): string => output.normalize('NFC').toLowerCase();

/** The name of a result: that of its input without what would lead elsewhere, and the extension of its format. */
export function outputName(path: string, extension: string): string {
  const parts = normalize(path)
    .split(sep)
    .filter((part) => part !== '' && part !== '.');
  const last = parts.length - 1;
  return parts
    .map((part, index) => (part === '..' ? '_' : safePart(part, index === last ? extension : '')))
    .join('/');
}

/** What some file system does not take, and what would read like such a part written out. */
const UNSAFE = /[\x00-\x1f\x7f<>:"\\|?*]|%(?=[0-9a-f]{2})/gi;

/** Names of devices on Windows, whatever extension they bear. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A part of a path that every file system takes as a plain name. */
function safePart(part: string, extension: string): string {
  const plain = part
    .replace(UNSAFE, written)
    .replace(DEVICE, (name) => written(name.slice(0, 1)) + name.slice(1));
  return extension === ''
    ? shortened(plain.replace(/[. ]$/, written))
    : `${shortened(plain)}.${extension}`;
}

const written = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Bytes of a name that leave room for an extension below the 255 of most file systems. */
const LONGEST = 240;
const KEPT = 200;

/** A name that is too long with an extension keeps its beginning and bears a digest of the rest. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > KEPT) break;
    kept += character;
  }
  return `${kept}~${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
