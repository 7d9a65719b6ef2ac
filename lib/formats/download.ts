import type { SharedRecord } from '../shares/record'

/** Where a record is read: the address of the page, and of one entry's page where there is one. */
export type Origin = { page: string; file: string; entry: (id: string) => string }

/** A file that was written: its text, its media type, and what of the record it cannot carry. */
export type Download = { text: string; type: string; loss: string[] }

/** A writer of one format. */
export type Writer = (record: SharedRecord, origin: Origin) => Download

/** The parts of a record whose absence from a format a reader should know of, each by its words. */
const PARTS = {
  demands: ['demands and their standings', ({ demands }) => demands.length > 0],
  claims: ['what each source says', any(({ claims }) => claims.length > 0)],
  passages: ['passages of sources', any(({ citations }) => citations.some(({ exact }) => exact))],
  sources: ['sources', any(({ citations }) => citations.length > 0)],
  quotes: ['quotes', any(({ appearances }) => appearances.some(({ quotes }) => quotes.length > 0))],
  people: ['people', any(({ appearances }) => appearances.length > 0)],
  organizations: ['organizations', any(({ organizations }) => organizations.length > 0)],
  inquiries: ['inquiries', any(({ inquiries }) => inquiries.length > 0)],
  details: ['further details', any(({ details }) => Object.keys(details).length > 0)],
  crowd: ['crowd sizes', any(({ crowd }) => crowd.words !== '')],
  uncertainty: [
    'how exactly a date is known, except in words',
    any(({ edtf }) => !/^\d{4}-\d\d-\d\d$/.test(edtf)),
  ],
  relations: ['how an entry touches a demand', any(({ demands }) => demands.length > 0)],
} satisfies Record<string, [string, (record: SharedRecord) => boolean]>
export type Part = keyof typeof PARTS

/** What of this record a format loses that cannot carry these parts; parts that it has none of are not named. */
export function lossOf(record: SharedRecord, ...missing: Part[]): string[] {
  const lost = missing.map((part) => PARTS[part]).filter(([, has]) => has(record))
  return [
    ...lost.map(([words]) => words),
    ...(record.cut ? [`all entries after the first ${record.entries.length}`] : []),
  ]
}

function any(test: (entry: SharedRecord['entries'][number]) => boolean) {
  return ({ entries }: SharedRecord) => entries.some(test)
}
