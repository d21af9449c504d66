import { realpathSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { findConfig } from '../read/find-config.ts';
import { usageError } from './failure.ts';
import type { Host } from './host.ts';
import type { CommonOptions, ReporterChoice } from './options.ts';

/** Arguments of commands that are files. */
const FILE_ARGUMENTS: readonly string[] = ['files', 'statuses', 'before', 'after'];

/** What options call a file that they read: `<文件>`, `<名称或文件>`, `<文件...>`. */
const NAMES_A_FILE = /文件[.>]/;

type Options = CommonOptions & { readonly reporter?: readonly ReporterChoice[] };

/**
 * Throws a UsageError where a command that overwrites would put a result in the place of a file that it reads: data, a
 * configuration, or whatever else an option names.
 */
export function assertNoOwnInput(command: Command, host: Host): void {
  const options = command.opts<Options>();
  const named = command.options
    .filter(({ flags }) => NAMES_A_FILE.test(flags))
    .map((option) => option.attributeName())
    .filter((name) => name !== 'output')
    .map((name): unknown => command.getOptionValue(name));
  const read = command.processedArgs.filter((_, at) =>
    FILE_ARGUMENTS.includes(command.registeredArguments[at]?.name() ?? ''),
  );
  const found = options.config === undefined ? findConfig(host.folder) : null;
  const inputs = [...named, ...read, found, ...(host.inputs ?? [])].flat();
  const outputs = [options.output, ...(options.reporter ?? []).map(({ file }) => file)];
  for (const output of outputs) assertOther(output, inputs.filter(isText));
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Throws a UsageError where a file that is to be written is one of those that are read. */
export function assertOther(output: string | undefined, inputs: readonly string[]): void {
  const place = output === undefined ? null : realFile(output);
  if (output === undefined || place === null) return;
  if (inputs.some((input) => realFile(input) === place)) {
    throw usageError('output-is-input', { path: output });
  }
}

/** Null for what is no file: a terminal may well be read and written. */
const realFile = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true ? realpathSync.native(path) : null;
