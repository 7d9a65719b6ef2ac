import { expect, it, vi } from 'vitest'
import { idle } from '@/lib/forms/state'
import { useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { listShares } from '@/server/shares/links/queries'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { makeShare } from './(organizer)/campaigns/[slug]/shares/actions'

inTestDatabase()

let world: World

vi.mock('@/server/auth/session', () => ({
  findViewer: () => Promise.resolve(world.owner),
  currentMember: () => Promise.resolve(null),
  signedInRecently: () => Promise.resolve(true),
}))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

it('the form asks about words that may be names, and keeps what was typed', async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const appearances = [{ name: 'Will March' }]
  await logEntry(owner, campaign, { title: 'Then March spoke', appearances })
  const typed = { campaign: campaign.id, lens: 'press', label: 'For the newsroom', expires: '7d' }
  const send = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    return makeShare(idle, data)
  }
  const before = await listShares(owner, campaign.id)
  const asked = await send(typed)
  expect(asked).toMatchObject({
    status: 'invalid',
    values: typed,
    fieldErrors: { undecided: [expect.stringMatching(/^1 text may still name/)] },
  })
  expect(await listShares(owner, campaign.id)).toHaveLength(before.length)
  expect((await send({ ...typed, undecided: 'withheld' })).status).toBe('ok')
  expect(await listShares(owner, campaign.id)).toHaveLength(before.length + 1)
})
