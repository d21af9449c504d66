import { type Command, InvalidArgumentError, Option } from 'commander';
import { GROUPINGS, type Grouping } from '../aggregate/grouping.ts';
import { DEFAULT_FIGURES, ROUNDINGS, type Rounding } from '../exact/roundings.ts';
import { FAIL_ON, type FailOn } from '../judge/flag.ts';
import { LANGUAGES, type Language } from '../message/phrases.ts';
import { ENCODINGS, type Encoding } from '../read/encodings.ts';
import { ENGINES } from '../read/engines.ts';
import { CSV_LAYOUTS, REPORT_FORMATS, REPORTERS, type ReporterName } from '../report/formats.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly lang: Language;
  readonly color: boolean;
  readonly ascii?: true;
  readonly output?: string;
  /** A path, or false for none; absent: looked for. */
  readonly config?: string | false;
  readonly overwrite?: true;
}

/** Options of commands that write figures. */
export interface FigureOptions {
  readonly precision: number;
  readonly rounding: Rounding;
}

/** Options of commands that read data. */
export interface DataOptions {
  readonly encoding: Encoding | 'auto';
  readonly unit: readonly string[];
  readonly period: readonly string[];
  readonly partial?: true;
  readonly allowInvalid?: true;
  readonly failOn: FailOn;
}

export interface GroupingOption {
  readonly by: Grouping;
}

export function names(value: string, previous: readonly string[]): string[] {
  const named = value
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  // An unset variable of a script would silently mean all.
  if (named.length === 0) throw new InvalidArgumentError('NAME[,NAME…]');
  return [...previous, ...named];
}

/** A reporter, and the file it writes to; none for standard output. */
export interface ReporterChoice {
  readonly name: ReporterName;
  readonly file?: string;
}

function reporters(value: string, previous: readonly ReporterChoice[]): ReporterChoice[] {
  const at = value.indexOf('=');
  const wanted = at < 0 ? value : value.slice(0, at);
  const name = REPORTERS.find((each) => each === wanted);
  const file = at < 0 ? undefined : value.slice(at + 1);
  if (name === undefined || file === '') {
    throw new InvalidArgumentError(REPORTERS.map((each) => `${each}[=FILE]`).join(', '));
  }
  return [...previous, file === undefined ? { name } : { name, file }];
}

const wholeNumber = (text: string): number => {
  if (!/^(?:\d|10)$/.test(text)) throw new InvalidArgumentError('0-10');
  return Number(text);
};

export const withCommonOptions = (command: Command): Command =>
  command
    .addOption(new Option('--lang <语言>', '输出语言').choices(LANGUAGES).default('zh'))
    .option('-o, --output <文件>', '写入文件而不是标准输出；文件要么完整，要么不出现')
    .option('--config <文件>', '采用这个配置文件，而不是在当前及上级文件夹中找 xc-eval.config.json')
    .option('--no-config', '不采用任何配置文件')
    .option('--overwrite', '允许覆盖已存在的输出文件')
    .option('--no-color', '不用颜色（也可设环境变量 NO_COLOR）')
    .option('--ascii', '表格只用 ASCII 线条，适合旧式控制台');

export const withReporterOption = (command: Command, otherwise: string): Command =>
  command.addOption(
    new Option(
      '--reporter <方式[=文件]>',
      `怎样报告，可重复：${REPORTERS.join('、')}；没有文件的写到标准输出`,
    )
      .argParser(reporters)
      .default([], otherwise),
  );

/** A format and reporters side by side: neither is there unless it is asked for, but a table where none is. */
export const withOutputOptions = (command: Command): Command =>
  withReporterOption(
    command.addOption(
      new Option('--format <格式>', '输出格式')
        .choices(REPORT_FORMATS)
        .default(undefined, '没有 --reporter 时为 table'),
    ),
    '无',
  );

export const withFigureOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--precision <位数>', '百分比保留的小数位数，0 到 10')
        .argParser(wholeNumber)
        .default(DEFAULT_FIGURES.precision),
    )
    .addOption(
      new Option('--rounding <方式>', '四舍五入、截断或四舍六入五成双')
        .choices(ROUNDINGS)
        .default(DEFAULT_FIGURES.rounding),
    );

export const withEngineOption = (command: Command): Command =>
  command.addOption(
    new Option(
      '--engine <引擎>',
      '由什么读取和计算：auto 对大文件逐个单位读取，必要时用 DuckDB（如已安装），结果一字不差',
    )
      .choices(ENGINES)
      .default('auto'),
  );

export const withMetricOption = (command: Command): Command =>
  command.addOption(
    new Option('--metric <指标>', '只算这些指标，可用名称或 id，可重复')
      .argParser(names)
      .default([], '全部'),
  );

export const withIntervalOption = (command: Command): Command =>
  command.option('--interval', '占比旁给出 95% 区间（Wilson 法）；只供参考，不影响判断');

export const withGroupingOption = (command: Command): Command =>
  command.addOption(
    new Option('--by <分组>', '每组一个结果').choices(GROUPINGS).default('unit,period'),
  );

export const withDataOptions = (command: Command, failOn: FailOn): Command =>
  withReadingOptions(withPartialOption(withSelectionOptions(command)), failOn);

export const withPartialOption = (command: Command): Command =>
  command.option('--partial', '有单位未报送时，按已报送的单位计算并注明覆盖面');

export const withLayoutOption = (command: Command): Command =>
  command.addOption(
    new Option('--layout <布局>', 'CSV 的布局：一行一个数，或一行一组、一列一项').choices(
      CSV_LAYOUTS,
    ),
  );

export const withSelectionOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--unit <单位>', '只取这些单位，可重复').argParser(names).default([], '全部'),
    )
    .addOption(
      new Option('--period <期间>', '只取这些期间及其所含各期，可重复')
        .argParser(names)
        .default([], '全部'),
    );

const encodingOption = (): Option =>
  new Option('--encoding <编码>', '输入文件的编码').choices(ENCODINGS).default('auto');

export const withEncodingOption = (command: Command): Command =>
  command.addOption(encodingOption());

export const withReadingOptions = (command: Command, failOn: FailOn): Command =>
  command
    .option('--allow-invalid', '数据有问题也照算：有问题的单元格按未报送处理')
    .addOption(encodingOption())
    .addOption(
      new Option('--fail-on <级别>', '出现该级别或更严重的判断时，退出码为 1')
        .choices(FAIL_ON)
        .default(failOn),
    );

/** What a framework and its model are chosen by. */
export const withFrameworkOptions = (command: Command): Command =>
  withFrameworkOption(command).option(
    '--model <名称或文件>',
    '计分方式：strict（只有完成的才计）、half（部分完成的计一半），或自定分值的 JSON 文件',
  );

export const withFrameworkOption = (command: Command): Command =>
  command.option(
    '--framework <文件>',
    '采用这个指标体系，而不是内置的（xc-eval template framework 给出例子）',
  );
