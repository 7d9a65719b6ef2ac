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
}

/** A word of a text and where it stands, in UTF-16 units; the end is behind the word. */
export type PlacedWord = { word: string; from: number; to: number }

/** The words of a text in order, as they are written. */
export function* wordsIn(text: string): Generator<PlacedWord> {
  for (const { 0: word, index } of text.matchAll(WORD))
    yield { word, from: index, to: index + word.length }
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
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþħı]/g, (letter) => LETTERS[letter] ?? letter)
}
