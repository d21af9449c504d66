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
