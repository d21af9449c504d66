import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'tsdown';

const shared = {
  platform: 'node',
  target: 'node20',
  minify: true,
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  // An optional dependency with a binary of its own.
  deps: { neverBundle: ['@duckdb/node-api'] },
} satisfies UserConfig;

/**
 * Commander can run subcommands as programs of their own. xc-eval has none, and what that takes of Node is a
 * tenth of its start.
 */
const withoutChildProcess = {
  name: 'without-child-process',
  resolveId: (id: string) => (id === 'node:child_process' ? '\0without-child-process' : null),
  load: (id: string) => (id === '\0without-child-process' ? 'export default {};' : null),
};

/** The licences of the packages that end up in the bundle go with it, as they ask. */
const withLicences = {
  name: 'with-licences',
  generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string },
    _options: unknown,
    bundle: Readonly<Record<string, object>>,
  ) {
    const modules = Object.values(bundle).flatMap((chunk) =>
      'modules' in chunk ? Object.keys(chunk.modules as object) : [],
    );
    const packages = new Set(
      modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
    );
    const texts = [...packages].sort().map((root) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(root, 'package.json'), 'utf8'),
      );
      const file = readdirSync(root).find((each) => /^licen[cs]e/i.test(each));
      const text = file === undefined ? '' : readFileSync(join(root, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
    const source = texts.join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
  },
};

/** Lets the table library measure texts through a memory of their widths. */
const withRememberedWidths = {
  name: 'with-remembered-widths',
  resolveId: (id: string, importer: string | undefined) =>
    id === 'string-width' && importer?.includes('cli-table3')
      ? fileURLToPath(new URL('src/report/string-width.cjs', import.meta.url))
      : null,
};

/** The files of `src` that some of them import when they are loaded, these included. */
function importedBy(...entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries.map((entry) => fileURLToPath(new URL(entry, import.meta.url))));
  for (const file of found) {
    const imports = /^(?:import|export)(?! type )[^;]*? from '(\.[^']+\.(?:ts|cjs))';/gm;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
      found.add(resolve(dirname(file), path));
    }
  }
  return found;
}

const PACKAGE = fileURLToPath(new URL('package.json', import.meta.url));
const ALWAYS = importedBy('src/cli/main.ts');
const OFTEN = importedBy('src/cli/commands/metrics.ts', 'src/message/zh.ts', 'src/report/json.ts');

/** What nearly every run of `metrics` needs, in one file: each file costs a millisecond to find and open. */
const CORE = {
  name: 'core',
  test: (id: string) =>
    (OFTEN.has(id) && !ALWAYS.has(id)) || id.includes('node_modules/fastest-levenshtein/'),
};

/** What the command line itself shares with that, and the version. */
const BASE = {
  name: 'base',
  test: (id: string) => (OFTEN.has(id) && ALWAYS.has(id)) || id === PACKAGE,
};

/**
 * All dependencies are bundled, so that an installation fetches nothing else. The command is CommonJS:
 * Node starts it in a sixth less time than an ES module, and loads its parts only when they are used.
 */
export default defineConfig([
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts', 'batch-worker': 'src/cli/batch-worker.ts' },
    format: 'cjs',
    plugins: [withoutChildProcess, withRememberedWidths, withLicences],
    outExtensions: () => ({ js: '.cjs' }),
    outputOptions: {
      advancedChunks: { includeDependenciesRecursively: false, groups: [CORE, BASE] },
    },
    dts: false,
  },
  {
    ...shared,
    entry: { index: 'src/index.ts' },
    format: 'esm',
    outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
    dts: true,
    clean: false,
  },
]);
