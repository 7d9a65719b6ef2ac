import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
import { shareReaderFor } from '../../auth/share-reader'
import type { Organizer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { logEntry, newWorld, readerOf, type World } from '../../testing/world'
import { handOverShare, revokeAllShares } from './keeping'
import { createShare } from './mutations'
import { listShares } from './queries'
import { readShared, readSharedEntry } from '../reading/read'
import { readSharedRecord } from '../reading/record'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const window = { order: 'newest', after: null, limit: 100 } as const
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)
const make = (by: Organizer, more: Record<string, unknown> = {}) =>
  createShare(by, shareSchema.parse({ campaign: world.campaign.id, ...more }))

async function leave({ memberId, workspaceId }: Organizer, removedAt: Date | null): Promise<void> {
  await withViewer(world.owner, (tx) =>
    tx.member.updateMany({ where: { workspaceId, id: memberId }, data: { removedAt } }),
  )
}

describe('a link', () => {
  it('ends with the member who keeps it, unless it was handed over', async () => {
    const ending = await make(world.editor)
    const staying = await make(world.editor)
    await handOverShare(world.owner, { share: staying.id, member: world.owner.memberId })
    await leave(world.editor, new Date())
    expect(await shareReaderFor(tokenOf(ending.url))).toBeNull()
    expect(await shareReaderFor(tokenOf(staying.url))).not.toBeNull()
    const listed = await listShares(world.owner, world.campaign.id)
    expect(listed.find(({ id }) => id === ending.id)).toMatchObject({ state: 'left', url: null })
    expect(listed.find(({ id }) => id === staying.id)).toMatchObject({
      ...{ state: 'live', by: 'A editor', keeper: { id: world.owner.memberId } },
    })
    await leave(world.editor, null)
  })

  it('is handed to those alone who may share', async () => {
    const { id } = await make(world.owner)
    for (const { memberId } of [world.viewer, world.contributor]) {
      await expect(
        handOverShare(world.owner, { share: id, member: memberId }),
      ).rejects.toMatchObject({ code: 'invalid' })
    }
  })

  it('ends with all others, once', async () => {
    const own = await newWorld()
    const reader = await readerOf(own.owner, own.campaign.id)
    const input = shareSchema.parse({ campaign: own.campaign.id })
    const { url } = await createShare(own.owner, input)
    expect(await revokeAllShares(own.owner)).toBe(3)
    expect(await revokeAllShares(own.owner)).toBe(0)
    expect(await shareReaderFor(tokenOf(url))).toBeNull()
    expect(reader.workspaceId).toBe(own.workspaceId)
  })
})

describe('the scope of a link', () => {
  it('is one entry, a filter or the ledger, and a reader can only narrow it', async () => {
    const own = await newWorld()
    const { owner, campaign } = own
    const rally = await logEntry(owner, campaign, {
      title: 'Rally',
      demands: [{ wording: 'End it', targets: 'Amazon' }],
    })
    await logEntry(owner, campaign, { title: 'Walkout', kind: 'walkout', tags: 'inside' })
    await logEntry(owner, campaign, {
      ...{ title: 'Refusal', kind: 'refusal' },
      demands: [{ wording: 'Say so', targets: 'Ring' }],
    })
    const read = async (more: Record<string, unknown>) => {
      const { url } = await createShare(
        owner,
        shareSchema.parse({ campaign: campaign.id, ...more }),
      )
      const reader = await shareReaderFor(tokenOf(url))
      if (!reader) throw new Error('The link should live.')
      const record = await readSharedRecord(reader)
      return {
        reader,
        titles: record.entries.map(({ title }) => title).sort(),
        demands: record.demands.map(({ wording }) => wording),
      }
    }
    const whole = await read({})
    expect(whole.titles).toEqual(['Rally', 'Refusal', 'Walkout'])
    expect(await read({ scope: 'entry', entry: rally.id })).toMatchObject({
      ...{ titles: ['Rally'], demands: ['End it'] },
    })
    // A member may choose by tags, which no reader of this link sees.
    expect(await read({ scope: 'filter', filter: 'tag=inside' })).toMatchObject({
      ...{ titles: ['Walkout'], demands: [] },
    })
    expect(await read({ scope: 'ledger' })).toMatchObject({
      ...{ titles: [], demands: ['End it', 'Say so'] },
    })
    const actions = await read({ scope: 'filter', filter: 'lane=action' })
    const { noFilter } = await import('@/lib/timeline/filters')
    const asked = (filter: Partial<typeof noFilter>) =>
      readShared(actions.reader, { ...window, filter: { ...noFilter, ...filter } })
    expect((await asked({ lanes: ['response'] })).count).toBe(0)
    expect((await asked({ kinds: ['rally'] })).count).toBe(1)
    expect((await asked({ text: 'Refusal' })).count).toBe(0)
    expect((await asked({ tags: ['inside'], statuses: ['draft'] })).count).toBe(2)
    const all = await readShared(whole.reader, window)
    const id = all.page.entries.find(({ title }) => title === 'Refusal')?.id ?? ''
    expect((await readSharedEntry(whole.reader, id)).entry.title).toBe('Refusal')
    await expect(readSharedEntry(actions.reader, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(readSharedEntry(whole.reader, rally.id)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(read({ scope: 'filter', filter: 'nothing=1' })).rejects.toMatchObject({
      path: ['filter'],
    })
  })
})
