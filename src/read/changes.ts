import { statSync } from 'node:fs';

/** An input that is no longer what it was when it was read first. */
export class ChangedInputError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} has changed`);
    this.path = path;
  }
}

/** What differs where a file has been written to, or is gone; of what is no file, nothing. */
export function stateOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? `${found.size} ${found.mtimeMs}` : '';
}
