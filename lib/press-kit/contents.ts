import { entryText } from '../formats/entry-text'
import type { AppearanceDto } from '../record'
import type { LinkedPublisher } from '../shares/publisher'
import type { LinkedDemand, LinkedEntry } from '../shares/record'
import { footnotes, type Footnotes } from '../timeline/footnotes'
import type { CampaignHead } from '../record'

/** What a press kit holds, as a page and as a folder; `address` is where the press can read on, or null. */
export type PressKitContents = {
  campaign: CampaignHead
  publisher: LinkedPublisher | null
  demands: LinkedDemand[]
  entries: LinkedEntry[]
  /** How many entries there are, of which these are the first. */
  count: number
  address: string | null
  now: Date
}

const PARTS = { actor: 'Acting', target: 'Addressed', subject: 'Concerned' } as const

/** The organizations in entries by what they do there, those that are in most first. */
export function whoIsIn(entries: LinkedEntry[]): { label: string; names: string[] }[] {
  return Object.entries(PARTS).flatMap(([part, label]) => {
    const counts = new Map<string, number>()
    for (const { organizations } of entries)
      for (const one of organizations)
        if (one.part === part) counts.set(one.name, (counts.get(one.name) ?? 0) + 1)
    const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
    return names.length === 0 ? [] : [{ label, names }]
  })
}

/** Numbers the sources of a press kit. What entries are to each other is not told in it, nor who says so. */
export function kitNotes(entries: LinkedEntry[]): Footnotes {
  return footnotes(entries.map((entry) => ({ ...entry, links: [] })))
}

/** What a press kit tells of an entry, as paragraphs. */
export function entryTelling(entry: LinkedEntry): string[] {
  const { crowd } = entry
  return [...entryText(entry), presentWords(entry), crowd.words && `Crowd: ${crowd.words}`].filter(
    (one) => one !== '',
  )
}

// Who spoke is named beside what they said.
function presentWords({ appearances }: LinkedEntry): string {
  const silent = appearances.filter(({ quotes }) => quotes.length === 0)
  const words = silent.map((one) => speakerWords(one).join(', ')).filter((one) => one !== '')
  return words.length === 0 ? '' : `Present: ${words.join('; ')}`
}

type Said<Entry extends LinkedEntry> = {
  entry: Entry
  speaker: Entry['appearances'][number]
  quote: Entry['appearances'][number]['quotes'][number]
}

/** Every quotation, with who said it. */
export function whatWasSaid<Entry extends LinkedEntry>(entries: Entry[]): Said<Entry>[] {
  return entries.flatMap((entry) =>
    entry.appearances.flatMap((speaker) =>
      speaker.quotes.map((quote) => ({ entry, speaker, quote })),
    ),
  )
}

/** Who said something, as far as it may be told. */
export function speakerWords({ name, description, affiliation }: AppearanceDto): string[] {
  return [name, description, affiliation].filter((one) => one !== '')
}

/** The numbers of the notes that a quotation alone rests on. */
export function notesOfQuote(notes: Footnotes, { entry, quote }: Said<LinkedEntry>): number[] {
  const { citations, disputes } = quote
  return notes.of({
    ...entry,
    ...{ citations, disputes, appearances: [], claims: [], replies: [], links: [] },
  })
}
