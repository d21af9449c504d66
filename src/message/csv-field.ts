import { isCommand, visible } from './visible.ts';

/**
 * What a spreadsheet would take for a formula, in half- and full-width characters. Apostrophes before it count in:
 * a text that has some of its own gets one more like any other, so that the first one can be taken off again.
 */
const FORMULA = /^'*\s*[=+\-@＝＋－＠﹢]/;

/** A text as a CSV field: harmless, never a formula or a command, quoted where it has to be. */
export function textField(text: string): string {
  const plain = visible(text);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) || isCommand(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The texts of a line of fields, without quotes and without the apostrophe before what would be a formula: as they
 * were given to `textField`, but for what `visible` has written out. No such field holds a line break.
 */
export const fieldTexts = (line: string): string[] =>
  [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    unguarded(quoted?.replaceAll('""', '"') ?? plain),
  );

const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
