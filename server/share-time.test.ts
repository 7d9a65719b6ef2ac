import { expect, it, vi } from 'vitest'
import { sharing } from './share-time'

it('lets others be answered once some time is over, and not before', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const share = sharing(20)
  let answered = 0
  const ask = () => setImmediate(() => (answered += 1))
  ask()
  await share()
  expect(answered).toBe(0)
  vi.advanceTimersByTime(21)
  await share()
  expect(answered).toBe(1)
  ask()
  await share()
  expect(answered).toBe(1)
  vi.useRealTimers()
})
