import { Option } from 'commander';
import { CONFIG_FORMATS } from '../../report/formats.ts';
import { withCommonOptions } from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const config: CommandSyntax = {
  name: 'config',
  usage: '[选项]',
  description: '列出内置的与配置文件合并后的全部取值，各注明来自哪里',
  examples: ['xc-eval config', 'xc-eval config --format json --config 本区.json'],
  define(command, host, finish) {
    command
      .addOption(new Option('--format <格式>', '输出格式').choices(CONFIG_FORMATS).default('text'))
      .action(async (options) => {
        const { runConfig } = await import('../commands/config.ts');
        finish(await runConfig(options, host));
      });
    withCommonOptions(command);
  },
};
