/** `xc-eval verify` on the command line: its inputs, selections, formats and exit codes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { type HostOptions, runFake } from './support/host.ts';

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dataPath = (name: string): string => join(ROOT, 'fixtures/data', name);
const SEEDS = dataPath('公布值-核对.csv');
const USUAL = dataPath('公布值-常用列.csv');
const TEXTS = dataPath('hostile/published-texts.csv');
const REFUSED = dataPath('hostile/published-refused.csv');

interface Row {
  readonly [field: string]: unknown;
  readonly label: string;
  readonly exact: string | null;
  readonly reported: string | null;
  readonly matches: readonly string[];
  readonly finding: string;
  readonly flag: string;
  readonly text: string;
}

const verify = (args: readonly string[], options?: HostOptions) =>
  runFake(['verify', '--no-config', ...args], options);

const documentOf = async (args: readonly string[], options?: HostOptions) => {
  const { stdout, exit, stderr } = await verify([...args, '--format', 'json'], options);
  return { document: JSON.parse(stdout) as { rows: Row[]; summary: object }, exit, stderr };
};

const rowsOf = async (args: readonly string[], options?: HostOptions): Promise<Row[]> =>
  (await documentOf(args, options)).document.rows;

const stdin = (...lines: string[]): HostOptions => ({ stdin: `${lines.join('\n')}\n` });

interface SeedFigure {
  label: string;
  published: string;
  exact_pct_4dp: string;
  half_up: string;
  half_even: string;
  truncated: string;
}

describe('the seeds', () => {
  const { figures } = JSON.parse(
    readFileSync(new URL('./support/seed_verdicts.json', import.meta.url), 'utf8'),
  ) as { figures: SeedFigure[] };

  test('N1 to N12 come out as a person recorded them', async () => {
    const rows = new Map((await rowsOf([SEEDS])).map((row) => [row.label, row]));
    expect(figures).toHaveLength(12);
    for (const seed of figures) {
      const row = rows.get(seed.label);
      expect(row).toMatchObject({ exact: seed.exact_pct_4dp, reported: `${seed.published}%` });
      const rules = {
        'half-up': seed.half_up,
        'half-even': seed.half_even,
        truncate: seed.truncated,
      };
      for (const [rule, rounded] of Object.entries(rules)) {
        expect({ label: seed.label, rule, is: row?.matches.includes(rule) }).toEqual({
          label: seed.label,
          rule,
          is: rounded === seed.published,
        });
      }
    }
  });

  test('N3 to N10 come out the same from their usual columns', async () => {
    const pairs = await rowsOf([SEEDS]);
    const usual = await rowsOf([USUAL]);
    expect(usual).toHaveLength(8);
    for (const row of usual) {
      const { exact, matches, numerator, denominator } = row;
      const same = pairs.filter(
        (pair) =>
          pair.numerator === numerator && pair.denominator === denominator && pair.exact === exact,
      );
      expect(same.map((pair) => pair.matches)).toContainEqual(matches);
    }
  });
});

describe('one table in every format and encoding', () => {
  const text = readFileSync(SEEDS, 'utf8');
  const table = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const [header = [], ...body] = table;
  const objects = body.map((cells) =>
    Object.fromEntries(
      header.map((name, index) => [name, cells[index] === '' ? null : cells[index]]),
    ),
  );
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const versions: Record<string, string | Buffer> = {
    'a.tsv': table.map((cells) => cells.join('\t')).join('\r\n'),
    'a.json': JSON.stringify({ rows: objects }, null, 1),
    'a.jsonl': objects.map((object) => JSON.stringify(object)).join('\n'),
    'utf16.csv': utf16,
    'titled.csv': `公布值核对表,,,,,,,\n（2025年编）,,,,,,,\n${text}注：以上均取自公开文件,,,,,,,\n`,
    'quoted.csv': text.replace('2022复议纠错率', '"2022复议纠错率"'),
  };

  /** What does not depend on where a row stands. */
  const plain = (rows: readonly Row[]) =>
    rows.map(({ file: _file, line: _line, column: _column, period: _period, ...row }) => row);

  test.each(Object.keys(versions))('%s', async (name) => {
    const path = join(folder, name);
    writeFileSync(path, versions[name] as string | Buffer);
    expect(plain(await rowsOf([path]))).toEqual(plain(await rowsOf([SEEDS])));
  });

  test('GB18030', async () => {
    // 名称,公布值 / 甲,92% in GB18030.
    const bytes = [0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb9, 0xab, 0xb2, 0xbc, 0xd6, 0xb5, 0x0a];
    const path = join(folder, 'gb.csv');
    writeFileSync(path, Buffer.from([...bytes, 0xbc, 0xd7, 0x2c, 0x39, 0x32, 0x25, 0x0a]));
    const { document, stderr } = await documentOf([path]);
    expect(document.rows).toMatchObject([{ label: '甲', reported: '92%' }]);
    expect(stderr).toContain('gb18030');
  });

  test('English headers, in any order', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin('reported,denominator,numerator,label,kind', '92.1%,1637,1509,online,share'),
    );
    expect(rows).toMatchObject([{ label: 'online', exact: '92.1808', matches: ['truncate'] }]);
  });

  test('JSON numbers keep their digits: 0.920 has three decimals', async () => {
    const rows = await rowsOf(['-'], {
      stdin: '[{"名称": "甲", "分子": 1509, "分母": 1637, "公布值": 0.920}]',
    });
    expect(rows).toMatchObject([{ reported: '0.920', decimals: 3, matches: [] }]);
  });

  test('bare figures under 公布值（%） are percentages', async () => {
    const rows = await rowsOf(['-'], stdin('名称,分子,分母,公布值（%）', '甲,1509,1637,92.1'));
    expect(rows).toMatchObject([{ finding: 'matched', decimals: 1 }]);
  });

  test('unit and period stand in columns or in the title', async () => {
    const columns = await rowsOf(
      ['-'],
      stdin('单位,期间,名称,公布值', '德胜街道,2024年第三季度,甲,92%'),
    );
    expect(columns).toMatchObject([{ unit: '德胜街道', period: '2024Q3' }]);
    const title = await rowsOf(
      ['-'],
      stdin('2024年公布值,,', '填报单位：德胜街道,,', '名称,公布值,分母', '甲,92%,25'),
    );
    expect(title).toMatchObject([{ unit: '德胜街道', period: '2024' }]);
  });

  test('a row of units under the header is none of figures', async () => {
    const rows = await rowsOf(['-'], stdin('名称,分子,分母,公布值', ',件,件,%', '甲,1,2,50%'));
    expect(rows).toHaveLength(1);
  });

  test('a header is looked for in the first lines, as in any table', async () => {
    const titles = (count: number) => Array.from({ length: count }, () => '说明,,');
    const pairs = ['名称,公布值,分母', '甲,92%,25'];
    expect(await rowsOf(['-'], stdin(...titles(29), ...pairs))).toHaveLength(1);
    const { exit, stderr } = await verify(['-'], stdin(...titles(31), ...pairs));
    expect(exit).toBe(2);
    expect(stderr).toContain('[pair-no-header]');
  });

  test('numbers of other columns are denominators, rates and words are not', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin('名称,分子,分母,公布值,受理,率,经办', '甲,40,554,3.43%,"1,166",1167%,张三'),
    );
    expect(rows[0]?.suggestions).toMatchObject([{ label: '受理', denominator: 1166 }]);
  });

  test('a long table is read to its end', async () => {
    const lines = Array.from({ length: 40 }, (_, line) => `甲${line},1,2,50%`);
    const { document } = await documentOf(['-'], stdin('名称,分子,分母,公布值', ...lines));
    expect(document.rows).toHaveLength(40);
    expect(document.summary).toMatchObject({ verified: 40, ok: 40 });
  });
});

describe('usual columns', () => {
  test('a published figure never stands in for counts, nor for those of another', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,期间,接诉即办响应率,接诉即办月度响应率平均',
        ...Array.from({ length: 12 }, (_, month) => `甲,2024年${month + 1}月,98%,`),
        '甲,2024年,,98%',
      ),
    );
    expect(rows).toHaveLength(13);
    const mean = rows.find(({ kind }) => kind === 'mean');
    expect(mean).toMatchObject({ period: '2024', finding: 'no-counts', exact: null });
  });

  test('a mean is recomputed from the counts of its months', async () => {
    // Eleven months of 1/2 and one of 1: 13/24 = 54.1667 %, where all counts together give 13/24 too few.
    const months = Array.from(
      { length: 12 },
      (_, m) => `甲,2024年${m + 1}月,100,${m === 0 ? 100 : 50},`,
    );
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,期间,接诉即办诉求总量,接诉即办响应诉求量,接诉即办月度响应率平均',
        ...months,
        '甲,2024年,1200,650,54.2%',
      ),
    );
    expect(rows).toMatchObject([{ kind: 'mean', exact: '54.1667', finding: 'matched' }]);
  });

  test('a complement is the rest of its whole: 97 of 100 where 3 were corrected', async () => {
    const header = '单位,行政复议案件在一审行政诉讼中被纠错,一审行政诉讼受理行政复议案件数量';
    const input = stdin(`${header},行政复议决定被一审法院认可度`, '甲,3,100,97%', '乙,,40,97%');
    expect(await rowsOf(['-'], input)).toMatchObject([
      { kind: 'share', numerator: 97, denominator: 100, finding: 'matched' },
      // 38/40 = 95 %, 39/40 = 97.5 %: rounded down to 97 %, or half-up to 98 %.
      { numerator: null, denominator: 40, finding: 'feasible' },
    ]);
  });

  test('hours per person and a row named 合计', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,期间,执法人员总数,培训总学时,人均培训学时,法制审核人员,法制审核人员占比',
        '甲,2024年,12,481,40.08,1,8.3%',
        '乙,2024年,8,320,40.1,1,12.5%',
        '合计,2024年,20,801,40.05学时,2,10%',
      ),
    );
    expect(rows.map(({ unit, finding }) => [unit, finding])).toEqual([
      ['甲', 'matched'],
      ['甲', 'matched'],
      ['乙', 'mismatch'],
      ['乙', 'matched'],
      ['合计', 'matched'],
      ['合计', 'matched'],
    ]);
    expect(rows[0]).toMatchObject({ kind: 'number', exact: '40.0833' });
  });

  test('another count of the row is offered as the denominator, a count of the formula is not', async () => {
    // 复议纠错率 is of 实际审理; 40/1166 = 3.43 % is of 受理.
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,复议撤销案件量,复议变更案件量,复议确认违法案件量,复议责令履行案件量,复议实际审理案件量,行政复议申请量,复议纠错率',
        '甲,18,0,20,2,554,1166,3.43%',
      ),
    );
    expect(rows).toMatchObject([
      {
        finding: 'mismatch',
        suggestions: [{ kind: 'other-denominator', label: '行政复议申请量', denominator: 1166 }],
      },
    ]);
  });

  test('a denominator without its numerator says what the numerator may be', async () => {
    const rows = await rowsOf(['-'], stdin('单位,政务服务事项,网上可办率', '甲,1166,16.43%'));
    expect(rows).toMatchObject([{ denominator: 1166, finding: 'infeasible' }]);
  });

  test('counts of the formula are no other denominators: 40/18 = 222 %', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,复议撤销案件量,复议变更案件量,复议确认违法案件量,复议责令履行案件量,复议实际审理案件量,复议纠错率',
        '甲,18,0,20,2,554,222%',
      ),
    );
    expect(rows[0]?.suggestions).toMatchObject([{ kind: 'above-one' }]);
  });

  test('a comparison with the year before may exceed 100 %, and is one to its base', async () => {
    const rows = await rowsOf([USUAL, '--metric', '行政检查为上年的百分比']);
    expect(rows).toMatchObject([{ kind: 'ratio-to-base', numerator: 216429, flag: 'ok' }]);
  });

  test('a row named 合计 is no unit of its own', async () => {
    const input = stdin('单位,政务服务事项,可网办事项,网上可办率', '甲,5,4,80%', '合计,5,4,81%');
    const units = async (...args: string[]) =>
      (await rowsOf(['-', ...args], input)).map(({ unit }) => unit);
    expect(await units()).toEqual(['甲', '合计']);
    expect(await units('--unit', '甲')).toEqual(['甲']);
  });

  test('rows named 合计 are of their periods as well', async () => {
    const input = stdin(
      '单位,期间,政务服务事项,可网办事项,网上可办率',
      '甲,2023,5,4,80%',
      '合计,2023,5,4,80%',
      '甲,2024,5,4,80%',
      '合计,2024,5,4,80%',
    );
    expect(await rowsOf(['-', '--period', '2024'], input)).toHaveLength(2);
  });

  test('a long table is verified as a wide one', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,期间,指标,数值',
        '甲,2021,政务服务事项,1637',
        '甲,2021,可网办事项,1509',
        '甲,2021,网上可办率,约92.1%',
      ),
    );
    expect(rows).toMatchObject([
      { metric: 'onlineAvailabilityRate', finding: 'matched', approximate: true, line: 4 },
    ]);
  });

  test('every text is verified where two tables state one figure', async () => {
    const path = join(folder, 'second.csv');
    writeFileSync(path, '单位,年度,网上可办率\n西城区,2021年,92.2%\n');
    const rows = await rowsOf([USUAL, path, '--metric', '网上可办率', '--period', '2021']);
    expect(rows.map(({ reported, matches }) => [reported, matches])).toEqual([
      ['92.1%', ['truncate']],
      ['92.2%', ['half-up', 'half-even', 'up']],
    ]);
  });

  test('what is blank is not published, what is — is said to be unknown', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin('单位,政务服务事项,可网办事项,网上可办率', '甲,5,4,', '乙,5,4,—'),
    );
    expect(rows).toMatchObject([{ unit: '乙', finding: 'not-reported' }]);
  });

  test('nothing published is nothing verified', async () => {
    const { exit, stdout } = await verify([dataPath('2022-行政复议.csv')]);
    expect(exit).toBe(0);
    expect(stdout).toContain('没有公布值');
  });

  test('metrics refuses an approximate rate that verify holds against the counts', async () => {
    const input = stdin('单位,政务服务事项,可网办事项,网上可办率', '甲,1637,1509,约92%');
    expect((await runFake(['metrics', '-'], input)).exit).toBe(2);
    expect((await verify(['-'], input)).exit).toBe(0);
  });
});

describe('exit codes', () => {
  test.each<[string, string[], number]>([
    ['a mismatch', [SEEDS], 1],
    ['a mismatch that is to be ignored', [SEEDS, '--fail-on', 'never'], 0],
    ['nothing but matches', [USUAL], 0],
    ['nothing but matches, the strictest', [USUAL, '--fail-on', 'unknown'], 0],
    ['an impossible numerator', [SEEDS, '--metric', '16.43% 若分母=1166（复议受理）'], 0],
    [
      'an impossible numerator, warned of',
      [SEEDS, '--metric', '16.43% 若分母=1166（复议受理）', '--fail-on', 'warn'],
      1,
    ],
    ['nothing to recompute', [SEEDS, '--metric', '全程网办率(2020)', '--fail-on', 'warn'], 0],
    [
      'nothing to recompute, unknown',
      [SEEDS, '--metric', '全程网办率(2020)', '--fail-on', 'unknown'],
      1,
    ],
    ['what cannot be read', [REFUSED], 2],
    ['what cannot be read, allowed', [REFUSED, '--allow-invalid'], 1],
    ['what cannot be read, ignored', [REFUSED, '--allow-invalid', '--fail-on', 'never'], 0],
    ['no such file', [join(folder, 'none.csv')], 2],
    ['no such unit', [USUAL, '--unit', '东城区'], 2],
    ['no such period', [USUAL, '--period', '2030'], 2],
    ['no such metric', [USUAL, '--metric', '网上可办绿'], 2],
    ['no file', [], 2],
    ['--partial, which is for sums', [USUAL, '--partial'], 2],
  ])('%s: %o exits with %d', async (_, args, exit) => {
    expect((await verify(args)).exit).toBe(exit);
  });

  test('all that is wrong with a table is said at once, each with its place, and nothing is verified', async () => {
    const { stdout, stderr } = await verify([REFUSED]);
    expect(stdout).toBe('');
    const codes = [...stderr.matchAll(/\.csv:(\d+:\d+): .* \[([a-z-]+)\]/g)].map(
      ([, place, code]) => `${place} ${code}`,
    );
    expect(codes).toEqual([
      '2:5 pair-ambiguous-rate',
      '3:5 pair-not-a-number',
      '4:5 pair-not-a-number',
      '5:5 pair-misplaced-separator',
      '6:5 pair-not-a-number',
      '7:5 pair-not-a-number',
      '8:3 pair-approximate-number',
      '9:3 pair-negative-count',
      '10:3 pair-percent-in-count',
      '11:3 pair-not-a-number',
      '12:4 pair-misplaced-separator',
      '13:2 pair-unknown-kind',
      '14:1 pair-blank-label',
      '15:3 pair-not-a-number',
      '16:6 extra-cell',
      '17:3 short-row',
    ]);
  });

  test.each<[string, string[], string]>([
    ['no name', ['分子,分母,公布值', '1,2,50%'], 'pair-missing-column'],
    ['nothing published', ['名称,分子,分母', '甲,1,2'], 'pair-missing-column'],
    ['one column twice', ['名称,公布值,公布值,分母', '甲,50%,50%,2'], 'duplicate-column'],
    ['no row', ['名称,分子,分母,公布值'], 'no-rows'],
    ['no header', ['a,b', '1,2'], 'pair-no-header'],
    ['a bad period', ['期间,名称,公布值', '去年,甲,50%'], 'unreadable-period'],
    ['a blank unit', ['单位,名称,公布值', ',甲,50%'], 'blank-unit'],
    [
      'a percent where none belongs',
      ['名称,分子,分母,公布值', '甲,5%,10,50%'],
      'pair-percent-in-count',
    ],
  ])('a table with %s is refused', async (_, lines, code) => {
    const { exit, stderr } = await verify(['-'], stdin(...lines));
    expect(exit).toBe(2);
    expect(stderr).toContain(`[${code}]`);
    const english = await verify(['-', '--lang', 'en'], stdin(...lines));
    expect(english.stderr).toContain(`[${code}]`);
    const own = english.stderr.replaceAll(/"[^"]*"|分子|2024年第三季度/g, '');
    expect(own).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('formats', () => {
  const FILES = [SEEDS, USUAL, TEXTS];

  const strict = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(strict);
    if (typeof schema !== 'object' || schema === null) return schema;
    const inner = Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => [keyword, strict(value)]),
    );
    return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
  };

  const validatorOf = async (subject: string) => {
    const { stdout } = await runFake(['schema', subject]);
    const schema = strict(JSON.parse(stdout)) as object;
    return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  };

  test('JSON is what `schema verify` says', async () => {
    const validate = await validatorOf('verify');
    for (const args of [...FILES.map((file) => [file]), [REFUSED, '--allow-invalid'], FILES]) {
      for (const language of ['zh', 'en']) {
        const { document } = await documentOf([...args, '--lang', language]);
        validate(document);
        expect(validate.errors).toBe(null);
      }
    }
    const { document } = await documentOf([SEEDS]);
    const [row] = document.rows;
    validate({ ...document, rows: [{ ...row, flag: 'wrong' }] });
    expect(validate.errors).not.toBe(null);
  });

  test('JSON Lines are the rows of JSON', async () => {
    const { stdout } = await verify([...FILES, '--format', 'jsonl']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const validate = await validatorOf('verify-jsonl');
    for (const row of rows) {
      validate(row);
      expect(validate.errors).toBe(null);
    }
    validate({ ...rows[0], schemaVersion: undefined });
    expect(validate.errors).not.toBe(null);
    expect(rows.map(({ schemaVersion, ...row }) => ({ schemaVersion, row }))).toEqual(
      (await rowsOf(FILES)).map((row) => ({ schemaVersion: 1, row })),
    );
  });

  test('CSV has a line a row, none of them a formula', async () => {
    const { stdout } = await verify([TEXTS, '--format', 'csv']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + (await rowsOf([TEXTS])).length);
    expect(lines.filter((line) => /(?:^|,)[=@＝]/.test(line))).toEqual([]);
    expect(stdout).toContain("'=公式");
    expect(stdout).toContain(',-45.4545,');
  });

  test.each([40, 60, 80])('a table stays within %d columns', async (columns) => {
    const { stdout } = await verify([SEEDS], { tty: { columns }, environment: { NO_COLOR: '1' } });
    const width = (line: string) =>
      [...line].reduce((total, character) => total + (/[ᄀ-ᇿ⺀-￯]/.test(character) ? 2 : 1), 0);
    const widest = Math.max(...stdout.split('\n').map(width));
    expect(widest).toBeLessThanOrEqual(columns === 40 ? 60 : columns);
  });

  test('English is English but for names and what is quoted', async () => {
    for (const format of ['table', 'markdown']) {
      const { stdout } = await verify([TEXTS, '--lang', 'en', '--format', format]);
      const remarks = stdout
        .split('\n')
        .map((line) => line.split(/[|│]/).slice(4, 6).join(''))
        .join('\n');
      expect(remarks.replace(/受理|（万, 亿）|万|亿/g, '')).not.toMatch(/\p{Script=Han}/u);
      expect(remarks).not.toBe('');
    }
  });

  test('many figures are summed up, and those that need attention listed', async () => {
    const lines = Array.from({ length: 150 }, (_, n) => `图${n},1,2,${n === 7 ? 51 : 50}%`);
    const { stdout } = await verify(['-'], stdin('名称,分子,分母,公布值', ...lines));
    expect(stdout).toContain('图7');
    expect(stdout).not.toContain('图8');
    expect(stdout).toContain('另有 149 项未列出');
    expect(stdout).toContain('共核对 150 项：相符 149，不符 1');
  });

  test('--output writes a file and spares another', async () => {
    const path = join(folder, 'out.json');
    const args = [USUAL, '--format', 'json', '--output', path];
    expect(await verify(args)).toMatchObject({ exit: 0, stdout: '' });
    const { stdout } = await verify([USUAL, '--format', 'json']);
    expect(readFileSync(path, 'utf8')).toBe(stdout);
    expect((await verify(args)).exit).toBe(2);
    expect((await verify([...args, '--overwrite'])).exit).toBe(0);
  });

  test('names that hold escape sequences and formulas reach no terminal and no sheet', async () => {
    const input = stdin(
      '名称,组,分子,分母,公布值,=cmd()',
      '\u001b[31m红,\u202e组,40,554,3.43%,1166',
      '::error::坏,\u202e组,1,2,9\u0007%,',
    );
    for (const format of ['table', 'markdown', 'csv', 'json', 'jsonl']) {
      for (const allow of [[], ['--allow-invalid']]) {
        const { stdout, stderr } = await verify(['-', '--format', format, ...allow], input);
        expect(stdout + stderr).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
        );
        expect(stdout).not.toMatch(/^=/m);
      }
    }
  });
});

describe('selections', () => {
  const input = stdin(
    '单位,期间,名称,分子,分母,公布值',
    '德胜街道,2024年第一季度,甲,1,2,50%',
    '德胜街道,2024年第二季度,乙,1,2,51%',
    '牛街街道,2023年,甲,1,2,52%',
  );
  const named = async (...args: string[]) =>
    (await rowsOf(['-', ...args], input)).map(({ reported }) => reported);

  test.each<[string[], string[]]>([
    [[], ['50%', '51%', '52%']],
    [
      ['--unit', '德胜街道'],
      ['50%', '51%'],
    ],
    [
      ['--period', '2024'],
      ['50%', '51%'],
    ],
    [['--period', '2024Q2'], ['51%']],
    [
      ['--metric', '甲'],
      ['50%', '52%'],
    ],
    [['--metric', '甲', '--unit', '牛街街道'], ['52%']],
  ])('%o', async (args, wanted) => {
    expect(await named(...args)).toEqual(wanted);
  });

  test.each([
    ['of pairs', input],
    ['of a usual table', stdin('单位,期间,复议纠错率', '甲,2024,7.2%')],
  ])('that leave nothing of what is published %s are no check that passes', async (_, data) => {
    for (const format of ['table', 'json']) {
      const run = await runFake(
        ['verify', '-', '--metric', '网上可办率', '--format', format],
        data,
      );
      expect(run).toMatchObject({ exit: 2, stdout: '' });
      expect(run.stderr).toBe(
        'xc-eval: 数据中没有所选指标的公布值，没有可核对的；去掉 --metric 可看有哪些\n',
      );
    }
  });

  test('of pairs and usual tables together', async () => {
    const rows = async (...args: string[]) =>
      (await rowsOf([USUAL, SEEDS, ...args])).map(({ label }) => label);
    expect(await rows('--metric', '2021网上可办率')).toEqual(['2021网上可办率']);
    expect(await rows('--metric', '网上可办率')).toEqual([
      '网上可办率',
      '网上可办率',
      '网上可办率',
    ]);
    expect(await rows('--unit', '西城区')).toHaveLength(8);
  });

  test('groups of two files are two', async () => {
    const paths = ['a', 'b'].map((name, index) => {
      const path = join(folder, `group-${name}.csv`);
      writeFileSync(path, `名称,组,公布值\n一,甲组,${60 - index}%\n二,甲组,40%\n`);
      return path;
    });
    const wholes = (await rowsOf(paths)).filter(({ kind }) => kind === 'whole');
    expect(wholes.map(({ reported }) => reported)).toEqual(['100%', '99%']);
  });

  test('groups are of one file, unit and period', async () => {
    const rows = await rowsOf(
      ['-'],
      stdin(
        '单位,期间,名称,组,公布值',
        '甲,2023,一,甲组,60%',
        '乙,2023,一,甲组,50%',
        '甲,2024,一,甲组,70%',
        '甲,2023,二,甲组,40%',
        '乙,2023,二,甲组,48%',
        '甲,2024,二,甲组,30%',
      ),
    );
    const wholes = rows.filter(({ kind }) => kind === 'whole');
    expect(wholes.map(({ unit, reported, finding }) => [unit, reported, finding])).toEqual([
      ['甲', '100%', 'matched'],
      ['乙', '98%', 'whole-differs'],
      ['甲', '100%', 'matched'],
    ]);
  });
});
