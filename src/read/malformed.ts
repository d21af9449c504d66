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
