import { describe, expect, it } from 'vitest'
import { fieldId, fieldMessages } from './field-id'
import { firstRows } from './row-indexes'

describe('a field by its name', () => {
  it('has one id with and without the list ending', () => {
    expect(fieldId('f', 'tags[]')).toBe('f-tags')
    expect(fieldId('f', 'people.2.name')).toBe('f-people.2.name')
  })

  it('gathers the messages of a list and of its members, each once', () => {
    const errors = {
      tags: ['Choose one.'],
      'tags.1': ['Gone.'],
      'tags.2': ['Gone.'],
      title: ['No.'],
    }
    expect(fieldMessages(errors, 'tags[]')).toEqual(['Choose one.', 'Gone.'])
  })

  it('leaves the messages of rows to their own fields', () => {
    expect(fieldMessages({ 'people.0.name': ['Give the name.'] }, 'people')).toEqual([])
  })
})

describe('the rows a group begins with', () => {
  it('takes the numbers found in the values, with their gaps', () => {
    expect(firstRows({ 'p.10.a': '', 'p.2.a': 'x', 'p.2.b': '', 'q.5.a': '' }, 'p', 1)).toEqual([
      2, 10,
    ])
  })

  it('else begins with as many as are asked for', () => {
    expect(firstRows({ title: 'x', 'p.name': 'y' }, 'p', 2)).toEqual([0, 1])
  })
})
