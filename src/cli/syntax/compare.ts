import { Option } from 'commander';
import { COMPARE_GROUPINGS } from '../../aggregate/grouping.ts';
import {
  withCommonOptions,
  withDataOptions,
  withFigureOptions,
  withMetricOption,
  withOutputOptions,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const compare: CommandSyntax = {
  name: 'compare',
  usage: '[选项] <前> [后]',
  description:
    '比较两份数据或两个期间：比率以百分点、计数以百分数说明变化，指明好坏、能否区别于偶然波动；同一期间的两份数据则指明改了什么、为什么',
  examples: [
    'xc-eval compare 2023.csv 2024.csv',
    'xc-eval compare 数据.csv --yoy --decompose',
    'xc-eval compare 累计.csv --single --qoq',
    'xc-eval compare 原报.csv 改报.csv --before-config 旧口径.json',
    'xc-eval compare 原报.csv 改报.csv --reporter github',
  ],
  define(command, host, finish) {
    command
      .argument(
        '<before>',
        '数据文件（CSV、TSV、JSON、JSON Lines）或 score 的 JSON 输出，- 表示标准输入',
      )
      .argument('[after]', '与之相比的另一份；不给则比较一份数据中的两个期间')
      .option('--yoy', '同比：每一期与上年同期相比')
      .option('--qoq', '环比：每一期与紧接在前、长度相同的一期相比')
      .option('--from <期间>', '与 --to 同用：指定前一个期间')
      .option('--to <期间>', '与 --from 同用：指定后一个期间')
      .option('--single', '先把累计数（如 1-9 月）逐期相减，化为单期数（第三季度），并一一注明')
      .addOption(
        new Option('--by <分组>', '逐单位并合计、逐组并合计，或只合计')
          .choices(COMPARE_GROUPINGS)
          .default('unit'),
      )
      .option('--decompose', '把合并比率的变化分解为各单位自身的率和各单位的比重两部分')
      .option('--before-config <文件>', '前一份数据采用另一个配置文件')
      .action(async (before, after, options) => {
        const { runCompare } = await import('../commands/compare.ts');
        finish(await runCompare(before, after, options, host));
      });
    withOutputOptions(withMetricOption(command));
    withCommonOptions(withFigureOptions(withDataOptions(command, 'never')));
  },
};
