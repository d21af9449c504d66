/**
 * How one engine writes what is pushed down to it. Everything that is asked of an engine goes through here,
 * and only aggregates that can be merged are: counts and exact sums by group. Expressions are SQL already;
 * names and texts of a user become SQL by `identifier` and `text` alone.
 */
export interface Dialect {
  identifier(name: string): string;
  text(value: string): string;
  /** A text, of whatever type it was. */
  asText(expression: string): string;
  /** A text without the white space around it, as `String.trim` sees white space. */
  trimmed(text: string): string;
  /** Whether a text, or null, has anything but white space. */
  isPresent(text: string): string;
  /** A text without the commas in it. */
  ungrouped(text: string): string;
  /** Whether the whole of a text matches a pattern: classes, groups and repetitions, as JavaScript has them. */
  matches(text: string, pattern: string): string;
  /** The first characters of a text. */
  first(text: string, characters: number): string;
  /** The part of a text that a group of a pattern matches, else an empty text. */
  part(text: string, pattern: string, group: number): string;
  /** The date of a text `2024-3-5`, or null where the calendar has none. */
  date(text: string): string;
  /** Whether a text is a day written `2024-03-05`, found out faster than by a pattern. */
  isPlainDay(text: string): string;
  /** The text `2024-03` of a date. */
  month(date: string): string;
  /** The exact decimal of a text of at most 18 digits before and 6 after the point, or null. */
  decimal(text: string): string;
  /** A sum that cannot overflow, however many rows there are. */
  sum(expression: string): string;
  /** A number that is the same for the same text, and seldom for another. */
  hash(text: string): string;
}
