import { Option } from 'commander';
import { SCORE_FORMATS } from '../../report/formats.ts';
import {
  withCommonOptions,
  withDataOptions,
  withFigureOptions,
  withFrameworkOptions,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

/** Takes several values in a row. Commander sees that by itself only where the name ends in a Latin letter. */
const several = (option: Option): Option => Object.assign(option, { variadic: true });

export const score: CommandSyntax = {
  name: 'score',
  usage: '[选项] <状态文件>',
  description:
    '按指标体系计分：由各指标的状态得出各一级指标的得分、完成度和等级；给出数据时，由数据判断其中有标准的指标，与填报的状态核对',
  examples: [
    'xc-eval score 指标状态.csv',
    'xc-eval score 指标状态.csv --sensitivity',
    'xc-eval score 指标状态.csv --data 数据.csv --model strict',
    'xc-eval score 指标状态.csv --framework 本区指标体系.json --before 去年.json',
  ],
  define(command, host, finish) {
    command
      .argument(
        '<statuses>',
        '各指标的状态（CSV、TSV、JSON、JSON Lines）：指标、状态，可另有得分、备注、依据；- 表示标准输入',
      )
      .addOption(several(new Option('--data <文件...>', '由这些数据文件判断有标准的指标')))
      .option('--sensitivity', '各计分方式下的等级，以及各状态从哪一分值起改变等级')
      .option('--before <文件>', '与此前 score --format json 的输出相比，说明由哪些指标引起变化')
      .addOption(
        new Option('--format <格式>', '输出格式；csv 与 --sensitivity 同用时写各分界')
          .choices(SCORE_FORMATS)
          .default('table'),
      )
      .action(async (statuses, options) => {
        const { runScore } = await import('../commands/score.ts');
        finish(await runScore(statuses, options, host));
      });
    withFrameworkOptions(command);
    withCommonOptions(withFigureOptions(withDataOptions(command, 'never')));
  },
};
