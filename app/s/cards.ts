import type { CardTerms } from '@/components/share/share-shell'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { disputeInWords } from '@/lib/entries/answers'
import { disagreementLines } from '@/lib/entries/disagreement'
import { accountLine } from '@/lib/formats/entry-text'
import type { SharedEntry } from '@/lib/shares/record'
import { stateInWords } from '@/lib/shares/state'
import { env } from '@/server/env'
import { notFound } from '@/server/errors'
import { drawingStyle, pngOf } from '@/server/plots/files'
import type { ShareReader } from '@/server/auth/viewer'
import { readSharedMark } from '@/server/shares/reading/mark'
import type { SharedPage } from '@/server/shares/reading/read'
import type { OpenTerms } from '@/server/shares/reading/terms'
import type { Found } from './answer'
import { cardSvg } from './pages'

const FILE = 'card.png'
const ABOVE = 'Campaign record'

/** What a page says of itself where it is linked; null where its link does not allow that. */
export function cardOf(
  { terms, isForAll }: { terms: OpenTerms; isForAll: boolean },
  path: string,
  description: string,
): CardTerms | null {
  if (!terms.cards || !isForAll) return null
  const url = new URL(path, env().url).href
  return { url, description, image: `${url}/${FILE}` }
}

/** The one entry that a link shows by itself; null where it shows more, or that one is not published. */
export function soleEntry({ terms, page }: Pick<SharedPage, 'terms' | 'page'>): SharedEntry | null {
  return terms.scope === 'entry' ? (page.entries[0] ?? null) : null
}

/** What a link's page says in a sentence: how its record stands, or when its one entry was and what it tells. */
export function pageInWords(shared: SharedPage): string {
  const { campaign, demands, count, requests } = shared
  const entry = soleEntry(shared)
  if (entry) return entryInWords(entry)
  return stateInWords(demands, { asOf: todayIn(campaign.timeZone), entries: count, requests })
}

/** When an entry was, and what it says of itself. */
export function entryInWords(
  entry: Pick<SharedEntry, 'edtf' | 'summary' | 'sentence' | 'accordingTo' | 'disputes' | 'claims'>,
): string {
  const differ = disagreementLines(entry.claims)
  return [
    `${dateInWords(entry.edtf)}.`,
    ...entry.disputes.map(disputeInWords),
    accountLine(entry),
    entry.summary || entry.sentence,
    ...differ,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What a link's page is called: its campaign, or the one entry or demand that it is about. */
export function headingOf(shared: SharedPage) {
  return soleEntry(shared)?.title ?? shared.subject?.wording ?? shared.campaign.title
}

/** The picture of a link's page. @throws AppError `not_found` where its link does not allow one. */
export async function pageCard(reader: ShareReader, shared: SharedPage): Promise<Found> {
  const { campaign, terms, drawing, subject } = shared
  const entry = soleEntry(shared)
  if (entry) return entryCard(reader, { campaign, terms, entry })
  const about = [terms.publisher?.name, subject && campaign.title].filter(Boolean)
  return picture(reader, terms, {
    above: about.join(' · ') || ABOVE,
    title: headingOf(shared),
    telling: pageInWords(shared) || campaign.summary,
    drawing,
  })
}

/** The picture of an entry. @throws AppError `not_found` where its link does not allow one. */
export async function entryCard(
  reader: ShareReader,
  { campaign, terms, entry }: Pick<SharedPage, 'campaign' | 'terms'> & { entry: SharedEntry },
): Promise<Found> {
  const above = [terms.publisher?.name, campaign.title].filter(Boolean).join(' · ')
  return picture(reader, terms, {
    ...{ above, title: entry.title, lane: entry.lane },
    telling: entryInWords(entry),
  })
}

async function picture(
  reader: ShareReader,
  { cards, publisher }: OpenTerms,
  card: Omit<Parameters<typeof cardSvg>[0], 'style' | 'mark'>,
): Promise<Found> {
  if (!cards) throw notFound('file')
  const mark = publisher?.mark && {
    ...publisher.mark,
    href: `data:image/png;base64,${(await readSharedMark(reader, publisher.mark.id)).toString('base64')}`,
  }
  const svg = await cardSvg({ ...card, mark, style: await drawingStyle('drawing.css') })
  return { text: await pngOf(svg, 1), headers: { 'content-type': 'image/png' } }
}
