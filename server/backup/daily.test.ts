import { existsSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { env } from '../env'
import { newWorld, type World } from '../testing/world'
import { backUpDaily, backUpNow, listBackups } from './daily'
import { lastBackup } from './last-backup'
import { makeTakenBackup } from './taken'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const day = (n: number, hour = 3) => new Date(Date.UTC(2026, 1, n, hour))
const names = () => readdirSync(env().backups.folder).sort()

describe('the daily backup', () => {
  it('is made once a day, and three are kept', async () => {
    expect(lastBackup()).toBeNull()
    expect(await listBackups(world.owner)).toMatchObject({ last: null, retained: [], most: 3 })
    expect(await backUpDaily(day(1))).not.toBeNull()
    expect(await backUpDaily(day(1, 20))).toBeNull()
    for (const n of [2, 3, 4]) expect(await backUpDaily(day(n))).not.toBeNull()
    expect(names()).toEqual([
      'throughline-2026-02-02T030000000Z.zip',
      'throughline-2026-02-03T030000000Z.zip',
      'throughline-2026-02-04T030000000Z.zip',
    ])
    const { retained, last } = await listBackups(world.owner)
    expect(retained.map(({ at }) => at)).toEqual(
      [day(4), day(3), day(2)].map((at) => at.toISOString()),
    )
    expect(last?.bytes).toBe(retained[0]?.bytes)
  })

  it('removes no file that it did not make', async () => {
    writeFileSync(join(env().backups.folder, 'throughline-mine.zip'), 'mine')
    await backUpNow(world.owner, day(5))
    expect(names()).toHaveLength(4)
    expect(names()).toContain('throughline-mine.zip')
  })

  it('of another day stays, however many are made today', async () => {
    for (const hour of [5, 6, 7, 8]) await backUpNow(world.owner, day(5, hour))
    const { retained } = await listBackups(world.owner)
    expect(retained.map(({ at }) => at)).toEqual(
      [day(5, 8), day(4), day(3)].map((at) => at.toISOString()),
    )
  })

  it.each<[string, (owner: Organizer) => Promise<unknown>]>([
    ['kept', (owner) => backUpNow(owner, day(6))],
    ['taken away', (owner) => makeTakenBackup(owner, 'harbor ladder plum seven kites')],
  ])('is not %s where a second one like the last would fill the disk', async (_what, make) => {
    // Of holes alone: it takes no room itself.
    const huge = join(env().backups.folder, 'throughline-2099-02-05T100000000Z.zip')
    writeFileSync(huge, '')
    truncateSync(huge, 2 ** 43)
    const before = names()
    try {
      await expect(make(world.owner)).rejects.toMatchObject({
        ...{ code: 'unavailable', message: expect.stringContaining('too little room') as string },
      })
      expect(names()).toEqual(before)
    } finally {
      rmSync(huge)
    }
  })

  it('takes away what a cut-off one left, and nothing that is still written', async () => {
    const { folder } = env().backups
    const left = [
      join(folder, 'throughline-2026-02-05T030000000Z.zip.unfinished'),
      join(env().dataFolder, 'backup-123.opened'),
    ]
    const beingWritten = join(folder, 'throughline-2026-02-05T040000000Z.zip.unfinished')
    for (const file of [...left, beingWritten]) writeFileSync(file, 'half')
    for (const file of left) utimesSync(file, day(5), day(5))
    utimesSync(beingWritten, day(5, 8), day(5, 8))
    await backUpNow(world.owner, new Date(day(5, 8).getTime() + 60_000))
    expect(left.filter((file) => existsSync(file))).toEqual([])
    expect(existsSync(beingWritten)).toBe(true)
    rmSync(beingWritten)
  })

  it('is made one at a time', async () => {
    const [first, second] = await Promise.allSettled([
      backUpNow(world.owner, day(6)),
      backUpNow(world.owner, day(7)),
    ])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  })
})
