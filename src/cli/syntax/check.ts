import {
  withCommonOptions,
  withDataOptions,
  withEngineOption,
  withFigureOptions,
  withMetricOption,
  withReporterOption,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const check: CommandSyntax = {
  name: 'check',
  usage: '[选项] <文件...>',
  description: '对照标准检查每个单位、每个期间的每项指标，只列出需要关注的，供持续集成使用',
  examples: [
    'xc-eval check 数据.csv',
    'xc-eval check 数据.csv --reporter junit=结果.xml --reporter github',
    'xc-eval check 数据.csv --baseline 基线.json --update-baseline',
  ],
  define(command, host, finish) {
    command
      .argument('<files...>', '数据文件（CSV、TSV、JSON、JSON Lines、Parquet），- 表示标准输入')
      .option('--baseline <文件>', '已知的差距：只有新出现的和变差的才不通过')
      .option('--update-baseline', '建立或收紧基线文件')
      .action(async (files, options) => {
        const { runCheck } = await import('../commands/check.ts');
        finish(await runCheck(files, options, host));
      });
    withReporterOption(withMetricOption(command), 'text');
    withCommonOptions(withFigureOptions(withEngineOption(withDataOptions(command, 'breach'))));
  },
};
