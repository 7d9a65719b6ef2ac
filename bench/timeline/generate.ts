import { entryKinds, type EntryKind } from '@/lib/kinds/names'
import type { BenchEntry } from './row'

const TOWNS: [string, number, number][] = [
  ['Seattle', 47.61, -122.33],
  ['Oakland', 37.8, -122.27],
  ['Los Angeles', 34.05, -118.24],
  ['Denver', 39.74, -104.99],
  ['Chicago', 41.88, -87.63],
  ['Detroit', 42.33, -83.05],
  ['New York', 40.71, -74.01],
  ['Washington', 38.91, -77.04],
  ['Atlanta', 33.75, -84.39],
  ['Houston', 29.76, -95.37],
  ['Toronto', 43.65, -79.38],
  ['London', 51.51, -0.13],
  ['Berlin', 52.52, 13.4],
  ['Bengaluru', 12.97, 77.59],
  ['São Paulo', -23.55, -46.63],
]
const SITES = [
  'City Hall',
  'the warehouse',
  'the head office',
  'the federal building',
  'the campus',
]
const COMPANIES = [
  'Northgate',
  'Halcyon',
  'Meridian',
  'Blue Anvil',
  'Corvid',
  'Lantern',
  'Palisade',
]
const GROUPS = ['Harbor Workers', 'Tenants Together', 'Riders Union', 'Night Shift', 'Open Ledger']
const PEOPLE = ['A. Rivera', 'B. Okafor', 'C. Lindqvist', 'D. Haddad', 'E. Nakamura', 'F. Osei']
const TAGS = ['contracts', 'wages', 'safety', 'privacy', 'housing', 'climate']
const TOPICS = [
  'shifts without notice',
  'the contract with the agency',
  'heat in the building',
  'cameras on the floor',
  'the vote on the union',
  'rents in the quarter',
]

const FIRST_DAY = Date.parse('2016-01-01T00:00:00Z')
const DAYS = 3_653
const DAY_MS = 86_400_000

/**
 * Makes entries over ten years, always the same ones for the same number: three in a hundred with
 * a doubtful date, one day of 300 where there are enough, a sixth of them with a person, a quarter
 * with a demand, nine in ten with a source.
 */
export function generateEntries(count: number): BenchEntry[] {
  const random = numbers(count)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const kinds: readonly EntryKind[] = entryKinds
  return Array.from({ length: count }, (_, index) => {
    const crowded = count >= 1_000 && index < 300
    // Squared, so that the later years are fuller than the first ones.
    const offset = crowded ? 2_000 : Math.floor(Math.sqrt(random()) * DAYS)
    const day = new Date(FIRST_DAY + offset * DAY_MS).toISOString().slice(0, 10)
    const kind = pick(kinds)
    const [town, latitude, longitude] = pick(TOWNS)
    const company = pick(COMPANIES)
    const group = pick(GROUPS)
    const topic = pick(TOPICS)
    const doubt = random()
    return {
      kind,
      edtf:
        doubt < 0.01
          ? day.slice(0, 4)
          : doubt < 0.02
            ? day.slice(0, 7)
            : doubt < 0.03
              ? `${day}~`
              : day,
      title: `${group} and ${company}: ${topic} (${index + 1})`,
      summary: `${group} spoke about ${topic} at ${company}. People who were there say that it began on time and ended without trouble.`,
      ...(random() < 0.3 && {
        time: `${String(8 + Math.floor(random() * 12)).padStart(2, '0')}:30`,
      }),
      place: `${pick(SITES)}, ${town}`,
      latitude: latitude + (random() - 0.5) / 10,
      longitude: longitude + (random() - 0.5) / 10,
      ...(random() < 0.4 && { crowd: Math.floor(20 + random() * 2_000) }),
      tags: [pick(TAGS)],
      actors: [group],
      targets: [company],
      speakers: random() < 0.17 ? [pick(PEOPLE)] : [],
      demands: random() < 0.25 ? [1 + Math.floor(random() * 6)] : [],
      sources:
        random() < 0.9
          ? [{ title: `Report ${index % 997}`, url: `https://example.org/report/${index % 997}` }]
          : [],
    }
  })
}

/** Numbers from 0 up to 1 that are the same on every machine (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
