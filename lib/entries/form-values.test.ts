import { describe, expect, it } from 'vitest'
import { nestedInput } from '../forms/form-data'
import { entryKinds } from '../kinds/names'
import { kindOf } from '../kinds/index'
import type { EntryDto } from '../record'
import { entrySchema } from '../schemas/entry'
import { emptyEntry } from './fields/empty'
import { entryFormValues } from './form-values'

const source = {
  ...{ id: '01936a5e-7a1b-7c3d-8e4f-123456789abc', title: 'Report', url: '', publisher: '' },
  ...{ published: '', kind: 'news' as const },
}
const rowId = '01936a5e-7a1b-7c3d-8e4f-123456789abd'

const entry: EntryDto = {
  ...emptyEntry(),
  ...{ id: rowId, kind: 'rally', lane: 'action', status: 'published', sentence: 'Rally.' },
  ...{ title: 'Rally', summary: 'Two\nlines', version: 4, updatedAt: '2026-02-14T00:00:00.000Z' },
  ...{ edtf: '2026-02-13', firstDay: '2026-02-13', lastDay: '2026-02-13' },
  ...{ time: '17:30', timeZone: 'America/Los_Angeles' },
  ...{ place: 'Amazon Spheres, Seattle', placePrecision: 'town', participants: 'Workers' },
  crowd: { low: 200, high: null, words: 'hundreds', countedBy: 'the police' },
  accordingTo: null,
  organizations: [{ id: rowId, name: 'Amazon', part: 'target' }],
  appearances: [
    {
      ...{ id: rowId, personId: rowId, name: 'Jo', role: 'speaker', description: 'a worker' },
      affiliation: 'The Workers’ Centre',
      consent: 'named',
      quotes: [
        {
          ...{ id: rowId, text: 'Enough.', consent: 'initials', citations: [], demands: [] },
          disputes: [{ id: rowId, reason: 'Cut short', saidBy: 'Jo', citations: [] }],
        },
      ],
    },
  ],
  demands: [],
  claims: [
    {
      ...{ id: rowId, field: 'date', value: '2025-11~', saidBy: 'the text', working: false },
      ...{ reason: '', citations: [{ id: rowId, exact: 'last fall', source }] },
    },
  ],
  disputes: [{ id: rowId, reason: 'It was a vigil', saidBy: 'Amazon', citations: [] }],
  replies: [
    {
      ...{ id: rowId, organization: 'Amazon', edtf: '2026-02-14', text: 'We disagree.' },
      citations: [{ id: rowId, exact: 'We disagree.', source }],
    },
  ],
  citations: [{ id: rowId, exact: 'A passage', source }],
  inquiries: [],
  photos: [
    {
      ...{ id: rowId, caption: 'The crowd', credit: 'Jo', alt: 'People with signs' },
      ...{ decorative: false, width: 960, height: 720, files: ['960.webp', '960.jpg'] },
    },
    {
      ...{ id: rowId, caption: '', credit: '', alt: '', decorative: true },
      ...{ width: 10, height: 10, files: ['10.webp'] },
    },
  ],
  links: [
    {
      ...{ id: rowId, says: true, relation: 'caused_by', note: 'A note', accordingTo: 'Jo' },
      citations: [{ id: rowId, exact: '', source }],
      entry: { id: rowId, title: 'A march', kind: 'march', edtf: '2026-02-12', campaign: 'c' },
    },
    {
      ...{ id: rowId, says: false, relation: 'mentions', note: '', accordingTo: '' },
      citations: [],
      entry: { id: rowId, title: 'A report', kind: 'report', edtf: '2026-02-14', campaign: 'c' },
    },
  ],
  ...{ details: {}, tags: ['one', 'two'], privateNote: 'Ours.' },
}

describe('an entry as its form shows it', () => {
  it('is read back as the same by the entry’s schema', () => {
    const { input } = nestedInput(entryFormValues(entry))
    expect(entrySchema('rally', '2026-03-01').parse(input)).toMatchObject({
      ...{ title: 'Rally', summary: 'Two\nlines', status: 'published', tags: 'one, two' },
      date: { edtf: '2026-02-13', time: '17:30' },
      dateClaims: [
        { id: rowId, value: { edtf: '2025-11~' }, source: source.id, exact: 'last fall' },
      ],
      crowd: { low: 200, high: null, words: 'hundreds' },
      organizations: [{ name: 'Amazon', part: 'target' }],
      appearances: [{ id: rowId, name: 'Jo', quotes: [{ text: 'Enough.', consent: 'initials' }] }],
      citations: [{ source: source.id, exact: 'A passage' }],
      photos: [
        { photo: rowId, caption: 'The crowd', credit: 'Jo', alt: 'People with signs' },
        { photo: rowId, alt: '', decorative: true },
      ],
      links: [
        {
          ...{ id: rowId, relation: 'caused_by', entryId: rowId, entry: 'A march' },
          ...{ note: 'A note', accordingTo: 'Jo', source: source.id },
        },
      ],
    })
  })

  it('says nothing new of a person’s consent', () => {
    const values = entryFormValues(entry)
    expect(values['appearances.0.consent']).toBe('')
    expect(values['appearances.0.consentReason']).toBe('')
  })

  it.each(entryKinds)('has the own fields of the kind %s', (kind) => {
    const details = Object.fromEntries(
      Object.entries(kindOf(kind).fields).map(([name, field]) => [
        name,
        field.type === 'count'
          ? 1_500
          : field.type === 'choice'
            ? (Object.keys(field.options)[0] ?? '')
            : 'https://example.org/a',
      ]),
    )
    const { input } = nestedInput(entryFormValues({ ...entry, kind, details }))
    expect(entrySchema(kind, '2026-03-01').parse(input).details).toEqual(details)
  })
})
