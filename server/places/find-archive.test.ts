import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorsBetween } from '@/lib/search/typing-errors'
import { findPlaces } from './find'
import { foldName } from './fold-name'
import { gazetteer, type ListedTown, type TownName } from './gazetteer'
import { regionsNamed } from './regions'

// A public archive that lies beside a checkout of some; the repository does not have it.
const STOPPAGES = '../shared/data/fmcs-work-stoppages/work_stoppages.csv'

/** "Kokomo, IN" of a town in that state whose name is so, or begins so, or has up to two errors in it. */
function isMeant(town: ListedTown, names: string[], typed: string): boolean {
  const city = flat(typed.slice(0, typed.lastIndexOf(',')))
  const there = regionsNamed(typed.slice(-2)).some(
    ({ country, code }) => country === town.country && (code === null || code === town.adminCode),
  )
  const named = (name: string) =>
    flat(name).startsWith(city) || errorsBetween(flat(name), city) <= 2
  return there && names.some(named)
}

const flat = (name: string) => foldName(name).replaceAll(' ', '')

describe.skipIf(!existsSync(STOPPAGES))('the towns of a public archive', () => {
  it('come first as they are meant', async () => {
    const towns = await gazetteer()
    const others = new Map<number, TownName[]>()
    for (const name of towns.begunBy(''))
      others.set(name.town.id, [...(others.get(name.town.id) ?? []), name])
    const strings = new Set(
      [...readFileSync(STOPPAGES, 'utf8').matchAll(/"([A-Za-z][^"\n]*, [A-Z]{2})"/g)].map(
        ([, text = '']) => text,
      ),
    )
    const count = { right: 0, wrong: 0, none: 0 }
    for (const text of strings) {
      const [place] = await findPlaces(text)
      const town = towns.byId(Number(place?.id))
      if (!town) count.none += 1
      else {
        const known = others.get(town.id)?.map(({ folded }) => folded) ?? []
        count[isMeant(town, known, text) ? 'right' : 'wrong'] += 1
      }
    }
    const { right, wrong, none } = count
    console.info(
      `Towns: ${strings.size} strings, ${right} right, ${wrong} wrong, ${none} without an offer`,
    )
    expect(strings.size).toBeGreaterThan(3000)
    expect(right / (right + wrong)).toBeGreaterThan(0.99)
    expect(right / strings.size).toBeGreaterThan(0.95)
  }, 120_000)
})
