import { beforeEach, expect, it, vi } from 'vitest'
import { idle, type FormState } from '@/lib/forms/state'
import { signedInRecently } from '@/server/auth/session'
import { useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { listShares } from '@/server/shares/links/queries'
import { getCampaign } from '@/server/campaigns/queries'
import { newWorld, type World } from '@/server/testing/world'
import { makeShare } from './(organizer)/campaigns/[slug]/shares/actions'
import { moveRecordToTrash } from './(organizer)/trash/actions'

inTestDatabase()

let world: World

vi.mock('@/server/auth/session', () => ({
  findViewer: () => Promise.resolve(world.owner),
  currentMember: () => Promise.resolve(null),
  signedInRecently: vi.fn(),
}))
vi.mock('@/server/auth/request-address', () => ({ requestAddress: () => Promise.resolve(null) }))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

beforeEach(async () => {
  world = await newWorld()
})

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
const share = (expires: string, more = {}) =>
  makeShare(idle, form({ campaign: world.campaign.id, lens: 'press', expires, ...more }))
const askedFor = (state: FormState) =>
  state.status === 'invalid' ? Object.keys(state.fieldErrors) : state.status
const links = async () => (await listShares(world.owner, world.campaign.id)).length

it('makes a link without an end only for a recent password', async () => {
  const before = await links()
  vi.mocked(signedInRecently).mockResolvedValue(false)
  const refused = await share('never', { label: 'For the archive' })
  expect(askedFor(refused)).toEqual(['_ownPassword'])
  expect(refused).toMatchObject({ values: { label: 'For the archive', expires: 'never' } })
  const wrong = await share('never', { _ownPassword: 'not my password' })
  expect(askedFor(wrong)).toEqual(['_ownPassword'])
  expect(JSON.stringify(wrong)).not.toContain('not my password')
  expect(await links()).toBe(before)
  expect((await share('30d')).status).toBe('ok')
  vi.mocked(signedInRecently).mockResolvedValue(true)
  expect((await share('never')).status).toBe('ok')
  expect(await links()).toBe(before + 2)
})

it('deletes a campaign only for a recent password', async () => {
  const place = { record: 'campaign', id: world.campaign.id, trash: '/trash' } as const
  vi.mocked(signedInRecently).mockResolvedValue(false)
  expect(askedFor(await moveRecordToTrash(place, idle, form({})))).toEqual(['_ownPassword'])
  expect(await getCampaign(world.owner, world.campaign.slug)).toMatchObject({
    id: world.campaign.id,
  })
  vi.mocked(signedInRecently).mockResolvedValue(true)
  await expect(moveRecordToTrash(place, idle, form({}))).rejects.toThrow('NEXT_REDIRECT')
})
