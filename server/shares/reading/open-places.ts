import 'server-only'
import { openPlacesInWords } from '@/lib/people/open-places'
import { normalText } from '@/lib/people/letters'
import type { Withholder } from '@/lib/people/withholder'
import { requireRole, memberIdOf, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { AppError } from '../../errors'
import { keepAudit } from '../../history/record'
import { textKeyOf, withholderFor } from '../../people/withheld'
import { publishedTexts, type PublishedText } from './published-texts'

const MOST = 200
const AROUND = 60

/**
 * A word in a text that may name somebody who agreed to nothing, and is too common to be withheld
 * everywhere. `textKey` and `letters` say which it is; `decided` what an editor said of it.
 */
export type OpenPlace = {
  textKey: string
  letters: string
  /** The entry that it stands in, or the demand that no published entry touches. */
  within: { id: string; title: string; demand: number | null }
  before: string
  word: string
  after: string
  decided: Decision | null
}

type Decision = 'shown' | 'withheld'
type DecidedPlace = { textKey: string; letters: string; decision: Decision }

/**
 * Lists the places in a campaign's published texts, and in its demands, that an editor has to decide on before a link is
 * made, or in those of one entry: at most 200, those that nobody has decided first, and how many of
 * all are not decided.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function listOpenPlaces(
  viewer: Viewer,
  campaignId: string,
  entryId: string | null = null,
): Promise<{ places: OpenPlace[]; undecided: number }> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const places = await openPlacesIn(tx, viewer.workspaceId, campaignId, entryId)
    const undecided = places.filter(({ decided }) => decided === null)
    const others = places.filter(({ decided }) => decided !== null)
    return { places: [...undecided, ...others].slice(0, MOST), undecided: undecided.length }
  })
}

/**
 * Sees to it that nothing is left to decide before a link is made: `choice` is made of all that is.
 *
 * @throws AppError `invalid` where something is, and no choice is made.
 */
export async function requireDecided(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  choice: Decision | undefined,
): Promise<void> {
  const places = await openPlacesIn(tx, viewer.workspaceId, campaignId, null)
  const undecided = places.filter(({ decided }) => decided === null)
  if (undecided.length === 0) return
  if (choice === undefined) {
    throw new AppError(
      'invalid',
      `${openPlacesInWords(undecided.length)}. Decide each of them under “Words that may be names”, or choose one answer for all of them.`,
      ['undecided'],
    )
  }
  await keepDecisions(
    tx,
    viewer,
    undecided.map(({ textKey, letters }) => ({ textKey, letters, decision: choice })),
  )
}

async function openPlacesIn(
  tx: Tx,
  workspaceId: string,
  campaignId: string,
  entryId: string | null,
): Promise<OpenPlace[]> {
  const names = await withholderFor(tx, workspaceId, ['named', 'initials', 'role_only'])
  if (!names.hasOpenWords) return []
  const rows = await tx.nameDecision.findMany({
    where: { workspaceId },
    select: { textKey: true, letters: true, withheld: true },
  })
  const decided = new Map(
    rows.map(({ textKey, letters, withheld }) => [
      `${Buffer.from(textKey).toString('hex')} ${letters}`,
      withheld ? ('withheld' as const) : ('shown' as const),
    ]),
  )
  const places = (
    await publishedTexts(tx, { workspaceId, campaignId, entryId, withPlaces: true })
  ).flatMap((text) => placesIn(text, names, workspaceId, decided))
  return [...new Map(places.map((one) => [`${one.textKey} ${one.letters}`, one])).values()]
}

/**
 * Keeps what an editor decided of words in texts: withheld there, or shown.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function decidePlaces(viewer: Viewer, places: DecidedPlace[]): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, (tx) => keepDecisions(tx, viewer, places))
}

async function keepDecisions(tx: Tx, viewer: Viewer, places: DecidedPlace[]): Promise<void> {
  const { workspaceId } = viewer
  for (const { textKey, letters, decision } of places) {
    const key = { workspaceId, textKey: Buffer.from(textKey, 'hex'), letters }
    const data = { withheld: decision === 'withheld', decidedBy: memberIdOf(viewer) }
    await tx.nameDecision.upsert({
      where: { workspaceId_textKey_letters: key },
      create: { ...key, ...data },
      update: { ...data, decidedAt: new Date() },
      select: { letters: true },
    })
  }
  await keepAudit(tx, viewer, 'update', 'workspace', workspaceId, ['names in texts'])
}

function placesIn(
  { id, title, demand, text }: PublishedText,
  names: Withholder,
  workspaceId: string,
  decided: ReadonlyMap<string, Decision>,
): OpenPlace[] {
  const plain = normalText(text)
  return names.openPlaces(plain).map(({ letters, start, end }) => {
    const textKey = textKeyOf(workspaceId, plain).toString('hex')
    return {
      ...{ textKey, letters, within: { id, title, demand } },
      before: plain.slice(Math.max(0, start - AROUND), start),
      word: plain.slice(start, end),
      after: plain.slice(end, end + AROUND),
      decided: decided.get(`${textKey} ${letters}`) ?? null,
    }
  })
}
