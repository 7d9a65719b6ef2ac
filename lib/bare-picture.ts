const WEBP_PARTS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])

/**
 * Whether a WebP or JPEG file holds a picture alone, as ours do: nothing that says where, when or by
 * what it was taken, no comment, no profile of colours, no second or small picture, and nothing behind it.
 */
export function isBarePicture(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes[0] === 0xff ? isBareJpeg(bytes, view) : isBareWebp(bytes, view)
}

function isBareWebp(bytes: Uint8Array, view: DataView): boolean {
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 20 || name(0) !== 'RIFF' || name(8) !== 'WEBP') return false
  if (view.getUint32(4, true) + 8 !== bytes.length) return false
  let at = 12
  while (at + 8 <= bytes.length) {
    if (!WEBP_PARTS.has(name(at))) return false
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size % 2)
  }
  return at === bytes.length
}

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const HEAD = 0xe0
/** How long JFIF's head is that holds no small picture. */
const HEAD_BYTES = 16
// Tables, frames, restarts.
const JPEG_SEGMENTS = new Set([HEAD, 0xdb, 0xdd, SCAN, ...range(0xc0, 0xcf)])

function isBareJpeg(bytes: Uint8Array, view: DataView): boolean {
  if (bytes[1] !== START) return false
  let at = 2
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return false
    if (marker === END) return at + 2 === bytes.length
    if (!JPEG_SEGMENTS.has(marker) || at + 4 > bytes.length) return false
    const size = view.getUint16(at + 2)
    if (marker === HEAD && size !== HEAD_BYTES) return false
    at += 2 + size
    if (marker === SCAN) at = endOfScan(bytes, at)
  }
  return false
}

/** Where the next segment begins after the picture's own bytes: 0xff is doubled there, or a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
