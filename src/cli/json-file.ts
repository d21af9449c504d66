import { readJsonFile } from '../read/json-file.ts';
import { type UsageError, usageError } from './failure.ts';

/** The JSON of a file that an option names. Throws a UsageError: that of `unlike` with what is wrong with the content. */
export function jsonIn(path: string, unlike: (cause: string) => UsageError): unknown {
  try {
    return readJsonFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'EISDIR' ? usageError('is-a-folder', { path }) : unlike(code ?? message);
  }
}
