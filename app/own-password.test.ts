import { beforeEach, expect, it, vi } from 'vitest'
import { idle, type FormState } from '@/lib/forms/state'
import { shareSchema } from '@/lib/schemas/share'
import { lensRules } from '@/lib/shares/lens'
import { listSessions } from '@/server/auth/account-sessions'
import { currentMember, signedInRecently } from '@/server/auth/session'
import { memberFromToken, openSession } from '@/server/auth/session-store'
import { GOOD_PASSWORD, useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { createShare } from '@/server/shares/links/mutations'
import { listShares } from '@/server/shares/links/queries'
import { getCampaign } from '@/server/campaigns/queries'
import { newWorld, type World } from '@/server/testing/world'
import { lockDown } from '@/server/workspace/lock-down'
import { signOutElsewhere, signOutThere } from './(organizer)/account/actions'
import { saveAccess } from './(organizer)/campaigns/[slug]/edit/actions'
import {
  changeDetails,
  changePassword,
  changeTerms,
  makeShare,
  resume,
} from './(organizer)/campaigns/[slug]/shares/actions'
import { moveRecordToTrash } from './(organizer)/trash/actions'

inTestDatabase()

let world: World

vi.mock('@/server/auth/session', () => ({
  findViewer: () => Promise.resolve(world.owner),
  currentMember: vi.fn(),
  renewToken: () => Promise.resolve(),
  signedInRecently: vi.fn(),
}))
vi.mock('@/server/auth/request-address', () => ({ requestAddress: () => Promise.resolve(null) }))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

beforeEach(async () => {
  vi.mocked(currentMember).mockResolvedValue(null)
  world = await newWorld()
})

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
const share = (expires: string, more = {}) =>
  makeShare(idle, form({ campaign: world.campaign.id, lens: 'public', expires, ...more }))
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

/** Says what is asked for at first, and whether it went well once the password was given. */
async function asksFor(act: () => Promise<FormState>): Promise<[string | string[], string]> {
  vi.mocked(signedInRecently).mockResolvedValue(false)
  const first = askedFor(await act())
  vi.mocked(signedInRecently).mockResolvedValue(true)
  return [first, (await act()).status]
}
const ASKED = [['_ownPassword'], 'ok']
const NOT_ASKED = ['ok', 'ok']
const newLink = (more = {}) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))

it('makes a link that shows more than Public, or lasts long, only for a recent password', async () => {
  expect(await asksFor(() => share('90d'))).toEqual(NOT_ASKED)
  expect(await asksFor(() => share('91d'))).toEqual(ASKED)
  expect(await asksFor(() => share('1d', { lens: 'press' }))).toEqual(ASKED)
  const choices = JSON.stringify({ ...lensRules.public, statuses: undefined, kinds: ['rally'] })
  expect(await asksFor(() => share('1d', { lens: 'press', choices }))).toEqual(NOT_ASKED)
  const people = JSON.stringify({ people: ['named', 'initials'] })
  expect(await asksFor(() => share('1d', { choices: people }))).toEqual(ASKED)
})

it('makes no link that ends after more than a year', async () => {
  vi.mocked(signedInRecently).mockResolvedValue(true)
  expect(askedFor(await share('367d'))).toEqual(['expires'])
  expect((await share('366d')).status).toBe('ok')
})

it('widens or prolongs a link only for a recent password, and narrows it at once', async () => {
  const { id } = await newLink({ lens: 'press' })
  const terms = (lens: string) => changeTerms(idle, form({ share: id, lens, choices: '' }))
  const details = (expires: string) => changeDetails(idle, form({ share: id, label: '', expires }))
  expect(await asksFor(() => terms('press'))).toEqual(NOT_ASKED)
  expect(await asksFor(() => terms('ally'))).toEqual(ASKED)
  expect(await asksFor(() => terms('public'))).toEqual(NOT_ASKED)
  expect(await asksFor(() => terms('press'))).toEqual(ASKED)
  expect(await asksFor(() => details(''))).toEqual(NOT_ASKED)
  expect(await asksFor(() => details('90d'))).toEqual(NOT_ASKED)
  expect(await asksFor(() => details('365d'))).toEqual(ASKED)
  expect(await asksFor(() => details('never'))).toEqual(ASKED)
})

it('takes a link’s password off only for a recent password of one’s own', async () => {
  const { id } = await newLink({ password: GOOD_PASSWORD })
  const password = (text: string) => changePassword(idle, form({ share: id, password: text }))
  expect(await asksFor(() => password('seven umbrellas for one teapot'))).toEqual(NOT_ASKED)
  expect(await asksFor(() => password(''))).toEqual(ASKED)
})

it('resumes a link only for a recent password', async () => {
  const { id } = await newLink()
  await lockDown(world.owner, null)
  expect(await asksFor(() => resume(idle, form({ share: id })))).toEqual(ASKED)
})

it('lets more members into a restricted campaign only for a recent password', async () => {
  const access = (who: string, ...members: { memberId: string }[]) => {
    const data = form({ who })
    for (const { memberId } of members) data.append('members[]', memberId)
    return saveAccess({ id: world.campaign.id }, idle, data)
  }
  const { owner, editor, viewer } = world
  expect(await asksFor(() => access('members', editor, owner))).toEqual(NOT_ASKED)
  expect(await asksFor(() => access('members', editor, viewer))).toEqual(ASKED)
  expect(await asksFor(() => access('members', viewer))).toEqual(NOT_ASKED)
  expect(await asksFor(() => access('everyone'))).toEqual(ASKED)
})

it('signs other browsers out only for a recent password', async () => {
  const { owner } = world
  const { token } = await openSession(owner.accountId)
  const here = await memberFromToken(token)
  vi.mocked(currentMember).mockResolvedValue(here)
  for (let others = 0; others < 2; others += 1) await openSession(owner.accountId)
  const session = (await listSessions(owner)).find(({ id }) => id !== here?.sessionId)?.id ?? ''
  const left = async () => (await listSessions(owner)).length
  expect(await asksFor(() => signOutThere(idle, form({ session })))).toEqual(ASKED)
  expect(await left()).toBe(2)
  vi.mocked(signedInRecently).mockResolvedValue(false)
  expect(askedFor(await signOutElsewhere(idle, form({})))).toEqual(['_ownPassword'])
  expect(await left()).toBe(2)
  vi.mocked(signedInRecently).mockResolvedValue(true)
  expect((await signOutElsewhere(idle, form({}))).status).toBe('ok')
  expect(await listSessions(owner)).toMatchObject([{ id: here?.sessionId }])
})
