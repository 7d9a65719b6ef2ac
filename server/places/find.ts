import 'server-only'
import zoneAt from '@photostructure/tz-lookup'
import type { OfferedPlace, Town } from '@/lib/places'
import { errorsBetween, SHORTEST_FORGIVEN } from '@/lib/search/typing-errors'
import { foldName } from './fold-name'
import { gazetteer, type Gazetteer, type ListedTown, type TownName } from './gazetteer'
import { NEAR_A_TOWN, readingsOf, type PlaceReading } from './readings'
import { countryName, regionName, type Region } from './regions'

const MOST_OFFERED = 8
const MOST_READ = 400
const LONG_ENOUGH = 6
// A section of a city has the city's name in no list that people would look for it in.
const SECTION = 'PPLX'

type Match = { town: ListedTown; reading: PlaceReading; score: number }

/**
 * Offers towns for a place as somebody types it: "Sea", "Amazon Spheres, Seattle", "Portland, Maine",
 * "1900 Main Street, Kokomo, IN 46901", "10117 Berlin", "München". Whole names come before begun
 * ones and big towns before small ones; one typing error is forgiven where nothing else is found.
 */
export async function findPlaces(typed: string): Promise<OfferedPlace[]> {
  const known = await gazetteer()
  const readings = readingsOf(typed, known)
  let matches = readings.flatMap((reading) => matching(reading, namesFor(known, reading)))
  // An error is forgiven where nothing else is found.
  if (matches.length === 0)
    matches = readings
      .filter(({ before, whole }) => before === '' && !whole)
      .flatMap((reading) => matching(withoutFar(reading), nearlyNamed(known, reading)))
  const best = new Map<number, Match>()
  for (const match of matches.sort((a, b) => b.score - a.score))
    if (!best.has(match.town.id)) best.set(match.town.id, match)
  const offered = [...best.values()].slice(0, MOST_OFFERED)
  return offered.map(({ town, reading }) => {
    const { id, name, latitude, longitude } = toTown(known, town)
    return {
      id: String(id),
      name: [placed(reading.before, name) + (reading.behind ?? ''), reading.postcode]
        .filter(Boolean)
        .join(' '),
      note: noteOf(known, town, offered),
      town: town.name,
      latitude,
      longitude,
      zone: zoneAt(latitude, longitude),
    }
  })
}

/** “Balto., MD” is no slip for a town in Moldova: letters that are a state's mean that state alone. */
function withoutFar(reading: PlaceReading): PlaceReading {
  const within = reading.within.map((place) => {
    const near = place.regions.filter(({ code, far }) => code !== null && !far)
    return place.word.length < 3 && near.length > 0 ? { ...place, regions: near } : place
  })
  return { ...reading, within }
}

/** "downtown" or a postcode goes before the town as it was typed, a street or a building with a comma. */
function placed(before: string, name: string): string {
  if (before === '') return name
  const last = before.slice(before.lastIndexOf(',') + 1).trim()
  const joins =
    /^[\d-]{4,}$/.test(last) || NEAR_A_TOWN.test(last) || /^(?:north|south|east|west)$/i.test(last)
  return `${before}${joins ? '' : ','} ${name}`
}

/** The town of this number in the gazetteer, or null. */
export async function townById(id: number): Promise<Town | null> {
  const known = await gazetteer()
  const town = known.byId(id)
  return town ? toTown(known, town) : null
}

/** The IANA time zone at coordinates. */
export function zoneOf(latitude: number, longitude: number): string {
  return zoneAt(latitude, longitude)
}

function matching(reading: PlaceReading, names: TownName[]): Match[] {
  const name = foldName(reading.name)
  // “Puyallup” is a name of Tacoma, and a town of its own.
  const shown = names.filter(({ folded, other }) => !other && folded === name)
  return names.flatMap(({ town, folded, other }) => {
    if (town.population < reading.least) return []
    if (other && shown.some((own) => isBeside(own.town, town))) return []
    if (reading.goesOn && !folded.startsWith(`${name} `)) return []
    let within = 0
    for (const place of reading.within) {
      const fits = liesIn(town, place)
      if (fits === 0) return []
      within += fits
    }
    const whole = folded === name
    const score =
      Math.log10(town.population + 10) +
      (whole ? (other ? 3.5 : 4) : other ? -4 : 0) +
      within -
      (reading.whole ? 1 : 0) -
      (reading.behind ? 1.5 : 0) -
      (town.featureCode === SECTION ? 3 : 0)
    return [{ town, reading, score }]
  })
}

/** Whether a town is in the same region as another, or a city of the same country. */
function isBeside(town: ListedTown, other: ListedTown): boolean {
  if (town.country !== other.country) return false
  // Lists have a hamlet of almost any name.
  return town.population >= (town.adminCode === other.adminCode ? SMALL : BIG)
}

/** How well a town lies in a place: 0 when it does not. */
function liesIn(town: ListedTown, { word, regions }: PlaceReading['within'][number]): number {
  const region = regionName(town.country, town.adminCode)
  const inRegion = ({ country, code }: Region) =>
    country === town.country && (code === null || code === town.adminCode)
  const named = regions.filter(inRegion)
  // “London, CA” is in California rather than in Canada where there is one.
  if (named.some(({ code, far }) => code !== null && !far)) return 8
  if (named.length > 0) return named.some(({ code }) => code === null) ? 6 : 3
  if (word.length < 3 || regions.length > 0) return 0
  const begun = [region, countryName(town.country)].some((one) => foldName(one).startsWith(word))
  return begun ? 5 : 0
}

function namesFor(known: Gazetteer, reading: PlaceReading): TownName[] {
  const name = foldName(reading.name)
  if (name.length < 2) return []
  const whole = [...known.named(name)]
  const sure = reading.whole || /\d/.test(reading.name)
  if (sure) return whole
  const found = [...known.begunBy(name)]
  if (found.length <= MOST_READ) return found
  const big = found.sort((a, b) => b.town.population - a.town.population)
  return [...whole, ...big.slice(0, MOST_READ)]
}

/**
 * Names with one typing error, or with any of their letters doubled; of a short name without a region only those of
 * big towns, since many words are one letter from a village.
 */
function nearlyNamed(known: Gazetteer, reading: PlaceReading): TownName[] {
  const name = foldName(reading.name)
  const { length } = name
  if (length < SHORTEST_FORGIVEN) return []
  const isSure = reading.within.length > 0 || length >= LONG_ENOUGH
  const single = withoutDoubles(name)
  const isNear = (folded: string) =>
    sharesAnEnd(name, folded) &&
    (errorsBetween(name, folded) === 1 || withoutDoubles(folded) === single)
  return [-2, -1, 0, 1, 2]
    .flatMap((more) => [...known.ofLength(length + more, isNear)])
    .filter(({ town }) => isSure || town.population >= BIG)
}

const withoutDoubles = (name: string) => name.replace(/(.)\1/g, '$1')

// One error leaves the first two letters or the last two as they are, and hardly anybody mistypes the first letter,
// other than by changing it with the second.
function sharesAnEnd(name: string, other: string): boolean {
  const begins = name[0] === other[0] || (name[0] === other[1] && name[1] === other[0])
  return begins && (name.slice(0, 2) === other.slice(0, 2) || name.slice(-2) === other.slice(-2))
}

function toTown(known: Gazetteer, town: ListedTown): Town {
  // Of all towns of one name the biggest needs no more than its name.
  const biggest = known.biggest(foldName(town.name))
  const more = regionName(town.country, town.adminCode) || countryName(town.country)
  return {
    id: town.id,
    name: biggest?.id === town.id ? town.name : `${town.name}, ${more}`,
    ...{ latitude: town.latitude, longitude: town.longitude },
  }
}

function noteOf(known: Gazetteer, town: ListedTown, offered: Match[]): string {
  const where = placeOf(town)
  const twins = offered.filter(
    (other) => other.town.name === town.name && placeOf(other.town) === where,
  )
  return [where, twins.length > 1 && near(known, town)].filter(Boolean).join(', ')
}

function placeOf({ country, adminCode }: ListedTown): string {
  return [regionName(country, adminCode), countryName(country)].filter(Boolean).join(', ')
}

const BIG = 100_000
const SMALL = 1000

function near(known: Gazetteer, town: ListedTown): string {
  const distance = ({ latitude, longitude }: ListedTown) =>
    Math.hypot(
      (longitude - town.longitude) * Math.cos((town.latitude * Math.PI) / 180),
      latitude - town.latitude,
    )
  let nearest: ListedTown | undefined
  for (const other of known.towns()) {
    if (other.population < BIG) break
    if (other.country !== town.country || other.id === town.id) continue
    if (!nearest || distance(other) < distance(nearest)) nearest = other
  }
  return nearest ? `near ${nearest.name}` : ''
}
