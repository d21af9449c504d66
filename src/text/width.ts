/**
 * Full-width digits, letters, signs and spaces as half-width ones. Unlike Unicode's compatibility forms it
 * leaves footnote marks alone: 5① does not become 51.
 */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u3000/g, ' ');

/** What remains of a name without widths, spaces and what cannot be seen: 丙（本级） and 丙 (本级) are one. */
export function widthless(name: string): string {
  const normal = name.normalize('NFKC');
  return PLAIN.test(normal) ? normal : normal.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
}

/** Nearly every name; the pattern for others takes time to be made ready. */
const PLAIN = /^[\w\u3400-\u9fff]*$/;
