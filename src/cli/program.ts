import { Command } from 'commander';
import { version } from '../../package.json';
import type { ExitCode } from './exit.ts';
import { helpFormat } from './help.ts';
import type { Host } from './host.ts';
import type { CommonOptions } from './options.ts';
import { batch } from './syntax/batch.ts';
import { check } from './syntax/check.ts';
import type { CommandSyntax } from './syntax/command.ts';
import { compare } from './syntax/compare.ts';
import { config } from './syntax/config.ts';
import { explain } from './syntax/explain.ts';
import { list } from './syntax/list.ts';
import { metrics } from './syntax/metrics.ts';
import { schema } from './syntax/schema.ts';
import { score } from './syntax/score.ts';
import { tally } from './syntax/tally.ts';
import { template } from './syntax/template.ts';
import { verify } from './syntax/verify.ts';

/** In the order in which help lists them. */
const COMMANDS: readonly CommandSyntax[] = [
  metrics,
  check,
  verify,
  explain,
  list,
  template,
  schema,
  config,
  compare,
  score,
  batch,
  tally,
];

/** The command line. Where it begins with the name of a command, the others are not even defined: that takes time. */
export function createProgram(
  host: Host,
  write: (text: string) => void,
  finish: (code: ExitCode) => void,
  first?: string,
): Command {
  const program = new Command('xc-eval')
    .description(
      '法治政府建设评估指标计算器：由件数、人数复算各项比率，逐项说明出处，对照标准作出判断',
    )
    .version(version, '-V, --version', '显示版本号')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示命令的帮助')
    .configureHelp(helpFormat)
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .exitOverride()
    .showSuggestionAfterError()
    .hook('preAction', async (_, action) => {
      if (action.opts<CommonOptions>().overwrite !== true) return;
      const { assertNoOwnInput } = await import('./own-input.ts');
      assertNoOwnInput(action, host);
    })
    .addHelpText(
      'after',
      examplesText(['xc-eval metrics 数据.csv', 'xc-eval explain 复议纠错率 数据.csv']),
    );
  const called = COMMANDS.find(({ name }) => name === first);
  for (const { name, description, usage, examples, define } of called ? [called] : COMMANDS) {
    const command = program
      .command(name)
      .description(description)
      .usage(usage)
      .helpOption('-h, --help', '显示帮助')
      .addHelpText('after', examplesText(examples));
    define(command, host, finish);
  }
  return program;
}

const examplesText = (examples: readonly string[]): string =>
  ['\n示例：', ...examples.map((line) => `  $ ${line}`)].join('\n');
