/** Whether a text begins in a script that is written from right to left. */
export function readsFromRight(text: string): boolean {
  const [first = ''] = /\p{L}/u.exec(text) ?? []
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    first,
  )
}

/**
 * A text in at most so many lines, broken between words where there are any: for drawings, where
 * nothing breaks lines by itself. What does not fit ends in an ellipsis.
 *
 * @param wide about how many letters fit on a line; signs as wide as two count as two.
 */
export function lettersInLines(text: string, wide: number, most: number): string[] {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => pieces(word, wide))
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && width(last) + 1 + width(word) <= wide) {
      lines[lines.length - 1] = `${last} ${word}`
    } else if (lines.length < most) {
      lines.push(word)
    } else {
      lines[most - 1] = shortened(lines[most - 1] ?? '', wide)
      return lines
    }
  }
  return lines.filter((line) => line !== '')
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const of = (text: string) => [...letters.segment(text)].map(({ segment }) => segment)

function width(text: string): number {
  return of(text).reduce((sum, letter) => sum + widthOf(letter), 0)
}

function widthOf(letter: string): number {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(
    letter,
  )
    ? 2
    : 1
}

// A word that is longer than a line is cut into as many as it needs.
function pieces(word: string, wide: number): string[] {
  const parts: string[] = ['']
  let used = 0
  for (const letter of of(word)) {
    if (used + widthOf(letter) > wide) {
      parts.push('')
      used = 0
    }
    parts[parts.length - 1] += letter
    used += widthOf(letter)
  }
  return parts
}

function shortened(line: string, wide: number): string {
  const all = of(line)
  // The last word goes whole, unless it is the only one.
  if (width(line) + 1 > wide && line.includes(' '))
    return `${line.slice(0, line.lastIndexOf(' '))}…`
  while (width(all.join('')) + 1 > wide) all.pop()
  return `${all.join('')}…`
}
