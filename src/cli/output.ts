import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pieces } from '../report/batches.ts';
import { usageError } from './failure.ts';
import { type Output, writeTo } from './host.ts';
import type { CommonOptions } from './options.ts';

type Chunks = Iterable<string> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a result to standard output or to the file that `--output` names. A file appears whole or not at
 * all, and never in the place of another unless asked. A reader that closes the pipe ends the writing without
 * an error. Throws a UsageError where it cannot write.
 */
export async function deliver(
  chunks: Chunks,
  { output: path, overwrite }: Pick<CommonOptions, 'output' | 'overwrite'>,
  stdout: Output,
): Promise<void> {
  if (path === undefined || path === '-') return deliverToStream(chunks, stdout);
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) return deliverToDevice(chunks, path);
  if (existing !== undefined && !overwrite) throw usageError('output-exists', { path });
  return deliverToFile(chunks, path, overwrite === true);
}

/** Throws a UsageError where a result could not be written to a file. */
export function assertWritable(path: string, overwrite: boolean): void {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing?.isFile() === true && !overwrite) throw usageError('output-exists', { path });
  if (existing === undefined && !existsSync(dirname(path))) {
    throw usageError('cannot-write', { path, cause: 'ENOENT' });
  }
}

/** Chunks in pieces that are worth a write; those that are made bit by bit come so already. */
const inPieces = (chunks: Chunks) => (Symbol.iterator in chunks ? pieces(chunks) : chunks);

async function deliverToStream(chunks: Chunks, stdout: Output): Promise<void> {
  try {
    for await (const chunk of inPieces(chunks)) await writeTo(stdout, chunk);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EPIPE') return;
    throw usageError('cannot-write', { path: 'stdout', cause: code });
  }
}

async function deliverToDevice(chunks: Chunks, path: string): Promise<void> {
  try {
    await writeAll(chunks, openSync(path, 'w'));
  } catch (error) {
    throw usageError('cannot-write', { path, cause: systemCode(error) });
  }
}

/** Through a file beside it, so that nobody ever sees half of it. */
async function deliverToFile(chunks: Chunks, path: string, overwrite: boolean): Promise<void> {
  const draft = join(
    dirname(path),
    `.${basename(path)}.${Math.random().toString(36).slice(2)}.tmp`,
  );
  try {
    await writeAll(chunks, openSync(draft, 'wx'), fsyncSync);
    if (overwrite) renameSync(draft, path);
    else linkSync(draft, path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw usageError('output-exists', { path });
    throw usageError('cannot-write', { path, cause: code });
  } finally {
    rmSync(draft, { force: true });
  }
}

async function writeAll(
  chunks: Chunks,
  file: number,
  finish?: (file: number) => void,
): Promise<void> {
  try {
    for await (const chunk of inPieces(chunks)) appendFileSync(file, chunk);
    finish?.(file);
  } finally {
    closeSync(file);
  }
}

/** The system's code of an error; an error without one is a bug and goes on. */
export function systemCode(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
  return code;
}
