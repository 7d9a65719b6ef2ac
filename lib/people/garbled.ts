/** The bytes 0x80 to 0x9f as Windows-1252 shows them. */
const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** What begins a letter in UTF-8, as Latin letters: “Ã” of “Ã©”, and “Ð” of a Cyrillic one. */
const BEGINS = /[\u00c2-\u00f4]/
const PRINTED = /^(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3})/
const CODED = /^(?:\\+u([\da-f]{4})|\\+u\{0*([\da-f]{1,6})\}|\\+x([\da-f]{2})|%u([\da-f]{4}))/i

/**
 * A letter that came through a program which did not know it, at this place of a text: “Ã©” (UTF-8 read
 * as Latin-1), “=C3=A9” (of an e-mail), “\u00e9” (of JSON). Null where none stands.
 */
export function garbledAt(text: string, at: number): { sign: string; size: number } | null {
  const sign = text[at] ?? ''
  if (sign === '=') return printedAt(text, at)
  if (sign === '\\' || sign === '%') return codedAt(text, at)
  return BEGINS.test(sign) ? misreadAt(text, at) : null
}

function printedAt(text: string, at: number): { sign: string; size: number } | null {
  const [printed = ''] = PRINTED.exec(text.slice(at, at + 12)) ?? []
  if (printed === '') return null
  const bytes = printed
    .slice(1)
    .split('=')
    .map((hex) => Number.parseInt(hex, 16))
  const sign = firstOf(bytes)
  return sign && { sign: sign.sign, size: sign.bytes * 3 }
}

function codedAt(text: string, at: number): { sign: string; size: number } | null {
  const found = CODED.exec(text.slice(at, at + 16))
  if (!found) return null
  const code = Number.parseInt(found.slice(1).find(Boolean) ?? '', 16)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null
  return { sign: String.fromCodePoint(code), size: found[0].length }
}

function misreadAt(text: string, at: number): { sign: string; size: number } | null {
  const bytes = [...text.slice(at, at + 4)].map(byteOf)
  const found = firstOf(bytes)
  if (found) return { sign: found.sign, size: found.bytes }
  // The second half of í is a soft hyphen, which nobody sees, and is gone.
  const isMidword = text[at] === 'Ã' && /\p{Ll}/u.test(text[at - 1] ?? '')
  return isMidword ? { sign: 'í', size: 1 } : null
}

function byteOf(sign: string): number {
  const code = sign.charCodeAt(0)
  if (code < 256) return code
  const shown = SHOWN.indexOf(sign)
  return shown < 0 ? -1 : shown + 0x80
}

/** The character that bytes begin with in UTF-8, if it takes more than one of them. */
function firstOf(bytes: number[]): { sign: string; bytes: number } | null {
  const [first = 0] = bytes
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  const own = bytes.slice(0, size)
  if (own.length < size || own.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) return null
  const sign = new TextDecoder().decode(Uint8Array.from(own))
  return sign.includes('\ufffd') ? null : { sign, bytes: size }
}
