/** Pieces of bytes in one stream, each after its length in four bytes. */
export function writeFrames(frames: readonly Uint8Array[]) {
  return Buffer.concat(
    frames.flatMap((frame) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(frame.length)
      return [length, frame]
    }),
  )
}

/** @throws RangeError when the bytes end within a piece. */
export function readFrames(bytes: Buffer): Buffer[] {
  const frames = []
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const end = at + 4 + length
    if (end > bytes.length) throw new RangeError('The bytes end too early.')
    frames.push(bytes.subarray(at + 4, end))
    at = end
  }
  return frames
}
