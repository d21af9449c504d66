/** Reads what one run writes for other programs, in every format at once. */
import { readFileSync } from 'node:fs';
import { readGithub, readGitlab, readJunit, readSarif, shownMessage } from './check-formats.ts';
import { type HostOptions, runFake } from './host.ts';

const FILES = ['junit', 'github', 'sarif', 'gitlab'] as const;

/** Runs a command line in the working folder with a report of each kind, read back by the rules of its format. */
export async function reportedBy(args: readonly string[], options?: HostOptions) {
  const reporters = FILES.flatMap((name) => ['--reporter', `${name}=${name}.out`]);
  const run = await runFake([...args, ...reporters, '--overwrite'], options);
  const text = Object.fromEntries(
    FILES.map((name) => [name, readFileSync(`${name}.out`, 'utf8')]),
  ) as Record<(typeof FILES)[number], string>;
  return {
    ...run,
    text,
    junit: readJunit(text.junit),
    github: readGithub(text.github),
    sarif: readSarif(text.sarif),
    gitlab: readGitlab(text.gitlab),
  };
}

export type Reported = Awaited<ReturnType<typeof reportedBy>>;

/** Each item as its level and rule, from the format that has both. */
export const itemsIn = ({ sarif }: Reported): string[] =>
  sarif.results.map(({ level, ruleId }) => `${level} ${ruleId}`);

/** How many items of each format make the run fail. */
export const failuresIn = ({ junit, github, sarif, gitlab }: Reported) => ({
  junit: (junit.totals.failures ?? 0) + (junit.totals.errors ?? 0),
  github: github.commands.filter(({ command }) => command === 'error').length,
  sarif: sarif.results.filter(({ level }) => level === 'error').length,
  gitlab: gitlab.filter(({ severity }) => ['major', 'critical', 'blocker'].includes(severity))
    .length,
});

/** The messages of each format, in an order of their own. */
export const messagesIn = ({ junit, github, sarif, gitlab }: Reported) => ({
  junit: junit.suites
    .flatMap(({ cases }) => cases)
    .flatMap(({ outcome, text }) => (outcome === 'ok' ? [] : [text.split('\n')[0] as string]))
    .sort(),
  github: github.commands.map(({ message }) => message).sort(),
  sarif: sarif.results.map(({ message }) => shownMessage(message)).sort(),
  gitlab: gitlab.map(({ description }) => description).sort(),
});
