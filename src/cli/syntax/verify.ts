import {
  withCommonOptions,
  withMetricOption,
  withOutputOptions,
  withReadingOptions,
  withSelectionOptions,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const verify: CommandSyntax = {
  name: 'verify',
  usage: '[选项] <文件...>',
  description: '核对公布的比率：由公布的件数复算，说明按四舍五入、截断或进一是否相符，不符的找原因',
  examples: [
    'xc-eval verify 数据.csv',
    'xc-eval verify 公布值.csv --format json',
    'xc-eval verify 公布值.csv --reporter text --reporter sarif=结果.sarif',
  ],
  define(command, host, finish) {
    command
      .argument(
        '<files...>',
        '数据文件，含指标的公布值列，或含“名称、分子、分母、公布值”各列；- 表示标准输入',
      )
      .action(async (files, options) => {
        const { runVerify } = await import('../commands/verify.ts');
        finish(await runVerify(files, options, host));
      });
    withOutputOptions(withSelectionOptions(withMetricOption(command)));
    withCommonOptions(withReadingOptions(command, 'breach'));
  },
};
