/** A place in the write-ahead log, as PostgreSQL writes it: `0/3000148`. */
export function lsnOf(text: string): bigint {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

/** The same in words that PostgreSQL takes. */
export function lsnInWords(lsn: bigint): string {
  return `${(lsn >> 32n).toString(16)}/${(lsn & 0xff_ff_ff_ffn).toString(16)}`.toUpperCase()
}

/** Of the files that the log consists of, which one holds a place. */
export function segmentOf(lsn: bigint, segmentBytes: number): bigint {
  return lsn / BigInt(segmentBytes)
}

/** How many bytes of its file stand before a place. */
export function offsetOf(lsn: bigint, segmentBytes: number): number {
  return Number(lsn % BigInt(segmentBytes))
}

/** What PostgreSQL calls a file of its log. */
export function segmentName(timeline: number, segment: bigint, segmentBytes: number): string {
  const inOne = 0x1_00_00_00_00n / BigInt(segmentBytes)
  return [BigInt(timeline), segment / inOne, segment % inOne]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('')
}
