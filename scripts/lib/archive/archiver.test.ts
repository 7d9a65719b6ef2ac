import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { archivedInstallations } from '../../testing/archived'
import { until } from '../processes'
import { restoreAt } from '../restore-at'
import { readState } from './state'

type Installation = Awaited<ReturnType<ReturnType<typeof archivedInstallations>['start']>>

const { out, secret, settings, folderFor, start } = archivedInstallations()
const folder = folderFor('data')
let one: Installation

const slots = () => one.rows(`select slot_name::text as row from pg_replication_slots`)
const stretch = () => readState(folder)?.stretch ?? ''

async function save(): Promise<string> {
  const [email = ''] = await one.rows(
    `insert into account (id, email, name, password_hash)
     values (gen_random_uuid(), gen_random_uuid() || '@example.org', 'A', '') returning email as row`,
  )
  return email
}

beforeAll(async () => {
  one = await start(folder)
  await one.migrate()
})

describe('an archive that cannot be written', () => {
  it('stops nobody from saving, is told once, and goes on when it can', async () => {
    const blocked = join(out, 'blocked')
    const archiver = one.archiver({ settings: { ...settings, folder: blocked } })
    writeFileSync(blocked, 'no folder')
    await archiver.step()
    await archiver.step()
    await save()
    expect(one.said).toEqual([expect.stringContaining(`${blocked} cannot be written`)])
    expect(readState(folder)).toMatchObject({ from: null, trouble: { says: one.said[0] } })
    rmSync(blocked)
    await archiver.step()
    expect(one.said[1]).toContain('is written again')
    expect(readState(folder)).toMatchObject({ from: expect.any(String) as string, trouble: null })

    const wal = join(blocked, stretch(), 'wal')
    rmSync(wal, { recursive: true })
    writeFileSync(wal, 'no folder')
    await save()
    await archiver.step()
    expect(readState(folder)?.trouble?.says).toContain('cannot be written')
    await archiver.end()
  })

  it('leaves the last room of a disk to what people save, and begins anew when there is more', async () => {
    let free = 10e9
    const archiver = one.archiver({ freeBytes: () => Promise.resolve(free) })
    await archiver.step()
    const first = stretch()
    expect(await slots()).toEqual(['throughline_archive'])
    free = 100e6
    await archiver.step()
    expect(await slots()).toEqual([])
    expect(readState(folder)?.stretch).toBe(first)
    expect(readState(folder)?.trouble?.says).toContain('too little room')
    free = 10e9
    await archiver.step()
    expect(readState(folder)?.trouble).toBeNull()
    expect(stretch()).not.toBe(first)
    await archiver.end()
  })

  it('begins no base backup that the disk has no room for, and stops one that fills it', async () => {
    const tight = { ...settings, folder: join(out, 'tight') }
    let looks = 0
    for (const free of [() => 505e6, () => ((looks += 1) > 20 ? 100e6 : 10e9)]) {
      const archiver = one.archiver({ settings: tight, freeBytes: () => Promise.resolve(free()) })
      await archiver.step()
      expect(one.said.at(-1)).toContain('too little room')
      expect(readdirSync(tight.folder)).toEqual([])
      expect(await slots()).toEqual([])
      await archiver.end()
    }
    expect(looks).toBeGreaterThan(20)
    expect(readState(folder)).toMatchObject({
      from: null,
      former: expect.arrayContaining([settings.folder]) as string[],
    })
  })

  it('tells when the database does not let it in', async () => {
    const archiver = one.archiver({ password: 'another' })
    const before = one.said.length
    for (let look = 0; look < 9; look += 1) await archiver.step()
    expect(one.said).toHaveLength(before)
    await archiver.step()
    expect(one.said.at(-1)).toContain('cannot reach the database')
    await archiver.end()
  })

  it('that may hold less than one base backup is given up, and says so', async () => {
    const small = { ...settings, folder: join(out, 'small'), bytes: 1_000_000 }
    const archiver = one.archiver({ settings: small })
    await archiver.step()
    expect(one.said.at(-1)).toContain('larger than THROUGHLINE_ARCHIVE_GB')
    expect(readdirSync(small.folder)).toEqual([])
    expect(await slots()).toEqual([])
    await archiver.end()
  })
})

describe('killed while people write', () => {
  it('goes on from where it was, and lacks nothing that was saved', async () => {
    let archiver = one.archiver()
    await archiver.step()
    const first = stretch()
    const saved: string[] = []
    let isWriting = true
    const writers = Array.from({ length: 3 }, async () => {
      while (isWriting) await save().then(saved.push.bind(saved), () => until(() => false, 50))
    })
    for (const round of [1, 2, 3]) {
      const wanted = saved.length + 20
      await until(() => saved.length >= wanted, 60_000)
      const step = archiver.step()
      if (round !== 1) await step
      process.kill(one.cluster.pid, 'SIGKILL')
      await one.cluster.ended
      await step
      // What a killed process leaves of a file.
      writeFileSync(join(settings.folder, first, 'wal', `${'0'.repeat(24)}.gz.new`), 'half')
      one = await start(folder)
      archiver = one.archiver()
      await archiver.step()
      expect(stretch()).toBe(first)
    }
    isWriting = false
    await Promise.all(writers)
    await archiver.end()
    expect(one.said).toEqual([])
    const back = folderFor('back')
    await restoreAt({
      ...{ archive: settings.folder, folder: back, secret },
      at: readState(folder)?.until ?? '',
    })
    const other = await start(back)
    const there = new Set(await other.rows('select email as row from account'))
    expect(saved.length).toBeGreaterThanOrEqual(60)
    expect(saved.filter((email) => !there.has(email))).toEqual([])
  })
})

describe('a database that is not the one that was archived', () => {
  it('is archived anew', async () => {
    const archiver = one.archiver()
    await archiver.step()
    const first = stretch()
    await archiver.end()
    // The log as it would be of a copy that went another way.
    const wal = join(settings.folder, first, 'wal')
    const [partial = ''] = readdirSync(wal).filter((name) => name.endsWith('.partial.gz'))
    writeFileSync(join(wal, partial), gzipSync('something else'))
    const again = one.archiver()
    await again.step()
    expect(stretch()).not.toBe(first)
    await again.end()
  })
})
