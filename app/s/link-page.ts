import { fileLeavesOut, filesFor } from '@/lib/formats/files'
import type { Lens } from '@/lib/schemas/words'
import { readFilter } from '@/lib/timeline/filters'
import { env } from '@/server/env'
import type { Reading } from '@/server/shares/links/queries'
import { plotsOf } from '@/server/shares/reading/plots'
import type { readEntryPage, SharedPage } from '@/server/shares/reading/read'
import { cardOf, entryInWords, pageInWords, soleEntry } from './cards'
import { oembedOf } from './oembed'
import { entryPage, sharedPage } from './pages'

/** A link to one entry shows nothing around it. */
const ALONE = { before: null, after: null, thread: { entries: [], earlier: 0, later: 0 } }

/** Where a page is read: what is the same for every page of a link. */
export type Place = {
  lens: Lens
  /** The path that its own links lead to. */
  address: string
  /** The link's path, as the page tells it: the same, but in a preview. */
  path: string
  /** Whether everybody who has the address can read it. */
  isForAll: boolean
}

/** The page of a link, or of the one entry that it is about, as the text of a document. */
export async function linkPage(
  shared: SharedPage,
  reading: Required<Reading>,
  { lens, address, path, isForAll }: Place,
): Promise<string> {
  const { campaign, terms, demands, subject, requests, drawing, onNow, page, count, find } = shared
  const { scope, edition, indexed, publisher } = terms
  const head = {
    ...{ campaign, publisher, indexed, address, closed: !isForAll },
    url: isForAll ? new URL(path, env().url).href : null,
    card: cardOf({ terms, isForAll }, path, pageInWords(shared)),
    oembed: oembedOf({ terms, isForAll }, path),
  }
  const files = filesFor({ lens, scope }).map(({ name, file }) => ({
    ...{ name, label: file.label, without: fileLeavesOut(file) },
  }))
  // Calendar programs open this scheme; a reader of the page need not know how to subscribe.
  const webcal = new URL(`${path}/calendar.ics`, env().url).href.replace(/^https?:/, 'webcal:')
  const calendar = isForAll ? webcal : null
  const entry = soleEntry(shared)
  if (entry) {
    return entryPage({
      ...head,
      entry,
      around: ALONE,
      alone: { demands, files, calendar, edition, updatedAt: shared.updatedAt },
    })
  }
  return sharedPage({
    ...{ ...head, demands, subject, requests, drawing, onNow, page, count, find },
    ...{ scope, edition, files, calendar, updatedAt: shared.updatedAt },
    order: reading.order,
    first: reading.after === null,
    whole: reading.whole,
    ...{ filter: shared.filter, filterNames: shared.filterNames },
    plots: plotsOf(terms).length > 0,
    map: shared.map,
  })
}

/** The page of one entry of a link that shows several, as the text of a document. */
export async function pageOfEntry(
  { campaign, terms, entry, around }: Awaited<ReturnType<typeof readEntryPage>>,
  id: string,
  { address, path, isForAll }: Place,
): Promise<string> {
  const own = `${path}/e/${id}`
  return entryPage({
    ...{ campaign, entry, around, indexed: terms.indexed, publisher: terms.publisher },
    ...{ address, closed: !isForAll },
    card: cardOf({ terms, isForAll }, own, entryInWords(entry)),
    oembed: oembedOf({ terms, isForAll }, own),
    // An address that a cookie opens is of no use to others.
    url: isForAll ? new URL(own, env().url).href : null,
  })
}

/** What is not understood is left out: a parameter turns pages and narrows them, and does nothing else. */
export function readingOf(parameters: URLSearchParams): Required<Reading> {
  const after = parameters.get('after')
  return {
    order: parameters.get('order') === 'oldest' ? 'oldest' : 'newest',
    after: after && isCursor(after) ? after : null,
    whole: parameters.get('entries') === 'all',
    filter: readFilter(parameters),
  }
}

function isCursor(text: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T\d{4})?_[0-9a-f]{32}$/.exec(text) ?? []
  return day !== undefined && !Number.isNaN(Date.parse(day))
}
