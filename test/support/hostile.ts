/** Texts that try to get out of the field that a report puts them in. */
import fc from 'fast-check';

export const HOSTILE = [
  '\u0000\u0008\u001b[2J\u007f\u0085',
  '\ufffe\uffff',
  '\ud800',
  '\udc00\ud800',
  '\u{1f600}\u{1fffe}',
  ']]>',
  '<!--',
  '</script>',
  '</failure></testcase>',
  '&amp;&#0;&bogus;',
  '"\'" message="x',
  '::error::x',
  '::stop-commands::x',
  '##[error]x',
  '##[set-env name=A;]b',
  '%0A::stop-commands::x',
  '%250A%25',
  '\n::error file=a,line=1::x',
  '\r\n##[error]x',
  '\u2028\u2029',
  'a,line=9',
  'a:b',
  'x=y,title=z',
  '\u202eevil\u2066\u200b\ufeff',
  '[here](http://x.example)',
  '[x](0){0}{{1}}',
  '\\u0000\\',
  'a.b.c / d',
  '{"rows": []}',
  '../..//etc?#%',
];

/** What acts on a terminal or an editor. */
export const HARMFUL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Any code units, halves of characters too, among them what means something to some format. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
