import 'server-only'

/** Whether the bytes of a picture of ours, WebP or JPEG, go from its beginning to its end. */
export function isWholePicture(bytes: Buffer): boolean {
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF') {
    // The header says how many bytes follow it; an odd number has one more.
    const says = bytes.length >= 12 ? bytes.readUInt32LE(4) + 8 : Infinity
    return bytes.subarray(8, 12).toString('latin1') === 'WEBP' && says <= bytes.length
  }
  const isJpeg = bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8
  return isJpeg && bytes.readUInt16BE(bytes.length - 2) === 0xffd9
}
