import 'server-only'
import { LRUCache } from 'lru-cache'
import { plainField, plainFieldNames } from '@/lib/entries/fields/plain'
import { eachText } from '@/lib/people/shown'
import { readEdition } from '@/lib/shares/edition'
import type { LinkedEntry } from '@/lib/shares/record'
import { previewReader } from '../../auth/share-preview'
import type { ShareReader, Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { liveLinksOf } from '../links/live'
import type { PublishedText } from './published-texts'
import { openRecordId } from './record-ids'

/** Of all editions together, in UTF-16 units. */
const MOST_UNITS = 16_000_000

/** A text of an edition, and whether it tells a place, which an edition takes back by itself. */
type TextIn = Omit<PublishedText, 'edition'> & { tellsPlace: boolean }

// What was frozen never changes: it is read and parsed once.
const textsRead = new LRUCache<string, TextIn[]>({
  maxSize: MOST_UNITS,
  sizeCalculation: (texts) => texts.reduce((sum, { text }) => sum + text.length + 100, 1),
})

/** A text of an edition of a link that can be opened still. */
type FrozenText = PublishedText & { edition: NonNullable<PublishedText['edition']> }

/**
 * Every text that editions of a campaign's live links hold in other words than the record has now,
 * of entries that are among the live ones.
 *
 * @param live the texts of the record as it is
 */
export async function frozenTexts(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  live: readonly PublishedText[],
  { withPlaces }: { withPlaces: boolean },
): Promise<FrozenText[]> {
  const { workspaceId } = viewer
  const editions = await tx.shareEdition.findMany({
    where: { workspaceId, shareLink: liveLinksOf(campaignId, new Date()) },
    select: {
      ...{ id: true, number: true },
      shareLink: { select: { id: true, label: true, lens: true } },
    },
    orderBy: { frozenAt: 'desc' },
  })
  const known = new Set(live.map(({ text }) => text.normalize('NFC')))
  const titles = new Map(live.flatMap(({ id, title }) => (id ? [[id, title]] : [])))
  const found: FrozenText[] = []
  for (const { id, number, shareLink } of editions) {
    const reader = previewReader(viewer, {
      ...{ campaignId, shareLinkId: shareLink.id, lens: shareLink.lens },
    })
    const edition = { number, link: shareLink.label }
    // One at a time: each may be many megabytes.
    const texts = await textsOfEdition(tx, reader, id)
    for (const { tellsPlace, ...one } of texts) {
      if (tellsPlace && !withPlaces) continue
      const isEntry = one.demand === null && one.id !== null
      const title = isEntry ? titles.get(one.id ?? '') : one.title
      if (title === undefined || known.has(one.text)) continue
      known.add(one.text)
      found.push({ ...one, title, edition })
    }
  }
  return found
}

async function textsOfEdition(tx: Tx, reader: ShareReader, id: string): Promise<TextIn[]> {
  const { workspaceId } = reader
  const key = `${workspaceId} ${id}`
  const before = textsRead.get(key)
  if (before) return before
  const row = await tx.shareEdition.findFirst({
    where: { workspaceId, id },
    select: { content: true },
  })
  const texts = row ? textsOf(row.content, reader) : []
  textsRead.set(key, texts)
  return texts
}

function textsOf(content: string, reader: ShareReader): TextIn[] {
  const { campaign, entries, demands } = readEdition(content)
  const real = (id: string) => openRecordId(reader, id) ?? id
  return [
    ...textsIn({ title: campaign.title, summary: campaign.summary }).map((text) => ({
      ...{ id: null, title: campaign.title, demand: null, text, tellsPlace: false },
    })),
    ...entries.flatMap((entry) => {
      const of = { id: real(entry.id), title: entry.title, demand: null }
      const open = new Set(textsIn(withoutPlaces(entry)))
      return textsIn(entry).map((text) => ({ ...of, text, tellsPlace: !open.has(text) }))
    }),
    ...demands.flatMap((demand) =>
      textsIn(demand).map((text) => ({
        ...{
          id: real(demand.id),
          title: demand.wording,
          demand: demand.number,
          text,
          tellsPlace: false,
        },
      })),
    ),
  ]
}

function withoutPlaces(entry: LinkedEntry): LinkedEntry {
  const exact = plainFieldNames().filter((name) => plainField(name).exactPlace)
  return {
    ...{ ...entry, place: '', claims: entry.claims.filter(({ field }) => field !== 'place') },
    ...Object.fromEntries(exact.map((name) => [name, ''])),
  }
}

function textsIn(value: unknown): string[] {
  const found = new Set<string>()
  eachText(value, (text, name) => {
    // A sentence is made again of what is left of the entry.
    if (name !== 'sentence' && text.trim() !== '') found.add(text)
    return text
  })
  return [...found]
}
