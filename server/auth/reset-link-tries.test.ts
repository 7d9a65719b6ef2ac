import { describe, expect, it } from 'vitest'
import { newWorld } from '../testing/world'
import { resetLinksGivenUp, sendResetLinks, sweepResetRequests } from './forgotten-password'
import { useTestDatabase } from './test-support'
import { emailOf } from '../mail/test-support'
import { after, ask, sent, start, useResetRequests, waiting } from './reset-request-test-support'

useTestDatabase()
useResetRequests()

const MINUTE = 60_000

describe('a mail server that fails', () => {
  it('is tried again after growing pauses, and then given up', async () => {
    const { editor } = await newWorld()
    await ask(emailOf(editor))
    const notYet = { state: 'not yet', trouble: 'The mail server did not answer in time.' } as const
    let now = start
    const ids = new Set<string>()
    for (const minutes of [1, 5, 15, 30]) {
      for (const { id } of await sent(now, notYet)) ids.add(id)
      expect(await sent(new Date(now.getTime() + (minutes - 0.1) * MINUTE))).toEqual([])
      now = new Date(now.getTime() + minutes * MINUTE)
    }
    expect(await sent(now, notYet)).toHaveLength(1)
    expect(ids.size).toBe(1)
    expect(await sent(after(10_000))).toEqual([])
    expect(await resetLinksGivenUp()).toEqual({ count: 1, trouble: notYet.trouble })
    // Whose it was is not kept.
    expect(await waiting()).toMatchObject([{ email: '', dueAt: null }])
    await sweepResetRequests(new Date(start.getTime() + 8 * 1_440 * MINUTE))
    expect(await waiting()).toEqual([])
  })

  it.each(['never', 'unknown'] as const)('is not tried again where it says “%s”', async (state) => {
    const { editor } = await newWorld()
    await ask(emailOf(editor))
    expect(await sent(start, { state, trouble: 'Refused.' })).toHaveLength(1)
    expect(await sent(after(10_000))).toEqual([])
  })

  it('gets each once, however many look, and also where the app ends while one is sent', async () => {
    const { editor } = await newWorld()
    await ask(emailOf(editor))
    const all = await Promise.all([sent(), sent(), sent()])
    expect(all.flat()).toHaveLength(1)
    await ask(emailOf(editor), after(1))
    // What a killed process leaves behind: handed over, and no answer kept.
    const killed = new Promise<never>(() => {})
    const handed = new Promise<void>((resolve) => {
      void sendResetLinks(after(1), async (_mail, handing) => {
        await handing()
        resolve()
        return killed
      })
    })
    await handed
    expect(await sent(after(100))).toEqual([])
    expect((await resetLinksGivenUp()).trouble).toContain('ended while')
  })

  it('gets each from one of two, where the first waits longer than its turn lasts', async () => {
    const { editor } = await newWorld()
    await ask(emailOf(editor))
    let begun = () => {}
    const claimed = new Promise<void>((resolve) => (begun = resolve))
    let goOn = () => {}
    const slow = new Promise<void>((resolve) => (goOn = resolve))
    const handed: boolean[] = []
    const first = sendResetLinks(start, async (_mail, handing) => {
      begun()
      await slow
      handed.push(await handing())
      return { state: 'withdrawn' }
    })
    await claimed
    await sendResetLinks(after(4), async (_mail, handing) => {
      handed.push(await handing())
      goOn()
      await first
      return { state: 'not yet', trouble: 'Later.' }
    })
    expect(handed).toEqual([true, false])
    expect(await sent(after(20))).toHaveLength(1)
  })

  it('that was not reached before the app ended is tried again', async () => {
    const { editor } = await newWorld()
    await ask(emailOf(editor))
    const begun = new Promise<void>((resolve) => {
      void sendResetLinks(start, () => {
        resolve()
        return new Promise<never>(() => {})
      })
    })
    await begun
    expect(await sent(after(1))).toEqual([])
    expect(await sent(after(4))).toHaveLength(1)
  })
})
