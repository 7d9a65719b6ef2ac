import 'server-only'
import { foldName } from './fold-name'
import type { Gazetteer } from './gazetteer'
import { regionsNamed, type Region } from './regions'

/**
 * One way to read what was typed: the words of a town, what stands before them, and the places that
 * it must lie in. Each of `within` is one place, by all regions and countries that the words may mean.
 */
export type PlaceReading = {
  name: string
  before: string
  within: { word: string; regions: Region[] }[]
  postcode: string
  /** What stands behind the town and names no region that is known: ", Westlake Park", " (BHM1)". */
  behind?: string
  /** Whether the name must be a whole one, and how large a town must be to be meant. */
  whole: boolean
  least: number
  /** Whether it is a region's name and a town's only where that goes on: “Kansas” of Kansas City. */
  goesOn?: boolean
}

// A postcode behind a region or a town, or before a town.
const POSTCODE =
  /^(?:[a-z]{1,2}-)?\d{4,6}(?:[- ]\d{3,4})?$|^[a-z]\d[a-z] ?\d[a-z]\d$|^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$|^\d{3}[- ]\d{2,4}$/i
const COUNTY = /\b(?:county|co|parish|borough|district|province|state|prefecture|oblast|kreis)\b/
const AREA = / (?:metro(?:politan)? )?(?:area|region)$|,? (?:&|and) (?:vic\.?|vicinity|area)$/i
const TOWNSHIP = /^(.+) (?:township|twp\.?|borough|boro)$/i
const LONGEST_REGION = 4
/** A town that is named among other words is meant only if it is one that people know. */
const KNOWN_TOWN = 50_000
const BIG_TOWN = 100_000

const NOWHERE =
  /^(?:tba|tbd|tbc|n ?\/ ?a|none|unknown|various|online|virtual|remote|zoom|(?:the )?(?:new england|mid-?west|deep south|pacific northwest|(?:west|east|gulf) coast)|(?:(?:outside|near|at|in front of) )?(?:the )?white house)$/i
const IN_BRACKETS = /^(.+?)( [([][^()[\]]+[)\]])$/

type Part = { text: string; postcode: string; isCut: boolean }

/** All ways to read a place, the likeliest first. */
export function readingsOf(typed: string, known: Gazetteer): PlaceReading[] {
  if (NOWHERE.test(typed.trim())) return []
  const readings = readingsIn(typed, known)
  const [, bare = '', brackets = ''] = IN_BRACKETS.exec(typed.trim()) ?? []
  if (bare === '') return readings
  const without = readingsIn(bare, known).filter(({ goesOn }) => !goesOn)
  return [...readings, ...without.map((one) => ({ ...one, whole: true, behind: brackets }))]
}

function readingsIn(typed: string, known: Gazetteer): PlaceReading[] {
  const parts = typed
    .slice(0, 300)
    .replace(/\/(?=\p{Lu}{2}$)/u, ', ')
    .split(/[,;\n、،，]| [-–—] /)
    .map((text) => partOf(text.trim().replace(/\s+/g, ' ').replace(LETTERS, withoutPoints)))
    .filter(({ text }) => text !== '')
  const postcode = parts.findLast((part) => part.postcode !== '')?.postcode ?? ''
  return parts.flatMap((part, index) => {
    const after = parts.slice(index + 1).map(({ text }) => text)
    const before = parts.slice(0, index).map(({ text }) => text)
    const beside = { before: index > 0, after: after.length > 0 }
    const named = after.filter((text) => !isCounty(text))
    // “Seattle, Westlake Park”: what stands behind a big town may be a part of it.
    const parted: Inner[] =
      !beside.before && named.length > 0 && named.every((text) => isNoRegion(text))
        ? [{ name: part.text, before: '', within: [], whole: true, least: BIG_TOWN }]
        : []
    const parting = parted.map((one) => ({ ...one, postcode, behind: `, ${after.join(', ')}` }))
    if (after.some((text) => !mayBeRegion(text))) return parting
    const within = named.map(regionOf)
    const found = readingsOfPart(part.text, beside, known).map((reading) => ({
      ...reading,
      // The “Bay Area” is none of a village called Bay.
      ...(part.isCut && { whole: true, least: after.length > 0 ? 0 : BIG_TOWN }),
      before: [...before, reading.before].filter(Boolean).join(', '),
      within: [...reading.within, ...within],
      postcode,
    }))
    return [...found, ...parting]
  })
}

// Letters may be those of a state of some country.
const isNoRegion = (text: string) =>
  regionsNamed(text).length === 0 && !/^\p{Lu}{1,3}$|\./u.test(text)

// “L.A.”, “N.Y.C.”
const LETTERS = /(?<!\p{L})(?:\p{L}\.){2,}\p{L}?$/u
const withoutPoints = (letters: string) => letters.replaceAll('.', '')

function partOf(text: string): Part {
  const bare = text.replace(AREA, '')
  return { ...withoutPostcode(bare), isCut: bare !== text }
}

type Inner = Omit<PlaceReading, 'postcode'>

function readingsOfPart(
  text: string,
  beside: { before: boolean; after: boolean },
  known: Gazetteer,
): Inner[] {
  const readings: Inner[] = []
  const region = regionsNamed(text)
  const cityToo = isCityToo(text, region, known)
  const far = isFar(region)
  if (region.length === 0 || !beside.before || cityToo || (far && beside.after)) {
    // The name of a region alone is no town of another country.
    const alone = !beside.before && !beside.after && !cityToo && region.some(({ whole }) => whole)
    readings.push({
      // Letters behind another part are a state of some country, and no beginning of a town's name.
      ...{ name: text, before: '', whole: beside.before && /^\p{Lu}{2,3}$/u.test(text), least: 0 },
      goesOn: alone,
      within: alone ? [{ word: '', regions: region.map(countryOf) }] : [],
    })
  }
  // “Perrysburg Township, OH” is Perrysburg where no township is listed.
  const township = TOWNSHIP.exec(text)?.[1]
  if (township) readings.push({ name: township, before: '', within: [], whole: true, least: 0 })
  for (const [, name = '', behind = ''] of [OF_A_TOWN.exec(text), OUTWARD.exec(text)].filter(
    (match) => match !== null,
  ))
    readings.push({ name, before: '', within: [], whole: true, least: BIG_TOWN, behind })
  const [, one = '', rest = '', other = ''] = TWO_TOWNS.exec(text) ?? []
  if (one !== '' && isKnown(other, known))
    readings.push({ name: one, before: '', within: [], whole: true, least: BIG_TOWN, behind: rest })
  const words = text.split(' ')
  for (let length = 1; length <= LONGEST_REGION && length < words.length; length += 1) {
    const last = words.slice(-length).join(' ')
    const regions = regionsNamed(last)
    const short = /^[\p{Ll}]{1,2}$/u.test(last)
    if (regions.length === 0 || short) continue
    const name = words.slice(0, -length).join(' ')
    readings.push({ name, before: '', within: [{ word: last, regions }], whole: true, least: 0 })
    for (const inner of endsOf(name)) readings.push({ ...inner, within: [{ word: last, regions }] })
  }
  for (const inner of endsOf(text)) {
    const regions = regionsNamed(inner.name)
    const isTown = regions.length === 0 || isFar(regions) || isCityToo(inner.name, regions, known)
    // With a region behind it, “rally in Selma” needs no size; “downtown LA” is no state.
    if (isTown) readings.push(beside.after && isIn(inner.before) ? { ...inner, least: 0 } : inner)
    else if (isShortName(inner, known)) readings.push({ ...inner, least: BIG_TOWN })
  }
  return readings
}

// “Chicago's South Side”; the first half of a British postcode.
const OF_A_TOWN = /^(\p{L}[\p{L} .-]*)(['’]s \p{L}.*)$/u
const OUTWARD = /^(\p{L}[\p{L} -]*)( [A-Z]{1,2}\d[A-Z\d]?)$/u

// “Raleigh-Durham”, “Seattle/Tacoma”: the first of two big towns.
const TWO_TOWNS = /^(\p{Lu}[\p{L} .']+)([-–/](\p{Lu}[\p{L} .']+))$/u

/** Whether a name is that of a region abroad alone, which a town elsewhere may share: Norfolk, Durango. */
function isFar(regions: Region[]): boolean {
  return regions.length > 0 && regions.every(({ far, code }) => far && code !== null)
}

// “downtown Caracas”, “10117 Berlin”, “Unter den Linden 1 Berlin”; “South Boston” is another town
// than Boston, and so is whatever a word or two before the name make of it.
export const NEAR_A_TOWN =
  /^(?:downtown|uptown|midtown|central|greater|metro|metropolitan|near|outside|inside|in|at|around|inner|outer)$/i

const isIn = (before: string) => /(?:^| )(?:in|at|near|outside|inside|around)$/i.test(before)

/** “downtown LA”, “in SF”: letters that a big town is known by. */
function isShortName({ name, before }: Inner, known: Gazetteer): boolean {
  const follows = NEAR_A_TOWN.test(before) || isIn(before)
  return follows && /^\p{Lu}{2,3}$/u.test(name) && isKnown(name, known)
}

function isKnown(name: string, known: Gazetteer): boolean {
  return [...known.named(foldName(name))].some(({ town }) => town.population >= BIG_TOWN)
}

function endsOf(text: string): Inner[] {
  const words = text.split(' ')
  return words.slice(1).flatMap((_, index) => {
    const name = words.slice(index + 1).join(' ')
    const before = words.slice(0, index + 1)
    const apart =
      /\d/.test(before.join('')) ||
      before.every((word) => NEAR_A_TOWN.test(word)) ||
      index > 1 ||
      isIn(before.join(' '))
    const isOf = /^of$/i.test(before.at(-1) ?? '') && index > 0 && regionsNamed(name).length === 0
    if (isOf) return [{ name, before: before.join(' '), within: [], whole: true, least: BIG_TOWN }]
    const isLong = foldName(name).length > 2 || /^\p{Lu}{2}$/u.test(name)
    // “410 Terry Ave. N Seattle”: the point of the compass is the street's.
    const ofAStreet =
      STREET.test(before.at(-2) ?? '') && /^[nesw]{1,2}\.?$/i.test(before.at(-1) ?? '')
    if (!apart || (OF_A_NAME.test(before.at(-1) ?? '') && !ofAStreet) || !isLong) return []
    return [{ name, before: before.join(' '), within: [], whole: true, least: KNOWN_TOWN }]
  })
}
const STREET =
  /^(?:ave|avenue|st|street|blvd|boulevard|rd|road|dr|drive|way|ln|lane|pl|place|ct|pkwy)\.?$/i
const OF_A_NAME =
  /^(?:[nesw]|no|so|n\.|s\.|e\.|w\.|so\.|no\.|north|south|east|west|northern|southern|eastern|western|new|old|upper|lower|port|fort|mount|saint|st\.?|san|santa|los|las|la|le|el|de|del|of|and|&)$/i

/** New York, Washington, Singapore: a region that shares its name with a big town of its own country. */
function isCityToo(text: string, regions: Region[], known: Gazetteer): boolean {
  if (!regions.some(({ whole, far }) => whole || far)) return false
  return [...known.named(foldName(text))].some(
    ({ town }) =>
      town.population >= BIG_TOWN && regions.some(({ country }) => country === town.country),
  )
}

function countryOf({ country, whole, far }: Region): Region {
  return { country, code: null, whole, far }
}

function regionOf(word: string): { word: string; regions: Region[] } {
  return { word: foldName(word), regions: regionsNamed(word) }
}

// A county tells nothing that the list of towns knows; “CO” is Colorado.
function isCounty(text: string): boolean {
  return regionsNamed(text).length === 0 && COUNTY.test(text.toLowerCase())
}

function mayBeRegion(text: string): boolean {
  return !/\d/.test(text)
}

function withoutPostcode(text: string): Omit<Part, 'isCut'> {
  if (POSTCODE.test(text)) return { text: '', postcode: text }
  const words = text.split(' ')
  for (const length of [2, 1]) {
    const last = words.slice(-length).join(' ')
    if (
      words.length > length &&
      POSTCODE.test(last) &&
      (!/\d/.test(words.slice(0, -length).join(' ')) ||
        regionsNamed(words.at(-length - 1) ?? '').some(({ code }) => code !== null))
    )
      return { text: words.slice(0, -length).join(' '), postcode: last }
  }
  return { text, postcode: '' }
}
