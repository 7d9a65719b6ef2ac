import { expect, it } from 'vitest'
import { databaseWork } from '@/lib/database-work'
import { useTestDatabase } from '../auth/test-support'
import { atThreshold } from '../db'

useTestDatabase()

it('what is sent to the database is counted, by either way and with its failures', async () => {
  await atThreshold({}, (tx) => tx.$queryRaw`select 1`)
  const before = { ...databaseWork() }
  await atThreshold({}, (tx) => tx.$queryRaw`select pg_sleep(0.05)`)
  // Its transaction begins and ends by statements too.
  expect(databaseWork().statements).toBeGreaterThan(before.statements + 1)
  await expect.poll(() => databaseWork().seconds - before.seconds).toBeGreaterThan(0.05)
  const between = { ...databaseWork() }
  await atThreshold({}, (tx) => tx.account.count())
  expect(databaseWork().statements).toBeGreaterThan(between.statements + 1)
  await expect(atThreshold({}, (tx) => tx.$queryRaw`select 1 / 0`)).rejects.toThrow()
  expect(databaseWork().failed).toBeGreaterThan(before.failed)
})
