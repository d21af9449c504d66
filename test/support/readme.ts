import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bin.ts';

export const READMES = ['README.md', 'README.zh-CN.md'] as const;

export type ReadmeName = (typeof READMES)[number];

export const pathOf = (name: ReadmeName): string => join(ROOT, name);

export const textOf = (name: ReadmeName): string => readFileSync(pathOf(name), 'utf8');

/** A fenced block, and the text block that directly follows it: what it prints. */
export interface Block {
  readonly language: string;
  readonly code: string;
  readonly output: string | null;
  /** Where the content of the text block stands in the README. */
  readonly outputAt: number;
}

const FENCED = /^```(\w+)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm;

export const blocksOf = (text: string): Block[] =>
  [...text.matchAll(FENCED)].map(([all, language = '', code = '', output], index, matches) => ({
    language,
    code,
    output: output ?? null,
    outputAt: (matches[index]?.index ?? 0) + all.length - (output ?? '').length - '```\n'.length,
  }));

/** A command line of a README, without `npx xc-eval`. */
export interface CommandLine {
  readonly args: readonly string[];
  /** A file handed to standard input with `<`. */
  readonly stdin: string | null;
  /** As a comment behind the command announces it. */
  readonly exit: number;
}

const COMMAND = /^(?:npm ci && )?npx xc-eval\b ?([^#]*?)\s*(?:#.*?(\d+).*)?$/;

/** The xc-eval command lines of a block, in order. Throws on a line that is not plain words. */
export function commandsOf({ language, code }: Block): CommandLine[] {
  if (language !== 'sh') return [];
  return code.split('\n').flatMap((line): CommandLine[] => {
    const match = COMMAND.exec(line);
    if (match === null) {
      if (line.includes('xc-eval')) throw new Error(`cannot run: ${line}`);
      return [];
    }
    const [, words = '', exit = '0'] = match;
    if (/["'\\$|>&;]/.test(words)) throw new Error(`needs a shell: ${line}`);
    const [before = '', file] = words.split('<');
    const args = before.split(/\s+/).filter((word) => word !== '');
    return [{ args, stdin: file?.trim() ?? null, exit: Number(exit) }];
  });
}

/** The data rows of each Markdown table, cell by cell. */
export const tableRows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') || line.startsWith('|-'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
