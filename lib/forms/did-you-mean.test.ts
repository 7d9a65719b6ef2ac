import { expect, it } from 'vitest'
import { didYouMean } from './did-you-mean'

const known = [
  { name: 'Amazon' },
  { name: 'Amazon Web Services', otherNames: ['AWS'] },
  { name: 'Ring' },
  { name: 'Flock Safety' },
  { name: 'Maren Costa' },
  { name: 'Report on the rally at the Amazon Spheres' },
]

it.each([
  ['Amazn', 'Amazon'],
  ['Amazon.', 'Amazon'],
  ['Rign', 'Ring'],
  ['Amazon Web Service', 'Amazon Web Services'],
  ['Máren Costa', 'Maren Costa'],
  ['Maren Kosta', 'Maren Costa'],
  ['Report on a rally at Amazon Spheres', 'Report on the rally at the Amazon Spheres'],
])('asks for %s whether %s is meant', (typed, meant) => {
  expect(didYouMean(typed, known)?.name).toBe(meant)
})

it.each(['Amazon', 'amazon', ' AWS ', 'aws', 'Palantir', 'King', 'A', '', '…'])(
  'does not ask for %j',
  (typed) => {
    expect(didYouMean(typed, known)).toBeNull()
  },
)
