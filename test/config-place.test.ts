/** Where a configuration is looked for, and which one is used. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess, loadFiles } from '../src/index.ts';
import { type Files, runIn, sheet, source, temporaryFiles } from './support/config.ts';
import { minimum, staff } from './support/staff.ts';

describe('where the configuration is', () => {
  const NAME = 'xc-eval.config.json';
  const limit = (percent: string) => JSON.stringify(minimum({ limit: percent, source }));
  /** The limit that a run in a folder holds the share of legal review staff to, and what it says. */
  async function limitIn(folder: string, ...options: string[]) {
    const { exit, stdout, stderr } = await runIn(
      folder,
      ['metrics', '-', '--format', 'json', ...options],
      sheet(...staff(['甲局', 1, 10])),
    );
    expect(exit).toBe(0);
    return { limit: JSON.parse(stdout).groups[0].metrics[0].findings[0].limit, stderr };
  }

  let tree: Files;
  beforeAll(() => {
    tree = temporaryFiles();
    tree.write(`district/${NAME}`, limit('6%'));
    tree.write('district/office/data/year/readme.txt', '');
    tree.write(`district/office/${NAME}`, limit('7%'));
    tree.write('district/bureau/readme.txt', '');
    tree.write('elsewhere/readme.txt', '');
    tree.write('elsewhere/own.json', limit('9%'));
    tree.write('broken/readme.txt', '');
    tree.write(`broken/${NAME}`, '{ "foo": 1 }');
    tree.write(`folder/${NAME}/readme.txt`, '');
  });
  afterAll(() => tree.remove());
  const at = (path: string): string => join(tree.root, path);

  test('in the working folder it is used, and stderr says so', async () => {
    expect(await limitIn(at('district'))).toEqual({ limit: 0.06, stderr: `采用配置 ${NAME}\n` });
    expect((await limitIn(at('district'), '--lang', 'en')).stderr).toBe(`configured by ${NAME}\n`);
  });

  test('in a folder above it is used, and stderr says where it is', async () => {
    expect(await limitIn(at('district/bureau'))).toEqual({
      limit: 0.06,
      stderr: `采用配置 ${join('..', NAME)}\n`,
    });
  });

  test('the nearest one is used alone, without those above it', async () => {
    expect(await limitIn(at('district/office'))).toMatchObject({ limit: 0.07 });
    expect(await limitIn(at('district/office/data/year'))).toEqual({
      limit: 0.07,
      stderr: `采用配置 ${join('..', '..', NAME)}\n`,
    });
  });

  test('none beneath the working folder is', async () => {
    expect(await limitIn(tree.root)).toEqual({ limit: 0.05, stderr: '' });
    expect(await limitIn(at('elsewhere'))).toEqual({ limit: 0.05, stderr: '' });
  });

  test('--config goes before all that could be found, and needs no saying', async () => {
    expect(await limitIn(at('district/office'), '--config', at('elsewhere/own.json'))).toEqual({
      limit: 0.09,
      stderr: '',
    });
    expect(await limitIn(at('elsewhere'), '--config', 'own.json')).toMatchObject({ limit: 0.09 });
    expect(await limitIn(at('broken'), '--config', at('elsewhere/own.json'))).toMatchObject({
      limit: 0.09,
    });
  });

  test('--no-config uses none', async () => {
    for (const folder of ['district', 'district/office', 'broken']) {
      expect(await limitIn(at(folder), '--no-config')).toEqual({ limit: 0.05, stderr: '' });
    }
  });

  test('one that is found is refused like one that is named', async () => {
    const { exit, stdout, stderr } = await runIn(at('broken'), ['list']);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`${NAME}:1:3: `);
    expect(stderr).toContain('[config-unknown-key]');
    expect(stderr).not.toContain('采用配置');
  });

  test('a folder of its name is named as one', async () => {
    const { exit, stderr } = await runIn(at('folder'), ['list']);
    expect(exit).toBe(2);
    expect(stderr).toContain(`${NAME}: 无法读取：这是一个文件夹`);
  });

  test('the library looks for none', async () => {
    const data = tree.write('district/data.csv', `${staff(['甲局', 1, 18]).join('\n')}\n`);
    const before = process.cwd();
    process.chdir(at('district'));
    try {
      // 1/18 is above 5 % and below the 6 % of the file beside it.
      const { dataset } = await loadFiles([data]);
      const [group] = assess(dataset, { metrics: ['legalReviewStaffShare'] });
      expect(group?.assessments[0]?.flag).toBe('ok');
    } finally {
      process.chdir(before);
    }
  });
});
