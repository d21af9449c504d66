import { Option } from 'commander';
import { ENGINES } from '../../read/engines.ts';
import { TALLY_FORMATS, TALLY_NEXT } from '../../report/formats.ts';
import { withCommonOptions, withEncodingOption } from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const tally: CommandSyntax = {
  name: 'tally',
  usage: '[选项] <台账...>',
  description:
    '由台账（一行一案）按映射统计出各单位、各期间的计数，作为 metrics 的输入；不明的行逐类报告，不会悄悄漏计',
  examples: [
    'xc-eval tally 复议台账.csv --mapping 复议 --output 计数.csv',
    'xc-eval tally 工单.parquet --mapping 12345 --then metrics --by period',
    'xc-eval template tally 复议 --output 本局映射.json',
  ],
  define(command, host, finish) {
    command
      .argument('<files...>', '台账文件（CSV、TSV、JSON Lines、Parquet），- 表示标准输入')
      .requiredOption('--mapping <名称或文件>', '怎样计数：复议、12345，或 JSON 文件')
      .addOption(new Option('--format <格式>', '输出格式').choices(TALLY_FORMATS).default('csv'))
      .addOption(
        new Option(
          '--then <命令>',
          '把计数直接交给 metrics 或 check；写在其后的选项都归它',
        ).choices(TALLY_NEXT),
      )
      .option('--allow-invalid', '台账有问题也照计：读不全或归不了单位、期间的行不计，其余各行照计')
      .addOption(
        new Option(
          '--engine <引擎>',
          '由 DuckDB 还是内置程序计数；auto 对大文件和 Parquet 用 DuckDB',
        )
          .choices(ENGINES)
          .default('auto'),
      )
      .action(async (files, options) => {
        const { runTally } = await import('../commands/tally.ts');
        finish(await runTally(files, options, host));
      });
    withCommonOptions(withEncodingOption(command));
  },
};
