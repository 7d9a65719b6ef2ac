import { beforeEach, describe, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { newWorld, type World } from '../testing/world'
import { addImport, cancelImport, undoImport } from './mutations'
import { getImport } from './queries'
import { resumeCutOff } from './resume'
import { resumeImport, runImport } from './run'
import { eraseRows } from './write'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const entries = () =>
  withViewer(world.owner, (tx) => tx.entry.findMany({ where: { trashedAt: null } }))

describe('an import that was cut off', () => {
  const COUNT = 150
  const many = Array.from({ length: COUNT }, (_, n) => `2026-02-13,Rally ${n},Seattle\n`).join('')

  const LEAVE = { alike: 'leave', takeGood: false } as const
  const added = () =>
    addImport(world.owner, world.campaign.slug, {
      ...{ name: 'sheet.csv', bytes: new TextEncoder().encode(`Date,Title,Place\n${many}`) },
      mapping: {
        columns: columnsTo(['Date', 'date'], ['Title', 'title'], ['Place', 'place']),
        constants: { kind: 'rally' },
      },
    })

  /** As a process leaves it that is killed after its first rows. */
  async function cutOff(kept: number): Promise<string> {
    const id = await added()
    await runImport(world.owner, id, LEAVE)
    await withViewer(world.owner, async (tx) => {
      const rows = await tx.importedRow.findMany({
        where: { importId: id, number: { gt: kept + 1 } },
        select: { entryId: true },
      })
      await tx.entry.deleteMany({ where: { id: { in: rows.map(({ entryId }) => entryId) } } })
      await tx.import.updateMany({
        where: { id },
        data: { state: 'running', finishedAt: null, movedAt: new Date(Date.now() - 61_000) },
      })
    })
    return id
  }
  const titles = async () => new Set((await entries()).map(({ title }) => title))

  it('says so, with how far it is', async () => {
    const id = await cutOff(40)
    expect(await getImport(world.owner, id)).toMatchObject({
      ...{ state: 'running', cutOff: true, written: 40, toWrite: COUNT, rate: null },
    })
  })

  it('goes on with the rows that are missing, also in two processes at once', async () => {
    const id = await cutOff(40)
    await Promise.all([resumeImport(world.owner, id), resumeImport(world.editor, id)])
    expect(await entries()).toHaveLength(COUNT)
    expect((await titles()).size).toBe(COUNT)
    expect(await getImport(world.owner, id)).toMatchObject({ state: 'done', written: COUNT })
  })

  it('is taken up by the server once, as the member who began it', async () => {
    // What other tests left.
    await resumeCutOff()
    const id = await cutOff(100)
    const [one, two] = await Promise.all([resumeCutOff(), resumeCutOff()])
    expect(one + two).toBe(1)
    const made = await entries()
    expect(made).toHaveLength(COUNT)
    expect(new Set(made.map(({ createdBy }) => createdBy))).toEqual(new Set([world.owner.memberId]))
    expect((await getImport(world.owner, id)).state).toBe('done')
  })

  it('stays whole when the process that was slow fails after another one finished it', async () => {
    const id = await added()
    const lost = runImport(world.owner, id, LEAVE, async () => {
      await resumeImport(world.owner, id)
      throw new Error('The connection was lost.')
    })
    await expect(lost).rejects.toThrow('The connection was lost.')
    expect(await entries()).toHaveLength(COUNT)
    expect(await getImport(world.owner, id)).toMatchObject({ state: 'done', written: COUNT })
  })

  it('leaves nothing when it fails, and can be begun again', async () => {
    const id = await added()
    const lost = runImport(world.owner, id, LEAVE, () => {
      throw new Error('The connection was lost.')
    })
    await expect(lost).rejects.toThrow('The connection was lost.')
    expect(await entries()).toEqual([])
    await runImport(world.owner, id, LEAVE)
    expect(await entries()).toHaveLength(COUNT)
  })

  it('leaves nothing when it is cancelled', async () => {
    const id = await cutOff(40)
    await cancelImport(world.owner, id)
    expect(await entries()).toEqual([])
    await expect(resumeImport(world.owner, id)).rejects.toThrow()
    expect(await entries()).toEqual([])
  })

  it('that is cancelled leaves what somebody worked on meanwhile', async () => {
    const id = await cutOff(40)
    const [first, second] = await entries()
    const entry = await getEntry(world.editor, first?.id ?? '')
    await saveEdit(world.editor, entry, editOf(entry, { title: 'Worked on' }))
    expect(await cancelImport(world.owner, id)).toBe(1)
    expect((await entries()).map(({ title }) => title)).toEqual(['Worked on'])
    expect((await entries()).map((one) => one.id)).not.toContain(second?.id)
    // What stayed is not imported a second time.
    await runImport(world.owner, id, { ...LEAVE, alike: 'make' })
    expect(await entries()).toHaveLength(COUNT)
  })

  it('has nothing to undo once it is cancelled, and all once it is done after all', async () => {
    const id = await cutOff(40)
    await cancelImport(world.owner, id)
    await expect(undoImport(world.owner, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await getImport(world.owner, id)).toMatchObject({ state: 'waiting', written: 0 })
    await runImport(world.owner, id, LEAVE)
    expect(await entries()).toHaveLength(COUNT)
    const undone = { undone: COUNT, restored: 0, left: 0 }
    expect(await undoImport(world.owner, id)).toEqual(undone)
    expect(await entries()).toEqual([])
    // Undone, it is over: neither stopped, begun nor undone again.
    for (const again of [cancelImport, undoImport, resumeImport])
      await expect(again(world.owner, id)).rejects.toThrow()
    expect(await entries()).toEqual([])
  })

  it('keeps what is written once it is begun again, although it was to be erased before', async () => {
    const id = await cutOff(40)
    await expect(eraseRows({ viewer: world.owner, id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await entries()).toHaveLength(40)
    await resumeImport(world.owner, id)
    await expect(eraseRows({ viewer: world.owner, id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await entries()).toHaveLength(COUNT)
  })
})
