import { defineConfig } from 'tsdown';

/** Everything is bundled, so that a start loads one file and an installation fetches nothing else. */
export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: { entry: 'src/index.ts' },
  minify: true,
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
});
