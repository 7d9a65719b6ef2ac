import { expect, it } from 'vitest'
import { descriptionsOf } from './described'

const NOBODY = { name: '', role: 'speaker', description: '', affiliation: '' } as const

it.each([
  [{ name: 'Jo' }, ['speaker']],
  [{ name: 'Jo', description: 'a tech worker' }, ['a tech worker']],
  [{ name: 'Jo', role: 'lawyer' }, ['lawyer']],
  [{ name: 'Jo', role: 'lawyer', affiliation: 'The Guild' }, ['lawyer', 'The Guild']],
  [
    { name: 'Jo', role: 'spokesperson', description: 'vice president', affiliation: 'Amazon' },
    ['spokesperson', 'vice president', 'Amazon'],
  ],
  [{ name: 'Jo', role: 'reporter', description: 'freelance reporter' }, ['freelance reporter']],
  [{ description: 'several workers' }, ['several workers']],
  [{ role: 'official', affiliation: 'The port' }, ['Official', 'The port']],
  [{ role: 'official', description: 'two of them' }, ['Official', 'two of them']],
] as const)('%j is described as %j', (who, described) => {
  expect(descriptionsOf({ ...NOBODY, ...who })).toEqual(described)
})
