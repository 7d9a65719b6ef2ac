import 'server-only'
import { foldWord, wordsIn } from '@/lib/search/fold'

// “N. Kansas City”, “So. El Monte”: before a name alone, since “St. W.” may be anything.
const POINTS = new Map(
  Object.entries({ n: 'north', no: 'north', s: 'south', so: 'south', e: 'east', w: 'west' }),
)
const WRITTEN = new Map(
  Object.entries({
    st: 'saint',
    ...{
      ste: 'sainte',
      ft: 'fort',
      mt: 'mount',
      pt: 'point',
      twp: 'township',
      hts: 'heights',
      jct: 'junction',
    },
    ...{ spgs: 'springs', vlg: 'village', sta: 'station', ctr: 'center', bch: 'beach' },
  }),
)

/**
 * A name as it is compared: small letters, no accents, one blank between its words; "St." and
 * "Saint" are one, and an article before it is left out.
 */
export function foldName(name: string): string {
  // Most of more than a hundred thousand names are one word.
  if (/^[A-Za-z]+$/.test(name)) return writtenOut(name.toLowerCase())
  const words = /^[A-Za-z ]+$/.test(name)
    ? name.toLowerCase().split(' ').filter(Boolean)
    : [...wordsIn(name)].map(({ word }) => foldWord(word))
  return words
    .map((word, at) => writtenOut((at === 0 && isBefore(words[1]) && POINTS.get(word)) || word))
    .join(' ')
    .replace(/^the (?=.)/, '')
}

// “N/A” and “S.F.” are no place in the north or the south.
const isBefore = (word = '') => word.length > 1

const writtenOut = (word: string) => WRITTEN.get(word) ?? word
