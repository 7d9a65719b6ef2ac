import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { tokenSchema } from '@/lib/schemas/token'
import { makeToken } from './auth/api-tokens'
import { makeResetLink } from './auth/password-reset'
import { memberFromToken, openSession } from './auth/session-store'
import { useTestDatabase } from './auth/test-support'
import type { Organizer } from './auth/viewer'
import { withViewer } from './db'
import { makeCalendarAddress } from './demands/feeds'
import { changeRole, inviteMember, removeMember, suspendMember } from './members/mutations'
import { createShare } from './shares/links/mutations'
import { failureOf } from './testing/failure'
import { memberIn, newWorld, type World } from './testing/world'
import { addWebhook } from './webhooks/mutations'
import { lockDown } from './workspace/lock-down'

useTestDatabase()

/** Everything by which somebody comes in again later. */
const ways: Record<string, (viewer: Organizer, world: World) => Promise<unknown>> = {
  'a share link': (viewer, { campaign }) =>
    createShare(viewer, shareSchema.parse({ campaign: campaign.id })),
  'an API token': (viewer) =>
    makeToken(viewer, tokenSchema.parse({ name: 'Script', scope: 'read' })),
  'the address of a calendar': (viewer, { campaign }) => makeCalendarAddress(viewer, campaign.slug),
  'a webhook': (viewer) => addWebhook(viewer, { url: 'https://example.org/hook' }),
  'an invitation': (viewer) => inviteMember(viewer, { email: 'new@example.org', role: 'viewer' }),
  'a reset link': (viewer, { contributor }) => makeResetLink(viewer, contributor.memberId),
}

/** What happens while a request of somebody's is under way. */
const meanwhile: Record<string, (world: World, memberId: string) => Promise<unknown>> = {
  'was removed': ({ owner }, id) => removeMember(owner, id),
  'was suspended': ({ owner }, id) => suspendMember(owner, id),
  'has a lesser role': ({ owner }, id) => changeRole(owner, id, 'viewer'),
  'was locked out with everybody': ({ owner }) => lockDown(owner, null),
}

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const events = () => withViewer(world.owner, (tx) => tx.auditEvent.count())

/** A second owner, as their session gives them at this moment. */
async function secondOwner(): Promise<Organizer> {
  const { accountId } = await memberIn(world.workspaceId, 'owner')
  const { token } = await openSession(accountId)
  const found = await memberFromToken(token)
  if (!found) throw new Error('The second owner is not signed in.')
  return found.viewer
}

describe.each(Object.entries(ways))('%s', (_what, make) => {
  it('is made by an owner', async () => {
    await make(await secondOwner(), world)
  })

  it.each(Object.entries(meanwhile))('is not made by who %s meanwhile', async (_why, happens) => {
    const before = await secondOwner()
    await happens(world, before.memberId)
    const known = await events()
    expect((await failureOf(make(before, world))).code).toBe('conflict')
    expect(await events()).toBe(known)
  })
})
