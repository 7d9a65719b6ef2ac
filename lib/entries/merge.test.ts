import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormValues } from '../forms/state'
import { fieldLabel, fieldsOf, mergeEdits } from './merge'

describe('the fields of a form', () => {
  it('are told as people see them: rows as lines, without ids and empty parts', () => {
    expect(
      fieldsOf({
        kind: 'rally',
        version: '3',
        requestKey: 'x',
        title: ' Rally \r\n twice ',
        summary: '',
        'appearances.0.id': 'x',
        'appearances.0.name': 'Jo',
        'appearances.0.quotes.0.text': 'Enough.',
        'appearances.1.name': 'Sam',
        'appearances.2.name': '',
      }),
    ).toEqual({ kind: 'rally', title: 'Rally \n twice', appearances: 'Jo · Enough.\nSam' })
  })

  it('have labels, and an unknown one its own name', () => {
    expect(fieldLabel('date')).toBe('When')
    expect(fieldLabel('something')).toBe('something')
  })
})

describe('two edits', () => {
  const base: FormValues = {
    title: 'T',
    'people.0.name': 'Jo',
    'people.0.said': '',
    'people.0.role': 'speaker',
  }

  it('conflict where words were moved within a row, though its text is the same', () => {
    const moved = { ...base, 'people.0.name': '', 'people.0.said': 'Jo' }
    const { conflicts } = mergeEdits(base, moved, { ...base, 'people.0.role': 'witness' })
    expect(conflicts.map(({ field }) => field)).toEqual(['people'])
  })

  it('do not conflict over line ends, ids, order of names and empty rows', () => {
    const yours = {
      'people.0.role': 'speaker',
      'people.0.name': 'Jo ',
      'people.0.id': 'new',
      'people.1.name': '',
      title: 'T\r\n',
    }
    expect(mergeEdits(base, yours, { ...base, title: 'Theirs' })).toEqual({
      conflicts: [],
      taken: [{ field: 'title', label: 'Title', yours: 'T', theirs: 'Theirs' }],
      merged: { ...yours, title: 'Theirs' },
    })
  })

  it('take a whole group from whoever changed it', () => {
    const theirs = { title: 'T', 'people.0.name': 'Ann', 'people.1.name': 'Bo' }
    const { merged, conflicts } = mergeEdits(base, { ...base, title: 'Mine' }, theirs)
    expect(conflicts).toEqual([])
    expect(merged).toEqual({ ...theirs, title: 'Mine' })
  })
})

const FIELDS = ['title', 'summary', 'date', 'place', 'crowd', 'tags'] as const
const GROUPS = ['people', 'demands', 'sources'] as const
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((t) => !t.includes('\0'))
const row = fc.record({ name: text, note: text })
const form = fc
  .record({
    fields: fc.record(Object.fromEntries(FIELDS.map((name) => [name, text]))),
    groups: fc.record(
      Object.fromEntries(GROUPS.map((name) => [name, fc.array(row, { maxLength: 3 })])),
    ),
  })
  .map(({ fields, groups }): FormValues => {
    const values: FormValues = { ...fields }
    for (const [group, rows] of Object.entries(groups))
      rows.forEach((one, index) => {
        for (const [name, value] of Object.entries(one)) values[`${group}.${index}.${name}`] = value
      })
    return values
  })
const names = fc.subarray([...FIELDS, ...GROUPS])

/** The form with these fields from another. */
function taking(values: FormValues, from: FormValues, fields: readonly string[]): FormValues {
  const belongs = ([name]: [string, unknown]) => fields.includes(name.split('.')[0] ?? '')
  return Object.fromEntries([
    ...Object.entries(values).filter((entry) => !belongs(entry)),
    ...Object.entries(from).filter(belongs),
  ])
}

describe('edits of any form', () => {
  it('that touch different fields are put together, and nothing of either is lost', () => {
    fc.assert(
      fc.property(form, form, form, names, (base, one, other, mine) => {
        const theirs = [...FIELDS, ...GROUPS].filter((name) => !mine.includes(name))
        const yours = taking(base, one, mine)
        const saved = taking(base, other, theirs)
        const { merged, conflicts } = mergeEdits(base, yours, saved)
        expect(conflicts).toEqual([])
        expect(fieldsOf(merged)).toEqual(fieldsOf(taking(yours, saved, theirs)))
      }),
    )
  })

  it('that change one field differently conflict there, with both texts', () => {
    fc.assert(
      fc.property(form, names, text, text, text, (base, others, a, b, c) => {
        const [was, mine, theirs] = [`was ${a}`, `mine ${b}`, `theirs ${c}`]
        const changed: FormValues = { ...base, title: theirs }
        for (const name of others) if (name === 'summary') changed.summary = `changed ${a}`
        const { conflicts } = mergeEdits({ ...base, title: was }, { ...base, title: mine }, changed)
        const trimmed = (value: string) => value.replaceAll('\r\n', '\n').trim()
        expect(conflicts).toEqual([
          { field: 'title', label: 'Title', yours: trimmed(mine), theirs: trimmed(theirs) },
        ])
      }),
    )
  })

  it('keep every text somewhere: in what is put together, or in a conflict', () => {
    fc.assert(
      fc.property(form, form, form, (base, yours, theirs) => {
        const { merged, conflicts } = mergeEdits(base, yours, theirs)
        const was = fieldsOf(base)
        const result = fieldsOf(merged)
        const told = new Map(conflicts.map((conflict) => [conflict.field, conflict]))
        for (const [field, value] of Object.entries(fieldsOf(yours)))
          if (value !== was[field]) expect([result[field], told.get(field)?.yours]).toContain(value)
        for (const [field, value] of Object.entries(fieldsOf(theirs)))
          if (value !== was[field])
            expect([result[field], told.get(field)?.theirs]).toContain(value)
      }),
    )
  })

  it('that change nothing leave the other as it is', () => {
    fc.assert(
      fc.property(form, form, (base, theirs) => {
        const { merged, conflicts } = mergeEdits(base, base, theirs)
        expect(conflicts).toEqual([])
        expect(fieldsOf(merged)).toEqual(fieldsOf(theirs))
      }),
    )
  })
})

describe('a row that names a known record', () => {
  const demand = '00000000-0000-7000-8000-000000000004'
  const row = (wording: string) => ({ 'demands.0.demand': demand, 'demands.0.wording': wording })

  it('is told by its words, and compared by its id, whatever it is called by now', () => {
    expect(fieldsOf(row('Cut the tie'))).toEqual({ demands: 'Cut the tie' })
    const { conflicts, taken } = mergeEdits(row('Cut it'), row('Cut it'), row('Cut the tie'))
    expect({ conflicts, taken }).toEqual({ conflicts: [], taken: [] })
  })
})
