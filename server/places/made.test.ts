import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findPlaces } from './find'
import { foldName } from './fold-name'
import { gazetteer } from './gazetteer'
import { countryName, regionName } from './regions'

const SEED = 20_260_213
const STRINGS = 1000
const LEAST = 5000

/** The letters of a state, a province or a country, as people write them behind a town. */
const LETTERS: Record<string, string> = Object.fromEntries(
  'Alabama AL,Arizona AZ,California CA,Colorado CO,Florida FL,Georgia GA,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Michigan MI,Minnesota MN,Missouri MO,New York NY,Ohio OH,Oregon OR,Pennsylvania PA,Texas TX,Virginia VA,Washington WA,Wisconsin WI,Ontario ON,Quebec QC,Alberta AB'
    .split(',')
    .map((line) => [line.slice(0, -3), line.slice(-2)]),
)

it('finds towns first as they were written, and never another one', async () => {
  const known = await gazetteer()
  const alike = new Map<string, number>()
  const within = (name: string, region: string) => `${name}|${region}`
  for (const { folded, town } of known.begunBy('')) {
    const key = within(folded, `${town.country}${town.adminCode}`)
    alike.set(key, (alike.get(key) ?? 0) + 1)
  }
  const told = [...known.towns()]
    .filter(({ country, population }) => population >= LEAST && /^(?:US|CA)$/.test(country))
    .map((town) => ({ town, region: regionName(town.country, town.adminCode) }))
    .filter(({ region }) => region in LETTERS)
    // A name that its region has twice means the larger one to nobody for certain.
    .filter(
      ({ town }) =>
        alike.get(within(foldName(town.name), `${town.country}${town.adminCode}`)) === 1,
    )
  const made = fc
    .tuple(
      fc.constantFrom(...told),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 10_000, max: 99_999 }),
    )
    .map(([{ town, region }, form, code]) => {
      const letters = LETTERS[region] ?? ''
      const written = [
        `${town.name}, ${letters}`,
        `${town.name} ${letters}`,
        `${town.name}, ${region}`,
        `${town.name.toUpperCase()}, ${letters}`,
        `${town.name}, ${letters}, ${countryName(town.country)}`,
        `12 Main Street, ${town.name}, ${letters}`,
        `${town.name}, ${letters} ${code}`,
        `${town.name.replace('Saint ', 'St. ').replace('Fort ', 'Ft. ').replace('Mount ', 'Mt. ')}, ${letters}`,
      ][form]
      return { text: written ?? '', id: String(town.id) }
    })
  const count = { understood: 0, refused: 0, wrong: 0 }
  const wrong: string[] = []
  for (const { text, id } of fc.sample(made, { numRuns: STRINGS, seed: SEED })) {
    const [first] = await findPlaces(text)
    if (!first) count.refused += 1
    else if (first.id === id) count.understood += 1
    else {
      count.wrong += 1
      wrong.push(`${text}: ${first.name} (${first.note})`)
    }
  }
  console.info(`Made places: ${STRINGS} strings, ${JSON.stringify(count)}`)
  expect(wrong).toEqual([])
  expect(count.understood).toBeGreaterThan(0.98 * STRINGS)
}, 120_000)
