import { CommanderError } from 'commander';
import type { Language } from '../message/phrases.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { UsageError } from './failure.ts';
import { type Host, writeTo } from './host.ts';
import { createProgram } from './program.ts';

export { processHost } from './host.ts';

/** Runs one command line (without the interpreter and the script) and returns its exit code. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  if (argv[0] !== 'tally') return runOne(argv, host);
  const { runThen, thenOf } = await import('./then.ts');
  const both = thenOf(argv);
  return both === null ? runOne(argv, host) : runThen(both, host, runOne);
}

async function runOne(argv: readonly string[], host: Host): Promise<ExitCode> {
  const language = languageOf(argv);
  let code: ExitCode = EXIT.done;
  const out: string[] = [];
  const program = createProgram(
    host,
    (text) => out.push(text),
    (exit) => {
      code = exit;
    },
    argv[0],
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (
      error instanceof CommanderError &&
      error.code === 'commander.help' &&
      error.exitCode !== 0
    ) {
      await writeTo(host.stderr, program.helpInformation()).catch(() => undefined);
      return EXIT.unusable;
    }
    if (error instanceof CommanderError && error.exitCode === 0) {
      return writeTo(host.stdout, out.join('')).then(
        () => EXIT.done,
        ({ code: cause }: NodeJS.ErrnoException) => (cause === 'EPIPE' ? EXIT.done : EXIT.unusable),
      );
    }
    await writeTo(host.stderr, `xc-eval: ${await sentenceOf(error, language)}\n`).catch(
      () => undefined,
    );
    return error instanceof CommanderError || error instanceof UsageError
      ? EXIT.unusable
      : EXIT.bug;
  }
}

async function sentenceOf(error: unknown, language: Language): Promise<string> {
  if (error instanceof UsageError) return error.sentence(language);
  if (error instanceof CommanderError) {
    const { usageSentence } = await import('./usage.ts');
    return usageSentence(error, language);
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return language === 'en'
    ? `internal error, please report it\n${stack}`
    : `内部错误，请反馈\n${stack}`;
}

/** The language is needed before the command line is known to be right. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.lastIndexOf('--lang');
  const named = at >= 0 && argv[at + 1] === 'en';
  return named || argv.includes('--lang=en') ? 'en' : 'zh';
}
