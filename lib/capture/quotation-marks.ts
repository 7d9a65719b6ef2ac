import type { Span } from './types'

/** One run of quoted words in one paragraph: the marks and, inside them, the words. */
export type Quotation = {
  outer: Span
  inner: Span
  /** No closing mark: the speech goes on below. */ open: boolean
}

const PAIRS: [string, string][] = [
  ['“', '”'],
  ['«', '»'],
  ['»', '«'],
  ['„', '“”'],
  ['"', '"'],
]

/** The quoted runs of a paragraph. Single marks count only where a text uses no double ones (British style). */
export function quotationsOf(text: string, paragraph: Span, single: boolean): Quotation[] {
  const found: Quotation[] = []
  let at = paragraph.start
  while (at < paragraph.end) {
    const opening = openingAt(text, at, paragraph, single)
    if (!opening) {
      at += 1
      continue
    }
    const close = closingAfter(text, at + 1, paragraph, opening)
    const end = close === null ? paragraph.end : close + 1
    found.push({
      outer: { start: at, end },
      inner: { start: at + 1, end: close ?? paragraph.end },
      open: close === null,
    })
    at = end
  }
  // An opening mark without an end that is not the last thing of its paragraph is a slip of the pen.
  return found
}

/** Whether a text quotes with single marks: it has some, and no double ones. */
export function usesSingleMarks(text: string): boolean {
  return (
    !/[“”«»„"]/u.test(text) &&
    /(?:^|\s)[‘'][\p{L}](?:[^\n‘’']|(?<=\p{L})[’'](?=\p{L}))*[,.?!]?[’'](?=[\s,.]|$)/mu.test(text)
  )
}

function openingAt(text: string, at: number, paragraph: Span, single: boolean): string | null {
  const sign = text.charAt(at)
  const before = at === paragraph.start ? ' ' : text.charAt(at - 1)
  const after = at + 1 < paragraph.end ? text.charAt(at + 1) : ' '
  const free = /[\s([—–:,-]/u.test(before)
  if (sign === '‘' || sign === "'") {
    if (!single || !free || /\s/u.test(after)) return null
    return sign === '‘' ? '’' : "'"
  }
  if (sign === '"') return /\s/u.test(after) && !free ? null : '"'
  if (sign === '»') return free && !/\s/u.test(after) ? '«' : null
  if (sign === '«') return '»'
  for (const [open, close] of PAIRS) if (open === sign) return close
  // A closing curly mark used as an opening one, as some text tools write.
  return sign === '”' && free && !/\s/u.test(after) ? '”' : null
}

function closingAfter(text: string, from: number, paragraph: Span, closers: string): number | null {
  for (let at = from; at < paragraph.end; at++) {
    // Opened with a straight mark and closed with a curly one, by a text that mixes them.
    const isMixed =
      closers === '"' && text.charAt(at) === '”' && !text.slice(from, at).includes('“')
    if (!closers.includes(text.charAt(at)) && !isMixed) continue
    const after = at + 1 < paragraph.end ? text.charAt(at + 1) : ' '
    // An apostrophe is no end: a letter follows it.
    if (/[’']/u.test(text.charAt(at)) && /[\p{L}\p{N}]/u.test(after)) continue
    // Plural possessives ("workers’ rights") are told from ends by what comes before them.
    if (
      /[’']/u.test(text.charAt(at)) &&
      after === ' ' &&
      !/[.,!?…]/u.test(text.charAt(at - 1)) &&
      laterEnd(text, at + 1, paragraph, closers)
    )
      continue
    return at
  }
  return null
}

function laterEnd(text: string, from: number, paragraph: Span, closers: string): boolean {
  const rest = text.slice(from, paragraph.end)
  return [...closers].some((closer) => new RegExp(`^[^‘']*[.,!?]${closer}`, 'u').test(rest))
}
