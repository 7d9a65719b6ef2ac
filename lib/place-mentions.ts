import { joined, normalText, tokensOf, type Token } from './people/letters'

/** Where a text holds words of a place. */
type Mention = { start: number; end: number }

const LEAST = 4

/**
 * Finds where a text holds the own words of a place: the place or a part of it between commas, or a
 * word of it that is not common. What readers see of the place is none of its own words.
 *
 * @param names the place, and other names of it such as its town's
 * @param seen what readers see of it, such as its town
 * @param isCommon whether a word, as letters, is too common to tell a place by itself
 */
export function placeMentions(
  text: string,
  { names, seen }: { names: string[]; seen: string },
  isCommon: (letters: string) => boolean,
): Mention[] {
  const shown = new Set(tokensOf(normalText(seen)).map(({ letters }) => letters))
  const phrases = names
    .flatMap((name) => [name, ...name.split(/[,;()]/)])
    .map((part) => tokensOf(normalText(part)).filter(({ letters }) => !shown.has(letters)))
    .filter((part) => [...joined(part)].length >= LEAST || part.some(isUnspaced))
    .sort((a, b) => b.length - a.length)
  const own = new Set(
    phrases
      .flat()
      .map(({ letters }) => letters)
      .filter((letters) => [...letters].length >= LEAST && !isCommon(letters)),
  )
  const tokens = tokensOf(normalText(text))
  const mentions: Mention[] = []
  for (let at = 0; at < tokens.length;) {
    const length =
      phraseAt(tokens, at, phrases, isCommon) || Number(own.has(tokens[at]?.letters ?? ''))
    const [first, last] = [tokens[at], tokens[at + length - 1]]
    if (first && last && length > 0)
      mentions.push({ start: first.start, end: last.ends.at(-1) ?? first.start })
    at += Math.max(1, length)
  }
  return mentions
}

/** How many words from here on are one of the phrases; none where a common word is written small. */
function phraseAt(
  tokens: Token[],
  at: number,
  phrases: Token[][],
  isCommon: (letters: string) => boolean,
): number {
  const found = phrases.find((phrase) =>
    phrase.every(({ letters }, index) => tokens[at + index]?.letters === letters),
  )
  const [first] = found ?? []
  if (!found || !first) return 0
  const said = tokens[at]
  const alone = found.length === 1 && isCommon(first.letters)
  return alone && !said?.capital && said?.sort === 'spaced' ? 0 : found.length
}

function isUnspaced({ sort }: Token): boolean {
  return sort === 'unspaced'
}

/** How many texts tell a hidden place, as editors are told. */
export function mentionsInWords(count: number): string {
  return count === 1
    ? '1 text may tell a place that links hide'
    : `${count.toLocaleString('en')} texts may tell places that links hide`
}
