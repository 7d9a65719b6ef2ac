import { expect, it } from 'vitest'
import { WriteBudget } from './write-budget'

it('lets some through at once, then one at a time, for each network by itself', () => {
  let now = 5_000
  const budget = new WriteBudget({ atOnce: 3, oneMore: 2_000 }, () => now)
  const taken = (network: string, times: number) =>
    Array.from({ length: times }, () => budget.take(network)).filter(Boolean).length
  expect(taken('a', 10)).toBe(3)
  expect(taken('b', 2)).toBe(2)
  now += 1_999
  expect(taken('a', 10)).toBe(0)
  now += 1
  expect(taken('a', 10)).toBe(1)
  now += 4_000
  expect(taken('a', 10)).toBe(2)
  now += 60_000
  expect(taken('a', 10)).toBe(3)
})

it('remembers so many networks, and forgets who sent longest ago', () => {
  const budget = new WriteBudget({ atOnce: 1, oneMore: 1_000, networks: 2 }, () => 0)
  expect(['a', 'b', 'c'].map((network) => budget.take(network))).toEqual([true, true, true])
  expect(['c', 'b', 'a'].map((network) => budget.take(network))).toEqual([false, false, true])
})
