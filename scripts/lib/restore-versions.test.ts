import { describe, expect, it } from 'vitest'
import { useTestDatabase as onTestDatabase } from '../../server/auth/test-support'
import { writeBackup } from '../../server/backup/backup'
import { env } from '../../server/env'
import { installations, rowsOf } from '../testing/installations'
import { migrationsOnDisk } from './apply-migrations'
import { bringUpToDate } from './database'
import { restore } from './restore'

onTestDatabase()

const { at, fresh } = installations()

describe('a restore', () => {
  it('goes on from an earlier version of the database', async () => {
    const all = migrationsOnDisk()
    const older = await fresh()
    await bringUpToDate(older.urls, all.slice(0, -2))
    await rowsOf(
      older.superuser,
      `insert into account (id, email, name, password_hash)
       values (gen_random_uuid(), 'a@example.org', 'A', '') returning name as row`,
    )
    await writeBackup(at('older.zip'), null, { ...env(), directUrl: older.urls.app })
    const request = await fresh({ file: at('older.zip') })
    // Somebody has started this version once, and set nothing up.
    await bringUpToDate(request.urls, all)
    await restore(request)
    expect(await rowsOf(request.superuser, 'select name as row from account')).toEqual(['A'])
    const applied = 'select migration_name as row from _prisma_migrations order by 1'
    expect(await rowsOf(request.superuser, applied)).toEqual(all.map(({ name }) => name))
  })

  it('refuses what a newer version made', async () => {
    const newer = await fresh()
    await bringUpToDate(newer.urls, [
      ...migrationsOnDisk(),
      { name: '29990101000000_of_the_future', sql: 'select 1' },
    ])
    await writeBackup(at('newer.zip'), null, { ...env(), directUrl: newer.urls.app })
    await expect(restore(await fresh({ file: at('newer.zip') }))).rejects.toThrow('newer version')
  })
})
