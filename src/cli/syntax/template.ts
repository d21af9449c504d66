import { Argument, Option } from 'commander';
import { TEMPLATE_FORMATS, TEMPLATE_LAYOUTS, TEMPLATE_SUBJECTS } from '../../report/formats.ts';
import { names, withCommonOptions } from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const template: CommandSyntax = {
  name: 'template',
  usage: '[选项] [input|pairs|framework|tally] [映射]',
  description:
    '生成所选指标的空白输入表，可用 Excel/WPS 打开填写；或生成 verify 所用“名称、分子、分母、公布值、类型”的空白表（pairs），score 所用指标体系的例子（framework），tally 所用的映射（tally）',
  examples: [
    'xc-eval template --metric 复议纠错率,法制审核人员占比 --output 填报.csv',
    'xc-eval template framework --output 本区指标体系.json',
    'xc-eval template tally 12345 --output 工单映射.json',
  ],
  define(command, host, finish) {
    command
      .addArgument(new Argument('[subject]', '哪一种').choices(TEMPLATE_SUBJECTS).default('input'))
      .argument('[mapping]', 'tally 的哪一个映射：复议（默认）或 12345')
      .addOption(
        new Option('--metric <指标>', '只含这些指标所需的列，可重复')
          .argParser(names)
          .default([], '全部'),
      )
      .addOption(new Option('--format <格式>', '文件格式').choices(TEMPLATE_FORMATS).default('csv'))
      .addOption(
        new Option('--layout <布局>', '一列一项，或一行一项')
          .choices(TEMPLATE_LAYOUTS)
          .default('wide'),
      )
      .action(async (subject, mapping, options) => {
        const { runTemplate } = await import('../commands/template.ts');
        finish(await runTemplate(subject, mapping, options, host));
      });
    withCommonOptions(command);
  },
};
