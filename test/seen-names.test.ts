/** Which units a long table has named before, without keeping their names. */
import { expect, test } from 'vitest';
import { seenNames } from '../src/duckdb/seen.ts';

test('each of many names is new once, wherever it stands among other bytes', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `第${index}单位`);
  const seen = seenNames();
  const isNew = (name: string): boolean => {
    const bytes = Buffer.from(`x${name},2024`);
    return seen.isNew(bytes, 1, bytes.indexOf(','));
  };
  // Two of 20,000 names share one of 2^52 hashes once in twenty million such tables.
  expect(names.every(isNew)).toBe(true);
  expect(names.some(isNew)).toBe(false);
  expect(seen.size).toBe(20_000);
});
