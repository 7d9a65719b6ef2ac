import { describe, expect, it } from 'vitest'
import { unknownWords, wordsToName } from '../imports/kind-words'
import { propose } from '../imports/propose'
import { check, good, HABITS, tableOf } from '../imports/rows-test-support'
import { changedMapping, mappingFormSchema } from './import'

const TEXT =
  'Date,Title,Kind,Crowd\n' +
  '2026-02-13,One,flash mob,500-200\n2026-02-14,Two,Rally,\n2026-02-15,Three,"Pot banging; flash mob",\n'
const table = tableOf(TEXT)
const { mapping } = propose(table, HABITS)
const COLUMNS = { c0: 'date', c1: 'title', c2: 'kind', c3: 'crowd' }

const change = (form: object, before = mapping) =>
  changedMapping(
    before,
    table.columns,
    mappingFormSchema.parse({ columns: COLUMNS, ...form }),
    (index, rule) => unknownWords(table, index, rule),
  )

describe('a mapping that a form changed', () => {
  it('gives the words of a column that name no kind one each', () => {
    expect(wordsToName(table, 2, mapping.columns.Kind)).toEqual([
      { word: 'flash mob', kind: '' },
      { word: 'Pot banging', kind: '' },
    ])
    const changed = change({ kinds: { c2: { w0: 'direct_action', w1: 'meeting' } } })
    expect(check(TEXT, changed).map((row) => good(row).input.kind)).toEqual([
      ...['direct_action', 'rally', 'meeting'],
    ])
    expect(wordsToName(table, 2, changed.columns.Kind)).toEqual([
      { word: 'flash mob', kind: 'direct_action' },
      { word: 'Pot banging', kind: 'meeting' },
    ])
    // Taken back, the words name none again; a form that does not ask leaves them.
    const back = change({ kinds: { c2: { w0: '', w1: 'meeting' } } }, changed)
    expect(back.columns.Kind?.values).not.toHaveProperty('flash mob')
    expect(change({}, changed).columns.Kind).toEqual(changed.columns.Kind)
  })

  it('keeps words that are not understood, or refuses their rows', () => {
    expect(mapping.columns.Crowd).toEqual({ to: 'crowd', unclear: 'words' })
    const refusing = change({ kinds: { c2: { w0: 'news' } }, unclear: { c3: 'refuse' } })
    expect(check(TEXT, refusing)[0]).toMatchObject({
      state: 'refused',
      refusals: [{ column: 'Crowd' }],
    })
    const keeping = change({ unclear: { c3: 'words' } }, refusing)
    expect(good(check(TEXT, keeping)[0]).kept).toEqual(['Crowd'])
    expect(change({}, keeping).columns.Crowd).toEqual({ to: 'crowd', unclear: 'words' })
  })

  it('refuses what is no kind', () => {
    const wrong = { columns: COLUMNS, kinds: { c2: { w0: 'dance' } } }
    expect(mappingFormSchema.safeParse(wrong).success).toBe(false)
  })
})
