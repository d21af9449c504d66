import { defineConfig, type UserConfig } from 'tsdown';

const shared = {
  platform: 'node',
  target: 'node20',
  minify: true,
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
} satisfies UserConfig;

/**
 * All dependencies are bundled, so that an installation fetches nothing else. The command is CommonJS:
 * Node starts it in a sixth less time than an ES module, and loads its parts only when they are used.
 */
export default defineConfig([
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts' },
    format: 'cjs',
    outExtensions: () => ({ js: '.cjs' }),
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
