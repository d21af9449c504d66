import { Argument, Option } from 'commander';
import { LIST_FORMATS, LIST_SUBJECTS } from '../../report/formats.ts';
import { withCommonOptions, withFrameworkOption } from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const list: CommandSyntax = {
  name: 'list',
  usage: '[选项] [metrics|counts|standards|framework]',
  description: '列出指标、计数（输入的列）、标准或 score 的指标体系',
  examples: [
    'xc-eval list metrics',
    'xc-eval list standards --format csv',
    'xc-eval list framework',
  ],
  define(command, host, finish) {
    command
      .addArgument(new Argument('[subject]', '列出什么').choices(LIST_SUBJECTS).default('metrics'))
      .addOption(new Option('--format <格式>', '输出格式').choices(LIST_FORMATS).default('table'))
      .action(async (subject, options) => {
        const { runList } = await import('../commands/list.ts');
        finish(await runList(subject, options, host));
      });
    withCommonOptions(withFrameworkOption(command));
  },
};
