import { Argument, Command, Option } from 'commander';
import { version } from '../../package.json';
import {
  CONFIG_FORMATS,
  EXPLANATION_FORMATS,
  LIST_FORMATS,
  LIST_SUBJECTS,
  REPORT_FORMATS,
  SCHEMA_SUBJECTS,
  TEMPLATE_FORMATS,
  TEMPLATE_LAYOUTS,
  TEMPLATE_SUBJECTS,
} from '../report/formats.ts';
import { addBatch } from './batch-command.ts';
import { addCompare } from './compare-command.ts';
import type { ExitCode } from './exit.ts';
import { helpFormat } from './help.ts';
import type { Host } from './host.ts';
import {
  type CommonOptions,
  names,
  withCommonOptions,
  withDataOptions,
  withEngineOption,
  withFigureOptions,
  withGroupingOption,
  withIntervalOption,
  withLayoutOption,
  withMetricOption,
  withOutputOptions,
  withReadingOptions,
  withReporterOption,
  withSelectionOptions,
} from './options.ts';
import { addScore, withFrameworkOption, withFrameworkOptions } from './score-command.ts';
import { addTally } from './tally-command.ts';

/** The command line. What a command does is loaded only when it runs. */
export function createProgram(
  host: Host,
  write: (text: string) => void,
  finish: (code: ExitCode) => void,
): Command {
  const program = new Command('xc-eval')
    .description(
      '法治政府建设评估指标计算器：由件数、人数复算各项比率，逐项说明出处，对照标准作出判断',
    )
    .version(version, '-V, --version', '显示版本号')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示命令的帮助')
    .configureHelp(helpFormat)
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .exitOverride()
    .showSuggestionAfterError()
    .hook('preAction', async (_, action) => {
      if (action.opts<CommonOptions>().overwrite !== true) return;
      const { assertNoOwnInput } = await import('./own-input.ts');
      assertNoOwnInput(action, host);
    })
    .addHelpText(
      'after',
      '\n示例：\n  $ xc-eval metrics 数据.csv\n  $ xc-eval explain 复议纠错率 数据.csv',
    );

  const command = (name: string, usage: string, description: string, example: string): Command =>
    program
      .command(name)
      .description(description)
      .usage(usage)
      .helpOption('-h, --help', '显示帮助')
      .addHelpText(
        'after',
        `\n示例：\n${example
          .split('\n')
          .map((line) => `  $ ${line}`)
          .join('\n')}`,
      );

  const metrics = command(
    'metrics',
    '[选项] <文件...>',
    '由数据计算各项指标，并对照标准判断',
    'xc-eval metrics 数据.csv\nxc-eval metrics 一季度.csv 二季度.csv --by period --format csv --output 结果.csv',
  )
    .argument('<files...>', '数据文件（CSV、TSV、JSON、JSON Lines、Parquet），- 表示标准输入')
    .addOption(new Option('--format <格式>', '输出格式').choices(REPORT_FORMATS).default('table'))
    .action(async (files, options) => {
      const { runMetrics } = await import('./commands/metrics.ts');
      finish(await runMetrics(files, options, host));
    });
  withGroupingOption(withIntervalOption(withMetricOption(withLayoutOption(metrics))));
  withCommonOptions(withFigureOptions(withEngineOption(withDataOptions(metrics, 'never'))));

  const check = command(
    'check',
    '[选项] <文件...>',
    '对照标准检查每个单位、每个期间的每项指标，只列出需要关注的，供持续集成使用',
    'xc-eval check 数据.csv\nxc-eval check 数据.csv --reporter junit=结果.xml --reporter github\nxc-eval check 数据.csv --baseline 基线.json --update-baseline',
  )
    .argument('<files...>', '数据文件（CSV、TSV、JSON、JSON Lines、Parquet），- 表示标准输入')
    .option('--baseline <文件>', '已知的差距：只有新出现的和变差的才不通过')
    .option('--update-baseline', '建立或收紧基线文件')
    .action(async (files, options) => {
      const { runCheck } = await import('./commands/check.ts');
      finish(await runCheck(files, options, host));
    });
  withReporterOption(withMetricOption(check), 'text');
  withCommonOptions(withFigureOptions(withEngineOption(withDataOptions(check, 'breach'))));

  const verify = command(
    'verify',
    '[选项] <文件...>',
    '核对公布的比率：由公布的件数复算，说明按四舍五入、截断或进一是否相符，不符的找原因',
    'xc-eval verify 数据.csv\nxc-eval verify 公布值.csv --format json\nxc-eval verify 公布值.csv --reporter text --reporter sarif=结果.sarif',
  )
    .argument(
      '<files...>',
      '数据文件，含指标的公布值列，或含“名称、分子、分母、公布值”各列；- 表示标准输入',
    )
    .action(async (files, options) => {
      const { runVerify } = await import('./commands/verify.ts');
      finish(await runVerify(files, options, host));
    });
  withOutputOptions(withSelectionOptions(withMetricOption(verify)));
  withCommonOptions(withReadingOptions(verify, 'breach'));

  const explain = command(
    'explain',
    '[选项] <指标> [文件...]',
    '说明一项指标的公式、口径、出处和标准；给出数据时代入数字。也可说明指标体系中的一项（4.22）或一个一级指标（四）怎样计分',
    'xc-eval explain 复议纠错率\nxc-eval explain 法制审核人员占比 数据.csv --unit 德胜街道\nxc-eval explain 4.22 复议.csv --statuses 指标状态.csv',
  )
    .argument('<metric>', '指标名称或 id，或指标体系中的序号')
    .argument('[files...]', '数据文件，- 表示标准输入')
    .option('--statuses <文件>', '各指标的状态，用以说明指标体系中一项的得分')
    .addOption(
      new Option('--format <格式>', '输出格式').choices(EXPLANATION_FORMATS).default('text'),
    )
    .action(async (metric, files, options) => {
      const { runExplain } = await import('./commands/explain.ts');
      finish(await runExplain(metric, files, options, host));
    });
  withGroupingOption(withIntervalOption(withFrameworkOptions(explain)));
  withCommonOptions(withFigureOptions(withDataOptions(explain, 'never')));

  const list = command(
    'list',
    '[选项] [metrics|counts|standards|framework]',
    '列出指标、计数（输入的列）、标准或 score 的指标体系',
    'xc-eval list metrics\nxc-eval list standards --format csv\nxc-eval list framework',
  )
    .addArgument(new Argument('[subject]', '列出什么').choices(LIST_SUBJECTS).default('metrics'))
    .addOption(new Option('--format <格式>', '输出格式').choices(LIST_FORMATS).default('table'))
    .action(async (subject, options) => {
      const { runList } = await import('./commands/list.ts');
      finish(await runList(subject, options, host));
    });
  withCommonOptions(withFrameworkOption(list));

  const template = command(
    'template',
    '[选项] [input|pairs|framework|tally] [映射]',
    '生成所选指标的空白输入表，可用 Excel/WPS 打开填写；或生成 verify 所用“名称、分子、分母、公布值、类型”的空白表（pairs），score 所用指标体系的例子（framework），tally 所用的映射（tally）',
    'xc-eval template --metric 复议纠错率,法制审核人员占比 --output 填报.csv\nxc-eval template framework --output 本区指标体系.json\nxc-eval template tally 12345 --output 工单映射.json',
  )
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
      const { runTemplate } = await import('./commands/template.ts');
      finish(await runTemplate(subject, mapping, options, host));
    });
  withCommonOptions(template);

  const schema = command(
    'schema',
    '[选项] [主题]',
    '输出 JSON Schema：输入数据（input）和公布值（pairs），metrics 的 json 和 jsonl 输出（output、jsonl），check、score 的 json 输出，compare、verify 的 json 和 jsonl 输出，batch 的摘要（batch）和清单（manifest），指标体系，配置文件，tally 的映射（tally）',
    'xc-eval schema output',
  )
    .addArgument(new Argument('[subject]', '哪一个').choices(SCHEMA_SUBJECTS).default('output'))
    .action(async (subject, options) => {
      const { runSchema } = await import('./commands/schema.ts');
      finish(await runSchema(subject, options, host));
    });
  withCommonOptions(schema);

  const config = command(
    'config',
    '[选项]',
    '列出内置的与配置文件合并后的全部取值，各注明来自哪里',
    'xc-eval config\nxc-eval config --format json --config 本区.json',
  )
    .addOption(new Option('--format <格式>', '输出格式').choices(CONFIG_FORMATS).default('text'))
    .action(async (options) => {
      const { runConfig } = await import('./commands/config.ts');
      finish(await runConfig(options, host));
    });
  withCommonOptions(config);
  addCompare(command, host, finish);
  addScore(command, host, finish);
  addBatch(command, host, finish);
  addTally(command, host, finish);

  return program;
}
