import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  /** Erased when the program is built. */
  readonly typeOnly: boolean;
  /** Loaded when it is come to, not with the file. */
  readonly dynamic: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly identifiers: ReadonlySet<string>;
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
};

const isTypeOnlyExport = ({ isTypeOnly: typeOnly, exportClause }: ts.ExportDeclaration): boolean =>
  typeOnly ||
  (exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.every((element) => element.isTypeOnly));

function parse(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const imports: Import[] = [];
  const identifiers = new Set<string>();
  const add = (specifier: ts.Node, typeOnly: boolean, dynamic = false): void => {
    if (!ts.isStringLiteral(specifier)) throw new Error(`${path}: import of no literal`);
    const { text: name } = specifier;
    const to = name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name;
    imports.push({ from: path, to, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) identifiers.add(node.text);
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node.moduleSpecifier, isTypeOnlyExport(node));
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0] as ts.Node, false, true);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const lines = text.trimEnd().split('\n').length;
  return { path, folder: path.split('/')[0] as string, lines, imports, identifiers };
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(parse);

const isInside = ({ to }: Import): boolean => to.endsWith('.ts');
const imports = files.flatMap((file) => file.imports);
const said = ({ from, to }: Import): string => `${from} -> ${to}`;
const folderOf = (path: string): string => path.split('/')[0] as string;

const CORE = [
  'exact',
  'formula',
  'period',
  'catalogue',
  'aggregate',
  'assess',
  'judge',
  'check',
  'compare',
  'statistics',
  'config',
  'score',
  'validate',
  'recognise',
  'issue',
  'text',
  'sql',
  'tally',
  'verify',
];

test('the sources are read', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(200);
  expect(CORE.filter((folder) => !files.some((file) => file.folder === folder))).toEqual([]);
  const known = new Set(files.map(({ path }) => path));
  expect(
    imports
      .filter(isInside)
      .filter(({ to }) => !known.has(to))
      .map(said),
  ).toEqual([]);
});

describe('the core', () => {
  const ofCore = imports.filter(({ from }) => CORE.includes(folderOf(from)));

  test('imports no package and nothing of Node', () => {
    expect(ofCore.filter((found) => !isInside(found)).map(said)).toEqual([]);
  });

  test('imports nothing from the folders that read, report, speak or run', () => {
    const outside = ofCore.filter(isInside).filter(({ to }) => !CORE.includes(folderOf(to)));
    expect(outside.map(said)).toEqual([]);
  });

  test('uses no clock, no chance, no console and no environment', () => {
    const forbidden = ['Date', 'console', 'process', 'fetch', 'setTimeout', 'random', 'globalThis'];
    const used = files
      .filter(({ folder }) => CORE.includes(folder))
      .flatMap(({ path, identifiers }) =>
        forbidden.filter((name) => identifiers.has(name)).map((name) => `${path}: ${name}`),
      );
    expect(used).toEqual([]);
  });
});

test('each package is imported from one folder only', () => {
  const folders = new Map<string, Set<string>>();
  for (const { from, to } of imports.filter(
    (found) => !isInside(found) && !found.to.startsWith('node:'),
  )) {
    const users = folders.get(to) ?? new Set();
    folders.set(to, users.add(folderOf(from)));
  }
  expect(folders.size).toBeGreaterThan(0);
  const shared = [...folders].filter(([, users]) => users.size > 1);
  expect(shared.map(([name, users]) => `${name}: ${[...users].join()}`)).toEqual([]);
});

test('process is met in one file of the command line only', () => {
  const users = files
    .filter(({ identifiers }) => identifiers.has('process'))
    .map(({ path }) => path);
  expect(users.filter((path) => path !== 'cli/host.ts')).toEqual([]);
});

test('the command line itself loads nothing that computes, reads or reports', () => {
  const loaded = new Set(['cli/main.ts']);
  for (const file of loaded) {
    const needed = imports.filter(
      ({ from, typeOnly, dynamic }) => from === file && !typeOnly && !dynamic,
    );
    for (const found of needed.filter(isInside)) loaded.add(found.to);
  }
  // Beside its own files: lists of choices.
  const others = [...loaded].filter((path) => folderOf(path) !== 'cli');
  expect(others.sort()).toEqual([
    'aggregate/grouping.ts',
    'exact/roundings.ts',
    'judge/flag.ts',
    'message/phrases.ts',
    'read/encodings.ts',
    'read/engines.ts',
    'report/formats.ts',
  ]);
});

test('files are small, but for the data of the catalogue', () => {
  const long = files.filter(({ folder, lines }) => folder !== 'catalogue' && lines > 250);
  expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
});

describe('imports at run time go one way', () => {
  const atRunTime = imports.filter((found) => isInside(found) && !found.typeOnly);

  /** Nodes that can be reached from themselves, each with the way round. */
  function cycles(edges: readonly (readonly [string, string])[]): string[] {
    const next = new Map<string, Set<string>>();
    for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
    const found = new Set<string>();
    const walk = (node: string, path: readonly string[]): void => {
      const at = path.indexOf(node);
      if (at >= 0) {
        const ring = path.slice(at);
        const first = ring.indexOf([...ring].sort()[0] as string);
        found.add([...ring.slice(first), ...ring.slice(0, first)].join(' -> '));
        return;
      }
      for (const to of next.get(node) ?? []) walk(to, [...path, node]);
    };
    for (const node of next.keys()) walk(node, []);
    return [...found];
  }

  test('the search finds a cycle where there is one', () => {
    expect(
      cycles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
      ]),
    ).toEqual(['a -> b -> c']);
  });

  test('between files', () => {
    expect(cycles(atRunTime.map(({ from, to }) => [from, to] as const))).toEqual([]);
  });

  test('between folders', () => {
    const between = atRunTime
      .map(({ from, to }) => [folderOf(from), folderOf(to)] as const)
      .filter(([from, to]) => from !== to && from.includes('.') === false);
    expect(cycles(between)).toEqual([]);
  });
});
