import 'server-only'
import { openPlacesInWords } from '@/lib/people/open-places'
import { normalText } from '@/lib/people/letters'
import type { Withholder } from '@/lib/people/withholder'
import { requireRole, memberIdOf, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { AppError } from '../../errors'
import { keepAudit } from '../../history/record'
import { textKeyOf, withholderFor } from '../../people/withheld'

const MOST = 200
const AROUND = 60

/**
 * A word in a text that may name somebody who agreed to nothing, and is too common to be withheld
 * everywhere. `textKey` and `letters` say which it is; `decided` what an editor said of it.
 */
export type OpenPlace = {
  textKey: string
  letters: string
  entry: { id: string; title: string }
  before: string
  word: string
  after: string
  decided: Decision | null
}

type Decision = 'shown' | 'withheld'
type DecidedPlace = { textKey: string; letters: string; decision: Decision }

type Text = { id: string; title: string; text: string }

/**
 * Lists the places in a campaign's published texts that an editor has to decide on before a link is
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
  const places = (await textsOf(tx, workspaceId, campaignId, entryId)).flatMap((text) =>
    placesIn(text, names, workspaceId, decided),
  )
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
  { id, title, text }: Text,
  names: Withholder,
  workspaceId: string,
  decided: ReadonlyMap<string, Decision>,
): OpenPlace[] {
  const plain = normalText(text)
  return names.openPlaces(plain).map(({ letters, start, end }) => {
    const textKey = textKeyOf(workspaceId, plain).toString('hex')
    return {
      ...{ textKey, letters, entry: { id, title } },
      before: plain.slice(Math.max(0, start - AROUND), start),
      word: plain.slice(start, end),
      after: plain.slice(end, end + AROUND),
      decided: decided.get(`${textKey} ${letters}`) ?? null,
    }
  })
}

/** Every text of a campaign's published entries that a link may show, beside its entry. */
function textsOf(
  tx: Tx,
  workspaceId: string,
  campaignId: string,
  entryId: string | null,
): Promise<Text[]> {
  return tx.$queryRaw<Text[]>`
    with published as (
      select * from entry e where e.workspace_id = ${workspaceId}::uuid
        and e.campaign_id = ${campaignId}::uuid
        and (${entryId}::uuid is null or e.id = ${entryId}::uuid) and e.status = 'published' and e.trashed_at is null
    ), texts as (
      select e.id, t.text from published e
        cross join lateral unnest(array[e.title, e.summary, e.participants, e.place, e.crowd_words,
          e.crowd_counted_by] || e.tags) t(text)
      union select e.id, x.value from published e cross join lateral jsonb_each_text(e.details) x
      union select e.id, unnest(array[a.description, a.affiliation]) from published e
        join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
      union select e.id, q.text from published e
        join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
        join quote q on q.workspace_id = a.workspace_id and q.appearance_id = a.id
      union select e.id, unnest(array[c.value, c.said_by, c.reason]) from published e
        join claim c on c.workspace_id = e.workspace_id and c.entry_id = e.id
      union select e.id, unnest(array[c.exact, s.title, s.publisher]) from published e
        join citation c on c.workspace_id = e.workspace_id and c.entry_id = e.id
        join source s on s.workspace_id = c.workspace_id and s.id = c.source_id
      union select e.id, unnest(array[i.caption, i.credit]) from published e
        join citation c on c.workspace_id = e.workspace_id and c.entry_id = e.id
        join source_picture i on i.workspace_id = c.workspace_id and i.source_id = c.source_id
      union select e.id, unnest(array[p.caption, p.credit, p.alt]) from published e
        join photo p on p.workspace_id = e.workspace_id and p.entry_id = e.id
      union select e.id, o.name from published e
        join entry_organization eo on eo.workspace_id = e.workspace_id and eo.entry_id = e.id
        join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
      union select e.id, v.wording from published e
        join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
        join demand_version v on v.workspace_id = ed.workspace_id and v.demand_id = ed.demand_id
    )
    select t.id, e.title, t.text from texts t join published e on e.id = t.id
    where btrim(t.text) <> '' order by e.first_day desc, t.id, t.text`
}
