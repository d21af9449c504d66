/**
 * Control characters and marks of writing direction that a text from the data could use to move the cursor,
 * recolour the screen or hide what follows; and the bracket of `##[`, which a build service takes for a command
 * wherever it stands in a line.
 */
const HARMFUL =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?<=##)\[/g;

const picture = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\\u${code.toString(16).padStart(4, '0')}`;
};

/** The text with every harmful character written out (`␛`, `\u202e`), a line break included. */
export const visible = (text: string): string => text.replace(HARMFUL, picture);

/** A path that begins with `::` would begin a line that a build service takes for a command. */
export const visiblePath = (file: string): string =>
  visible(file.startsWith('::') ? `./${file}` : file);

/** Whether a line would be a command to a build service that reads what is printed. */
export const isCommand = (line: string): boolean => /^\s*::/.test(line);

/** A text that stands at the beginning of a line. */
export const asLine = (text: string): string => (isCommand(text) ? `\\${text}` : text);
