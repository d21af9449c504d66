/** `batch --diff`: which figures are other than in an earlier run, and what differs that may be why. */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { batch, sha256, staff, table, write } from './support/batch.ts';
import { ROOT } from './support/bin.ts';
import { OWN_COUNTS } from './support/config.ts';
import { runFake } from './support/host.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xc-eval-diff-'));
  process.chdir(folder);
  write('in/a.csv', table('甲', 1, 10));
  write('in/b.csv', staff('乙', 6));
  write('in/c.csv', table('丙', 3, 10));
  await batch(['in', '--out', 'old']);
});
afterEach(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true, force: true });
});

const diff = async (...options: readonly string[]) => {
  const { stdout, stderr } = await runFake([
    ...['batch', 'in', '--out', 'new', '--diff', 'old', '--summary', 'json'],
    ...options,
    ...(options.includes('--config') ? [] : ['--no-config']),
  ]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout).restatement;
};

const source = { document: '本区办法', section: '三', quote: '原话' };

const configured = (content: object): string => {
  writeFileSync('own.json', JSON.stringify(content));
  return 'own.json';
};

const CORRECTION = 'reconsiderationCorrectionRate';

/** The changes of one metric, without the words. */
const changesOf = (
  figures: readonly { metric: string; before: object | null; after: object | null }[],
  metric: string,
) => figures.filter((figure) => figure.metric === metric);

describe('what changed', () => {
  test('is nothing where nothing is different', async () => {
    const { figures, changes, filesAlone, differs, compared } = await diff();
    expect({ figures, changes, filesAlone, compared }).toEqual({
      figures: [],
      changes: { changed: 0, appeared: 0, vanished: 0 },
      filesAlone: [],
      compared: 3,
    });
    expect(differs).toEqual({ version: false, definition: false, standards: false, options: [] });
  });

  test('is the figure of restated data, with both values', async () => {
    write('in/a.csv', table('甲', 2, 10));
    const { figures, changes } = await diff();
    expect(changes.changed).toBe(figures.length);
    expect(changesOf(figures, CORRECTION)).toEqual([
      {
        file: 'in/a.csv',
        unit: '甲',
        period: '2024',
        metric: CORRECTION,
        label: '复议纠错率',
        before: {
          value: 0.1,
          numerator: 1,
          denominator: 10,
          text: '10.00%',
          reason: null,
          flag: null,
        },
        after: {
          value: 0.2,
          numerator: 2,
          denominator: 10,
          text: '20.00%',
          reason: null,
          flag: null,
        },
        causes: ['data'],
      },
    ]);
  });

  test('is no figure where other bytes say the same', async () => {
    write('in/a.csv', `\ufeff${table('甲', 1, 10).replaceAll('\n', '\r\n')}`);
    expect((await diff()).changes).toEqual({ changed: 0, appeared: 0, vanished: 0 });
  });

  test('is the reason where a value is unknown', async () => {
    write('in/a.csv', table('甲', '', 10));
    const [change] = changesOf((await diff()).figures, CORRECTION);
    expect(change?.after).toMatchObject({ value: null, reason: 'missing-input' });
  });

  test('is told by the names and texts themselves, without what keeps them from being formulas', async () => {
    // 甲数 − 乙数: 1 − 4 and 1 − 5.
    const config = configured(OWN_COUNTS);
    const input = (less: number) => `单位,期间,甲数,乙数\n=U,2024,1,${less}\n'=U,2024,1,${less}\n`;
    for (const name of ['b', 'c']) rmSync(`in/${name}.csv`);
    write('in/a.csv', input(4));
    const own = ['--config', config, '--metric', '差'];
    await runFake(['batch', 'in', '--out', 'old', ...own]);
    write('in/a.csv', input(5));
    const { figures } = await diff(...own);
    expect(figures).toMatchObject([
      { unit: '=U', before: { text: '-3件' }, after: { text: '-4件' } },
      { unit: "'=U", before: { text: '-3件' }, after: { text: '-4件' } },
    ]);
  });

  test('are figures that appear and that are no more', async () => {
    write('in/a.csv', table('丁', 1, 10));
    const { figures, changes } = await diff();
    expect(changes.changed).toBe(0);
    expect(changes.appeared).toBe(changes.vanished);
    expect(
      changesOf(figures, CORRECTION).map(({ before, after }) => [before !== null, after !== null]),
    ).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('are files on one side only, which are named and not counted out', async () => {
    rmSync('in/b.csv');
    write('in/c.csv', table('丙', 'x', 10));
    write('in/d.csv', table('丁', 1, 10));
    const { figures, filesAlone, compared } = await diff();
    expect({ figures, compared }).toEqual({ figures: [], compared: 1 });
    expect(filesAlone).toEqual([
      { path: 'in/b.csv', onlyIn: 'before', why: 'absent' },
      { path: 'in/c.csv', onlyIn: 'before', why: 'unusable' },
      { path: 'in/d.csv', onlyIn: 'after', why: 'absent' },
    ]);
  });
});

describe('why', () => {
  test('the definition, with both formulas', async () => {
    const config = configured({
      metrics: {
        [CORRECTION]: {
          formula: { kind: 'share', part: '复议撤销案件量', whole: '复议实际审理案件量' },
          source,
        },
      },
    });
    write('in/a.csv', table('甲', 1, 10).replace(',0,0,0,', ',1,0,0,'));
    await batch(['in', '--out', 'old']);
    const { figures, definitionsChanged, differs } = await diff('--config', config);
    expect(differs).toMatchObject({ definition: true, standards: false });
    expect(definitionsChanged).toEqual([
      {
        metric: CORRECTION,
        before:
          '(reconsiderationRevoked + reconsiderationAltered + reconsiderationConfirmedIllegal + reconsiderationOrderedToPerform) ÷ reconsiderationHeard',
        after: 'reconsiderationRevoked ÷ reconsiderationHeard',
      },
    ]);
    // 2 of 10 by the old formula, 1 of 10 by the new one; 3 of 10 by both.
    expect(changesOf(figures, CORRECTION)).toMatchObject([
      { file: 'in/a.csv', before: { value: 0.2 }, after: { value: 0.1 }, causes: ['definition'] },
    ]);
  });

  test('the standard, where the judgement is another', async () => {
    const config = configured({
      standards: { legalReviewStaffMinimum: { limit: '8%', source } },
    });
    const { figures, standardsChanged, differs } = await diff('--config', config);
    expect(differs).toMatchObject({ definition: false, standards: true });
    expect(standardsChanged).toEqual(['legalReviewStaffShare']);
    // 6 of 100 are at least 5 % and not at least 8 %.
    expect(figures).toMatchObject([
      {
        file: 'in/b.csv',
        metric: 'legalReviewStaffShare',
        before: { value: 0.06, flag: 'ok' },
        after: { value: 0.06, flag: 'warn' },
        causes: ['standard'],
      },
    ]);
  });

  test('both, where data and standard are others', async () => {
    write('in/b.csv', staff('乙', 4));
    const config = configured({ standards: { legalReviewStaffMinimum: { limit: '8%', source } } });
    const { figures } = await diff('--config', config);
    expect(changesOf(figures, 'legalReviewStaffShare')).toMatchObject([
      { causes: ['data', 'standard'] },
    ]);
  });

  test('the definition of what it is judged by, also where the file is another', async () => {
    for (const name of ['b', 'c']) rmSync(`in/${name}.csv`);
    const counts = '单位,期间,行政复议后再诉讼的案件数量,行政复议审结量,二审收案,一审审结';
    const run = (folder: string, ...options: readonly string[]) =>
      runFake(['batch', 'in', '--by', 'total', '--out', folder, ...options]);
    write('in/a.csv', `${counts}\n区,2024,30,100,50,100\n`);
    await run('first', '--no-config');
    write('in/a.csv', `${counts}\n区,2024,30,100,50,100\n\n`);
    const formula = {
      kind: 'ratio',
      numerator: '二审收案',
      denominator: { kind: 'sum', terms: ['一审审结', '行政复议审结量'] },
    };
    const config = configured({
      metrics: { secondInstanceReviewRatio: { meaning: '另', formula, source } },
    });
    const { stdout } = await run(
      'second',
      '--config',
      config,
      '--diff',
      'first',
      '--summary',
      'json',
    );
    // 30 % is below 50 of 100, and not below 50 of 200. A blank line more may have a part in it for all one knows.
    expect(changesOf(JSON.parse(stdout).restatement.figures, 'relitigationRatio')).toMatchObject([
      { before: { value: 0.3 }, after: { value: 0.3 }, causes: ['data', 'definition'] },
    ]);
  });

  test('the names of units, where figures have another name, also where data is another', async () => {
    for (const name of ['b', 'c']) rmSync(`in/${name}.csv`);
    write('in/a.csv', `${table('甲', 1, 10)}乙,2024,0,0,0,0,9\n`);
    const { figures } = await diff('--config', configured({ units: { names: { 甲: '甲街道' } } }));
    const named = changesOf(figures, CORRECTION).filter(({ before, after }) => !before || !after);
    expect(named.length).toBeGreaterThan(1);
    for (const figure of named) expect(figure).toMatchObject({ causes: ['data', 'definition'] });
  });

  test('only what can have changed it: a value or a judgement that is the same has no cause', async () => {
    // 7 of 100 meet 4 % as 6 did 5 %: the standard changed, the judgement did not.
    write('in/b.csv', staff('乙', 7));
    const config = configured({
      metrics: {
        [CORRECTION]: {
          formula: { kind: 'share', part: '复议撤销案件量', whole: '复议实际审理案件量' },
          source,
        },
      },
      standards: {
        legalReviewStaffMinimum: { limit: '4%', source },
        correctionCeiling: { metric: '复议纠错率', comparison: 'at-most', limit: '20%', source },
      },
    });
    const { figures, definitionsChanged } = await diff('--config', config);
    expect(changesOf(figures, 'legalReviewStaffShare')).toMatchObject([{ causes: ['data'] }]);
    // Nothing was altered in these: the new formula gives what the old one gave, and now it is judged.
    expect(definitionsChanged).toHaveLength(1);
    expect(changesOf(figures, CORRECTION)).toMatchObject([
      { file: 'in/a.csv', before: { flag: null }, after: { flag: 'ok' }, causes: ['standard'] },
      { file: 'in/c.csv', before: { flag: null }, after: { flag: 'breach' }, causes: ['standard'] },
    ]);
  });

  describe('not where a configuration is written', () => {
    const own = {
      counts: { own: { label: '甲数', unit: '件', nature: 'flow' } },
      metrics: {
        [CORRECTION]: {
          formula: { kind: 'share', part: '复议撤销案件量', whole: '复议实际审理案件量' },
          source,
        },
      },
    };
    const limit = (text: string) => ({
      standards: { legalReviewStaffMinimum: { limit: text, source } },
    });
    const run = async (path: string, text: string, ...args: readonly string[]) => {
      writeFileSync(path, text);
      const options = ['--config', path, '--summary', 'json', ...args];
      return JSON.parse((await runFake(['batch', 'in', ...options])).stdout);
    };

    test.each([
      ['a blank line on top', 'own.json'],
      ['another name', 'other.json'],
    ])('%s: nothing differs, but results that name the line are made again', async (_, path) => {
      const text = JSON.stringify({ ...limit('8%'), ...own });
      const json = ['--format', 'json'];
      await run('own.json', text, '--out', 'old', ...json);
      const args = ['--out', 'new', '--diff', 'old', ...json];
      await run('own.json', text, '--out', 'new', ...json);
      const { files, restatement } = await run(path, `\n${text}`, ...args);
      const { definition, standards } = restatement.differs;
      expect({ definition, standards }).toEqual({ definition: false, standards: false });
      expect(files.computed).toBe(3);
      expect(readFileSync('new/results/in/b.csv.json', 'utf8')).toContain(
        `"custom":{"change":"changed","file":"${path}","line":2}`,
      );
    });

    test('a changed standard that moves the definitions down is no changed definition', async () => {
      const text = (share: string) => JSON.stringify({ ...limit(share), ...own });
      await run('own.json', text('5%'), '--out', 'old');
      const lower = text('8%').replace('"counts"', '\n\n"counts"');
      const { restatement } = await run('own.json', lower, '--out', 'new', '--diff', 'old');
      expect(restatement.differs).toMatchObject({ definition: false, standards: true });
      // 6 of 100 are at least 5 % and not at least 8 %.
      expect(restatement.figures).toMatchObject([{ file: 'in/b.csv', causes: ['standard'] }]);
    });
  });

  test('other options', async () => {
    const { differs, changes, figures } = await diff('--by', 'total');
    expect(differs.options).toEqual(['--by']);
    expect(changes.appeared).toBeGreaterThan(0);
    expect(figures[0].causes).toEqual(['options']);
  });

  test('not how figures are written', async () => {
    const { differs, changes } = await diff('--lang', 'en', '--precision', '1');
    expect(differs.options).toEqual([]);
    expect(changes).toEqual({ changed: 0, appeared: 0, vanished: 0 });
  });

  test('another version of the program, where nothing else differs', async () => {
    const path = 'old/manifest.json';
    const manifest = readFileSync(path, 'utf8').replace('"version":"', '"version":"0.0.');
    const merged = readFileSync('old/merged.csv', 'utf8');
    // A version that was wrong about one figure.
    const wrong = merged.replace(',3,10,0.3,', ',4,10,0.4,');
    writeFileSync('old/merged.csv', wrong);
    writeFileSync(path, manifest.replace(sha256(merged), sha256(wrong)));
    const { figures, differs } = await diff();
    expect(differs.version).toBe(true);
    expect(figures).toMatchObject([{ file: 'in/c.csv', causes: ['version'] }]);
  });
});

describe('what cannot be compared', () => {
  const refused = async (...args: string[]) => (await batch(['in', ...args])).stderr;

  test('a folder without finished results', async () => {
    expect(await refused('--out', 'new', '--diff', 'in')).toBe(
      'xc-eval: in 不是已完成的 batch 结果（没有 manifest.json）\n',
    );
    write('odd/manifest.json', '{"schemaVersion": 1}');
    expect(await refused('--out', 'new', '--diff', 'odd')).toBe(
      'xc-eval: odd 不是已完成的 batch 结果（version）\n',
    );
  });

  test('a manifest that is none', async () => {
    write('odd/manifest.json', '[]');
    expect(await refused('--out', 'new', '--diff', 'odd')).toBe(
      'xc-eval: odd 不是已完成的 batch 结果（JSON）\n',
    );
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, -40)],
    ['edited in its length', (text: string) => text.replace('0.1', '0.9')],
  ])('a table that was %s', async (_, change) => {
    write('old/merged.csv', change(readFileSync('old/merged.csv', 'utf8')));
    const { exit, stdout, stderr } = await batch(['in', '--out', 'new', '--diff', 'old']);
    expect({ exit, stdout, stderr }).toEqual({
      exit: 2,
      stdout: '',
      stderr:
        'xc-eval: old/merged.csv 与它的 manifest.json 所记的 SHA-256 不符，已被截断或改动，不能比较；请恢复原文件，或重新得出这份结果\n',
    });
  });

  test('a table that is gone', async () => {
    rmSync('old/merged.csv');
    expect(await refused('--out', 'new', '--diff', 'old')).toBe(
      'xc-eval: 无法读取 old/merged.csv：文件不存在\n',
    );
  });

  test('a folder and itself', async () => {
    expect(await refused('--out', 'old', '--diff', './old/')).toBe(
      'xc-eval: --diff 与 --out 是同一个文件夹 old；请把新的结果写到另一个文件夹\n',
    );
  });

  test.each(['old/manifest.json', 'new/merged.csv', 'new/results/x.txt', './new/x.txt'])(
    'a summary among the results: %s',
    async (output) => {
      const options = ['--out', 'new', '--diff', 'old', '--output', output, '--overwrite'];
      const before = readFileSync('old/manifest.json', 'utf8');
      expect(await refused(...options)).toMatch(
        /^xc-eval: .* 在 batch 的结果文件夹 (?:old|new) 之内，其中的文件由 batch 自己写、自己清理；请把摘要写到别处\n$/,
      );
      expect(readFileSync('old/manifest.json', 'utf8')).toBe(before);
    },
  );

  test('results in the wide layout', async () => {
    const wide = ['--layout', 'wide', '--metric', '复议纠错率'];
    expect(await refused('--out', 'new', '--diff', 'old', ...wide)).toBe(
      'xc-eval: --diff 须用 --layout tidy 的结果：new 的合并表没有分子、分母和判断\n',
    );
  });
});

test('where no file has results on both sides, that nothing was compared and not that nothing changed', async () => {
  for (const name of ['a', 'b', 'c']) renameSync(`in/${name}.csv`, `in/new-${name}.csv`);
  const { exit, stdout } = await batch(['in', '--out', 'new', '--diff', 'old']);
  expect(exit).toBe(0);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('没有前后都有结果的文件，没有可比的数');
  expect(stdout).not.toContain('没有变化');
  const english = await batch(['in', '--out', 'new', '--diff', 'old', '--lang', 'en']);
  expect(english.stdout).toContain('no file has results on both sides: no figure was compared');
});

test('the table says it in words', async () => {
  write('in/b.csv', staff('乙', 4));
  rmSync('in/c.csv');
  const { stdout } = await batch(['in', '--out', 'new', '--diff', 'old']);
  expect(stdout).toMatchInlineSnapshot(`
    "共 2 个文件：计算 2 个，未变而沿用 0 个

    合并表 new/merged.csv，逐个文件的结果 new/results，清单 new/manifest.json

    重述：与 old 相比，2 个文件前后都有，只列有变化的

    1 个文件只在“前”有结果（后没有这个文件）：in/c.csv

    有变化的数
    ┌──────────┬──────┬──────┬──────────────────┬───────────────┬───────────────┬──────┐
    │ 文件     │ 单位 │ 期间 │ 指标             │ 前            │ 后            │ 原因 │
    ├──────────┼──────┼──────┼──────────────────┼───────────────┼───────────────┼──────┤
    │ in/b.csv │ 乙   │ 2024 │ 法制审核人员占比 │ 6.00%（达标） │ 4.00%（警示） │ 数据 │
    └──────────┴──────┴──────┴──────────────────┴───────────────┴───────────────┴──────┘

    有变化 1 个，新出现 0 个，不再有 0 个
    "
  `);
  const english = await batch(['in', '--out', 'new', '--diff', 'old', '--lang', 'en']);
  expect(english.stdout).toMatchInlineSnapshot(`
    "2 files: 2 computed, 0 unchanged and kept

    merged table new/merged.csv, results by file new/results, manifest new/manifest.json

    restated: 2 files that old has as well; only what changed is listed

    1 file with results only before (absent after): in/c.csv

    what changed
    ┌──────────┬──────┬────────┬─────────────────────────────────────────────────────┬────────────┬─────────────────┬───────┐
    │ file     │ unit │ period │ metric                                              │ before     │ after           │ cause │
    ├──────────┼──────┼────────┼─────────────────────────────────────────────────────┼────────────┼─────────────────┼───────┤
    │ in/b.csv │ 乙   │ 2024   │ Share of legal review staff among enforcement staff │ 6.00% (ok) │ 4.00% (warning) │ data  │
    └──────────┴──────┴────────┴─────────────────────────────────────────────────────┴────────────┴─────────────────┴───────┘

    1 changed, 0 appeared, 0 vanished
    "
  `);
});

describe('the schemas hold', () => {
  const strict = <T>(schema: T): T => {
    if (Array.isArray(schema)) return schema.map(strict) as T;
    if (typeof schema !== 'object' || schema === null) return schema;
    const inner = Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => [keyword, strict(value)]),
    );
    return ('properties' in inner ? { ...inner, additionalProperties: false } : inner) as T;
  };
  const faultsOf = async (subject: string, document: string) => {
    const { stdout } = await runFake(['schema', subject, '--no-config']);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    const validate = ajv.compile(strict(JSON.parse(stdout)));
    return validate(JSON.parse(document)) ? [] : validate.errors;
  };

  test('for manifest and summary', async () => {
    write('in/a.csv', table('甲', '', 10));
    write('in/b.csv', staff('丁', 4));
    write('in/c.csv', 'x');
    write('in/d.csv', table('丁', 'x', 10));
    const options = ['--allow-invalid', '--fail-on', 'warn', '--by', 'unit'];
    const { stdout } = await batch([
      ...['in', '--out', 'new', '--diff', 'old', '--summary', 'json', ...options],
    ]);
    expect(await faultsOf('batch', stdout)).toEqual([]);
    expect(await faultsOf('manifest', readFileSync('new/manifest.json', 'utf8'))).toEqual([]);
    const plain = await batch(['in', '--out', 'new', '--summary', 'json']);
    expect(await faultsOf('batch', plain.stdout)).toEqual([]);
  });
});
