import { writeSync } from 'node:fs';

/** A disk that is nearly full may take less than it is given. Throws the error of the system where it takes no more. */
export function writeWhole(file: number, data: Uint8Array): void {
  for (let done = 0; done < data.length; ) done += writeSync(file, data, done);
}
