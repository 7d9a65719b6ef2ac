import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  endPush,
  keepPush,
  listPushes,
  notePush,
  pushTargets,
  subscribeToPush,
} from '../auth/push-subscriptions'
import { closeSession, memberFromToken, openSession } from '../auth/session-store'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { withMember } from '../mail/test-support'
import { newBrowser, told } from './test-support'

useTestDatabase()

/** Where a push service would be reached for one browser; nothing is sent there. */
const newAddress = () => `https://push.example.org/${randomUUID()}`

async function withBrowser() {
  const place = await withMember('never')
  return { ...place, browser: await told(place.member, newAddress()) }
}

function keysOf(address: string) {
  const { p256dh, auth } = newBrowser().keys
  return { address, p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') }
}

describe('a browser that is told', () => {
  it('is told on after its person signs in there again, and nobody else', async () => {
    const place = await withBrowser()
    const { address } = place.browser
    const sessionOf = async ({ accountId }: Organizer) => {
      const { token } = await openSession(accountId)
      return (await memberFromToken(token))?.sessionId ?? ''
    }
    const next = await sessionOf(place.member)
    expect(await keepPush(place.member, next, address)).toBe(true)
    expect(await listPushes(place.member)).toMatchObject([{ sessionId: next }])
    const { owner } = place.world
    expect(await keepPush(owner, await sessionOf(owner), address)).toBe(false)
    expect(await keepPush(owner, next, address)).toBe(false)
    await expect(subscribeToPush(owner, next, keysOf(address))).rejects.toThrow()
    expect(await listPushes(place.member)).toHaveLength(1)
    const [{ id } = { id: '' }] = await listPushes(place.member)
    await expect(endPush(owner, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is told on where its person signs in again after a day without use', async () => {
    const place = await withMember('never')
    const earlier = new Date(Date.now() - 25 * 60 * 60_000)
    const { token } = await told(place.member, newAddress(), earlier)
    const { accountId } = place.member
    const again = await openSession(accountId, new Date(), { before: token })
    await closeSession(token)
    const next = (await memberFromToken(again.token))?.sessionId
    expect(await listPushes(place.member)).toMatchObject([{ sessionId: next }])
    // Somebody else at that browser is not told what was hers.
    const { owner } = place.world
    await openSession(owner.accountId, new Date(), { before: again.token })
    await closeSession(again.token)
    expect([await listPushes(place.member), await listPushes(owner)]).toEqual([[], []])
  })

  it('hears no older message again after a newer one', async () => {
    const place = await withBrowser()
    const [older, newer, newest] = [1, 2, 3].map(
      (number) => `019${number}0000-0000-7000-8000-000000000000`,
    ) as [string, string, string]
    const asked = async (message: string) =>
      (await pushTargets(place.member.accountId, message, new Date())).map(({ id }) => id)
    const [browser = ''] = await asked(older)
    await notePush(browser, { message: newer })
    expect([await asked(older), await asked(newer), await asked(newest)]).toEqual([
      [],
      [],
      [browser],
    ])
  })

  it('belongs to whoever turned it on last', async () => {
    const place = await withBrowser()
    await told(place.world.owner, place.browser.address)
    expect(await listPushes(place.member)).toEqual([])
    expect(await listPushes(place.world.owner)).toHaveLength(1)
  })
})
