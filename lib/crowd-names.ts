import { isNumberWord } from './crowd-numbers'

const listed = (words: string) => words.trim().split(/\s+/)

/**
 * Words that are counted in names and in no crowd: features of land and buildings, and measures. "Three
 * Rivers residents" live in Three Rivers.
 */
const COUNTED_IN_NAMES = new Set(
  listed(`
  seasons rivers lakes oaks elms pines palms cedars maples willows roses hills mountains peaks buttes mesas springs creeks
  brooks forks falls islands isles bays harbors harbours coves rocks stones crosses crossings bridges arches towers
  spires gables gates walls pillars wells fields meadows valleys forks ways lanes winds seas stars suns moons
  angels lions bears wolves eagles hawks ravens crows foxes swans arrows feathers hearts crowns thrones bells nails inch
  mile acre wheel wheels gun spot star below gorges
  `),
)

/**
 * Towns of GeoNames whose names begin with a number and go on with another word than those above. They are
 * told by their capitals, and those that are numbers alone ("Eighty Four") are numbers.
 */
const TOWNS = listed(`
  Ash_Green Boer Corners Dock Dot Fort Legged_Cross Marks Points Shooter_Canyon Sleep States Tree_Hill Trees Way
`).map((name) => name.replaceAll('_', ' '))

/** A company whose name is a figure with a unit's letter: those who work for one. */
const LETTERED =
  /^3M (?:\p{L}+ )*(?:employees|workers|staff|staffers|retirees|engineers|scientists|contractors)\b/u

/**
 * Whether what looks like the number of a size begins a name: "Four Seasons workers", "Thousand Oaks residents".
 *
 * @param words as they were written
 */
export function numberBeginsName(words: string): boolean {
  if (LETTERED.test(words)) return true
  const tokens = words.split(/[\s-]+/)
  const first = tokens.findIndex((word) => isNumberWord(word.toLowerCase()))
  if (first < 0) return false
  const after = tokens.findIndex((word, at) => at > first && !isNumberWord(word.toLowerCase()))
  // A name alone may be a size all the same.
  if (after < 0 || after === tokens.length - 1) return false
  // Figures alone begin no such name: "12 lakes residents" is somebody's slip.
  if (/^\d/.test(tokens[after - 1] ?? '')) return false
  if (COUNTED_IN_NAMES.has(tokens[after]?.toLowerCase() ?? '')) return true
  const isCapital = /^\p{Lu}/u.test(tokens[after - 1] ?? '')
  const rest = tokens.slice(after).join(' ')
  return isCapital && TOWNS.some((name) => rest.startsWith(`${name} `))
}
