import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { SqlError, withDatabase } from '../src/duckdb/database.ts';
import { csvTable, duckdb } from '../src/sql/duckdb.ts';

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { memoryMiB: 64, threads: 1, temporaryFolder: folder };

const HOSTILE = [
  `'); DROP TABLE t; --`,
  `"; DROP TABLE t; --`,
  `''`,
  `\\'`,
  '%_',
  '$$x$$',
  'a\nb',
  '；单位',
  '\u{20000}',
  '[a]*?',
];

describe('the database', () => {
  test('gives rows as plain values', () =>
    withDatabase(options, async (database) => {
      expect(await database.rows(`SELECT 'a', 1, sum(2), true, NULL`)).toEqual([
        ['a', 1, 2n, true, null],
      ]);
    }));

  test('streams a result in pieces', () =>
    withDatabase(options, async (database) => {
      const sizes: number[] = [];
      for await (const rows of database.stream('SELECT range FROM range(10000)')) {
        sizes.push(rows.length);
      }
      expect(sizes.length).toBeGreaterThan(1);
      expect(sizes.reduce((sum, size) => sum + size)).toBe(10_000);
    }));

  test('leaves nothing behind, also after an error', async () => {
    let during = '';
    const failing = withDatabase(options, async (database) => {
      during = database.folder;
      expect(existsSync(during)).toBe(true);
      await database.run('SELECT nothing');
    });
    await expect(failing).rejects.toBeInstanceOf(SqlError);
    expect(existsSync(during)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes to disk where memory is short', () =>
    withDatabase(options, async (database) => {
      // 4,000,000 numbers of 8 bytes are more than the limit of 64 MiB as a hash table.
      const sql = 'SELECT count(*) FROM (SELECT range AS n FROM range(4000000) GROUP BY n)';
      expect(await database.rows(sql)).toEqual([[4_000_000n]]);
    }));

  test('an interrupted statement rejects', () =>
    withDatabase(options, async (database) => {
      const endless = database.rows(
        'SELECT sum(a.range * b.range) FROM range(100000) a, range(1000000) b',
      );
      setTimeout(() => database.interrupt(), 100);
      await expect(endless).rejects.toBeInstanceOf(SqlError);
    }));
});

describe('what a user wrote', () => {
  test.each([...HOSTILE, 'a\0b', '\0', ''])('is a text and nothing else: %j', (value) =>
    withDatabase(options, async (database) => {
      expect(await database.rows(`SELECT ${duckdb.text(value)}`)).toEqual([[value]]);
    }),
  );

  test.each(HOSTILE)('is a name and nothing else: %j', (name) =>
    withDatabase(options, async (database) => {
      const column = duckdb.identifier(name);
      await database.run(`CREATE TABLE t AS SELECT 7 AS ${column}`);
      expect(await database.rows(`SELECT ${column} FROM t`)).toEqual([[7]]);
    }),
  );

  test('is no name where it holds a NUL, at which a statement would end', () => {
    expect(() => duckdb.identifier('a\0b')).toThrow(RangeError);
  });

  test.each(['台账 (2026)[Q3]*?.csv', "it's.csv", '"q".csv'])(
    'is a path, not a pattern: %s',
    (name) =>
      withDatabase(options, async (database) => {
        const path = join(database.folder, name);
        writeFileSync(path, '甲,乙\n1,2\n');
        const columns = ['甲', `it's`].map((each) => ({ name: each, type: 'VARCHAR' }));
        const table = csvTable({ path, delimiter: ',', skip: 1, columns, multiline: false });
        expect(await database.rows(`SELECT * FROM ${table}`)).toEqual([['1', '2']]);
      }),
  );
});

test('trimming is that of JavaScript', () =>
  withDatabase(options, async (database) => {
    const spaces = fc.constantFrom(
      ...'\t\n\v\f\r \u00a0\u180e\u200b\u2003\u2028\u3000\ufeff',
      'a',
      '单',
    );
    const texts = fc
      .sample(fc.array(spaces, { maxLength: 6 }), { numRuns: 300, seed: 6 })
      .map((each) => each.join(''));
    const values = texts.map((each) => `(${duckdb.text(each)})`).join(', ');
    const rows = await database.rows(
      `SELECT t, ${duckdb.trimmed('t')} FROM (VALUES ${values}) v(t)`,
    );
    expect(rows).toHaveLength(texts.length);
    for (const [text, trimmed] of rows) expect(trimmed).toBe(String(text).trim());
  }));
