import { join } from 'node:path';
import { metrics } from '../../src/catalogue/metrics.ts';
import { documents } from '../../src/catalogue/source.ts';
import { ROOT } from './bin.ts';
import { runFake } from './host.ts';
import type { ReadmeName } from './readme.ts';

/** The tables of the READMEs that the program itself writes, by the name of their marker. */
export const TABLES: Readonly<Record<string, (readme: ReadmeName) => Promise<string>>> = {
  metrics: metricTable,
  standards: standardTable,
  figures: figureTable,
  sources: sourceTable,
};

const isChinese = (readme: ReadmeName): boolean => readme === 'README.zh-CN.md';

const table = (...rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |\n`).join('');
};

async function output(...args: string[]): Promise<string> {
  const { exit, stdout, stderr } = await runFake(args);
  if (exit !== 0) throw new Error(`xc-eval ${args.join(' ')}: ${exit} ${stderr}`);
  return stdout;
}

type Listed = Readonly<Record<string, string>>;

const listed = async (subject: string, lang: string): Promise<Listed[]> =>
  JSON.parse(await output('list', subject, '--format', 'json', '--lang', lang));

const documentId = (title: string | undefined): string =>
  Object.entries(documents).find(([, document]) => document.title === title)?.[0] ?? '?';

const MARKS = { stated: '', implied: ' †', 'plain-reading': ' ‡' } as const;

/** A text in Chinese, in the English README with the English one behind it. */
const both = (zh: string | undefined, en: string | undefined, readme: ReadmeName): string =>
  isChinese(readme) ? (zh ?? '') : `${zh} ${en}`;

async function metricTable(readme: ReadmeName): Promise<string> {
  const [zh, en] = [await listed('metrics', 'zh'), await listed('metrics', 'en')];
  const own = isChinese(readme) ? zh : en;
  const definitions: Readonly<Record<string, { definition: keyof typeof MARKS }>> = metrics;
  return table(
    isChinese(readme)
      ? ['指标', '公式', '标准', '出处']
      : ['metric', 'formula', 'standard', 'source'],
    ...own.map(({ id = '', formula = '', standard = '', document, section }, index) => [
      both(zh[index]?.label, en[index]?.label, readme),
      formula,
      standard,
      `${documentId(document)} ${section}${MARKS[definitions[id]?.definition ?? 'stated']}`,
    ]),
  );
}

async function standardTable(readme: ReadmeName): Promise<string> {
  const [zh, en] = [await listed('standards', 'zh'), await listed('standards', 'en')];
  const own = isChinese(readme) ? zh : en;
  return table(
    isChinese(readme)
      ? ['规则', '指标', '标准', '适用', '出处']
      : ['rule', 'metric', 'standard', 'applies', 'source'],
    ...own
      .filter(({ id }) => id !== '')
      .map(({ id, rule = '', demand = '', terms = '', document, section }) => [
        rule,
        zh.find((each) => each.id === id)?.metric ?? '',
        demand,
        terms,
        `${documentId(document)} ${section}`,
      ]),
  );
}

interface Published {
  readonly id: string;
  readonly file: string;
  readonly metric: string;
  readonly period: string;
  readonly published: string;
  readonly truncated?: true;
}

const PUBLISHED: readonly Published[] = [
  ['N3', '2022-行政复议.csv', '复议纠错率', '2022', '7.2%'],
  ['N4', '2021-2023-网上可办.csv', '网上可办率', '2021', '92.1%', true],
  ['N5', '2021-2023-网上可办.csv', '网上可办率', '2022', '91.8%'],
  ['N6', '2021-2023-网上可办.csv', '网上可办率', '2023', '93.9%'],
  ['N7', '2021-2022-行政执法.csv', '行政检查为上年的百分比', '2022', '100.84%'],
  ['N8', '2021-2022-行政执法.csv', '行政处罚为上年的百分比', '2022', '113.67%'],
  ['N9', '2024-年度报告.csv', '受理前调解成功率', '2024', '43.2%'],
  ['N10', '2024-年度报告.csv', '人民调解成功率', '2024', '89.4%'],
  ['N11', '2024-年度报告.csv', '法学背景干部占比', '2024', '35.2%'],
].map(([id, file, metric, period, published, truncated]) => ({
  id: id as string,
  file: file as string,
  metric: metric as string,
  period: period as string,
  published: published as string,
  ...(truncated === true && { truncated }),
}));

/** Each published figure, recomputed; throws if rounding it as published gives something else. */
async function figureTable(readme: ReadmeName): Promise<string> {
  const zh = isChinese(readme);
  const rows: string[][] = [];
  for (const { id, file, metric, period, published, truncated } of PUBLISHED) {
    const recomputed = async (...options: string[]) =>
      JSON.parse(
        await output(
          ...['metrics', join(ROOT, 'fixtures/data', file), '--metric', metric],
          ...['--period', period, '--format', 'json', ...options],
        ),
      ).groups[0].metrics[0];
    const decimals = String(/\.(\d+)%/.exec(published)?.[1]?.length ?? 0);
    const rounding = truncated ? 'truncate' : 'half-up';
    const asPublished = await recomputed('--precision', decimals, '--rounding', rounding);
    if (asPublished.text !== published) throw new Error(`${id}: ${asPublished.text}`);
    const { numerator, denominator, text } = await recomputed();
    const cut = zh ? '（截断）' : ' (truncated)';
    rows.push([
      id,
      `${period} ${metric}`,
      `${numerator}/${denominator}`,
      text,
      published + (truncated ? cut : ''),
      `\`${file}\``,
    ]);
  }
  return table(
    zh
      ? ['编号', '数', '分子/分母', '复算', '公布', '文件']
      : ['no.', 'figure', 'counts', 'xc-eval', 'published', 'file'],
    ...rows,
  );
}

async function sourceTable(readme: ReadmeName): Promise<string> {
  const zh = isChinese(readme);
  return table(
    zh ? ['代号', '文件', '发布者', '日期'] : ['', 'document', 'issuer', 'date'],
    ...Object.entries(documents).map(([id, { title, issuer, date }]) => [
      id,
      `${title}`,
      issuer,
      date ?? (zh ? '未载' : 'not stated'),
    ]),
  );
}
