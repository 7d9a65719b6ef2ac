import { afterEach, expect, it, vi } from 'vitest'
import { isUuid, newId } from './ids'

afterEach(() => vi.useRealTimers())

it('gives ids in the order in which they are asked for, also within a millisecond', () => {
  vi.useFakeTimers({ now: new Date('2026-11-30T12:00:00Z') })
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(ids.every(isUuid)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual([...ids].sort())
  for (const id of ids) expect(id).toMatch(/^.{14}7.{4}[89ab]/)
})

it('keeps to that order while the clock is put back', () => {
  vi.useFakeTimers({ now: new Date('2026-11-30T12:00:01Z') })
  const before = newId()
  vi.setSystemTime(new Date('2026-11-30T12:00:00Z'))
  expect(newId() > before).toBe(true)
})
