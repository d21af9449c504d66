import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';

/** A command as help shows it, and what may stand in its line. */
export interface CommandSyntax {
  readonly name: string;
  readonly usage: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** Adds the arguments, the options, and what to do, which is loaded only when it is done. */
  define(command: Command, host: Host, finish: (code: ExitCode) => void): void;
}
