import { Option } from 'commander';
import { EXPLANATION_FORMATS } from '../../report/formats.ts';
import {
  withCommonOptions,
  withDataOptions,
  withFigureOptions,
  withFrameworkOptions,
  withGroupingOption,
  withIntervalOption,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const explain: CommandSyntax = {
  name: 'explain',
  usage: '[选项] <指标> [文件...]',
  description:
    '说明一项指标的公式、口径、出处和标准；给出数据时代入数字。也可说明指标体系中的一项（4.22）或一个一级指标（四）怎样计分',
  examples: [
    'xc-eval explain 复议纠错率',
    'xc-eval explain 法制审核人员占比 数据.csv --unit 德胜街道',
    'xc-eval explain 4.22 复议.csv --statuses 指标状态.csv',
  ],
  define(command, host, finish) {
    command
      .argument('<metric>', '指标名称或 id，或指标体系中的序号')
      .argument('[files...]', '数据文件，- 表示标准输入')
      .option('--statuses <文件>', '各指标的状态，用以说明指标体系中一项的得分')
      .addOption(
        new Option('--format <格式>', '输出格式').choices(EXPLANATION_FORMATS).default('text'),
      )
      .action(async (metric, files, options) => {
        const { runExplain } = await import('../commands/explain.ts');
        finish(await runExplain(metric, files, options, host));
      });
    withGroupingOption(withIntervalOption(withFrameworkOptions(command)));
    withCommonOptions(withFigureOptions(withDataOptions(command, 'never')));
  },
};
