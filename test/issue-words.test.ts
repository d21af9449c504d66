import { describe, expect, test } from 'vitest';
import { failureSentence } from '../src/cli/failure-text.ts';
import type { Issue } from '../src/issue/issue.ts';
import { createWords } from '../src/message/words.ts';
import { parsePeriod } from '../src/period/period.ts';
import { catalogue } from './support/sheets.ts';

const first = { file: 'a.csv', line: 2 };
const count = 'reconsiderationRevoked';
const values = { count, stated: 1, sum: 2, later: 1, earlier: 2, first };
const part = { part: [count], partValue: 2, whole: [count], wholeValue: 1, weighted: false };

describe('a problem of a unit and a period is told without a gap where one of them is not stated', () => {
  const problems = [
    ['duplicate-row', { first }],
    ['duplicate-value', { name: '撤销', first }],
    ['count-stated-twice', { count, first }],
    ['rate-stated-twice', { term: 'reconsiderationCorrectionRate', first }],
    ['part-exceeds-whole', part],
    ['total-without-parts', {}],
    ['parts-mismatch', values],
    ['parts-exceed', values],
    ['falling-cumulative', values],
  ] as const;
  const whom = [
    ['', parsePeriod('2024')],
    ['甲', null],
    ['', null],
  ] as const;

  test.each(problems)('%s', async (code, details) => {
    for (const language of ['zh', 'en'] as const) {
      const words = await createWords(catalogue, { language, precision: 2, rounding: 'half-up' });
      for (const [unit, period] of whom) {
        // A total always has a name.
        if (code === 'total-without-parts' && unit === '') continue;
        const found = { code, place: first, details: { ...details, unit, period } };
        expect(words.issue(found as unknown as Issue)).not.toMatch(/^\s| {2}|“”|""|null/);
      }
    }
  });

  test('in these words', async () => {
    const words = await createWords(catalogue, {
      language: 'zh',
      precision: 2,
      rounding: 'half-up',
    });
    const told = (unit: string, period: string) =>
      words.issue({
        code: 'duplicate-row',
        place: first,
        details: { unit, period: parsePeriod(period), first },
      } as unknown as Issue);
    expect(told('甲', '2024')).toBe('甲 2024年 已在 a.csv:2 出现过，请只留一行');
    expect(told('甲', '')).toBe('甲 已在 a.csv:2 出现过，请只留一行');
    expect(told('', '2024')).toBe('2024年 已在 a.csv:2 出现过，请只留一行');
    expect(told('', '')).toBe('（未注明单位） 已在 a.csv:2 出现过，请只留一行');
  });
});

describe('what may be January or October is told as both', () => {
  test.each(['zh', 'en'] as const)('in %s', async (language) => {
    const words = await createWords(catalogue, { language, precision: 2, rounding: 'half-up' });
    const inTable = (text: string) =>
      words.issue({ code: 'unreadable-period', place: first, details: { text } });
    const inOption = (text: string) => failureSentence(language, 'unreadable-period', { text });
    const inLedger = (text: string) =>
      words.issue({
        code: 'ledger-unreadable-period',
        place: first,
        details: { text, column: '月份', holds: 'period' },
      });
    for (const said of [inTable, inOption, inLedger]) {
      expect(said('2024.1')).toMatch(/2024\.1.*2024-01.*2024-10/);
      expect(said('2024.13')).not.toMatch(/2024-10/);
    }
  });
});
