import type { IncomingMessage } from 'node:http'

/** Nothing that our pages send holds lists in lists so deep; some thousands end the stack of their reader. */
const deepest = 100

const [quote, backslash, bracket, brace, endBracket, endBrace] = [...'"\\[{]}'].map((letter) =>
  letter.charCodeAt(0),
)

/** Counts how deep JSON is nested, piece by piece. */
class Nesting {
  private depth = 0
  private inText = false
  private isEscaped = false

  /** @returns whether it is too deep by now */
  read(bytes: Buffer): boolean {
    for (const byte of bytes) {
      if (this.inText) {
        if (this.isEscaped) this.isEscaped = false
        else if (byte === backslash) this.isEscaped = true
        else if (byte === quote) this.inText = false
      } else if (byte === quote) this.inText = true
      else if (byte === bracket || byte === brace) {
        this.depth += 1
        if (this.depth > deepest) return true
      } else if (byte === endBracket || byte === endBrace) this.depth -= 1
    }
    return false
  }
}

/** The parts of a form that are read as JSON: the arguments of an action. All others are what people type. */
const argument = /^(\$ACTION_\d+:)?\d+$/
const longestHead = 16_384

/** Finds the arguments of an action in a form as it is sent, piece by piece. */
class FormNesting {
  private pending: Buffer = Buffer.from('\r\n')
  private inHead = false
  private nesting: Nesting | null = null
  private readonly delimiter: string

  constructor(boundary: string) {
    this.delimiter = `\r\n--${boundary}`
  }

  read(bytes: Buffer): boolean {
    this.pending = Buffer.concat([this.pending, bytes])
    for (;;) {
      const mark = this.inHead ? '\r\n\r\n' : this.delimiter
      const end = this.pending.indexOf(mark, 0, 'latin1')
      // What may be the beginning of the mark is kept for the next piece.
      const known = end < 0 ? Math.max(0, this.pending.length - mark.length) : end
      const piece = this.pending.subarray(0, known)
      if (!this.inHead && this.nesting?.read(piece)) return true
      if (end < 0) {
        if (!this.inHead || known > longestHead) this.pending = this.pending.subarray(known)
        return false
      }
      if (this.inHead) {
        const name = /[;\s]name="?([^";\r\n]*)/i.exec(piece.toString('latin1'))?.[1] ?? ''
        this.nesting = argument.test(name) ? new Nesting() : null
      }
      this.pending = this.pending.subarray(end + mark.length)
      this.inHead = !this.inHead
    }
  }
}

/**
 * Calls back as soon as a body turns out to hold JSON that is nested too deep; what comes then is kept
 * from whoever reads it.
 */
export function watchNesting(request: IncomingMessage, onNested: () => void): void {
  const type = String(request.headers['content-type'] ?? '')
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1]
  const reader = boundary
    ? new FormNesting(boundary)
    : /^(text\/plain|application\/json)/i.test(type)
      ? new Nesting()
      : null
  if (!reader) return
  const push = request.push.bind(request)
  let isNested = false
  request.push = (chunk: unknown, encoding) => {
    if (isNested) return false
    if (Buffer.isBuffer(chunk) && reader.read(chunk)) {
      isNested = true
      onNested()
      return false
    }
    return push(chunk, encoding)
  }
}
