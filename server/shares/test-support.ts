import { entrySchema } from '@/lib/schemas/entry'
import { campaignSchema } from '@/lib/schemas/campaign'
import type { z } from 'zod'
import { newOwner } from '../auth/test-support'
import type { MemberRole } from '@/prisma/generated/client'
import { mint } from '../auth/mint'
import type { Organizer, SystemJob } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { createCampaign } from '../campaigns/mutations'
import { withViewer } from '../db'
import { createEntry } from '../entries/mutations'

const DAY = '2026-02-14'

/** A workspace with its operator and a campaign of its own. */
export async function newCampaign(
  title = 'Spheres',
): Promise<{ operator: SystemJob; accountId: string; campaign: { id: string; slug: string } }> {
  const { workspaceId, accountId } = await newOwner()
  const operator = systemViewer(workspaceId)
  const input = campaignSchema.parse({ title, timeZone: 'America/Los_Angeles' })
  return { operator, accountId, campaign: await createCampaign(operator, input) }
}

/** The workspace's owner, seen with a role of the test's choosing. */
export async function memberWith(
  role: MemberRole,
  { operator, accountId }: { operator: SystemJob; accountId: string },
): Promise<Organizer> {
  const { workspaceId } = operator
  const { id } = await withViewer(operator, (tx) =>
    tx.member.findFirstOrThrow({ where: { accountId }, select: { id: true } }),
  )
  return mint<Organizer>({ kind: 'organizer', workspaceId, accountId, memberId: id, role })
}

/** Logs a rally with what matters to the test; published unless said otherwise. */
export async function logRally(
  operator: SystemJob,
  slug: string,
  given: Partial<z.input<ReturnType<typeof entrySchema>>>,
): Promise<{ id: string }> {
  const input = {
    kind: 'rally',
    status: 'published',
    title: 'Rally',
    date: '13 Feb 2026',
    ...given,
  }
  return createEntry(operator, slug, entrySchema('rally', DAY).parse(input))
}
