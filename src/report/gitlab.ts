import { fingerprintDigest, slashedPath } from './forge.ts';
import { itemLines } from './json-text.ts';
import { type Item, itemsOf, type RunReport } from './run.ts';

/** Writes a Code Quality report for GitLab: an array with one object a finding, each on a line. */
export function* writeGitlab(run: RunReport): Iterable<string> {
  yield '[';
  yield* itemLines(violations(run));
  yield '\n]\n';
}

function* violations(run: RunReport): Iterable<object> {
  for (const item of itemsOf(run)) yield violation(item, run);
}

const violation = (item: Item, { textSpan }: RunReport): object => ({
  description: item.message,
  check_name: item.rule,
  fingerprint: fingerprintDigest(item),
  severity: severityOf(item),
  location: {
    path: pathOf(item.place.file),
    lines: { begin: textSpan(item.place)?.line ?? item.place.line ?? 1 },
  },
});

/**
 * GitLab has five words where an item has three. Data that could not be judged blocks everything else, a breach
 * that fails the run is critical and what else fails it major; what does not fail it is minor or for information.
 */
function severityOf({
  kind,
  severity,
  flag,
}: Item): 'info' | 'minor' | 'major' | 'critical' | 'blocker' {
  if (severity === 'note') return 'info';
  if (severity === 'warning') return 'minor';
  if (kind === 'data') return 'blocker';
  return flag === 'breach' ? 'critical' : 'major';
}

/** An absolute path stays as it is, for want of a repository to take it from; GitLab shows it without a link. */
const pathOf = (file: string): string => (file === '-' ? 'stdin' : slashedPath(file));
