import type { Passage, Span } from './types'

const ABBREVIATIONS = new Set(
  (
    'ald mr mrs ms mx dr jr sr st sen rep gov gen col lt sgt prof rev hon inc corp co ltd bros vs etc no nos dept est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd ' +
    'sra srta núm ee uu hr fr bzw ca str nr u.s u.k u.n d.c a.m p.m e.g i.e z.b d.h'
  ).split(' '),
)

/** Also where a caption or a paragraph was glued to the sentence before: "the agency.San Francisco". */
const END = /[.!?…]+["”’»“')\]]*(?=\s|$)|(?<=\p{Ll}{3})\.(?=\p{Lu}\p{Ll}+[ \n])/gu

/** The paragraphs of a text: its lines that are not empty. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    const lead = match[0].length - match[0].trimStart().length
    const words = match[0].trim()
    if (words !== '')
      spans.push({ start: match.index + lead, end: match.index + lead + words.length })
  }
  return spans
}

/** The sentences of one paragraph. A point after an abbreviation or an initial ends none. */
export function sentencesOf(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end)
  const spans: Span[] = []
  let begin = 0
  for (const match of words.matchAll(END)) {
    const end = match.index + match[0].length
    const rest = words.slice(end).trimStart()
    if (rest !== '' && !endsSentence(words.slice(begin, match.index), match[0], rest)) continue
    push(begin, end)
    begin = end
  }
  push(begin, words.length)
  return spans

  function push(from: number, to: number) {
    const part = words.slice(from, to)
    const lead = part.length - part.trimStart().length
    if (part.trim() !== '')
      spans.push({
        start: paragraph.start + from + lead,
        end: paragraph.start + from + part.trimEnd().length,
      })
  }
}

function endsSentence(before: string, mark: string, rest: string): boolean {
  if (!/^["“„«‘'([]?[\p{Lu}\p{N}¿¡]/u.test(rest)) return false
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  // The number of an item of a list.
  if (/^\s*\d{1,2}$/u.test(before)) return false
  const word = /[\p{L}\p{N}.]+$/u.exec(before.slice(-80))?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return mark.length > 1
  // A date of German: "am 13. Februar".
  if (/^\d{1,2}$/.test(word) && /^\p{Lu}\p{Ll}+/u.test(rest) && mark === '.')
    return !/^(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/.test(rest)
  return !ABBREVIATIONS.has(word.toLowerCase())
}

/** The passage of a span, with its exact words. */
export function passageOf(text: string, { start, end }: Span): Passage {
  return { start, end, exact: text.slice(start, end) }
}

const POINT = '\u2024'

/** A sentence of the same length whose inner points ("Acme Corp.", "2.50", "U.S.") are no longer the marks of an end. */
export function withoutInnerPoints(words: string): string {
  return words.replace(
    /(?<=(?<![\p{L}])(?:Corp|Inc|Co|Ltd|St|Ste|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Pres|Prof|Gen|Rev|Jr|Sr|U\.S|U\.K|No|\p{Lu}))\.(?=\s\S)|(?<=\d)\.(?=\d)|(?<=\p{L})\.(?=\p{L})/gu,
    POINT,
  )
}

/** The words as they were before `withoutInnerPoints`. */
export function withInnerPoints(words: string): string {
  return words.replaceAll(POINT, '.')
}
