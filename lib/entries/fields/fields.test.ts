import { describe, expect, it } from 'vitest'
import { entryKinds } from '../../kinds/names'
import { entrySchema } from '../../schemas/entry'
import { emptyEntry } from './empty'
import { entryField, entryFieldList, entryFields, wholeOf } from './index'

describe('the definitions of fields', () => {
  it.each(entryFieldList())('%s is in a form under its own name alone', (name, field) => {
    for (const key of Object.keys(field.values({ ...emptyEntry(), edtf: '2026-02-13' })))
      expect(key.split('.')[0]).toBe(name)
  })

  it.each(entryFieldList())('%s belongs to a field that has columns', (name) => {
    const whole = entryField(wholeOf(name))
    expect(whole?.belongsTo).toBeUndefined()
    if (wholeOf(name) !== name) expect(Object.keys(whole?.columns ?? {})).not.toEqual([])
  })

  it('have different columns, in the database and in tables', () => {
    const fields = Object.values(entryFields)
    for (const names of [
      fields.flatMap(({ columns }) => Object.keys(columns)),
      fields.flatMap(({ csv }) => csv.map(([name]) => name)),
    ])
      expect(names).toEqual([...new Set(names)])
  })

  it('are all of what the schema of each kind takes', () => {
    for (const kind of entryKinds) {
      const {
        version: _version,
        requestKey: _key,
        ...shape
      } = entrySchema(kind, '2026-03-01').shape
      expect(Object.keys(shape)).toEqual(Object.keys(entryFields))
    }
  })
})
