/** A piece of a record file: a value that stands beside its lists, or one record of a list. */
export type RecordPiece =
  { name: string; value: unknown; list: false } | { name: string; value: unknown; list: true }

/** As long as the text of one record may be. */
const LONGEST = 20_000_000

/**
 * Reads a record file piece by piece as its text arrives, so that a long one never stands in memory:
 * one object whose lists are given record by record.
 *
 * @throws SyntaxError for what is no such file.
 */
export class RecordReader {
  private depth = 0
  private quoted = false
  private escaped = false
  private ended = false
  private name = ''
  private list: string | null = null
  private text = ''

  read(chunk: string): RecordPiece[] {
    const found: RecordPiece[] = []
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk.charAt(at)
      if (this.quoted) {
        if (this.escaped) this.escaped = false
        else if (sign === '\\') this.escaped = true
        else if (sign === '"') this.quoted = false
        continue
      }
      if (sign === '"') this.quoted = true
      else if ('{}[],:'.includes(sign)) {
        const before = this.text + chunk.slice(from, at)
        const piece = this.step(sign, before)
        if (piece === 'goes on') continue
        this.text = ''
        from = at + 1
        if (piece) found.push(piece)
      }
    }
    this.text += chunk.slice(from)
    if (this.text.length > LONGEST) throw new SyntaxError('One record of this file is too long.')
    if (this.ended && this.text.trim() !== '') throw broken()
    return found
  }

  /** @throws SyntaxError where the file ends too early. */
  end(): void {
    if (!this.ended) throw new SyntaxError('This file is cut off: its end is missing.')
  }

  // Null where a piece begins or a list ends; what is within a record goes on.
  private step(sign: string, before: string): RecordPiece | null | 'goes on' {
    switch (sign) {
      case '{':
      case '[':
        this.depth += 1
        if (this.depth === 1) {
          if (sign !== '{' || this.ended || before.trim() !== '') throw broken()
          return null
        }
        if (this.depth > 2 || this.list !== null) return 'goes on'
        if (sign !== '[' || this.name === '') throw broken()
        this.list = this.name
        return null
      case '}':
      case ']':
        this.depth -= 1
        if (this.depth === 1 && this.list !== null) {
          if (sign !== ']') throw broken()
          const last = this.record(before)
          this.list = null
          this.name = ''
          return last
        }
        if (this.depth > 0) return 'goes on'
        if (sign !== '}' || this.depth < 0) throw broken()
        this.ended = true
        return this.single(before)
      case ',':
        if (this.depth === 2) return this.record(before)
        return this.depth === 1 ? this.single(before) : 'goes on'
      default:
        if (this.depth !== 1) return 'goes on'
        this.name = String(JSON.parse(before))
        return null
    }
  }

  private record(text: string): RecordPiece | null {
    if (this.list === null) throw broken()
    return text.trim() === '' ? null : { name: this.list, value: JSON.parse(text), list: true }
  }

  private single(text: string): RecordPiece | null {
    const { name } = this
    this.name = ''
    if (text.trim() === '') return null
    if (name === '') throw broken()
    return { name, value: JSON.parse(text), list: false }
  }
}

function broken(): SyntaxError {
  return new SyntaxError('This is not a record file: it is not one JSON object with lists.')
}
