import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import type { HashOrder } from './hashing'

/** Threads that answer and break when a test says so. */
class FakeThread extends EventEmitter {
  static readonly started: FakeThread[] = []
  readonly orders: HashOrder[] = []
  constructor() {
    super()
    FakeThread.started.push(this)
  }
  postMessage(order: HashOrder) {
    this.orders.push(order)
  }
  ref() {}
  unref() {}
}
vi.mock('node:worker_threads', () => ({ Worker: FakeThread }))

it('fails what a broken thread was working on, and not what waits for the next one', async () => {
  const { verifyInThread } = await import('./hashing')
  const first = verifyInThread('stored', 'teapot lamp kettle')
  const [broken] = FakeThread.started
  broken?.emit('error', new Error('out of memory'))
  await expect(first).rejects.toThrow('out of memory')
  const second = verifyInThread('stored', 'teapot lamp kettle')
  const [, next] = FakeThread.started
  broken?.emit('exit', 1)
  next?.emit('message', { id: next.orders[0]?.id, result: true })
  expect(await second).toBe(true)
})
