import { expect, it } from 'vitest'
import { keepRunning, type Part } from './restarts'

/** A part that ends at once, or when it is told to, and a clock that only sleeping moves on. */
function stage({
  crashes,
  failures = 0,
  lasting = 0,
}: Record<'crashes', number> & Partial<Record<'failures' | 'lasting', number>>) {
  let time = 0
  let stopping = false
  let [left, failing] = [crashes, failures]
  const pauses: number[] = []
  const said: string[] = []
  let stop = () => {}
  const part = (): Part => {
    if (left === 0)
      return { name: 'app', ended: new Promise((resolve) => (stop = () => resolve(0))) }
    left -= 1
    return {
      name: 'app',
      // It runs from the moment when somebody waits for its end.
      get ended() {
        return Promise.resolve().then(() => (time += lasting))
      },
    }
  }
  const started: Part[] = []
  const running = keepRunning(part(), {
    start: () => {
      if (failing > 0) {
        failing -= 1
        return Promise.reject(new Error('The disk is full.'))
      }
      return Promise.resolve(part())
    },
    onStarted: (one) => started.push(one),
    isStopping: () => stopping,
    sleep: (ms) => {
      pauses.push(ms)
      time += ms
      return Promise.resolve()
    },
    say: (text) => said.push(text),
    now: () => time,
  })
  const end = async () => {
    stopping = true
    stop()
    await running
  }
  return { pauses, said, started, end }
}

it('starts again after six ends in a minute, and after a hundred, with growing pauses', async () => {
  const { pauses, started, end } = stage({ crashes: 100 })
  await expect.poll(() => started.length).toBe(100)
  expect(pauses.slice(0, 10)).toEqual([
    0, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000,
  ])
  expect(Math.max(...pauses)).toBe(60_000)
  await end()
})

it('takes a part that ran for ten seconds for recovered, and starts it again at once', async () => {
  const { pauses, started, end } = stage({ crashes: 20, lasting: 10_000 })
  await expect.poll(() => started.length).toBe(20)
  expect(new Set(pauses)).toEqual(new Set([0]))
  await end()
})

it('says why it cannot start, and tries again until it can', async () => {
  const { said, started, end } = stage({ crashes: 1, failures: 20 })
  await expect.poll(() => started.length).toBe(1)
  const tries = said.filter((text) => text.includes('The disk is full.'))
  expect(tries).toHaveLength(20)
  expect(tries[0]).toMatch(/nothing is saved\. It is tried again in/)
  expect(said.at(-1)).toBe('The app runs again.')
  await end()
})

it('does not start anything while it is stopping', async () => {
  const { pauses, started, end } = stage({ crashes: 0 })
  await end()
  expect([pauses, started]).toEqual([[], []])
})
