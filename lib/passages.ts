/** A passage as a citation keeps it (W3C Web Annotation, TextQuoteSelector). */
export type Passage = { exact: string; prefix: string; suffix: string }

/** A stretch of a text, and the ids of the passages that cover it. */
export type Stretch = { text: string; ids: string[] }

const CONTEXT = 32

/**
 * Finds a passage in a captured text and gives up to 32 UTF-16 units before and after it, the
 * TextQuoteSelector's prefix and suffix. Typographic quotes and spaces count as plain ones, since
 * the two texts may have been copied by different ways.
 *
 * @param near what stands around it, where somebody has marked one of several places
 * @returns null when the passage is empty or does not stand in the text.
 */
export function passageIn(
  text: string,
  exact: string,
  near: Omit<Passage, 'exact'> = { prefix: '', suffix: '' },
): Omit<Passage, 'exact'> | null {
  const place = locate(text, { exact, ...near })
  return place && around(text, place.start, place.end)
}

/** A stretch of a text as a passage, without the blanks at its ends; null when it is nothing else. */
export function passageAt(text: string, start: number, end: number): Passage | null {
  const marked = text.slice(start, end)
  const exact = marked.trim()
  if (exact === '') return null
  const from = start + marked.indexOf(exact)
  return { exact, ...around(text, from, from + exact.length) }
}

function around(text: string, start: number, end: number): Omit<Passage, 'exact'> {
  return {
    prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
    suffix: whole(text.slice(end, end + CONTEXT)),
  }
}

/**
 * Where a passage stands in a text, in UTF-16 units; of several places the one whose surroundings
 * agree most with prefix and suffix, the first of equals. Words that are quoted end in a point of
 * their own where the text goes on, “together.” for “together,” she said: then it is left out.
 */
export function locate(text: string, passage: Passage): { start: number; end: number } | null {
  const plain = fold(text)
  const wanted = fold(passage.exact)
  return place(plain, wanted, passage) ?? place(plain, wanted.replace(/[.,;]$/, ''), passage)
}

function place(
  plain: string,
  wanted: string,
  passage: Passage,
): { start: number; end: number } | null {
  if (wanted.trim() === '') return null
  const prefix = fold(passage.prefix)
  const suffix = fold(passage.suffix)
  let best: { start: number; agreement: number } | null = null
  for (let start = plain.indexOf(wanted); start >= 0; start = plain.indexOf(wanted, start + 1)) {
    const agreement =
      commonEnd(plain.slice(0, start), prefix) +
      commonStart(plain.slice(start + wanted.length), suffix)
    if (!best || agreement > best.agreement) best = { start, agreement }
  }
  return best && { start: best.start, end: best.start + wanted.length }
}

/** Cuts a text at the edges of its cited passages, so that a page can mark them; they may overlap. */
export function highlight(text: string, passages: (Passage & { id: string })[]): Stretch[] {
  const places = passages.flatMap(({ id, ...passage }) => {
    const place = locate(text, passage)
    return place ? [{ id, ...place }] : []
  })
  const edges = new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length
    const covering = places.filter(({ start, end }) => start <= from && to <= end)
    return { text: text.slice(from, to), ids: covering.map(({ id }) => id) }
  })
}

// Every replacement has the length of what it replaces, so that places in both texts agree.
function fold(text: string): string {
  return text
    .replaceAll(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replaceAll(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replaceAll(/[\u2010\u2011\u2012\u2013\u2014]/g, '-')
    .replaceAll(/\s/g, ' ')
}

function commonEnd(text: string, prefix: string): number {
  let length = 0
  while (length < prefix.length && text.at(-1 - length) === prefix.at(-1 - length)) length += 1
  return length
}

function commonStart(text: string, suffix: string): number {
  let length = 0
  while (length < suffix.length && text[length] === suffix[length]) length += 1
  return length
}

// Half of a surrogate pair cannot be stored.
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '')
}
