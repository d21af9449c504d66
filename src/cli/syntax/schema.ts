import { Argument } from 'commander';
import { SCHEMA_SUBJECTS } from '../../report/formats.ts';
import { withCommonOptions } from '../options.ts';
import type { CommandSyntax } from './command.ts';

export const schema: CommandSyntax = {
  name: 'schema',
  usage: '[选项] [主题]',
  description:
    '输出 JSON Schema：输入数据（input）和公布值（pairs），metrics 的 json 和 jsonl 输出（output、jsonl），check、score 的 json 输出，compare、verify 的 json 和 jsonl 输出，batch 的摘要（batch）和清单（manifest），指标体系，配置文件，tally 的映射（tally）',
  examples: ['xc-eval schema output'],
  define(command, host, finish) {
    command
      .addArgument(new Argument('[subject]', '哪一个').choices(SCHEMA_SUBJECTS).default('output'))
      .action(async (subject, options) => {
        const { runSchema } = await import('../commands/schema.ts');
        finish(await runSchema(subject, options, host));
      });
    withCommonOptions(command);
  },
};
