import { describe, expect, it } from 'vitest'
import { roomOf, shuffled } from './sample'

const numbered = (file: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ file, n }))

const things = [
  ...numbered('lib/large/a.ts', 600),
  ...numbered('lib/small/b.ts', 300),
  ...numbered('server/one/c.ts', 1),
]
const order = (seed: string) => shuffled(things, seed, ({ n }) => String(n))

describe('a sample', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(order('1')).toEqual(order('1'))
    expect(order('2')).not.toEqual(order('1'))
    expect(order('1')).toHaveLength(things.length)
  })

  it('has one of every room, then more of those that hold more', () => {
    const rooms = order('1').map(({ file }) => roomOf(file))
    expect(new Set(rooms.slice(0, 3))).toEqual(new Set(['lib/large', 'lib/small', 'server/one']))
    const large = rooms.slice(0, 91).filter((room) => room === 'lib/large').length
    expect(large).toBeGreaterThanOrEqual(59)
    expect(large).toBeLessThanOrEqual(61)
  })

  it('is drawn from a whole room, not from its beginning', () => {
    const first = order('1').filter(({ file }) => file === 'lib/large/a.ts')
    expect(Math.max(...first.slice(0, 20).map(({ n }) => n))).toBeGreaterThan(300)
  })
})
