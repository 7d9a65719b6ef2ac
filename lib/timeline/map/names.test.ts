import { describe, expect, it } from 'vitest'
import { placeNames } from './names'

const size = { width: 400, height: 300 }
const washington = { name: 'Washington', x: 200, y: 150, width: 160, height: 90 }
const namesOf = (...args: Parameters<typeof placeNames>) =>
  placeNames(...args).map(({ name }) => name)

describe('the names on a map', () => {
  it('are those of areas with room for them', () => {
    const small = { name: 'Rhode Island', x: 350, y: 50, width: 12, height: 14 }
    const areas = [washington, small].map((area) => ({ ...area, sort: 'state' as const }))
    expect(namesOf(size, areas, [], [], 9)).toEqual(['Washington'])
  })

  it('never lie over each other, the first towns having the room', () => {
    const towns = [
      { name: 'Seattle', x: 100, y: 100 },
      { name: 'Bellevue', x: 112, y: 101 },
      { name: 'Spokane', x: 300, y: 104 },
    ]
    expect(namesOf(size, [], towns, [], 9)).toEqual(['Seattle', 'Spokane'])
  })

  it('stand beside a mark, to its other side at the edge of the drawing', () => {
    const mark = { x: 380, y: 100, radius: 14, signed: false }
    const [name] = placeNames(size, [], [{ name: 'Seattle', x: 378, y: 104 }], [mark], 9)
    expect(name).toMatchObject({ name: 'Seattle', anchor: 'end', x: 361, y: 100, dot: null })
  })

  it('leave room for the sign that sources differ', () => {
    const renton = { name: 'Renton', x: 122, y: 84 }
    const mark = { x: 100, y: 100, radius: 9, signed: false }
    expect(namesOf(size, [], [renton], [mark], 9)).toEqual(['Renton'])
    const [name] = placeNames(size, [], [renton], [{ ...mark, signed: true }], 9)
    expect(name?.anchor).not.toBe('start')
  })

  it('of places where something happened come before those of bigger towns and of areas', () => {
    const towns = [
      { name: 'Seattle', x: 60, y: 60 },
      { name: 'Yakima', x: 200, y: 150 },
      { name: 'Spokane', x: 330, y: 60 },
    ]
    const mark = { x: 200, y: 150, radius: 10, signed: false }
    const state = { ...washington, sort: 'state' as const }
    expect(namesOf(size, [state], towns, [mark], 2)).toEqual(['Yakima', 'Seattle'])
  })
})
