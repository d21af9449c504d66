/** How much of a CSV text is read between two reports of progress. */
export const CHUNK = 1 << 18;

/** A CSV file whose cells cannot be told apart. */
export class MalformedCsvError extends Error {
  readonly line: number;
  readonly code: string;
  constructor(line: number, code: string) {
    super(code);
    this.line = line;
    this.code = code;
  }
}
