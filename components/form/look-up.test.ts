import { afterEach, describe, expect, it, vi } from 'vitest'
import { lookUp } from './look-up'

afterEach(() => vi.unstubAllGlobals())

/** Answers with one status after the other, and counts how often it was asked. */
function answering(...statuses: number[]) {
  const asked = vi.fn(async () => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0]
    return Response.json({ items: [{ id: 'a' }] }, { status })
  })
  vi.stubGlobal('fetch', asked)
  return asked
}
const look = (signal = new AbortController().signal) => lookUp('/api/places?q=sea', signal, [1, 1])

describe('a lookup', () => {
  it('asks a busy server again', async () => {
    const asked = answering(503, 200)
    expect(await look()).toEqual([{ id: 'a' }])
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('tells a server that does not answer from nothing found', async () => {
    const asked = answering(503)
    expect(await look()).toBeNull()
    expect(asked).toHaveBeenCalledTimes(3)
  })

  it('does not ask again where it is refused', async () => {
    const asked = answering(401)
    expect(await look()).toBeNull()
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('ends with whoever typed on', async () => {
    const stop = new AbortController()
    const asked = answering(503)
    const looked = look(stop.signal)
    stop.abort()
    expect(await looked).toBeNull()
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('tells no connection from nothing found', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await look()).toBeNull()
  })
})
