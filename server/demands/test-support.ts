import type { EntryKind } from '@/lib/kinds/names'
import { campaignSchema } from '@/lib/schemas/campaign'
import { assessmentSchema, demandSchema } from '@/lib/schemas/demand'
import { entrySchema } from '@/lib/schemas/entry'
import type { Standing } from '@/lib/schemas/words'
import type { MemberRole } from '@/prisma/generated/client'
import { mint } from '../auth/mint'
import { newOwner } from '../auth/test-support'
import type { Organizer, ShareReader, Viewer } from '../auth/viewer'
import { createCampaign } from '../campaigns/mutations'
import { withViewer } from '../db'
import { createEntry } from '../entries/mutations'
import { assess } from './assessments'
import { createDemand } from './mutations'
import { listDemands } from './queries'

const TODAY = '2026-03-01'

/** A campaign in a workspace of its own, its owner, and a reader of a share of it. */
export async function newCampaign() {
  const { workspaceId, accountId } = await newOwner()
  const owner = await memberOf(workspaceId, accountId)
  const input = campaignSchema.parse({ title: 'Test campaign', timeZone: 'America/Los_Angeles' })
  const { id, slug } = await createCampaign(owner, input)
  const reader = mint<ShareReader>({
    ...{ kind: 'share', workspaceId, campaignId: id },
    ...{ shareLinkId: '00000000-0000-7000-8000-000000000000', lens: 'press' },
  })
  return { workspaceId, owner, reader, id, slug }
}

/** The same member in another role. */
export function inRole(member: Organizer, role: MemberRole): Organizer {
  return mint<Organizer>({ ...member, role })
}

/** Makes a demand and reads it back. */
export async function newDemand(viewer: Viewer, campaign: { id: string; slug: string }, more = {}) {
  const { number } = await createDemand(
    viewer,
    campaign.slug,
    demandSchema.parse({ wording: 'End it.', targets: 'Amazon; Ring', ...more }),
  )
  const demand = (await listDemands(viewer, campaign.id)).find((one) => one.number === number)
  if (!demand) throw new Error('The demand is not in the list.')
  const target = (name: string) => {
    const found = demand.targets.find((one) => one.name === name)
    if (!found) throw new Error(`${name} is no target.`)
    return found.id
  }
  return { ...demand, target }
}

/** Assesses a demand as the form would. */
export function assessAs(
  viewer: Viewer,
  input: {
    demand: string
    organization: string
    standing: Standing
    date: string
    entry?: string
    note?: string
  },
): Promise<void> {
  return assess(viewer, assessmentSchema(TODAY).parse(input))
}

/** Logs an entry as the form would. */
export function logEntry(
  viewer: Viewer,
  slug: string,
  { kind, ...rest }: { kind: EntryKind } & Record<string, unknown>,
): Promise<{ id: string }> {
  const given = { title: 'Something happened', date: '13 Feb 2026', status: 'published', ...rest }
  return createEntry(viewer, slug, entrySchema(kind, TODAY).parse({ kind, ...given }))
}

/** The targets of the campaign's one demand with their standings, as of a day. */
export async function standings(viewer: Viewer, campaignId: string, asOf = '2026-03-01') {
  const [demand] = await listDemands(viewer, campaignId, { asOf })
  return demand?.targets.map(({ name, standing, since }) => [name, standing, since])
}

/** A campaign whose one demand has an answer by Ring, which proposes that it is met there. */
export async function answered(status = 'published') {
  const campaign = await newCampaign()
  const { owner, slug } = campaign
  const demand = await newDemand(owner, campaign)
  const answer = { demand: demand.id, relation: 'answers', stance: 'meets', at: 'Ring' }
  const entry = await logEntry(owner, slug, {
    ...{ kind: 'contract_change', status, title: 'Ring ends it', demands: [answer] },
  })
  const proposals = async () => (await listDemands(owner, campaign.id))[0]?.proposals ?? []
  return { ...campaign, demand, entry, answer, proposals }
}

async function memberOf(workspaceId: string, accountId: string): Promise<Organizer> {
  const stranger = mint<Organizer>({
    ...{ kind: 'organizer', workspaceId, accountId, memberId: accountId, role: 'owner' },
  })
  const member = await withViewer(stranger, (tx) =>
    tx.member.findFirstOrThrow({ where: { accountId }, select: { id: true } }),
  )
  return mint<Organizer>({ ...stranger, memberId: member.id })
}
