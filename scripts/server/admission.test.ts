import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Admission, isReaders } from './admission'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const limits = { atOnce: 3, perNetwork: 2, waiting: 8, patience: 1_000 }

describe('Admission', () => {
  it('lets a network in a few at a time, and others beside it', async () => {
    const admission = new Admission(limits)
    const first = await admission.enter('a')
    await admission.enter('a')
    const order: string[] = []
    const third = admission.enter('a').then(() => order.push('third of a'))
    expect(await admission.enter('b')).not.toBeNull()
    expect(order).toEqual([])
    first?.()
    await third
    expect(order).toEqual(['third of a'])
  })

  it('lets the next in by turns of the networks, not by who asked first', async () => {
    const admission = new Admission({ ...limits, atOnce: 1, perNetwork: 1 })
    const leave = await admission.enter('a')
    const order: string[] = []
    const wait = (network: string) =>
      admission.enter(network).then((done) => (order.push(network), done))
    const waiting = [wait('a'), wait('a'), wait('b')]
    leave?.()
    await Promise.race(waiting)
    expect(order).toEqual(['b'])
  })

  it('sends away who comes to a full line, or waits too long', async () => {
    const admission = new Admission(limits)
    await admission.enter('a')
    await admission.enter('a')
    const patient = [admission.enter('a'), admission.enter('a')]
    expect(await admission.enter('a')).toBeNull()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await Promise.all(patient)).toEqual([null, null])
  })

  it('gives a place back once, however often it is left', async () => {
    const admission = new Admission({ ...limits, atOnce: 1, perNetwork: 1 })
    const leave = await admission.enter('a')
    leave?.()
    leave?.()
    expect(await admission.enter('a')).not.toBeNull()
    const second = admission.enter('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await second).toBeNull()
  })
})

it.each([
  ['/s', true],
  ['/s?x', true],
  ['/s/abc/calendar.ics', true],
  ['/sources', false],
  ['/', false],
])('%s is asked by a reader of a link: %s', (url, expected) => {
  expect(isReaders({ url })).toBe(expected)
})
