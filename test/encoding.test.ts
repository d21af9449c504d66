import { describe, expect, test } from 'vitest';
import { decode, UndecodableError } from '../src/read/encoding.ts';
import type { Encoding } from '../src/read/encodings.ts';

const bytes = (...values: number[]): Buffer => Buffer.from(values);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const [markOf8, markLe, markBe] = [bytes(0xef, 0xbb, 0xbf), bytes(0xff, 0xfe), bytes(0xfe, 0xff)];

const text = '单位,撤销\n西城区,18\n';

/** 撤销 is B3 B7 CF FA in GBK; 㐂 (U+3402) has no GBK code and is 81 39 EF 31 in GB18030 (the standard's table). */
const gbkSales = [0xb3, 0xb7, 0xcf, 0xfa];
const fourBytes = [0x81, 0x39, 0xef, 0x31];

describe('an encoding is told', () => {
  test.each<[string, Buffer, string, Encoding, string]>([
    ['UTF-8', Buffer.from(text), text, 'utf-8', 'content'],
    [
      'UTF-8 with its mark, which is no part of the text',
      Buffer.concat([markOf8, Buffer.from(text)]),
      text,
      'utf-8',
      'mark',
    ],
    [
      'UTF-16LE by its mark',
      Buffer.concat([markLe, Buffer.from(text, 'utf16le')]),
      text,
      'utf-16le',
      'mark',
    ],
    ['UTF-16BE by its mark', Buffer.concat([markBe, utf16be(text)]), text, 'utf-16be', 'mark'],
    [
      'UTF-16LE by the zero bytes of its ASCII',
      Buffer.from('a,b\n1,2\n', 'utf16le'),
      'a,b\n1,2\n',
      'utf-16le',
      'content',
    ],
    [
      'UTF-16BE by the zero bytes of its ASCII',
      utf16be('a,b\n1,2\n'),
      'a,b\n1,2\n',
      'utf-16be',
      'content',
    ],
    ['GBK', bytes(...gbkSales, 0x2c, 0x31), '撤销,1', 'gb18030', 'content'],
    ['GB18030 of four bytes', bytes(...gbkSales, ...fourBytes), '撤销㐂', 'gb18030', 'content'],
    ['an empty file', bytes(), '', 'utf-8', 'content'],
    ['ASCII', Buffer.from('a,1'), 'a,1', 'utf-8', 'content'],
  ])('%s', (_, input, expected, encoding, by) => {
    const decoded = decode(input, 'auto');
    expect(decoded.utf8.toString('utf8')).toBe(expected);
    expect(decoded).toMatchObject({ encoding, by });
  });

  // 不 and 上 are 4E0D and 4E0A: they hold the byte of a line end.
  test.each<[string, (text: string) => Buffer, Encoding]>([
    ['little-endian', (chinese) => Buffer.from(chinese, 'utf16le'), 'utf-16le'],
    ['big-endian', utf16be, 'utf-16be'],
  ])('UTF-16 in which little is ASCII, %s', (_, encoded, encoding) => {
    const chinese = '上半年情况\n单位,不予受理\n西城区,三件\n';
    expect(decode(encoded(chinese), 'auto')).toMatchObject({ encoding, by: 'content' });
  });

  test.each<[string, Buffer, string, Encoding]>([
    ['behind a number', Buffer.from('甲,1\0\n'), '甲,1\0\n', 'utf-8'],
    ['behind a comma', Buffer.from('甲,乙,\0\n'), '甲,乙,\0\n', 'utf-8'],
    ['that fill a cell', Buffer.from('甲\0\0\0,1\0\0\n'), '甲\0\0\0,1\0\0\n', 'utf-8'],
    ['at the end', Buffer.from(`甲,1\n${'\0'.repeat(999)}`), `甲,1\n${'\0'.repeat(999)}`, 'utf-8'],
    ['in GBK', bytes(...gbkSales, 0, 0x2c, 0x31, 0x0a), '撤销\0,1\n', 'gb18030'],
  ])('zero bytes %s do not make a text UTF-16', (_, input, expected, encoding) => {
    const decoded = decode(input, 'auto');
    expect(decoded).toMatchObject({ encoding, by: 'content' });
    expect(decoded.utf8.toString('utf8')).toBe(expected);
  });

  test('GBK far behind 4,000 lines of ASCII is still GBK', () => {
    const input = Buffer.concat([Buffer.from('a,1\n'.repeat(4000)), bytes(...gbkSales)]);
    const decoded = decode(input, 'auto');
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.utf8.toString('utf8').slice(-2)).toBe('撤销');
  });
});

describe('an encoding is forced', () => {
  test.each<[Encoding, Buffer, string]>([
    ['gb18030', bytes(...gbkSales), '撤销'],
    ['gbk', bytes(...gbkSales), '撤销'],
    ['utf-16le', Buffer.from('撤销', 'utf16le'), '撤销'],
    ['utf-16be', utf16be('撤销'), '撤销'],
    ['utf-8', Buffer.from('撤销'), '撤销'],
    ['utf-8', Buffer.concat([markOf8, Buffer.from('撤销')]), '撤销'],
    // 撤 is BA4D in Big5 and 銷 BE50.
    ['big5', bytes(0xba, 0x4d, 0xbe, 0x50), '撤銷'],
    // C4 A3 is valid UTF-8 (ģ) and valid GBK (模): only the user knows.
    ['gbk', bytes(0xc4, 0xa3), '模'],
    ['utf-8', bytes(0xc4, 0xa3), 'ģ'],
  ])('%s', (encoding, input, expected) => {
    const decoded = decode(input, encoding);
    expect(decoded.utf8.toString('utf8')).toBe(expected);
    expect(decoded).toMatchObject({ encoding, by: 'request' });
  });
});

describe('bytes that are no text are refused, with the offset in the file of the first of them', () => {
  const failure = (input: Buffer, encoding: Encoding | 'auto'): UndecodableError => {
    try {
      decode(input, encoding);
    } catch (error) {
      if (error instanceof UndecodableError) return error;
      throw error;
    }
    throw new Error('decoded');
  };

  test.each<[string, Buffer, Encoding | 'auto', Encoding, number]>([
    [
      'UTF-8 with a byte that no encoding has',
      Buffer.concat([Buffer.from('撤销'), bytes(0xff)]),
      'auto',
      'utf-8',
      6,
    ],
    ['GBK with a byte that no encoding has', bytes(...gbkSales, 0x31, 0xff), 'auto', 'gb18030', 5],
    ['a byte that UTF-8 never has', bytes(0x61, 0x2c, 0x31, 0xff), 'utf-8', 'utf-8', 3],
    ['GBK taken for UTF-8', bytes(0x61, ...gbkSales), 'utf-8', 'utf-8', 1],
    ['behind a byte order mark', Buffer.concat([markOf8, bytes(0x61, 0xff)]), 'auto', 'utf-8', 4],
  ])('%s', (_, input, requested, encoding, offset) => {
    expect(failure(input, requested)).toMatchObject({ encoding, offset });
  });

  test.each<[string, Buffer, Encoding]>([
    ['UTF-8', Buffer.from('撤销').subarray(0, 5), 'utf-8'],
    ['GB18030', bytes(...gbkSales.slice(0, 3)), 'gb18030'],
    ['UTF-16', Buffer.from('撤销', 'utf16le').subarray(0, 3), 'utf-16le'],
  ])('a text in %s that is cut off inside a character is refused', (_, input, encoding) => {
    expect(failure(input, encoding).encoding).toBe(encoding);
  });
});
