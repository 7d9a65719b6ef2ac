import { personSchema } from '@/lib/schemas/person'
import { shareSchema } from '@/lib/schemas/share'
import { programOf } from '@/server/api/test-support'
import { openSession } from '@/server/auth/session-store'
import { shareReaderFor } from '@/server/auth/share-reader'
import { GOOD_PASSWORD } from '@/server/auth/test-support'
import type { Organizer, ShareReader } from '@/server/auth/viewer'
import { restrictCampaign } from '@/server/campaigns/restriction'
import { withViewer } from '@/server/db'
import { makeCalendarAddress } from '@/server/demands/feeds'
import { addImport } from '@/server/imports/mutations'
import { suspendMember } from '@/server/members/mutations'
import { dots } from '@/server/photos/test-support'
import { updatePerson } from '@/server/people/mutations'
import { planAction } from '@/server/plans/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { createShare } from '@/server/shares/links/mutations'
import { accessTable } from '@/server/testing/access-table'
import { CANARY, makeLink, newTarget, type Target } from '@/server/testing/target'
import { logEntry, memberIn, newCampaignFor, newWorld } from '@/server/testing/world'
import { changeMark, getMark } from '@/server/workspace/mark'

/** Whoever asks: their cookie or token, and whose records they ask for. */
type Member = { name: string; accountId: string | null; cookie: string | null; of: Target }
type Program = { name: string; token: string; of: Target }
/** A secret in an address: of a link, with who reads it, or of a calendar. */
type Link = { name: string; secret: string; reader: ShareReader | null }
type Feed = { name: string; secret: string }
type Records = Record<'article' | 'plan' | 'link' | 'import' | 'photo' | 'mark', string>

/** All who ask, in the order of the table, and what stands in the campaigns that they ask for. */
export type Askers = {
  members: Member[]
  programs: Program[]
  links: Link[]
  feeds: Feed[]
  target: Target
  records: Map<Target, Records>
}

/** The first row says no day, so that there is one to fix. */
export const SHEET = `date,kind,title\n${CANARY} row,rally,First\n2026-02-01,rally,Second\n`

let made: Promise<Buffer> | undefined

/** A small picture, the same each time: whoever sets the mark again keeps its address. */
export const picture = () => (made ??= dots(8, 8).png().toBuffer())

/** Makes two campaigns, one of them restricted, and everybody who asks for them. */
export async function newAskers(): Promise<Askers> {
  const target = await newTarget()
  const restricted = await newTarget()
  const records = new Map<Target, Records>()
  for (const one of [target, restricted]) records.set(one, await recordsOf(one))
  const { owner } = target
  const suspended = await memberIn(target.workspaceId, 'editor')
  const outside = await memberIn(restricted.workspaceId, 'editor')
  const elsewhere = (await newWorld()).owner
  const roles = ['viewer', 'contributor', 'editor', 'owner'] as const
  const all: [string, Organizer, Target][] = [
    ['suspended', suspended, target],
    ['elsewhere', elsewhere, target],
    ...roles.map((role): [string, Organizer, Target] => [role, target[role], target]),
    ['outside', outside, restricted],
  ]
  const members: Member[] = [{ name: 'nobody', accountId: null, cookie: null, of: target }]
  const programs: Program[] = [{ name: 'nobody', token: 'tl_none', of: target }]
  for (const [name, member, of] of all) {
    const { accountId } = member
    members.push({ name, accountId, cookie: (await openSession(accountId)).token, of })
    programs.push({ name, token: (await programOf(member)).token, of })
  }
  const narrow = { reach: 'chosen', campaigns: [(await newCampaignFor(owner)).id] }
  const other = await programOf(owner, narrow)
  const reading = await programOf(owner, { scope: 'read' })
  programs.push({ name: 'an owner’s token of another campaign', token: other.token, of: target })
  programs.push({ name: 'an owner’s token that reads', token: reading.token, of: target })
  const feeds = [{ name: 'wrong secret', secret: 'x'.repeat(43) }]
  for (const [name, member, { campaign }] of all.filter(([name]) => name !== 'elsewhere')) {
    const address = (await makeCalendarAddress(member, campaign.slug)) ?? ''
    feeds.push({ name, secret: address.slice(address.lastIndexOf('/') + 1, -'.ics'.length) })
  }
  const links = await linksTo(target)
  await suspendMember(owner, suspended.memberId)
  const inside = { who: 'members' as const, members: [restricted.owner.memberId] }
  await restrictCampaign(restricted.owner, restricted.campaign.id, inside)
  return { members, programs, links, feeds, target, records }
}

/** Makes what a row of the table of all access uses up, anew. */
export function fresh(row: string, target: Target): Promise<string> {
  const { make, call } = accessTable[row] ?? {}
  if (make) return make(target, target.owner)
  if (!call) throw new Error(`There is no row ${row}.`)
  return call(target.owner, target, '') as Promise<string>
}

async function recordsOf(target: Target): Promise<Records> {
  const { owner, campaign } = target
  const bytes = new TextEncoder().encode(SHEET)
  await changeMark(owner, await picture())
  // Links would take the words of a name that nobody agreed to out of every text.
  const agreed = { name: `${CANARY} Person`, consent: 'named', consentReason: 'agreed' }
  await updatePerson(owner, target.personId, personSchema.parse(agreed))
  const photo = await fresh('photos/queries.getPhotoFile', target)
  // A link has a map where at least two of its places may be shown.
  for (const [latitude, longitude] of [
    ['47.6155', '-122.3394'],
    ['40.7128', '-74.006'],
  ])
    await logEntry(owner, campaign, {
      title: `${CANARY} place`,
      place: 'A hall',
      latitude,
      longitude,
    })
  await withViewer(owner, async (tx) => {
    await tx.workspace.updateMany({ data: { publisherName: `${CANARY} publisher` } })
    await tx.photo.updateMany({ data: { alt: `${CANARY} photo` } })
  })
  return {
    article: await fresh('capture/proposals.proposalsOf', target),
    plan: (await planAction(owner, campaign, { title: `${CANARY} plan` })).id,
    link: await makeLink(target),
    import: await addImport(owner, campaign.slug, { name: `${CANARY} rows.csv`, bytes }),
    photo,
    mark: (await getMark(owner))?.id ?? '',
  }
}

async function linksTo({ owner, campaign }: Target): Promise<Link[]> {
  const links: Link[] = [{ name: 'wrong secret', secret: 'x'.repeat(26), reader: null }]
  const add = async (name: string, more: object, ended = false) => {
    const given = { campaign: campaign.id, cards: 'on', frames: 'https://news.example.org' }
    const { id, url } = await createShare(
      owner,
      shareSchema.parse({ ...given, named: 'yes', ...more }),
    )
    const secret = url.slice(url.lastIndexOf('/') + 1)
    const reader = await shareReaderFor(secret)
    await freezeShare(owner, { share: id })
    // Not revoked, which could be undone for a minute by one form more.
    const over = { where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } }
    if (ended) await withViewer(owner, (tx) => tx.shareLink.updateMany(over))
    links.push({ name, secret, reader })
  }
  await add('ended', {}, true)
  await add('without the password', { password: GOOD_PASSWORD })
  for (const lens of ['public', 'press', 'ally', 'member']) await add(lens, { lens })
  return links
}
