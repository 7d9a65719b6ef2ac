import 'server-only'
import { openPlacesInWords } from '@/lib/people/open-places'
import { normalText } from '@/lib/people/letters'
import type { Withholder } from '@/lib/people/withholder'
import type { Consent } from '@/lib/schemas/words'
import { choicesFrom } from '@/lib/shares/choices'
import { lensRules, rulesOf } from '@/lib/shares/lens'
import { requireRole, memberIdOf, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { AppError } from '../../errors'
import { keepAudit } from '../../history/record'
import { decidedOf, decisionKeys, decisionsIn, keyDecisions } from '../../people/decisions'
import { withholderFor } from '../../people/withheld'
import { liveLinksOf } from '../links/live'
import { frozenTexts } from './frozen-texts'
import { publishedTexts, type PublishedText } from './published-texts'

const MOST = 200
const AROUND = 60

/** The consents with which a link shows people at all. */
type Audience = readonly Consent[]
const EVERY_LENS: readonly Audience[] = Object.values(lensRules).map(({ people }) => people)

/**
 * A word in a text that may name somebody who agreed to nothing, and is too common to be withheld
 * everywhere. `textKey` and `letters` say which it is; `decided` what an editor said of it. Links that
 * show people of other consents may know the text by another key: all of them stand in `textKey`, with
 * blanks between.
 */
export type OpenPlace = {
  textKey: string
  letters: string
  /** What it stands in: see `PublishedText`. */
  within: Omit<PublishedText, 'text'>
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
 * @param asked whom links that are not made yet would show: each a list of consents
 * @throws AppError `forbidden` below editor.
 */
export async function listOpenPlaces(
  viewer: Viewer,
  campaignId: string,
  entryId: string | null = null,
  asked: readonly Audience[] = EVERY_LENS,
): Promise<{ places: OpenPlace[]; undecided: number }> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const places = await openPlacesIn(tx, viewer, { campaignId, entryId, asked })
    const undecided = places.filter(({ decided }) => decided === null)
    const others = places.filter(({ decided }) => decided !== null)
    return { places: [...undecided, ...others].slice(0, MOST), undecided: undecided.length }
  })
}

/**
 * Sees to it that nothing is left to decide before a link is made, or shows other people: `choice` is made of all
 * that is.
 *
 * @param of.people whom the link shows
 * @param of.choosesHere whether the form has that choice
 * @throws AppError `invalid` where something is, and no choice is made.
 */
export async function requireDecided(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  {
    people,
    choice,
    choosesHere = true,
  }: { people: Audience; choice: Decision | undefined; choosesHere?: boolean },
): Promise<void> {
  const of = { campaignId, entryId: null, asked: [people] }
  const places = await openPlacesIn(tx, viewer, of)
  const undecided = places.filter(({ decided }) => decided === null)
  if (undecided.length === 0) return
  if (choice === undefined) {
    throw new AppError(
      'invalid',
      `${openPlacesInWords(undecided.length)}. Decide each of them under “Words that may be names” on the campaign’s page of shares${choosesHere ? ', or choose one answer for all of them' : ' first'}.`,
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
  viewer: Viewer,
  of: { campaignId: string; entryId: string | null; asked: readonly Audience[] },
): Promise<OpenPlace[]> {
  const { workspaceId } = viewer
  const { campaignId, entryId } = of
  const names = await withholdersOf(tx, workspaceId, of)
  if (names.length === 0) return []
  const decided = await decisionsIn(tx, workspaceId)
  const live = await publishedTexts(tx, { workspaceId, campaignId, entryId, withPlaces: true })
  // A page of one entry does not read all editions.
  const frozen =
    entryId === null ? await frozenTexts(tx, viewer, campaignId, live, { withPlaces: true }) : []
  const places = [...frozen, ...live].flatMap((text) => placesIn(text, names, workspaceId, decided))
  return [...new Map(places.map((one) => [`${one.textKey} ${one.letters}`, one])).values()]
}

// What is open depends on whom a link shows: initials of somebody who is shown by them are no secret
// there, and a word of a name that is shown everywhere else is asked about where nobody is named.
async function withholdersOf(
  tx: Tx,
  workspaceId: string,
  { campaignId, asked }: { campaignId: string; asked: readonly Audience[] },
): Promise<Withholder[]> {
  const links = await tx.shareLink.findMany({
    where: { workspaceId, ...liveLinksOf(campaignId, new Date()) },
    select: { lens: true, choices: true },
  })
  const all = links.map(({ lens, choices }) => rulesOf(lens, choicesFrom(choices)).people)
  const distinct = new Map([...all, ...asked].map((one) => [[...one].sort().join(' '), one]))
  const names: Withholder[] = []
  for (const people of distinct.values()) names.push(await withholderFor(tx, workspaceId, people))
  return names.filter(({ hasOpenWords }) => hasOpenWords)
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
  await keyDecisions(tx, workspaceId)
  const keys = decisionKeys(workspaceId)
  const each = places.flatMap(({ textKey, ...place }) =>
    textKey.split(' ').map((one) => ({ ...place, textKey: Buffer.from(one, 'hex') })),
  )
  for (const { textKey, letters, decision } of each) {
    const key = { workspaceId, textKey, letters: keys.letters(letters) }
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
  { text, ...within }: PublishedText,
  names: readonly Withholder[],
  workspaceId: string,
  said: ReadonlyMap<string, boolean>,
): OpenPlace[] {
  const plain = normalText(text)
  const found = new Map<string, { start: number; end: number; bare: Set<string> }>()
  for (const audience of names) {
    const open = audience.openPlaces(plain)
    if (open.length === 0) continue
    const bare = audience.bare(plain)
    for (const { letters, start, end } of open) {
      const known = found.get(letters)
      if (known) known.bare.add(bare)
      else found.set(letters, { start, end, bare: new Set([bare]) })
    }
  }
  if (found.size === 0) return []
  const keys = decisionKeys(workspaceId)
  return [...found].map(([letters, { start, end, bare }]) => {
    const keyed = keys.letters(letters)
    const of = [...bare].map((one) => decidedOf(said, keys, { letters: keyed, bare: one, plain }))
    const withheld = of.every((one) => one === of[0]) ? of[0] : undefined
    return {
      textKey: [...bare].map((one) => keys.textKey(one).toString('hex')).join(' '),
      ...{ letters, within },
      before: plain.slice(Math.max(0, start - AROUND), start),
      word: plain.slice(start, end),
      after: plain.slice(end, end + AROUND),
      decided: withheld === undefined ? null : withheld ? 'withheld' : 'shown',
    }
  })
}
