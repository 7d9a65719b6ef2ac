import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endOtherSessions, endSessionById } from '../auth/account-sessions'
import { changePushedNotifications, changeWantedNotifications } from '../auth/own-account'
import { ownData } from '../auth/own-data'
import { endPush, listPushes } from '../auth/push-subscriptions'
import { closeSession, openSession } from '../auth/session-store'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { markSeen } from '../comments/notifications'
import { withViewer } from '../db'
import { mention, soon, later, withMember, type Place } from '../mail/test-support'
import { removeMember, restoreMember, suspendMember } from '../members/mutations'
import { newWorld } from '../testing/world'
import { lockDown, lockDownPreview } from '../workspace/lock-down'
import { accessOverview } from '../workspace/overview'
import { pushDue } from './deliver'
import { postPush } from './post'
import { startPushService, told } from './test-support'

useTestDatabase()

let service: Awaited<ReturnType<typeof startPushService>>
beforeAll(async () => {
  service = await startPushService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.status = 201
  service.received.length = 0
})

async function withBrowser() {
  const place = await withMember('never')
  return { ...place, browser: await told(place.member, service.address) }
}

/** Sends what is due, and gives back what the push service got. */
async function pushed({ world }: Pick<Place, 'world'>, now = soon()) {
  service.received.length = 0
  const post: typeof postPush = (target, push, at) => postPush(target, push, at, service.internet)
  await pushDue(systemViewer(world.workspaceId), now, post)
  return service.received.map(({ body, path }) => ({ body, path }))
}

describe('a push about notifications', () => {
  it('says how many are new, and no word of the record', async () => {
    const place = await withBrowser()
    await mention(place)
    await mention(place)
    const [got, ...more] = await pushed(place)
    expect(more).toEqual([])
    const { workspaceId } = place.world
    expect(JSON.parse(place.browser.read(got?.body ?? Buffer.alloc(0)))).toEqual({
      body: '2 new notifications',
      path: `/notifications?workspace=${workspaceId}`,
      tag: workspaceId,
    })
    expect(await pushed(place, later(soon(), 10))).toEqual([])
    expect((await ownData(place.member)).workspaces[0]?.messages).toMatchObject([
      { channel: 'push', sentAt: expect.any(String) as string },
    ])
  })

  it('does not come of kinds that its member does not want, at all or on devices', async () => {
    const place = await withBrowser()
    await changePushedNotifications(place.member, ['assigned'])
    await mention(place)
    expect(await pushed(place)).toEqual([])
    await changePushedNotifications(place.member, ['mention'])
    await changeWantedNotifications(place.member, ['assigned'])
    await mention(place)
    expect(await pushed(place, later(soon(), 5))).toEqual([])
  })

  it('does not come once it was seen, and to nobody who turned none on', async () => {
    const place = await withBrowser()
    await mention(place)
    await markSeen(place.member)
    expect(await pushed(place)).toEqual([])
    const quiet = await withMember('never')
    await mention(quiet)
    expect(await withViewer(quiet.world.owner, (tx) => tx.notificationMessage.count())).toBe(0)
  })

  it.each([
    ['is removed', (p: Place) => removeMember(p.world.owner, p.member.memberId)],
    ['is suspended', (p: Place) => suspendMember(p.world.owner, p.member.memberId)],
    ['is locked out with all others', (p: Place) => lockDown(p.world.owner, null)],
  ])('ends when its member %s, with the subscription', async (_how, end) => {
    const place = await withBrowser()
    await mention(place)
    await end(place)
    expect(await pushed(place)).toEqual([])
    expect(await listPushes(place.member)).toEqual([])
  })

  it('does not come back with a member who is restored', async () => {
    const place = await withBrowser()
    await suspendMember(place.world.owner, place.member.memberId)
    await restoreMember(place.world.owner, place.member.memberId)
    await mention(place)
    expect(await pushed(place)).toEqual([])
  })

  it('hears nothing of another workspace', async () => {
    await mention(await withBrowser())
    expect(await pushed({ world: await newWorld() })).toEqual([])
  })
})

describe('a browser that is told', () => {
  it.each([
    ['is signed out', ({ browser }: Told) => closeSession(browser.token)],
    ['is ended elsewhere', (p: Told) => endSessionById(p.member, p.browser.sessionId)],
    ['is ended with all others', (p: Told) => endOtherSessions(p.member, NOBODY)],
    ['is ended on the account page', endFirst],
  ])('hears no more once its session %s', async (_how, end) => {
    const place = await withBrowser()
    expect(await listPushes(place.member)).toMatchObject([{ device: 'Firefox on Android' }])
    await mention(place)
    await end(place)
    expect([await listPushes(place.member), await pushed(place)]).toEqual([[], []])
  })

  it('hears on for a day without use, until its session would end at the latest', async () => {
    const place = await withMember('never')
    const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60_000)
    await told(place.member, service.address, days(3))
    await openSession(place.member.accountId)
    await mention(place)
    expect(await pushed(place)).toHaveLength(1)
    const late = await withMember('never')
    await told(late.member, service.address, days(15))
    await mention(late)
    expect(await pushed(late)).toEqual([])
  })

  it('is forgotten where its push service knows it no more', async () => {
    const place = await withBrowser()
    await mention(place)
    service.status = 410
    expect(await pushed(place)).toHaveLength(1)
    expect(await listPushes(place.member)).toEqual([])
    expect(await pushed(place, later(soon(), 10_000))).toEqual([])
  })

  it('is tried again a bounded number of times, and one that took it is left alone', async () => {
    const place = await withBrowser()
    const other = await told(place.member, service.address)
    await mention(place)
    const job = systemViewer(place.world.workspaceId)
    const tries: string[] = []
    const look = (now: Date) =>
      pushDue(job, now, (target) => {
        tries.push(target.address === other.address ? 'other' : 'first')
        const later = { state: 'not yet', trouble: 'Later.' } as const
        return Promise.resolve(target.address === other.address ? { state: 'sent' } : later)
      })
    let now = soon()
    for (const pause of [0, 1, 5, 30, 120, 480, 1_440, 2_880, 4_000, 4_000]) {
      now = later(now, pause)
      await look(now)
    }
    expect(tries.filter((one) => one === 'other')).toHaveLength(1)
    expect(tries.filter((one) => one === 'first')).toHaveLength(8)
  })

  it('stands in the overview of access and in what a lock-down ends', async () => {
    const place = await withBrowser()
    const { owner } = place.world
    const here = await told(owner, service.address)
    const { members } = await accessOverview(owner)
    expect(members.find(({ id }) => id === place.member.memberId)?.pushes).toBe(1)
    expect((await lockDownPreview(owner, here.sessionId)).pushes).toBe(1)
    expect((await lockDown(owner, here.sessionId)).pushes).toBe(1)
    expect(await listPushes(owner)).toHaveLength(1)
  })
})

type Told = Awaited<ReturnType<typeof withBrowser>>
const NOBODY = '00000000-0000-0000-0000-000000000000'

async function endFirst({ member }: Told): Promise<void> {
  const [{ id } = { id: '' }] = await listPushes(member)
  await endPush(member, id)
}
