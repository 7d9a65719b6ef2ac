import { expect, it } from 'vitest'
import { proposedParent } from './proposals'

it.each([
  ['Amazon Web Services', ['Amazon', 'Ring'], 'Amazon'],
  ['amazon web services europe', ['Amazon', 'Amazon Web Services'], 'Amazon Web Services'],
  ['Amazonia', ['Amazon'], ''],
  ['Amazon', ['Amazon', 'Amazon Web Services'], ''],
  ['Ring', [], ''],
])('%s belongs to whose whole name it begins with', (name, others, parent) => {
  expect(proposedParent(name, others)).toBe(parent)
})
