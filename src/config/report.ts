import type { IssueArguments, IssueCode } from '../issue/issue.ts';
import type { ConfigPath } from './config.ts';

/** What can be wrong with a configuration, and where: `path` leads to the value, or to its key. */
export type Report = <Code extends Extract<IssueCode, `config-${string}`>>(
  code: Code,
  path: ConfigPath,
  details: IssueArguments[Code],
) => void;
