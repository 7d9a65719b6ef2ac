import { dateInWords } from '../dates/words'
import { fieldLabel } from '../entries/merge'
import { kindOf } from '../kinds/index'
import type { EntryDto } from '../record'
import type { EntryInput } from '../schemas/entry'
import { saidOtherwise } from './joining'
import { notJoined } from './not-joined'
import type { Said } from './said'

/** What a row of a file and an entry say of one thing. */
export type ComparedField = {
  field: string
  label: string
  row: string
  entry: string
  differs: boolean
  /** Whether the entry does not get it when the row becomes a further source of it. */
  stays: boolean
}

const SHOWN = ['title', 'kind', 'date', 'place', 'crowd', 'organizations', 'citations'] as const

/**
 * What a row says, beside an entry that it may be the same as: what entries are known by, then what
 * else the row says otherwise. What neither says is left out.
 */
export function compared(
  { input: row, said }: { input: EntryInput; said: Said },
  entry: EntryDto,
): ComparedField[] {
  const left = notJoined({ input: row, said }, entry)
  const staying = new Set(left.map(({ field }) => field))
  const otherwise = new Set<string>(saidOtherwise(row, entry).map(({ field }) => field))
  const ofRow = textsOf({
    ...{ title: [row.title], kind: [kindOf(row.kind).label], place: [row.place] },
    ...{ date: [dateInWords(row.date.edtf, { time: row.date.time })], crowd: [row.crowd.words] },
    organizations: row.organizations.map(({ name }) => name),
    // The last one is the file itself.
    citations: row.citations.slice(0, -1).map(({ url, title }) => url || title),
  })
  const ofEntry = textsOf({
    ...{ title: [entry.title], kind: [kindOf(entry.kind).label], place: [entry.place] },
    ...{ date: [dateInWords(entry.edtf, { time: entry.time })], crowd: [entry.crowd.words] },
    organizations: entry.organizations.map(({ name }) => name),
    citations: entry.citations.map(({ source }) => source.url || source.title),
  })
  const first = SHOWN.flatMap((field): ComparedField[] => {
    const [mine, theirs] = [ofRow[field], ofEntry[field]]
    if (mine.length + theirs.length === 0) return []
    const known = new Set(theirs.map((text) => text.toLowerCase()))
    const differs =
      field === 'date' || field === 'place' || field === 'crowd'
        ? otherwise.has(field)
        : mine.some((text) => !known.has(text.toLowerCase()))
    return [
      {
        ...{ field, label: fieldLabel(field), row: mine.join('; '), entry: theirs.join('; ') },
        ...{ differs, stays: staying.has(field) },
      },
    ]
  })
  const shown = new Set<string>(SHOWN)
  const others = left
    .filter(({ field }) => !shown.has(field))
    .map(({ file, ...one }) => ({ ...one, row: file, differs: true, stays: true }))
  return [...first, ...others]
}

function textsOf(fields: Record<(typeof SHOWN)[number], string[]>) {
  const filled = (texts: string[]) => texts.filter((text) => text !== '')
  return Object.fromEntries(SHOWN.map((field) => [field, filled(fields[field])])) as typeof fields
}
