import 'server-only'
import { normalText } from '@/lib/people/letters'
import { placeMentions } from '@/lib/place-mentions'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { sharedPlace } from '../../entries/present-place'
import { isCommonWord } from '../../people/common-words'
import { frozenTexts } from './frozen-texts'
import { publishedTexts, type PublishedText } from './published-texts'

const MOST = 200
const AROUND = 60

/**
 * Words of a place in a text of an entry that hides the place from readers of shares, or shows its
 * town alone; and words of any such place in a demand that no published entry touches.
 */
type PlaceMention = {
  within: Omit<PublishedText, 'text'>
  before: string
  word: string
  after: string
}

/**
 * Lists where a campaign's published texts, or those of one entry, hold the own words of a place
 * that their entry does not show to readers of shares, and where its demands do: at most 200, and how many texts there are.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function listPlaceMentions(
  viewer: Viewer,
  campaignId: string,
  entryId: string | null = null,
): Promise<{ mentions: PlaceMention[]; count: number }> {
  requireRole(viewer, 'editor')
  const now = new Date()
  return withViewer(viewer, async (tx) => {
    const rows = await tx.entry.findMany({
      where: {
        ...{ campaignId, status: 'published', trashedAt: null, NOT: { place: '', town: '' } },
        ...(entryId !== null && { id: entryId }),
        OR: [{ placePrecision: { not: 'exact' } }, { placeHiddenUntil: { gt: now } }],
      },
      select: { id: true, place: true, town: true, placePrecision: true, placeHiddenUntil: true },
    })
    if (rows.length === 0) return { mentions: [], count: 0 }
    const places = new Map(
      rows.map((row) => [
        row.id,
        { names: [row.place, row.town], seen: sharedPlace(row, { now }) },
      ]),
    )
    const withPlaces = false
    const { workspaceId } = viewer
    const live = await publishedTexts(tx, { workspaceId, campaignId, entryId, withPlaces })
    const frozen =
      entryId === null ? await frozenTexts(tx, viewer, campaignId, live, { withPlaces }) : []
    const mentions = [...live, ...frozen].flatMap(({ text, ...within }) => {
      const { id, demand } = within
      const own = id === null ? undefined : places.get(id)
      // A demand, and what tells of the whole campaign, may tell the place of any entry.
      const told = demand === null && id !== null ? (own ? [own] : []) : [...places.values()]
      if (told.length === 0) return []
      const plain = normalText(text)
      const [first] = told.flatMap((place) => placeMentions(plain, place, isCommonWord))
      if (!first) return []
      return {
        within,
        before: plain.slice(Math.max(0, first.start - AROUND), first.start),
        word: plain.slice(first.start, first.end),
        after: plain.slice(first.end, first.end + AROUND),
      }
    })
    return { mentions: mentions.slice(0, MOST), count: mentions.length }
  })
}
