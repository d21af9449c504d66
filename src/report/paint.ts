import type { Flag } from '../judge/flag.ts';

/** Colours for the cells and headings of a table. */
export interface Paint {
  readonly flag: Readonly<Record<Flag, (text: string) => string>>;
  readonly heading: (text: string) => string;
}

const plain = (text: string): string => text;

const UNPAINTED: Paint = {
  flag: { breach: plain, warn: plain, unknown: plain, ok: plain, 'not-judged': plain },
  heading: plain,
};

/** The colours of a surface. The library for them is loaded only where there are any. */
export async function paintFor(level: 0 | 1 | 2 | 3): Promise<Paint> {
  if (level === 0) return UNPAINTED;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  return {
    flag: {
      breach: chalk.red,
      warn: chalk.yellow,
      unknown: chalk.dim,
      ok: chalk.green,
      'not-judged': chalk.dim,
    },
    heading: chalk.bold,
  };
}
