import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { databaseNow } from '@/scripts/testing/clock'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase as aTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { newWorld, type World } from '../../testing/world'
import { revokeShare, takeBackEnd } from './ending'
import { createShare } from './mutations'
import { getShare, listShares } from './queries'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function newLink() {
  const { owner, campaign } = world
  const { id, url } = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
  return { id, opens: async () => (await shareReaderFor(url.split('/').at(-1) ?? '')) !== null }
}
const after = (seconds: number) => new Date(Date.now() + seconds * 1_000)

describe('the end of a link', () => {
  it('can be taken back within a minute, and the link is dead meanwhile', async () => {
    const { owner } = world
    const { id, opens } = await newLink()
    await revokeShare(owner, id)
    expect(await opens()).toBe(false)
    expect((await getShare(owner, id)).revoked?.canTakeBack).toBe(true)
    await takeBackEnd(owner, id)
    expect(await opens()).toBe(true)
    expect(await getShare(owner, id)).toMatchObject({ state: 'live', revoked: null })
    const live = (await listShares(owner)).filter(({ state }) => state === 'live')
    expect(live.map((share) => share.id)).toContain(id)
  })

  it('is for good after that, whoever writes', async () => {
    const { owner } = world
    const { id, opens } = await newLink()
    await revokeShare(owner, id)
    expect((await getShare(owner, id, after(61))).revoked?.canTakeBack).toBe(false)
    await expect(takeBackEnd(owner, id, after(61))).rejects.toMatchObject({ code: 'conflict' })
    expect(await opens()).toBe(false)
    const old = await newLink()
    const inDatabase = withViewer(owner, async (tx) => {
      const end = { workspaceId: owner.workspaceId, shareLinkId: old.id }
      const { id: revocationId } = await tx.shareRevocation.create({
        data: { ...end, revokedAt: new Date(databaseNow() - 71_000) },
        select: { id: true },
      })
      await tx.shareRevival.create({ data: { ...end, revocationId }, select: { revivedAt: true } })
    })
    await expect(inDatabase).rejects.toThrow('this end of a link is for good')
  })

  it('can come again after it was taken back', async () => {
    const { owner } = world
    const { id, opens } = await newLink()
    await expect(takeBackEnd(owner, id)).rejects.toMatchObject({ code: 'conflict' })
    for (let round = 0; round < 2; round += 1) {
      await revokeShare(owner, id)
      await revokeShare(owner, id)
      expect(await opens()).toBe(false)
      await takeBackEnd(owner, id)
      expect(await opens()).toBe(true)
      await expect(takeBackEnd(owner, id)).rejects.toMatchObject({ code: 'conflict' })
    }
    await revokeShare(owner, id)
    expect(await opens()).toBe(false)
    expect((await getShare(owner, id)).state).toBe('revoked')
  })

  it('counts as an end of which no older copy may know nothing, taken back or not', async () => {
    const { owner } = world
    const { id } = await newLink()
    const count = async () =>
      (await withViewer(owner, (tx) => tx.epoch.findFirstOrThrow({ select: { count: true } })))
        .count
    const before = await count()
    await revokeShare(owner, id)
    await takeBackEnd(owner, id)
    expect(await count()).toBe(before + 1n)
    await revokeShare(owner, id)
    expect(await count()).toBe(before + 2n)
  })

  it('is one end where two come at once', async () => {
    const { owner } = world
    const { id } = await newLink()
    await Promise.all([revokeShare(owner, id), revokeShare(owner, id), revokeShare(owner, id)])
    const ends = await withViewer(owner, (tx) =>
      tx.shareRevocation.count({ where: { workspaceId: owner.workspaceId, shareLinkId: id } }),
    )
    expect(ends).toBe(1)
  })
})
