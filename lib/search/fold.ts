// The complement of the punctuation that search_fold, in the search migration, makes blanks of.
const WORD =
  /[\u0300-\u1fff0-9A-Za-z\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u2070-\u218f\u2c00-\u2fff\u3005-\u3007\u3021-\ufe0e\ufe10-\ufeff\uff10-\uff19\uff21-\uffff\u{10000}-\u{10ffff}]+/gu

// Letters that are no letter with a mark in Unicode, as PostgreSQL's unaccent writes them.
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  // Forms of alef, ta marbuta, yeh and kaf that are written one for another.
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
}

// Accents, and the marks of vowels in Arabic and Hebrew, which most people do not write.
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u3099\u309a\u0640]/g

/** A word of a text and where it stands, in UTF-16 units; the end is behind the word. */
export type PlacedWord = { word: string; from: number; to: number }

// Chinese, Japanese, Thai, Lao, Khmer and Burmese write no blanks between words.
const UNSPACED =
  '\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u309a\\u309d-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu')
const LETTER = /.[\u3099\u309a]*/gsu

/**
 * The words of a text in order, as they are written. Where a script writes no blanks between words,
 * each two letters that stand side by side are one, as in the index.
 */
export function* wordsIn(text: string): Generator<PlacedWord> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (HAS_UNSPACED.test(word)) yield* pairsIn(word, index)
    else yield { word, from: index, to: index + word.length }
  }
}

function* pairsIn(word: string, start: number): Generator<PlacedWord> {
  for (const { 0: run, index } of word.matchAll(RUN)) {
    const from = start + index
    const letters = HAS_UNSPACED.test(run) ? [...run.matchAll(LETTER)] : []
    if (letters.length < 2) yield { word: run, from, to: from + run.length }
    for (let at = 1; at < letters.length; at += 1) {
      const [first, second] = [letters[at - 1], letters[at]]
      if (!first || !second) continue
      const pair = first[0] + second[0]
      yield { word: pair, from: from + first.index, to: from + first.index + pair.length }
    }
  }
}

/**
 * A word in small letters without accents, as the index has it.
 *
 * It serves to mark what was found. What is found is decided by the database's own folding; where
 * the two differ in a rare letter, a mark is missing and no result.
 */
export function foldWord(word: string): string {
  // Most words need no more, and a captured text has a hundred thousand of them.
  if (/^[0-9A-Za-z]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþħıٱةىیک]/g, (letter) => LETTERS[letter] ?? letter)
}
