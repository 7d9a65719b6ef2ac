/** A moment in UTC as a calendar writes it (RFC 5545, 3.3.5). */
export function moment(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** An ISO day as a calendar writes it (RFC 5545, 3.3.4). */
export function compactDay(day: string): string {
  return day.replaceAll('-', '')
}

/** A text in which nothing can end its property (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '')
}

const MOST_OCTETS = 75

/** A line of at most 75 octets at a time, with no character cut in two (RFC 5545, 3.1). */
export function folded(line: string): string {
  const encoder = new TextEncoder()
  let text = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > MOST_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return `${text}\r\n`
}
