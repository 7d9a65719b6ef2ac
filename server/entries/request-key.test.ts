import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { logEntry, newWorld, type World } from '../testing/world'
import { getEntry } from './queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

describe('one request key', () => {
  it('sent twenty times at once logs one entry and gives equal answers', async () => {
    const requestKey = randomUUID()
    const fields = { requestKey, title: 'Only once', appearances: [{ name: 'Only One' }] }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        logEntry(world.contributor, world.campaign, {
          ...fields,
          status: 'draft',
        }),
      ),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    const rows = await withViewer(world.owner, (tx) =>
      tx.entry.count({ where: { title: 'Only once' } }),
    )
    expect(rows).toBe(1)
    expect(
      await logEntry(world.contributor, world.campaign, { ...fields, status: 'draft' }),
    ).toEqual(answers[0])
  })

  it('is free again where the first try was refused', async () => {
    const requestKey = randomUUID()
    const refused = { requestKey, dateClaims: [{ value: '12 Feb 2026', source: 'entry' }] }
    await expect(logEntry(world.owner, world.campaign, refused)).rejects.toMatchObject({
      code: 'invalid',
      path: ['dateClaims', 0, 'source'],
    })
    const { id } = await logEntry(world.owner, world.campaign, { requestKey })
    expect((await getEntry(world.owner, id)).version).toBe(1)
  })
})
