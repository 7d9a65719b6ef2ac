import { expect, it } from 'vitest'
import { revisionText } from './texts'

const ID = '00000000-0000-7000-8000-00000000000a'

it.each([
  ['nothing', null, ''],
  ['what is missing', undefined, ''],
  ['a number', 3, ''],
  ['a box', [true, false], 'Yes; No'],
  ['a list with gaps', ['One', null, 'Two'], 'One; Two'],
  ['parts', { title: 'One', id: null, words: 'two' }, 'One, two'],
  ['a record by its name', `See ${ID}`, 'See Amazon'],
  ['a record that is gone', ID.replace('a', 'b'), 'a record'],
])('%s is told', (_name, value, told) => {
  expect(revisionText('entry', 'summary', value, new Map([[ID, 'Amazon']]))).toBe(told)
})
