import { describe, expect, it, vi } from 'vitest'
import { changeMailChoice } from '../auth/own-account'
import { ownData } from '../auth/own-data'
import { deleteAccount } from '../auth/delete-account'
import { hashPassword } from '../auth/passwords'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { atThreshold, withViewer } from '../db'
import { removeMember, restoreMember, suspendMember } from '../members/mutations'
import { memberIn, newWorld } from '../testing/world'
import { lockDown } from '../workspace/lock-down'
import { mailDue, mailGivenUp } from './deliver'
import { forgetMessages } from './due'
import {
  emailOf,
  later,
  mention,
  sent,
  soon,
  useMailServer,
  withMember,
  type Place,
} from './test-support'

useTestDatabase()
useMailServer()

describe('mail that waits', () => {
  it.each([
    ['is removed', (p: Place) => removeMember(p.world.owner, p.member.memberId)],
    ['is suspended', (p: Place) => suspendMember(p.world.owner, p.member.memberId)],
    ['is locked out with all others', (p: Place) => lockDown(p.world.owner, null)],
  ])('ends when its member %s, also while it is sent', async (_how, end) => {
    const waits = await withMember()
    await mention(waits)
    await end(waits)
    expect(await sent(waits)).toEqual([])
    const goes = await withMember()
    await mention(goes)
    let handed = 0
    await mailDue(systemViewer(goes.world.workspaceId), soon(), async (_mail, handing) => {
      await end(goes)
      if (await handing()) handed += 1
      return { state: 'not yet', trouble: 'Later.' }
    })
    expect([handed, await sent(goes, later(soon(), 10_000))]).toEqual([0, []])
  })

  it('does not come back with a member who is restored', async () => {
    const place = await withMember()
    await mention(place)
    await suspendMember(place.world.owner, place.member.memberId)
    await restoreMember(place.world.owner, place.member.memberId)
    expect(await sent(place)).toEqual([])
  })

  it('goes with a deleted account', async () => {
    const place = await withMember()
    const { accountId } = place.member
    const passwordHash = await hashPassword(GOOD_PASSWORD)
    await atThreshold({ accountId }, (tx) =>
      tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } }),
    )
    await mention(place)
    await deleteAccount(place.member, GOOD_PASSWORD, '10.8.1.1')
    expect(await sent(place)).toEqual([])
    expect(await withViewer(place.world.owner, (tx) => tx.notificationMessage.count())).toBe(0)
  })

  it('is tried again after growing pauses under one id, and given up after days', async () => {
    const place = await withMember()
    await mention(place)
    const notYet = { state: 'not yet', trouble: 'The mail server did not answer in time.' } as const
    let now = soon()
    const ids = new Set<string>()
    for (const minutes of [1, 5, 30, 120, 480, 1_440, 2_880]) {
      for (const { id } of await sent(place, now, notYet)) ids.add(id)
      expect(await sent(place, later(now, minutes - 0.1))).toEqual([])
      now = later(now, minutes)
    }
    expect(await sent(place, now, notYet)).toHaveLength(1)
    expect([ids.size, await sent(place, later(now, 100_000))]).toEqual([1, []])
    const { owner } = place.world
    expect(await mailGivenUp(owner)).toEqual({ count: 1, trouble: notYet.trouble })
    expect((await mailGivenUp(owner, later(now, 10 * 1_440))).count).toBe(0)
    await forgetMessages(systemViewer(place.world.workspaceId), later(now, 40 * 1_440))
    expect(await withViewer(owner, (tx) => tx.notificationMessage.count())).toBe(0)
  })

  it('is sent once, however many look, and not again where the app ended while it was', async () => {
    const place = await withMember()
    await mention(place)
    const now = soon()
    const all = await Promise.all([sent(place, now), sent(place, now), sent(place, now)])
    expect(all.flat()).toHaveLength(1)
    await mention(place)
    const then = later(now, 6)
    // What a killed process leaves behind: handed over, and no answer kept.
    await new Promise<void>((resolve) => {
      void mailDue(systemViewer(place.world.workspaceId), then, async (_mail, handing) => {
        await handing()
        resolve()
        return new Promise<never>(() => {})
      })
    })
    expect(await sent(place, later(then, 10_000))).toEqual([])
    expect((await mailGivenUp(place.world.owner)).trouble).toContain('ended while')
  })

  it('is sent by one of two, where the first waits longer than its turn lasts', async () => {
    const place = await withMember()
    await mention(place)
    const job = systemViewer(place.world.workspaceId)
    const now = soon()
    let begun = () => {}
    const claimed = new Promise<void>((resolve) => (begun = resolve))
    let goOn = () => {}
    const slow = new Promise<void>((resolve) => (goOn = resolve))
    const handed: boolean[] = []
    const first = mailDue(job, now, async (_mail, handing) => {
      begun()
      await slow
      handed.push(await handing())
      return { state: 'withdrawn' }
    })
    await claimed
    await mailDue(job, later(now, 4), async (_mail, handing) => {
      handed.push(await handing())
      goOn()
      await first
      return { state: 'sent' }
    })
    expect(handed).toEqual([true, false])
    expect((await ownData(place.member)).workspaces[0]?.messages).toMatchObject([
      { sentAt: expect.any(String) as string },
    ])
    expect(await sent(place, later(now, 10_000))).toEqual([])
  })

  it('does not wait for one whose sending fails, which is given up in the end', async () => {
    const place = await withMember()
    const other = await memberIn(place.world.workspaceId, 'viewer')
    await changeMailChoice(other, { mailWhen: 'at_once', mailHour: 8 })
    await mention(place, '@A editor and @A viewer')
    const job = systemViewer(place.world.workspaceId)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const to: string[] = []
    const look = (now: Date) =>
      mailDue(job, now, (mail) => {
        to.push(mail.to)
        if (mail.to === emailOf(place.member)) throw new Error('planted')
        return Promise.resolve({ state: 'sent' })
      })
    let now = soon()
    for (let n = 0; n < 20; n += 1, now = later(now, 4)) await look(now)
    expect(to.filter((one) => one === emailOf(other))).toHaveLength(1)
    expect(to.filter((one) => one === emailOf(place.member))).toHaveLength(8)
    expect(log).toHaveBeenCalledTimes(8)
    log.mockRestore()
    expect((await mailGivenUp(place.world.owner, now)).trouble).toContain('Every try')
  })

  it('is not taken for cut off while a slow server has it, and is tried again', async () => {
    const place = await withMember()
    await mention(place)
    const job = systemViewer(place.world.workspaceId)
    const now = soon()
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      await mailDue(job, now, async (_mail, handing) => {
        vi.advanceTimersByTime(2.9 * 60_000)
        expect(await handing()).toBe(true)
        expect(await sent(place, later(now, 4))).toEqual([])
        return { state: 'not yet', trouble: 'Later.' }
      })
    } finally {
      vi.useRealTimers()
    }
    expect(await sent(place, later(now, 5))).toHaveLength(1)
  })

  it('hears nothing of another workspace', async () => {
    const place = await withMember()
    await mention(place)
    expect(await sent({ world: await newWorld() })).toEqual([])
  })

  it('is one, with all that several people say at once', async () => {
    const place = await withMember('daily')
    await Promise.all([mention(place), mention(place), mention(place)])
    expect((await sent(place, later(new Date(), 1_440))).map(({ subject }) => subject)).toEqual([
      '3 new notifications',
    ])
  })
})
