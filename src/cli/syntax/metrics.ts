import { Option } from 'commander';
import { REPORT_FORMATS } from '../../report/formats.ts';
import {
  withCommonOptions,
  withDataOptions,
  withEngineOption,
  withFigureOptions,
  withGroupingOption,
  withIntervalOption,
  withLayoutOption,
  withMetricOption,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const metrics: CommandSyntax = {
  name: 'metrics',
  usage: '[选项] <文件...>',
  description: '由数据计算各项指标，并对照标准判断',
  examples: [
    'xc-eval metrics 数据.csv',
    'xc-eval metrics 一季度.csv 二季度.csv --by period --format csv --output 结果.csv',
  ],
  define(command, host, finish) {
    command
      .argument('<files...>', '数据文件（CSV、TSV、JSON、JSON Lines、Parquet），- 表示标准输入')
      .addOption(new Option('--format <格式>', '输出格式').choices(REPORT_FORMATS).default('table'))
      .action(async (files, options) => {
        const { runMetrics } = await import('../commands/metrics.ts');
        finish(await runMetrics(files, options, host));
      });
    withGroupingOption(withIntervalOption(withMetricOption(withLayoutOption(command))));
    withCommonOptions(withFigureOptions(withEngineOption(withDataOptions(command, 'never'))));
  },
};
