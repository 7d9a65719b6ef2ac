import { UnreadableFile } from './table'

/** The encodings that a person can choose from, by the name that a browser knows. */
export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows, Western European',
  macintosh: 'Mac Roman',
  'iso-8859-2': 'Latin-2, Central European',
  'windows-1251': 'Windows, Cyrillic',
  shift_jis: 'Shift JIS, Japanese',
  gb18030: 'GB 18030, Chinese',
} as const
export type Encoding = keyof typeof encodings
export const encodingNames = Object.keys(encodings) as [Encoding, ...Encoding[]]

/** A text with the encoding in which it was read; `sure` where the bytes leave no other. */
export type Decoded = { text: string; encoding: Encoding; sure: boolean }

/**
 * Reads bytes as text: by its byte order mark, as UTF-8 where they are that throughout, and else as
 * the more likely of Windows-1252 and Mac Roman, which is then to be confirmed.
 *
 * @param chosen the encoding that a person named.
 * @throws UnreadableFile for what is no text, or is not written in the encoding that was named.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  const encoding = chosen ?? marked(bytes)
  if (encoding) return { text: strictly(bytes, encoding), encoding, sure: true }
  if (looksBinary(bytes))
    throw new UnreadableFile(
      'This file is neither text nor a workbook. Save it as CSV (“CSV UTF-8” in a spreadsheet), then choose that file.',
    )
  try {
    return { text: strictly(bytes, 'utf-8'), encoding: 'utf-8', sure: true }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { ...likelier(bytes), sure: false }
  }
}

function marked(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return bytes.length > 3 && bytes.length % 2 === 0 ? unmarkedUtf16(bytes.subarray(0, 2_000)) : null
}

// Of a text in Latin letters without a mark every second byte is zero.
function unmarkedUtf16(start: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = start.length / 2
  if (odd > most * 0.7 && even < most * 0.1) return 'utf-16le'
  return even > most * 0.7 && odd < most * 0.1 ? 'utf-16be' : null
}

function strictly(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return decoded(bytes, encoding, true)
  } catch {
    throw new UnreadableFile(`This file is not written in ${encodings[encoding]}. Choose another.`)
  }
}

// What Windows-1252 has from 0x80 to 0x9f, where Node's decoder gives control characters.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decoded(bytes: Uint8Array, encoding: Encoding, fatal = false): string {
  const text = new TextDecoder(encoding, { fatal }).decode(bytes)
  if (encoding !== 'windows-1252') return text
  return text.replaceAll(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign)
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0)
}

// Letters beside letters, and marks where marks stand, in one of the two; signs amid words in the other.
const LIKELY =
  /(?<=\p{L})[\u00c0-\u00f6\u00f8-\u00ff]|[‘“](?=\p{L})|(?<=[\p{L}.,!?])[’”]|(?<=[\s\d])–(?=[\s\d])|…/gu
const UNLIKELY =
  /(?<=\p{Ll})[\u0080-\u00bf†‡•™ƒ∆◊√∞≤≥∑∏π∫Ω](?=\p{L})|(?<=\p{Ll})[\u00c0-\u00de]|[\u0080-\u009f]/gu

function likelier(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [best] = (['windows-1252', 'macintosh'] as const)
    .map((encoding) => ({ encoding, text: decoded(bytes, encoding) }))
    .map((one) => ({ ...one, score: scoreOf(one.text) }))
    .sort((a, b) => b.score - a.score)
  return { text: best?.text ?? '', encoding: best?.encoding ?? 'windows-1252' }
}

function scoreOf(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(LIKELY) - 2 * count(UNLIKELY)
}
