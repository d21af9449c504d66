import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import { UndecodableError } from './encoding.ts';
import { readJsonText } from './json-file.ts';

/** A configuration as JSON, with a way back from its values to the file. */
export interface ConfigText {
  readonly value: unknown;
  /** Where the value at a path stands; with `atKey` its key. What it is missing from, where there is none. */
  placeOf(path: readonly (string | number)[], atKey?: boolean): Place;
  /** Whether the file has a value at a path. */
  has(path: readonly (string | number)[]): boolean;
}

/** Reads a configuration. What keeps it from being JSON goes to `report`; then there is no value. */
export function readConfig(path: string, report: IssueSink): ConfigText | null {
  let text: string;
  try {
    text = readJsonText(path);
  } catch (error) {
    if (error instanceof UndecodableError) {
      const { encoding, offset } = error;
      report(issue('undecodable-bytes', { file: path }, { encoding, offset }));
      return null;
    }
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    report(issue('unreadable-file', { file: path }, { cause }));
    return null;
  }
  const placeAt = placesIn(text, path);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  // What follows the first error is only its consequence.
  const [first] = errors;
  if (first !== undefined) {
    const cause = printParseErrorCode(first.error);
    report(issue('config-malformed', placeAt(first.offset), { cause }));
  }
  if (first !== undefined || root === undefined) return null;
  for (const node of duplicateKeys(root)) {
    report(issue('config-duplicate-key', placeAt(node.offset), { text: String(node.value) }));
  }
  return {
    value: JSON.parse(text),
    placeOf(wanted, atKey = false) {
      for (let length = wanted.length; length > 0; length--) {
        const node = findNodeAtLocation(root, wanted.slice(0, length));
        if (node === undefined) continue;
        const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
        const isInner = length < wanted.length || node.children !== undefined;
        return placeAt((atKey || isInner ? (key ?? node) : node).offset);
      }
      return placeAt(root.offset);
    },
    has: (wanted) => findNodeAtLocation(root, [...wanted]) !== undefined,
  };
}

/** Line and character of an offset, from 1. */
function placesIn(text: string, file: string): (offset: number) => Place {
  return (offset) => {
    const before = text.slice(0, offset);
    const line = before.split(/\r\n|\n|\r/).length;
    const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    return { file, line, column: offset - start + 1 };
  };
}

function* duplicateKeys(node: Node): Iterable<Node> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = child.children ?? [];
    if (node.type === 'object' && key !== undefined) {
      if (seen.has(key.value)) yield key;
      seen.add(key.value);
    }
    yield* duplicateKeys(child);
  }
}
