import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { logEntry, newWorld, readerOf, type World } from '../testing/world'
import { filteredEntries } from '../timeline/filter/where'
import { getSharedCampaign } from '../shares/links/queries'
import { changeMany } from './bulk'
import { getEntry } from './queries'
import { reviewEntry } from './review'
import { checkEntry, uncheckEntry } from './second-reader'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

let id: string
beforeEach(async () => {
  id = (await logEntry(world.contributor, world.campaign, { status: 'in_review' })).id
})

const NOON = new Date('2026-11-29T20:00:00Z')
const version = async () => (await getEntry(world.owner, id)).version
async function published(): Promise<number> {
  return reviewEntry(world.editor, id, { decision: 'publish', note: '' })
}

describe('a second person', () => {
  it('can say that an entry is right, with their name for members and the day for readers', async () => {
    await checkEntry(world.editor, id, await published(), NOON)
    expect((await getEntry(world.owner, id)).checked).toEqual({
      ...{ day: '2026-11-29', by: expect.any(String) as string },
    })
    const reader = await readerOf(world.owner, world.campaign.id)
    const { page } = await getSharedCampaign(reader, { order: 'newest', after: null })
    const shown = page.entries.find(({ checked }) => checked)
    expect(shown?.checked).toEqual({ day: '2026-11-29' })
  })

  it('is nobody who wrote the entry or changed it last, though whoever published it may', async () => {
    const now = await published()
    await expect(checkEntry(world.contributor, id, now)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await changeMany(world.owner, world.campaign.id, { ids: [id], action: 'tag', tag: ['one'] })
    await expect(checkEntry(world.owner, id, await version())).rejects.toMatchObject({
      code: 'forbidden',
    })
    await checkEntry(world.editor, id, await version())
    expect((await getEntry(world.owner, id)).checked).toBeDefined()
  })

  it('checks what they read, once it is published', async () => {
    await expect(checkEntry(world.editor, id, await version())).rejects.toMatchObject({
      code: 'conflict',
    })
    const read = await version()
    await published()
    await expect(checkEntry(world.editor, id, read)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('checked nothing that was changed since, and can be doubted', async () => {
    await checkEntry(world.editor, id, await published())
    await changeMany(world.owner, world.campaign.id, { ids: [id], action: 'tag', tag: ['two'] })
    expect((await getEntry(world.owner, id)).checked).toBeUndefined()
    await checkEntry(world.editor, id, await version())
    await uncheckEntry(world.contributor, id)
    expect((await getEntry(world.owner, id)).checked).toBeUndefined()
  })

  it('is what a filter can ask for', async () => {
    await checkEntry(world.editor, id, await published())
    const { owner, campaign } = world
    const { id: other } = await logEntry(owner, campaign)
    const found = async (checked: boolean) =>
      withViewer(owner, async (tx) => {
        const where = await filteredEntries(tx, owner, campaign.id, { ...noFilter, checked })
        const rows = await tx.$queryRaw<{ id: string }[]>`select e.id from entry e where ${where}`
        return rows.map((row) => row.id)
      })
    expect(await found(true)).toContain(id)
    expect(await found(true)).not.toContain(other)
    expect(await found(false)).toContain(other)
    expect(await found(false)).not.toContain(id)
  })
})
