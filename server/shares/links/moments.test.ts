import pg from 'pg'
import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { shareDetailsSchema, shareSchema, shareTermsSchema } from '@/lib/schemas/share'
import { GOOD_PASSWORD, useTestDatabase } from '../../auth/test-support'
import { openShare } from '../../auth/share-reader'
import { withViewer } from '../../db'
import { logEntry, newCampaignFor, newWorld, type World } from '../../testing/world'
import { freezeShare } from '../editions/editions'
import { changeShareDetails, changeShareTerms } from './changes'
import { requireIndexable } from './indexable'
import { changeSharePassword, handOverShare, listKeepers, revokeAllShares } from './keeping'
import { createShare } from './mutations'
import { countPaused, resumeShares } from './paused'
import { handleValue, openHandle } from './private'
import { listShares } from './queries'
import { hashShareToken } from './token'
import { unlocks, unlockValue } from './unlock'

useTestDatabase()

const HOUR = 3_600_000
const now = new Date('2026-02-14T03:00:00Z')
const before = new Date(now.getTime() - 1)

let world: World
beforeEach(async () => {
  world = await newWorld()
})

async function newLink(more: Record<string, unknown> = {}, made = now) {
  const { owner, campaign } = world
  const input = shareSchema.parse({ campaign: campaign.id, lens: 'public', ...more })
  const { id, url, expiresAt } = await createShare(owner, input, made)
  const token = new URL(url).pathname.slice('/s/'.length)
  const state = async (at = now) => (await openShare(token, () => undefined, at))?.state ?? null
  const row = () => withViewer(owner, (tx) => tx.shareLink.findFirstOrThrow({ where: { id } }))
  return { id, token, state, row, ends: new Date(expiresAt ?? 0) }
}

const pause = () =>
  withViewer(world.owner, (tx) => tx.shareLink.updateMany({ data: { pausedAt: now } }))
const remove = (memberId: string) =>
  withViewer(world.owner, (tx) =>
    tx.member.updateMany({ where: { id: memberId }, data: { removedAt: now } }),
  )

describe('a link', () => {
  it('ends with its last millisecond, for readers and for who ends or counts the rest', async () => {
    const { id, state, ends } = await newLink({ expires: '1d' })
    const last = new Date(ends.getTime() - 1)
    expect([await state(last), await state(ends)]).toEqual(['open', null])
    const listed = async (at: Date) =>
      (await listShares(world.owner, world.campaign.id, at)).find((one) => one.id === id)?.state
    expect([await listed(last), await listed(ends)]).toEqual(['live', 'expired'])
    await pause()
    // The other link is that of the world's reader.
    expect(await countPaused(world.owner, last)).toBe(2)
    expect(await countPaused(world.owner, ends)).toBe(1)
    expect(await revokeAllShares(world.owner, undefined, ends)).toBe(1)
    await expect(freezeShare(world.owner, { share: id }, ends)).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      changeShareDetails(world.owner, shareDetailsSchema.parse({ share: id, label: 'x' }), ends),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('that is paused opens nothing before an owner lets it be read again', async () => {
    const { id, state } = await newLink()
    const other = await newLink()
    expect(await countPaused(world.owner, now)).toBe(0)
    await pause()
    expect([await state(), await other.state()]).toEqual([null, null])
    await expect(resumeShares(world.editor, id)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await resumeShares(world.owner, id)).toBe(1)
    expect([await state(), await other.state()]).toEqual(['open', null])
    expect(await countPaused(world.owner, now)).toBe(2)
  })

  it('is ended with those of its own campaign alone, where one is named', async () => {
    const { owner } = world
    const { state } = await newLink()
    const other = await newCampaignFor(owner)
    const elsewhere = await createShare(owner, shareSchema.parse({ campaign: other.id }), now)
    expect(await revokeAllShares(owner, other.id, now)).toBe(1)
    expect(await state()).toBe('open')
    expect((await listShares(owner, other.id, now))[0]).toMatchObject({
      ...{ id: elsewhere.id, state: 'revoked' },
    })
  })

  it('is handed over to nobody who has left', async () => {
    const { owner, editor, viewer, contributor } = world
    const { id } = await newLink()
    const keepers = async () => (await listKeepers(owner)).map((one) => one.id).sort()
    expect(await keepers()).toEqual([owner.memberId, editor.memberId].sort())
    await remove(editor.memberId)
    expect(await keepers()).toEqual([owner.memberId])
    for (const { memberId } of [editor, viewer, contributor])
      await expect(handOverShare(owner, { share: id, member: memberId })).rejects.toMatchObject({
        ...{ code: 'invalid', path: ['member'] },
      })
  })

  it('to one entry is to one of its own campaign', async () => {
    const { owner } = world
    const other = await newCampaignFor(owner)
    const { id: entry } = await logEntry(owner, other, { title: 'Elsewhere' })
    await expect(newLink({ scope: 'entry', entry })).rejects.toMatchObject({ path: ['entry'] })
  })
})

describe('search engines', () => {
  const open = { indexed: true, lens: 'public', locked: false, private: false } as const

  it.each([
    [{}, true],
    [{ lens: 'press' }, false],
    [{ locked: true }, false],
    [{ private: true }, false],
    [{ indexed: false, lens: 'press', locked: true, private: true }, true],
  ] as const)('may be told of a link that is %j: %s', (more, may) => {
    const ask = () => requireIndexable({ ...open, ...more })
    if (may) expect(ask).not.toThrow()
    else expect(ask).toThrow('Search engines')
  })

  it('lose a link that is for fewer people from then on', async () => {
    const { owner } = world
    const narrowed = await newLink({ indexed: 'on' }, new Date())
    expect((await narrowed.row()).indexed).toBe(true)
    const terms = { share: narrowed.id, lens: 'press' }
    await changeShareTerms(owner, shareTermsSchema.parse(terms))
    expect((await narrowed.row()).indexed).toBe(false)
    const locked = await newLink({ indexed: 'on' }, new Date())
    await changeSharePassword(owner, { share: locked.id, password: GOOD_PASSWORD })
    expect((await locked.row()).indexed).toBe(false)
    expect(await locked.state(new Date())).toBe('locked')
  })
})

it('what was kept of a link is forgotten with each change of it', async () => {
  const { owner } = world
  const { id, token } = await newLink({}, new Date())
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listener.connect()
  const heard: (string | undefined)[] = []
  listener.on('notification', ({ payload }) => heard.push(payload))
  await listener.query('listen share_changed')
  const details = shareDetailsSchema.parse({ share: id, label: 'newsroom' })
  const changes: Record<string, () => Promise<unknown>> = {
    terms: () => changeShareTerms(owner, shareTermsSchema.parse({ share: id, lens: 'press' })),
    details: () => changeShareDetails(owner, details),
    keeper: () => handOverShare(owner, { share: id, member: world.editor.memberId }),
    password: () => changeSharePassword(owner, { share: id, password: GOOD_PASSWORD }),
    edition: () => freezeShare(owner, { share: id }),
    resumed: () => pause().then(() => resumeShares(owner, id)),
    end: () => revokeAllShares(owner, world.campaign.id),
  }
  const told: Record<string, boolean> = {}
  try {
    for (const [name, change] of Object.entries(changes)) {
      heard.length = 0
      await change()
      await listener.query('select 1')
      told[name] = heard.includes(hashShareToken(token).toString('hex'))
    }
  } finally {
    await listener.end()
  }
  expect(told).toEqual(Object.fromEntries(Object.keys(changes).map((name) => [name, true])))
})

describe('what opens a link in a browser', () => {
  const lock = { shareLinkId: '00000000-0000-7000-8000-000000000001', passwordVersion: 1 }
  const ends = new Date(now.getTime() + 12 * HOUR)
  const last = new Date(ends.getTime() - 1)

  it('is a password given less than 12 hours ago, of this link and no earlier one', () => {
    const value = unlockValue(lock, now)
    expect([unlocks(value, lock, last), unlocks(value, lock, ends)]).toEqual([true, false])
    expect(unlocks(value, { ...lock, passwordVersion: 2 }, now)).toBe(false)
    const shareLinkId = '00000000-0000-7000-8000-000000000002'
    expect(unlocks(value, { ...lock, shareLinkId }, now)).toBe(false)
    const [, mac = ''] = value.split('.')
    expect(unlocks(`${Math.floor(ends.getTime() / 1000) + 1}.${mac}`, lock, now)).toBe(false)
    expect(unlocks(undefined, lock, before)).toBe(false)
  })

  it('is a handle’s own cookie, for 12 hours', () => {
    const hash = randomBytes(32)
    const handle = 'p-0123456789abcdef'
    const value = handleValue(handle, hash, now)
    expect(openHandle(handle, value, last)).toEqual(hash)
    expect(openHandle(handle, value, ends)).toBeNull()
    expect(openHandle('p-0123456789abcdee', value, now)).toBeNull()
  })
})
