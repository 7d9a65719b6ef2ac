import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { memberIn, newWorld, type World } from '../testing/world'
import { addImport, undoImport } from './mutations'
import { listImports } from './queries'
import { runImport } from './run'
import { file, LEAVE, ROWS, sheetsInto } from './test-support'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
})
const { imported, entries } = sheetsInto(() => world)

describe('undoing an import', () => {
  it('puts its entries into the trash, and leaves what somebody changed', async () => {
    const { id } = await imported(ROWS)
    const [, second] = await entries()
    const entry = await getEntry(world.owner, second?.id ?? '')
    await saveEdit(world.owner, entry, editOf(entry, { title: 'Another title' }))
    expect(await undoImport(world.owner, id)).toEqual({ undone: 1, restored: 0, left: 1 })
    expect((await entries()).map((one) => one.id)).toEqual([second?.id])
    await expect(undoImport(world.owner, id)).rejects.toThrow('does not exist')
    const again = await imported(ROWS)
    expect(again.checked).toMatchObject({
      good: [{ row: { number: 2 } }],
      same: [{ row: { number: 3 }, entryId: second?.id }],
    })
  })

  it('is over after 30 days', async () => {
    const { id } = await imported(ROWS)
    const later = new Date(Date.now() + 31 * 86_400_000)
    await expect(undoImport(world.owner, id, later)).rejects.toThrow('can be undone for 30 days')
  })

  it('is for whoever imported, and for editors', async () => {
    const { id } = await imported(ROWS)
    await expect(undoImport(world.contributor, id)).rejects.toThrow('does not exist')
    expect(await listImports(world.contributor, world.campaign.slug)).toEqual([])
    expect(await undoImport(world.editor, id)).toEqual({ undone: 2, restored: 0, left: 0 })
    const own = await addImport(world.contributor, world.campaign.slug, file(ROWS))
    await runImport(world.contributor, own, LEAVE)
    const other = await memberIn(world.workspaceId, 'contributor')
    await expect(undoImport(other, own)).rejects.toThrow('does not exist')
    expect(await undoImport(world.contributor, own)).toEqual({ undone: 2, restored: 0, left: 0 })
  })
})
