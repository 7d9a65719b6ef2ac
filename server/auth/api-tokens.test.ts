import { describe, expect, it } from 'vitest'
import { tokenSchema } from '@/lib/schemas/token'
import { withViewer } from '../db'
import { removeMember, restoreMember, suspendMember } from '../members/mutations'
import { newCampaignFor, newWorld, type World } from '../testing/world'
import { lockDown } from '../workspace/lock-down'
import { accessOverview } from '../workspace/overview'
import { openApiToken } from './api-caller'
import { endToken, listTokens, makeToken } from './api-tokens'
import { changePassword } from './change-password'
import { GOOD_PASSWORD, useTestDatabase } from './test-support'
import type { Organizer } from './viewer'

useTestDatabase()

const NOW = new Date('2026-03-01T12:00:00Z')
const DAY_MS = 86_400_000
const later = (ms: number) => new Date(NOW.getTime() + ms)

const made = (member: Organizer, fields: Record<string, unknown> = {}) =>
  makeToken(member, tokenSchema.parse({ name: 'Nightly script', ...fields }), NOW)
const opened = (token: string, now = NOW) => openApiToken(`Bearer ${token}`, now)

async function tokenIn(world: World, role: 'owner' | 'editor' | 'contributor' | 'viewer') {
  return made(world[role], { scope: 'publish' })
}

describe('a token', () => {
  it('is its member with no more than its scope allows', async () => {
    const world = await newWorld()
    const roleOf = async (member: Organizer, scope: string) =>
      (await opened((await made(member, { scope })).token))?.viewer?.role
    expect(await roleOf(world.owner, 'read')).toBe('viewer')
    expect(await roleOf(world.owner, 'drafts')).toBe('contributor')
    expect(await roleOf(world.owner, 'publish')).toBe('editor')
    expect(await roleOf(world.contributor, 'publish')).toBe('contributor')
    expect(await roleOf(world.viewer, 'drafts')).toBe('viewer')
  })

  it('is not found in the database as it is shown, and is known by nobody else', async () => {
    const { owner } = await newWorld()
    const { id, token } = await made(owner)
    const rows = await withViewer(owner, (tx) => tx.$queryRaw`select * from api_token`)
    expect(JSON.stringify(rows)).toContain(id)
    expect(JSON.stringify(rows)).not.toContain(token.slice(3))
    expect(await listTokens((await newWorld()).owner, NOW)).toEqual([])
    await expect(endToken((await newWorld()).owner, id)).rejects.toThrow('does not exist')
  })

  it('is refused when it is malformed, unknown, ended, or over', async () => {
    const { owner } = await newWorld()
    const { id, token } = await made(owner, { days: '7' })
    for (const header of [null, '', token, `Basic ${token}`, `Bearer ${token}x`, 'Bearer tl_'])
      expect(await openApiToken(header, NOW)).toBeNull()
    expect(await opened(`tl_${'x'.repeat(43)}`)).toBeNull()
    expect(await opened(token, later(6 * DAY_MS))).not.toBeNull()
    expect(await opened(token, later(7 * DAY_MS))).toBeNull()
    await endToken(owner, id, NOW)
    expect(await opened(token)).toBeNull()
  })

  it('ends with its member, and stays ended when the member comes back', async () => {
    const world = await newWorld()
    const { token } = await tokenIn(world, 'editor')
    await removeMember(world.owner, world.editor.memberId)
    expect(await opened(token)).toBeNull()
    await withViewer(world.owner, (tx) =>
      tx.member.updateMany({ where: { id: world.editor.memberId }, data: { removedAt: null } }),
    )
    expect(await opened(token)).toBeNull()
  })

  it('ends with a suspension, and stays ended when the member is restored', async () => {
    const world = await newWorld()
    const { token } = await tokenIn(world, 'editor')
    await suspendMember(world.owner, world.editor.memberId)
    expect(await opened(token)).toBeNull()
    await restoreMember(world.owner, world.editor.memberId)
    expect(await opened(token)).toBeNull()
  })

  it('has the role of this moment', async () => {
    const world = await newWorld()
    const { token } = await tokenIn(world, 'editor')
    await withViewer(world.owner, (tx) =>
      tx.member.updateMany({ where: { id: world.editor.memberId }, data: { role: 'viewer' } }),
    )
    expect((await opened(token))?.viewer?.role).toBe('viewer')
  })

  it('ends where sessions end: with another password, and with a lock-down', async () => {
    const world = await newWorld()
    const first = await tokenIn(world, 'owner')
    await changePassword(
      world.owner,
      { password: GOOD_PASSWORD, newPassword: 'nine lamps along the harbour' },
      { sessionId: first.id, address: null },
      NOW,
    )
    expect(await opened(first.token)).toBeNull()
    const second = await tokenIn(world, 'editor')
    expect((await lockDown(world.owner, null, NOW)).tokens).toBe(1)
    expect(await opened(second.token)).toBeNull()
  })

  it('opens nothing for who owes the codes that the workspace asks for', async () => {
    const world = await newWorld()
    const [editor, viewer] = [await tokenIn(world, 'editor'), await tokenIn(world, 'viewer')]
    const { workspaceId: id } = world
    await withViewer(world.owner, (tx) =>
      tx.workspace.update({ where: { id }, data: { requiresCodes: true } }),
    )
    expect(await opened(editor.token)).toBeNull()
    expect(await opened(viewer.token)).not.toBeNull()
    const key = { credentialId: id, publicKey: new Uint8Array(1), name: 'Phone' }
    const { accountId } = world.editor
    await withViewer(world.owner, (tx) => tx.passkey.create({ data: { accountId, ...key } }))
    expect(await opened(editor.token)).not.toBeNull()
  })

  it('is counted, whatever else the member has', async () => {
    const { owner } = await newWorld()
    const { id, token } = await made(owner)
    const first = await opened(token)
    expect(first?.limit).toMatchObject({ most: 300, left: 299, seconds: 60 })
    await withViewer(owner, (tx) =>
      tx.rateLimit.updateMany({ where: { key: `api ${id}` }, data: { hits: 298 } }),
    )
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => opened(token)))
    expect(atOnce.filter((one) => one?.viewer === null)).toHaveLength(2)
    expect((await opened((await made(owner)).token))?.limit.left).toBe(299)
    expect((await opened(token, later(60_000)))?.viewer).not.toBeNull()
  })

  it('is listed with its last use, for its member and under who can see what', async () => {
    const world = await newWorld()
    const other = await newCampaignFor(world.owner)
    const { token } = await made(world.editor, { reach: 'chosen', campaigns: [other.id] })
    expect(await listTokens(world.editor, NOW)).toMatchObject([
      {
        name: 'Nightly script',
        scope: 'read',
        usedAt: null,
        expiresAt: '2026-05-30T12:00:00.000Z',
      },
    ])
    await opened(token, later(5_000))
    await opened(token, later(9_000))
    const seen = await accessOverview(world.owner, NOW)
    expect(seen.tokens).toMatchObject([
      { name: 'Nightly script', member: 'A editor', usedAt: '2026-03-01T12:00:05.000Z' },
    ])
    expect(seen.tokens[0]?.campaigns).toHaveLength(1)
  })

  it('is for campaigns that its member may see', async () => {
    const { owner } = await newWorld()
    const strange = (await newWorld()).campaign.id
    await expect(made(owner, { reach: 'chosen', campaigns: [strange] })).rejects.toThrow(
      'does not exist',
    )
    expect(() => tokenSchema.parse({ name: 'x', reach: 'chosen' })).toThrow('Select at least one')
  })
})
