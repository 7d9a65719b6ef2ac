import { beforeEach, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { beganWith, campaignAccessSchema } from '@/lib/schemas/campaign-access'
import { assign } from '../assignments/mutations'
import { listAssignedToMe } from '../assignments/queries'
import { openFeed } from '../auth/calendar-feed'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { addComment } from '../comments/mutations'
import { countUnseen, listNotifications } from '../comments/notifications'
import { listComments } from '../comments/queries'
import { withViewer } from '../db'
import { makeCalendarAddress } from '../demands/feeds'
import { listAudit } from '../history/audit'
import { removeMember, restoreMember, suspendMember } from '../members/mutations'
import { mergeRecords } from '../merging/merge'
import { idsFound } from '../search/test-support'
import { CANARY, makeDraft, newTarget, type Target } from '../testing/target'
import { logEntry, memberIn, newCampaignFor, TEST_DAY } from '../testing/world'
import { cachedCounts } from '../timeline/counts/cached-counts'
import { trashRecord } from '../trash/mutations'
import { getCampaign, listCampaigns } from './queries'
import { getCampaignAccess, letsMoreIn, restrictCampaign } from './restriction'

useTestDatabase()

let target: Target
let outside: Organizer
beforeEach(async () => {
  target = await newTarget()
  outside = await memberIn(target.workspaceId, 'editor')
})

const onlyThese = (...members: Organizer[]) => ({
  who: 'members' as const,
  members: members.map(({ memberId }) => memberId),
})
const slugs = async (viewer: Organizer) => (await listCampaigns(viewer)).map(({ slug }) => slug)
const thread = (body: string) => ({ body, about: '', thread: '' })

describe('a restricted campaign', () => {
  it('is open to its members and owners alone, until it is open to everyone again', async () => {
    const { owner, editor, viewer, campaign } = target
    expect(await slugs(outside)).toEqual([campaign.slug])
    await restrictCampaign(editor, campaign.id, onlyThese(viewer))
    expect(await slugs(outside)).toEqual([])
    await expect(getCampaign(outside, campaign.slug)).rejects.toMatchObject({ code: 'not_found' })
    for (const inside of [owner, editor, viewer]) {
      expect(await slugs(inside)).toEqual([campaign.slug])
      expect(await getCampaign(inside, campaign.slug)).toMatchObject({ isRestricted: true })
    }
    await restrictCampaign(editor, campaign.id, { who: 'everyone', members: [] })
    expect(await slugs(outside)).toEqual([campaign.slug])
  })

  it('keeps whoever restricts it, says who is in, and leaves an audit event for each change', async () => {
    const { owner, editor, viewer, contributor, campaign } = target
    await restrictCampaign(editor, campaign.id, onlyThese(viewer))
    const access = await getCampaignAccess(editor, campaign.slug)
    expect(access).toMatchObject({ isRestricted: true, owners: ['Test Owner'] })
    expect(access.ownName).toBe('A editor')
    expect(access.members.filter(({ isIn }) => isIn).map(({ id }) => id)).toEqual([viewer.memberId])
    const { events } = await listAudit(owner)
    const fieldsOf = (id: string) =>
      events.filter(({ recordId }) => recordId === id).map(({ fields }) => fields)
    expect(fieldsOf(campaign.id)[0]).toEqual(['restricted', 'members'])
    for (const { memberId } of [editor, viewer])
      expect(fieldsOf(memberId)[0]).toEqual(['campaigns'])
    await restrictCampaign(editor, campaign.id, onlyThese(viewer))
    await restrictCampaign(editor, campaign.id, onlyThese(contributor))
    expect((await listAudit(owner)).events).toHaveLength(events.length + 3)
    expect(await slugs(viewer)).toEqual([])
  })

  it('lets nobody in who is no member of the workspace', async () => {
    const { editor, campaign } = target
    const stranger = (await newTarget()).viewer
    await expect(restrictCampaign(editor, campaign.id, onlyThese(stranger))).rejects.toMatchObject({
      code: 'invalid',
      path: ['members'],
    })
  })

  it('is closed to somebody who was removed and joins again', async () => {
    const { owner, viewer, campaign, workspaceId } = target
    await restrictCampaign(owner, campaign.id, onlyThese(viewer))
    await removeMember(owner, viewer.memberId)
    await withViewer(owner, (tx) =>
      tx.member.updateMany({ where: { id: viewer.memberId }, data: { removedAt: null } }),
    )
    expect(await slugs(await memberIn(workspaceId, 'viewer', viewer.accountId))).toEqual([])
  })
})

describe('who can open a campaign, said from an older page', () => {
  const page = async () => {
    const began = beganWith(await getCampaignAccess(target.owner, target.campaign.slug))
    return (who: string, ...members: Organizer[]) =>
      campaignAccessSchema.parse({ who, members: members.map((one) => one.memberId), began })
  }
  const inside = async () => {
    const { members } = await getCampaignAccess(target.owner, target.campaign.slug)
    return members.filter(({ isIn }) => isIn).map(({ id }) => id)
  }

  it('lets nobody in again whom somebody else left out since, and asks no password for them', async () => {
    const { owner, editor, viewer, contributor, campaign } = target
    await restrictCampaign(owner, campaign.id, onlyThese(editor, viewer))
    const older = await page()
    await restrictCampaign(editor, campaign.id, onlyThese(editor))
    const unchanged = older('members', editor, viewer)
    expect(await letsMoreIn(owner, campaign.id, unchanged)).toBe(false)
    await restrictCampaign(owner, campaign.id, unchanged)
    expect(await inside()).toEqual([editor.memberId])
    const oneMore = older('members', editor, viewer, contributor)
    expect(await letsMoreIn(owner, campaign.id, oneMore)).toBe(true)
    await restrictCampaign(owner, campaign.id, oneMore)
    expect((await inside()).sort()).toEqual([editor.memberId, contributor.memberId].sort())
    expect(await slugs(viewer)).toEqual([])
  })

  it('opens to everyone, or restricts, only what is as it was shown', async () => {
    const { owner, editor, viewer, campaign } = target
    const open = await page()
    await restrictCampaign(owner, campaign.id, onlyThese(editor, viewer))
    const restricted = await page()
    await restrictCampaign(editor, campaign.id, onlyThese(editor))
    for (const input of [open('members', viewer), restricted('everyone')])
      await expect(restrictCampaign(owner, campaign.id, input)).rejects.toMatchObject({
        ...{ code: 'invalid', path: ['who'] },
        message: expect.stringContaining('its members are A editor') as string,
      })
    await restrictCampaign(owner, campaign.id, open('everyone'))
    expect(await inside()).toEqual([editor.memberId])
    await restrictCampaign(owner, campaign.id, (await page())('everyone'))
    expect(await slugs(outside)).toEqual([campaign.slug])
  })

  it('keeps the place of somebody who is suspended, or leaves them out where that is said', async () => {
    const { owner, editor, viewer, contributor, campaign } = target
    await restrictCampaign(owner, campaign.id, onlyThese(editor, viewer))
    await suspendMember(owner, viewer.memberId)
    const { members } = await getCampaignAccess(owner, campaign.slug)
    expect(members.filter(({ isSuspended }) => isSuspended)).toMatchObject([
      { id: viewer.memberId, isIn: true },
    ])
    const shown = await page()
    await restrictCampaign(owner, campaign.id, shown('members', editor, viewer, contributor))
    await restoreMember(owner, viewer.memberId)
    expect(await slugs(viewer)).toEqual([campaign.slug])
    await suspendMember(owner, viewer.memberId)
    await restrictCampaign(owner, campaign.id, (await page())('members', editor))
    await restoreMember(owner, viewer.memberId)
    expect(await slugs(viewer)).toEqual([])
  })
})

describe('what members outside a restricted campaign notice of it', () => {
  it('is no search hit, and counts stay right for those inside', async () => {
    const { owner, editor, campaign, entryId } = target
    await restrictCampaign(owner, campaign.id, onlyThese(editor))
    expect(await idsFound(editor, `${CANARY} rally`)).toContain(entryId)
    expect(await idsFound(outside, `${CANARY} rally`)).not.toContain(entryId)
    const other = await newCampaignFor(owner)
    const count = (viewer: Organizer, id: string) =>
      withViewer(viewer, async (tx) => (await cachedCounts(tx, viewer, id)).all)
    expect([await count(editor, campaign.id), await count(outside, other.id)]).toEqual([1, 0])
    await logEntry(editor, campaign)
    // Whoever cannot see the write asks first.
    expect([await count(outside, other.id), await count(editor, campaign.id)]).toEqual([0, 2])
  })

  it('is no mention, no notification and no assignment', async () => {
    const { owner, editor, campaign, entryId } = target
    const about = { record: 'entry', id: entryId } as const
    await addComment(outside, about, thread('I was here.'))
    const draft = { record: 'entry', id: await makeDraft(target, owner) } as const
    const handed = assignmentSchema(TEST_DAY).parse({ member: outside.memberId, dueOn: '' })
    await assign(owner, draft, handed)
    expect(await countUnseen(outside)).toBe(1)
    await restrictCampaign(owner, campaign.id, onlyThese(editor))
    expect([await countUnseen(outside), await listAssignedToMe(outside)]).toEqual([0, []])
    const { members, threads } = await listComments(editor, about)
    expect(members.map(({ id }) => id)).not.toContain(outside.memberId)
    await addComment(editor, about, { ...thread('And now?'), thread: threads[0]?.id ?? '' })
    expect(await listNotifications(outside)).toEqual([])
    await expect(assign(owner, draft, handed)).rejects.toMatchObject({ code: 'invalid' })
    await restrictCampaign(owner, campaign.id, { who: 'everyone', members: [] })
    expect(await countUnseen(outside)).toBe(0)
  })

  it('is a calendar address that is not there', async () => {
    const { owner, editor, campaign } = target
    const url = await makeCalendarAddress(outside, campaign.slug)
    const token = /feeds\/([^/.]+)/.exec(url)?.[1] ?? ''
    expect(await openFeed(token)).not.toBeNull()
    await restrictCampaign(owner, campaign.id, onlyThese(editor))
    expect(await openFeed(token)).toBeNull()
  })

  it('is that what the workspace shares stays whole there', async () => {
    const { owner, editor, campaign, organizationId } = target
    const other = await newCampaignFor(owner)
    await logEntry(outside, other, { organizations: [{ name: 'Acme', part: 'target' }] })
    const acme = await withViewer(owner, (tx) =>
      tx.organization.findFirstOrThrow({ where: { name: 'Acme' }, select: { id: true } }),
    )
    await restrictCampaign(owner, campaign.id, onlyThese(editor))
    await expect(trashRecord(outside, 'organization', organizationId)).rejects.toMatchObject({
      code: 'conflict',
    })
    const pair = { survivorId: acme.id, duplicateId: organizationId, take: {} }
    await mergeRecords(outside, 'organization', pair)
    const roles = await withViewer(owner, (tx) => tx.entryOrganization.findMany())
    expect(new Set(roles.map((role) => role.organizationId))).toEqual(new Set([acme.id]))
  })
})
