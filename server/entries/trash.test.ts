import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, memberIn, newWorld, type World } from '../testing/world'
import { listCampaignTrash } from '../trash/queries'
import { getEntry, listEntries } from './queries'
import { restoreEntry, trashEntry } from './trash'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const logged = async (fields: Parameters<typeof logEntry>[2] = {}) => {
  const { id } = await logEntry(world.owner, world.campaign, fields)
  return getEntry(world.owner, id)
}

describe('the trash', () => {
  it('takes an entry out of every list, and gives it back as it was', async () => {
    const entry = await logged({ title: 'To the trash', appearances: [{ name: 'Jo' }] })
    const { campaign, owner } = world
    const listed = async () => {
      const { entries } = await listEntries(owner, { campaignId: campaign.id, limit: 200 })
      return entries.some(({ id }) => id === entry.id)
    }
    expect(await trashEntry(world.editor, entry.id)).toEqual({ campaignSlug: campaign.slug })
    await expect(getEntry(owner, entry.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(saveEdit(owner, entry, editOf(entry))).rejects.toMatchObject({ code: 'not_found' })
    await expect(trashEntry(owner, entry.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await listed()).toBe(false)
    expect(await listCampaignTrash(owner, campaign.id)).toMatchObject([{ title: 'To the trash' }])

    await restoreEntry(owner, entry.id)
    await expect(restoreEntry(owner, entry.id)).rejects.toMatchObject({ code: 'not_found' })
    const { version, updatedAt: _at, ...back } = await getEntry(owner, entry.id)
    expect({ ...entry, ...back }).toEqual({ ...entry })
    expect(version).toBe(3)
    expect(await listed()).toBe(true)
  })

  it('does not make an edit that was begun before lose anything', async () => {
    const entry = await logged()
    await trashEntry(world.owner, entry.id)
    await restoreEntry(world.owner, entry.id)
    await saveEdit(world.editor, entry, editOf(entry, { title: 'Begun before' }))
    expect(await getEntry(world.owner, entry.id)).toMatchObject({
      ...{ title: 'Begun before', version: 4 },
    })
  })

  it('is emptied or filled by two at once only once', async () => {
    const entry = await logged()
    const other = await memberIn(world.workspaceId, 'editor')
    const codes = async (work: Promise<unknown>[]) =>
      (await Promise.allSettled(work)).map(({ status }) => status).sort()
    const members = [world.editor, other]
    expect(await codes(members.map((member) => trashEntry(member, entry.id)))).toEqual([
      'fulfilled',
      'rejected',
    ])
    expect(await codes(members.map((member) => restoreEntry(member, entry.id)))).toEqual([
      'fulfilled',
      'rejected',
    ])
  })
})
