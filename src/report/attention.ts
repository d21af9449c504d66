import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import { LEVELS } from '../catalogue/standard.ts';
import type { Flag } from '../judge/flag.ts';
import type { Report } from './report.ts';

/** How pressing a breach is: what is required first, then what is so in principle, then what is implied. */
const urgency = ({ verdicts }: Assessment): number =>
  Math.min(
    ...verdicts
      .filter(({ status }) => status === 'breached')
      .map(({ level }) => LEVELS.indexOf(level)),
  );

/** A metric of a group that needs attention. */
export interface Found {
  readonly assessed: AssessedGroup;
  readonly assessment: Assessment;
  readonly flag: Flag;
}

/** How much needs attention, and the worst of it. */
export interface Attention {
  readonly count: number;
  readonly worst: readonly Found[];
}

/** Goes through all groups, of which no more are kept than are listed. */
export function attentionIn(report: Report, listed: number): Attention {
  const byUrgency = new Map<number, Found[]>();
  let count = 0;
  for (const assessed of report.groups()) {
    for (const assessment of assessed.assessments) {
      const { flag } = assessment;
      if (flag !== 'breach' && flag !== 'warn') continue;
      count++;
      const alike = byUrgency.get(urgency(assessment)) ?? [];
      byUrgency.set(urgency(assessment), alike);
      if (alike.length < listed) alike.push({ assessed, assessment, flag });
    }
  }
  const inOrder = [...byUrgency].sort(([first], [second]) => first - second);
  return { count, worst: inOrder.flatMap(([, alike]) => alike).slice(0, listed) };
}
