import { expect, it } from 'vitest'
import { relationInWords } from './thread'

it.each([
  ['Raised by Local 12', { relation: 'raises', stance: null, at: null, by: ['Local 12'] }],
  ['Raised', { relation: 'raises', stance: null, at: null, by: [] }],
  ['Answered by Ring, meets it', { relation: 'answers', stance: 'meets', at: 'Ring', by: [] }],
  ['No reply from Ring', { relation: 'answers', stance: 'gives_no_reply', at: 'Ring', by: [] }],
  ['No reply', { relation: 'answers', stance: 'gives_no_reply', at: null, by: [] }],
] as const)('says what an entry is to a demand: %s', (words, { by, ...item }) => {
  expect(relationInWords({ ...item, by: [...by] })).toBe(words)
})
