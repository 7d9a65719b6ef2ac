import { beforeAll, describe, expect, it } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import { daysLeft } from '@/lib/trash'
import { shareReaderFor } from '../auth/share-reader'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { getCampaign } from '../campaigns/queries'
import { withViewer } from '../db'
import { createDemand } from '../demands/mutations'
import { demandSchema } from '@/lib/schemas/demand'
import { restoreEntry, trashEntry } from '../entries/trash'
import { getEntry } from '../entries/queries'
import { createOrganization } from '../organizations/mutations'
import { organizationSchema } from '@/lib/schemas/campaign'
import { getOrganization } from '../organizations/queries'
import { createPerson } from '../people/mutations'
import { getPerson } from '../people/queries'
import { freezeShare } from '../shares/editions/editions'
import { revokeShare } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { shareSchema } from '@/lib/schemas/share'
import { newTarget, type Target } from '../testing/target'
import { failureOf } from '../testing/failure'
import { logEntry, newCampaignFor, newWorld } from '../testing/world'
import { restoreRecord, trashRecord } from './mutations'
import { purgeTrash } from './purge'
import { listCampaignTrash, listWorkspaceTrash } from './queries'

useTestDatabase()

const DAY = 86_400_000
let target: Target
beforeAll(async () => {
  target = await newTarget()
})

describe('the trash', () => {
  it('takes each sort of record and gives it back', async () => {
    const { owner, campaign } = target
    const person = await createPerson(owner, personSchema.parse({ name: 'Nobody' }))
    const organization = await createOrganization(owner, organizationSchema.parse({ name: 'None' }))
    const demand = await createDemand(
      owner,
      campaign.slug,
      demandSchema.parse({ wording: 'A slip', targets: 'Amazon' }),
    )
    await trashRecord(owner, 'person', person)
    await trashRecord(owner, 'organization', organization)
    await trashRecord(owner, 'demand', demand.id)
    expect((await failureOf(getPerson(owner, person))).code).toBe('not_found')
    expect((await listWorkspaceTrash(owner)).map(({ title }) => title)).toEqual(['None', 'Nobody'])
    expect((await listCampaignTrash(owner, campaign.id)).map(({ title }) => title)).toEqual([
      'A slip',
    ])
    await restoreRecord(owner, 'person', person)
    await restoreRecord(owner, 'demand', demand.id)
    expect(await getPerson(owner, person)).toMatchObject({ name: 'Nobody', version: 3 })
    await createOrganization(owner, organizationSchema.parse({ name: 'None' }))
    expect((await failureOf(restoreRecord(owner, 'organization', organization))).code).toBe(
      'conflict',
    )
    expect((await failureOf(restoreRecord(owner, 'person', person))).code).toBe('not_found')
  })

  it('gives back no entry of a campaign that is in the trash itself', async () => {
    const { owner, contributor } = await newWorld()
    const campaign = await newCampaignFor(owner)
    const theirs = await logEntry(contributor, campaign, { title: 'Theirs', status: 'draft' })
    const { id } = await logEntry(owner, campaign, { title: 'Ours' })
    await trashEntry(owner, id)
    await trashEntry(contributor, theirs.id)
    await trashRecord(owner, 'campaign', campaign.id)
    for (const [viewer, entry] of [
      [owner, id],
      [contributor, theirs.id],
    ] as const)
      expect((await failureOf(restoreEntry(viewer, entry))).code).toBe('not_found')
    await restoreRecord(owner, 'campaign', campaign.id)
    await restoreEntry(owner, id)
    expect((await getEntry(owner, id)).title).toBe('Ours')
  })

  it('refuses what others mention, and says how often', async () => {
    const { owner, organizationId, personId, sourceId, demand } = target
    const failure = await failureOf(trashRecord(owner, 'organization', organizationId))
    expect(failure).toMatchObject({ code: 'conflict' })
    expect(failure.message).toContain('1 entry')
    for (const [record, id] of [
      ['person', personId],
      ['source', sourceId],
      ['demand', demand.id],
    ] as const)
      expect((await failureOf(trashRecord(owner, record, id))).code).toBe('conflict')
    await getOrganization(owner, organizationId)
  })

  it('of a campaign hides all that is in it, ends its links, and gives all back', async () => {
    const { owner, editor } = target
    const campaign = await newCampaignFor(owner)
    const { id } = await logEntry(owner, campaign, { title: 'Inside' })
    const { url } = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
    const token = new URL(url).pathname.slice('/s/'.length)
    expect((await failureOf(trashRecord(editor, 'campaign', campaign.id))).code).toBe('forbidden')
    await trashRecord(owner, 'campaign', campaign.id)
    expect((await failureOf(getCampaign(owner, campaign.slug))).code).toBe('not_found')
    expect((await failureOf(getEntry(owner, id))).code).toBe('not_found')
    expect(await shareReaderFor(token)).toBeNull()
    await restoreRecord(owner, 'campaign', campaign.id)
    expect((await getEntry(owner, id)).title).toBe('Inside')
    expect(await shareReaderFor(token)).not.toBeNull()
  })

  it('is emptied after thirty days, with parts and history, and no sooner', async () => {
    const world = await newTarget()
    const { owner, workspaceId, entryId } = world
    const job = systemViewer(workspaceId)
    await trashEntry(owner, entryId)
    const now = Date.now()
    expect(await purgeTrash(job, new Date(now + 30 * DAY - 60_000))).toBe(0)
    expect(await purgeTrash(job, new Date(now + 30 * DAY + 60_000))).toBe(1)
    const left = await withViewer(owner, async (tx) => ({
      entries: await tx.entry.count({ where: { id: entryId } }),
      quotes: await tx.quote.count(),
      citations: await tx.citation.count(),
      revisions: await tx.revision.count({ where: { recordId: entryId } }),
      audit: await tx.auditEvent.findMany({
        where: { recordId: entryId, action: 'purge' },
        select: { memberId: true },
      }),
    }))
    expect(left).toEqual({
      ...{ entries: 0, quotes: 0, citations: 0, revisions: 0 },
      audit: [{ memberId: null }],
    })
  })

  it('erases a campaign with everything in it', async () => {
    const world = await newTarget()
    const { owner, workspaceId, campaign } = world
    const { id: share } = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
    await freezeShare(owner, { share })
    await revokeShare(owner, share)
    await trashRecord(owner, 'campaign', campaign.id)
    await purgeTrash(systemViewer(workspaceId), new Date(Date.now() + 31 * DAY))
    const left = await withViewer(owner, async (tx) => [
      await tx.campaign.count(),
      await tx.entry.count(),
      await tx.demand.count(),
      await tx.shareLink.count(),
      await tx.shareRevocation.count(),
      await tx.shareEdition.count(),
    ])
    expect(left).toEqual([0, 0, 0, 0, 0, 0])
    expect(await withViewer(owner, (tx) => tx.person.count())).toBe(1)
  })

  it('touches nothing of another workspace', async () => {
    const other = await newWorld()
    const { id } = await logEntry(other.owner, other.campaign)
    await trashEntry(other.owner, id)
    await purgeTrash(systemViewer(target.workspaceId), new Date(Date.now() + 31 * DAY))
    expect(await listCampaignTrash(other.owner, other.campaign.id)).toHaveLength(1)
  })

  it('counts the days that are left', () => {
    const at = '2026-02-01T12:00:00.000Z'
    expect(daysLeft(at, new Date('2026-02-01T12:00:00Z'))).toBe(30)
    expect(daysLeft(at, new Date('2026-03-02T13:00:00Z'))).toBe(1)
    expect(daysLeft(at, new Date('2026-04-01T12:00:00Z'))).toBe(0)
  })
})
