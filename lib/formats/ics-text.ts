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
  let text = ''
  let octets = 0
  let from = 0
  for (let at = 0; at < line.length;) {
    const point = line.codePointAt(at) ?? 0
    const size = octetsOf(point)
    if (octets + size > MOST_OCTETS) {
      text += `${line.slice(from, at)}\r\n `
      from = at
      octets = 1
    }
    octets += size
    at += point > 0xffff ? 2 : 1
  }
  return `${text}${line.slice(from)}\r\n`
}

/** How long a character is in UTF-8. */
function octetsOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
