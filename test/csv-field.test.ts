import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldTexts, textField } from '../src/message/csv-field.ts';
import { visible } from '../src/message/visible.ts';

test.each([
  ['=U', "'=U"],
  [' ＋1', "' ＋1"],
  // Without an apostrophe more it would be the field of the first.
  ["'=U", "''=U"],
  ["''-3", "'''-3"],
  // A spreadsheet takes these for no formula.
  ["'甲", "'甲"],
  ["'", "'"],
  ['=a,"b"', '"\'=a,""b"""'],
])('%s is the field %s', (text, field) => {
  expect(textField(text)).toBe(field);
  expect(fieldTexts(field)).toEqual([text]);
});

test('whatever the texts, their line gives them back, with harmful characters written out', () => {
  const odd = fc.string({ unit: fc.constantFrom("'", '=', '-', '＝', ' ', ',', '"', ':', '\n') });
  const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), odd), { minLength: 1 });
  fc.assert(
    fc.property(texts, (given) => {
      expect(fieldTexts(given.map(textField).join(','))).toEqual(given.map(visible));
    }),
  );
});
