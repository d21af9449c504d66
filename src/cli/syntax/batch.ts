import { Option } from 'commander';
import { BATCH_FORMATS, SUMMARY_FORMATS } from '../../report/formats.ts';
import {
  withCommonOptions,
  withFigureOptions,
  withGroupingOption,
  withIntervalOption,
  withLayoutOption,
  withMetricOption,
  withPartialOption,
  withReadingOptions,
} from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const batch: CommandSyntax = {
  name: 'batch',
  usage: '[选项] <文件...> --out <文件夹>',
  description:
    '逐个计算许多文件，各得一个结果，并有一个合并表和一份清单；未变的文件不再计算，有问题的文件不影响其他文件',
  examples: [
    'xc-eval batch 数据 --out 结果',
    "xc-eval batch '2024/**/*.csv' --out 结果 --format json",
    'xc-eval batch 数据 --out 新结果 --diff 旧结果',
  ],
  define(command, host, finish) {
    command
      .argument(
        '<files...>',
        '文件、文件夹（其中的全部 CSV、TSV、JSON、JSON Lines、Parquet）或通配符；与某个文件同名的按文件名理解',
      )
      .requiredOption('--out <文件夹>', '结果所在的文件夹，须为空或为此前的结果')
      .option('--force', '未变的文件也重新计算')
      .option('--diff <文件夹>', '与此前的结果相比，列出有变化的数，及变的是数据、口径还是标准')
      .addOption(
        new Option('--summary <格式>', '标准输出上的摘要的格式')
          .choices(SUMMARY_FORMATS)
          .default('table'),
      )
      .addOption(
        new Option('--format <格式>', '逐个文件的结果的格式').choices(BATCH_FORMATS).default('csv'),
      )
      .action(async (files, options) => {
        const { runBatch } = await import('../commands/batch.ts');
        finish(await runBatch(files, options, host));
      });
    withGroupingOption(withIntervalOption(withMetricOption(withLayoutOption(command))));
    withReadingOptions(withPartialOption(withFigureOptions(command)), 'never');
    withCommonOptions(command);
  },
};
