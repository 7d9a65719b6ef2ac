import { expect, it } from 'vitest'
import { readSaved, savedHref } from './saved'

const entry = { status: 'published', version: 3 } as const

it('says what the save did, by the address that it leads to', () => {
  const address = savedHref('amazon', 'e', { how: 'published', version: 3 })
  const param = new URL(address, 'http://localhost').searchParams.get('saved')
  expect(readSaved(param, entry)?.title).toBe('Published.')
  expect(readSaved('changed.3', entry)?.title).toBe('Changes saved.')
})

it.each([
  'published.2',
  'draft.3',
  'in_review.3',
  'nothing.3',
  'toString.3',
  'published',
  '',
  null,
  ['published.3'],
])('says nothing by %j, which is not how the entry stands', (param) => {
  expect(readSaved(param, entry)).toBeNull()
})
