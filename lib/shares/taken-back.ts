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
}

/** Counts what an edition lacks of what was frozen. */
export function takenBack(
  frozen: Pick<EditionContent, 'entries' | 'demands' | 'campaign'>,
  left: Pick<EditionContent, 'entries' | 'demands' | 'campaign'>,
): TakenBack {
  const byId = new Map(left.entries.map((entry) => [entry.id, entry]))
  const counts: TakenBack = { entries: 0, people: 0, places: 0, texts: 0 }
  for (const was of frozen.entries) {
    const is = byId.get(was.id)
    if (!is) {
      counts.entries += 1
      continue
    }
    const names = new Map(is.appearances.map(({ id, name }) => [id, name]))
    counts.people += was.appearances.filter(({ id, name }) => names.get(id) !== name).length
    const { place, coordinates, time, timeZone } = was
    if (
      !same([place, coordinates, time, timeZone], [is.place, is.coordinates, is.time, is.timeZone])
    )
      counts.places += 1
    const rest = ({
      title,
      summary,
      participants,
      accordingTo,
      claims,
      citations,
      disputes,
      replies,
      details,
    }: typeof was) => [
      ...[title, summary, participants, accordingTo, claims, citations, disputes, replies, details],
    ]
    if (!same(rest(was), rest(is))) counts.texts += 1
  }
  if (!same([frozen.demands, frozen.campaign], [left.demands, left.campaign])) counts.texts += 1
  return counts
}

/** "1 entry and 2 names of people" */
export function takenBackInWords({ entries, people, places, texts }: TakenBack): string {
  const parts = [
    counted(entries, 'entry', 'entries'),
    counted(people, 'person as shown at an entry', 'people as shown at entries'),
    counted(places, 'place', 'places'),
    counted(texts, 'text in part', 'texts in part'),
  ].filter((part) => part !== '')
  if (parts.length === 0) return 'a detail'
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

function counted(count: number, one: string, more: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en')} ${count === 1 ? one : more}`
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
