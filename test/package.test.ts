/**
 * What `npm pack` ships, used as its users do: the command and the library of the tarball in a project of
 * their own, without a network. The package is built before the tests run.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { blocksOf, textOf } from './support/readme.ts';

const FIXTURE = 'fixtures/data/2022-行政复议.csv';

const project = mkdtempSync(join(tmpdir(), 'xc-eval-package-'));
const installed = join(project, 'node_modules/xc-eval');

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { exit: status, stdout, stderr };
}

const runNode = (...args: string[]) => run(process.execPath, args, project);

let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

beforeAll(() => {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', project];
  const { exit, stdout, stderr } = run('npm', args, ROOT);
  if (exit !== 0) throw new Error(stderr);
  packed = JSON.parse(stdout)[0];
  mkdirSync(installed, { recursive: true });
  const tarball = join(project, packed.filename);
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], project);
  mkdirSync(join(project, 'fixtures/data'), { recursive: true });
  cpSync(join(ROOT, FIXTURE), join(project, FIXTURE));
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "private": true }\n');
});

afterAll(() => rmSync(project, { recursive: true }));

describe('the tarball', () => {
  test('holds the program, its types and its documents, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const built = paths.filter((path) => path.startsWith('dist/'));
    expect(paths.filter((path) => !built.includes(path)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'bin/code-cache.cjs',
      'bin/xc-eval.cjs',
      'package.json',
    ]);
    expect(built).toEqual(
      expect.arrayContaining(['dist/cli.cjs', 'dist/index.js', 'dist/index.d.ts']),
    );
    // The bundle carries the licences of what is in it.
    expect(built.filter((path) => !/\.(?:c?js|d\.ts)$/.test(path))).toEqual([
      'dist/THIRD-PARTY-LICENSES.txt',
    ]);
    const licences = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'csv-parse', 'zod']) expect(licences).toContain(name);
  });

  test('needs no other package and runs no script when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.peerDependencies ?? {}).toEqual({});
    for (const script of ['preinstall', 'install', 'postinstall']) {
      expect(manifest.scripts).not.toHaveProperty(script);
    }
  });

  test('names no path of the machine it was built on', () => {
    for (const { path } of packed.files) {
      expect(readFileSync(join(installed, path), 'utf8').includes(ROOT), path).toBe(false);
    }
  });
});

describe('installed in an empty project', () => {
  test('the command computes', () => {
    const { exit, stdout, stderr } = runNode(
      'node_modules/xc-eval/bin/xc-eval.cjs',
      'metrics',
      FIXTURE,
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('7.22%');
  });

  test('each command answers, so that no part of the bundle is missing', () => {
    const bin = 'node_modules/xc-eval/bin/xc-eval.cjs';
    const commands = [
      ['explain', '复议纠错率', FIXTURE],
      ['list', 'standards', '--format', 'csv'],
      ['template'],
      ['schema', 'input'],
      ...['json', 'jsonl', 'csv', 'markdown'].map((format) => [
        ...['metrics', FIXTURE, '--format', format],
      ]),
    ];
    for (const args of commands) {
      const { exit, stdout, stderr } = runNode(bin, ...args);
      expect({ args, exit, stderr }).toEqual({ args, exit: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  });

  const examples = blocksOf(textOf('README.md')).filter(({ language }) => language === 'ts');

  test.each([...examples.entries()])(
    'example %i of the README prints what it says',
    (index, { code, output }) => {
      const { outputText } = ts.transpileModule(code, {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
      });
      writeFileSync(join(project, `example${index}.mjs`), outputText);
      const { exit, stdout, stderr } = runNode(`example${index}.mjs`);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toBe(output);
    },
  );

  test('the library reads quoted CSV, JSON and what is no file', () => {
    const script = `
import { writeFileSync } from 'node:fs';
import { loadFiles } from 'xc-eval';
writeFileSync('quoted.csv', '"单位","期间","应急演练"\\n"甲","2024","1"\\n');
writeFileSync('rows.json', '[{"单位":"甲","期间":2024,"应急演练":1}]');
for (const path of ['quoted.csv', 'rows.json', 'absent.csv']) {
  const { dataset, issues } = await loadFiles([path]);
  console.log(dataset.units.join(), issues.map(({ code }) => code).join());
}
`;
    writeFileSync(join(project, 'readers.mjs'), script);
    const { exit, stdout, stderr } = runNode('readers.mjs');
    expect({ exit, stdout, stderr }).toEqual({
      exit: 0,
      stdout: '甲 \n甲 \n unreadable-file\n',
      stderr: '',
    });
  });

  describe('the types', () => {
    let diagnostics: readonly ts.Diagnostic[] = [];

    beforeAll(() => {
      const sources = {
        'console.d.ts': 'declare const console: { log(...values: unknown[]): void };\n',
        'wrong.mts': MISUSE,
        ...Object.fromEntries(examples.map(({ code }, index) => [`example${index}.mts`, code])),
      };
      const files = Object.entries(sources).map(([name, source]) => {
        writeFileSync(join(project, name), source);
        return join(project, name);
      });
      const program = ts.createProgram(files, {
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        target: ts.ScriptTarget.ES2023,
        lib: ['lib.es2023.d.ts'],
        types: [],
        noEmit: true,
      });
      diagnostics = ts.getPreEmitDiagnostics(program);
    });

    const said = (ofPackage: boolean): string[] =>
      diagnostics
        .filter(({ file }) => (file?.fileName.includes('/node_modules/') ?? false) === ofPackage)
        .map(
          ({ file, messageText }) =>
            `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
        );

    test('fit the examples of the README, and nothing that is wrong', () => {
      expect(said(false)).toEqual([]);
    });

    test('need no other types, of Node or of any package', () => {
      expect(said(true)).toEqual([]);
    });
  });
});

const MISUSE = `
import { assess, loadFiles } from 'xc-eval';
const { dataset } = await loadFiles(['data.csv']);
// @ts-expect-error: no such grouping
assess(dataset, { by: 'district' });
const [first] = assess(dataset);
// @ts-expect-error: there may be no group
first.group;
// @ts-expect-error: a file is named by its path
await loadFiles([1]);
`;
