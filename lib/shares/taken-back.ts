import { forPlainFields, plainField, type PlainFieldName } from '../entries/fields/plain'
import type { EditionContent } from './edition'

/** How much of an edition was taken back since it was frozen, without saying what. */
export type TakenBack = {
  /** Entries that are gone. */
  entries: number
  /** People at entries who are gone, or shown as less than they were. */
  people: number
  /** Entries whose place, or whose hour there, is gone or less exact. */
  places: number
  /** Other texts in which a name was withheld, or that are gone. */
  texts: number
  /** Entries of which other parts are gone, such as pictures, tags or links. */
  parts: number
}

/** Counts what an edition lacks of what was frozen. */
export function takenBack(
  frozen: Pick<EditionContent, 'entries' | 'demands' | 'campaign'>,
  left: Pick<EditionContent, 'entries' | 'demands' | 'campaign'>,
): TakenBack {
  const byId = new Map(left.entries.map((entry) => [entry.id, entry]))
  const counts: TakenBack = { entries: 0, people: 0, places: 0, texts: 0, parts: 0 }
  for (const was of frozen.entries) {
    const is = byId.get(was.id)
    if (!is) {
      counts.entries += 1
      continue
    }
    const names = new Map(is.appearances.map(({ id, name }) => [id, name]))
    counts.people += was.appearances.filter(({ id, name }) => names.get(id) !== name).length
    if (!same(placesOf(was), placesOf(is))) counts.places += 1
    if (!same(textsOf(was), textsOf(is))) counts.texts += 1
    if (!same(partsOf(was), partsOf(is))) counts.parts += 1
  }
  if (!same([frozen.demands, frozen.campaign], [left.demands, left.campaign])) counts.texts += 1
  return counts
}

type Entry = EditionContent['entries'][number]

const goesWithPlace = (name: PlainFieldName) =>
  plainField(name).exactPlace ?? plainField(name).type === 'time'

function placesOf(entry: Entry) {
  const { place, coordinates, time, timeZone } = entry
  const plain = forPlainFields((name) => (goesWithPlace(name) ? entry[name] : ''))
  return { place, coordinates, time, timeZone, plain }
}

function textsOf(entry: Entry) {
  const { title, accordingTo, claims, citations, disputes, replies, details } = entry
  const plain = forPlainFields((name) => (goesWithPlace(name) ? '' : entry[name]))
  return { title, accordingTo, claims, citations, disputes, replies, details, plain }
}

/** What is left of an entry beside the above. */
function partsOf(entry: Entry) {
  const { crowd, alsoKind, organizations, demands, inquiries, photos, links, tags } = entry
  return { crowd, alsoKind, organizations, demands, inquiries, photos, links, tags }
}

/** "1 entry and 2 names of people" */
export function takenBackInWords({ entries, people, places, texts, parts }: TakenBack): string {
  const all = [
    counted(entries, 'entry', 'entries'),
    counted(people, 'person as shown at an entry', 'people as shown at entries'),
    counted(places, 'place', 'places'),
    counted(texts, 'text in part', 'texts in part'),
    parts > 0 ? `other parts of ${counted(parts, 'entry', 'entries')}` : '',
  ].filter((part) => part !== '')
  if (all.length === 0) return 'a detail'
  const last = all.pop() ?? ''
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`
}

function counted(count: number, one: string, more: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en')} ${count === 1 ? one : more}`
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
