import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { shareReaderFor } from '../auth/share-reader'
import { withViewer } from '../db'
import { revokeShare } from './links/ending'
import { createShare } from './links/mutations'
import { getSharedCampaign, listShares } from './links/queries'
import { memberWith, newCampaign } from './test-support'
import { hashShareToken } from './links/token'

useTestDatabase()

const now = new Date('2026-02-14T03:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000)
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)

async function shared(expires: number | null = 30) {
  const made = await newCampaign()
  const input = { campaign: made.campaign.id, lens: 'press', expires, label: 'newsroom' } as const
  const share = await createShare(made.operator, input, now)
  return { ...made, share, input, token: tokenOf(share.url) }
}

describe('createShare', () => {
  it('makes a link that is kept as a hash and a seal only, with an audit event', async () => {
    const { operator, share, token } = await shared()
    expect(share.url).toBe(`http://127.0.0.1:3000/s/${token}`)
    expect(share.expiresAt).toBe(days(30).toISOString())
    await withViewer(operator, async (tx) => {
      const row = await tx.shareLink.findFirstOrThrow({ where: { id: share.id } })
      expect(Buffer.from(row.tokenHash).equals(hashShareToken(token))).toBe(true)
      expect(Buffer.from(row.tokenSealed).includes(Buffer.from(token))).toBe(false)
      const events = await tx.auditEvent.findMany({ where: { recordId: share.id } })
      expect(events).toMatchObject([{ action: 'create', record: 'share', memberId: null }])
      expect(JSON.stringify(events)).not.toContain(token)
    })
  })

  it('needs an editor, and a campaign of the own workspace', async () => {
    const made = await shared()
    const other = await newCampaign()
    for (const role of ['viewer', 'contributor'] as const) {
      const member = await memberWith(role, made)
      await expect(createShare(member, made.input)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listShares(member)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(revokeShare(member, made.share.id)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(createShare(other.operator, made.input)).rejects.toMatchObject({
      code: 'not_found',
    })
    const reader = await shareReaderFor(made.token, now)
    if (!reader) throw new Error('The link should live.')
    await expect(createShare(reader, made.input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listShares(reader)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revokeShare(reader, made.share.id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('listShares', () => {
  it('says who made a link, how it stands, and its address while it lives', async () => {
    const made = await shared()
    const editor = await memberWith('editor', made)
    const mine = await createShare(editor, { ...made.input, expires: null }, days(1))
    const brief = await createShare(editor, { ...made.input, expires: 1 }, days(-2))
    const listed = await listShares(editor, made.campaign.id, days(1))
    expect(listed.map(({ id, state, by, url }) => ({ id, state, by, url }))).toEqual([
      { id: mine.id, state: 'live', by: 'Test Owner', url: mine.url },
      { id: made.share.id, state: 'live', by: null, url: made.share.url },
      { id: brief.id, state: 'expired', by: 'Test Owner', url: null },
    ])
    expect(JSON.stringify(listed)).not.toMatch(/token/i)
  })

  it('shows other workspaces and other campaigns nothing', async () => {
    const made = await shared()
    const other = await newCampaign()
    expect(await listShares(other.operator)).toEqual([])
    expect(await listShares(made.operator, other.campaign.id)).toEqual([])
  })
})

describe('revokeShare', () => {
  it('ends a link once, and tells every listener its hash', async () => {
    const made = await shared()
    const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await listener.connect()
    const heard: (string | undefined)[] = []
    listener.on('notification', ({ payload }) => heard.push(payload))
    await listener.query('listen share_changed')
    const editor = await memberWith('editor', made)
    await revokeShare(editor, made.share.id)
    await revokeShare(made.operator, made.share.id)
    await listener.query('select 1')
    await listener.end()
    expect(heard).toEqual([hashShareToken(made.token).toString('hex')])
    expect(await listShares(editor)).toMatchObject([
      { state: 'revoked', url: null, revoked: { by: 'Test Owner' } },
    ])
    const events = await withViewer(editor, (tx) =>
      tx.auditEvent.findMany({ where: { recordId: made.share.id, action: 'revoke' } }),
    )
    expect(events).toMatchObject([{ memberId: editor.memberId }])
  })

  it('of many at once writes one end', async () => {
    const { operator, share } = await shared()
    await Promise.all(Array.from({ length: 8 }, () => revokeShare(operator, share.id)))
    const events = await withViewer(operator, (tx) =>
      tx.auditEvent.count({ where: { recordId: share.id, action: 'revoke' } }),
    )
    expect(events).toBe(1)
  })

  it('does not find another workspace’s link, or none', async () => {
    const { share, token } = await shared()
    const other = await newCampaign()
    await expect(revokeShare(other.operator, share.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(revokeShare(other.operator, randomUUID())).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await shareReaderFor(token, now)).not.toBeNull()
  })
})

describe('shareReaderFor', () => {
  it('knows whose campaign it is and through which lens', async () => {
    const { operator, campaign, share, token } = await shared()
    expect(await shareReaderFor(token, now)).toEqual({
      kind: 'share',
      workspaceId: operator.workspaceId,
      campaignId: campaign.id,
      shareLinkId: share.id,
      lens: 'press',
    })
  })

  it('ends with the day asked for, by the clock of the moment', async () => {
    const { token } = await shared(1)
    expect(await shareReaderFor(token, new Date(days(1).getTime() - 1))).not.toBeNull()
    expect(await shareReaderFor(token, days(1))).toBeNull()
    const endless = await shared(null)
    expect(await shareReaderFor(endless.token, days(40_000))).not.toBeNull()
  })

  it('lets nobody in with a revoked, unknown or malformed token, or the stored hash', async () => {
    const { operator, share, token } = await shared()
    expect(await shareReaderFor('0'.repeat(26), now)).toBeNull()
    expect(await shareReaderFor(token.toUpperCase(), now)).toBeNull()
    expect(await shareReaderFor(hashShareToken(token).toString('hex'), now)).toBeNull()
    await revokeShare(operator, share.id)
    expect(await shareReaderFor(token, now)).toBeNull()
  })

  it('ends with the campaign in the trash', async () => {
    const { operator, campaign, token } = await shared()
    const reader = await shareReaderFor(token, now)
    if (!reader) throw new Error('The link should live.')
    await withViewer(operator, (tx) =>
      tx.campaign.updateMany({ where: { id: campaign.id }, data: { trashedAt: now } }),
    )
    expect(await shareReaderFor(token, now)).toBeNull()
    await expect(getSharedCampaign(reader, { order: 'newest', after: null })).rejects.toMatchObject(
      { code: 'not_found' },
    )
  })

  it('cannot write, whatever asks for it', async () => {
    const { token } = await shared()
    const reader = await shareReaderFor(token, now)
    if (!reader) throw new Error('The link should live.')
    await expect(
      withViewer(reader, (tx) => tx.campaign.updateMany({ data: { title: 'Taken' } })),
    ).rejects.toThrow(/read-only/)
  })
})
