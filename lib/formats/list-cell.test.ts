import { expect, it } from 'vitest'
import { itemsOf, placedItems } from '../imports/cells'
import { listed } from '../imports/row-cells'
import { listCell, placedCell } from './list-cell'

const LISTS = [
  ['A', 'B'],
  ['A; B', 'C'],
  ['One | Two'],
  ["['a', 'b']"],
  ['[draft] said "so"', 'a\\b'],
  [],
]

it.each(LISTS)('gives %j back as it was', (...items) => {
  const cell = listCell(items)
  expect(itemsOf(cell)).toEqual(items)
  expect(listed(cell, { to: 'actor', separator: '; ' })).toEqual(items)
})

it('keeps an empty item in its place, but none at the end', () => {
  expect(placedItems(placedCell(['', 'B', '']))).toEqual(['', 'B'])
  expect(placedCell(['A', ''])).toBe('A')
  expect(placedCell(['', ''])).toBe('')
})
