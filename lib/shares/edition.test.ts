import { describe, expect, it } from 'vitest'
import { Withholder } from '../people/withholder'
import { differences } from './differences'
import { editionText, readEdition, type EditionContent } from './edition'

/** An edition with one entry and one demand, which lack all that was added to them later. */
const old = {
  ...{ format: 'throughline-edition', version: 1, frozenAt: '2026-02-14T00:00:00.000Z' },
  ...{ updatedAt: '2026-02-14T00:00:00.000Z', cut: false },
  campaign: { title: 'Spheres', summary: '', timeZone: 'America/Los_Angeles' },
  demands: [
    {
      ...{ id: 'd', number: 1, wording: 'End it', version: 1 },
      targets: [{ id: 't', name: 'Amazon', standing: 'open' }],
    },
  ],
  entries: [{ id: 'e', kind: 'rally', lane: 'action', title: 'Rally', edtf: '2026-02-13' }],
}
const shown = <T>(value: T) => new Withholder([]).showAll(value)
const read = (): EditionContent => readEdition(JSON.stringify(old))

describe('an edition', () => {
  it('that is older than a field is read with nothing in it', () => {
    const { entries, demands } = read()
    expect(entries[0]).toMatchObject({ title: 'Rally', appearances: [], citations: [], tags: [] })
    expect(demands[0]?.targets[0]).toMatchObject({ name: 'Amazon', history: [], note: '' })
  })

  it('is the same text however often it is written', () => {
    const text = editionText(read())
    expect(editionText(readEdition(text))).toBe(text)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('is not read where it is something else', () => {
    for (const text of ['{}', '{"format":"throughline-edition","version":2,"entries":[]}'])
      expect(() => readEdition(text)).toThrow(RangeError)
  })
})

describe('what changed', () => {
  it('is nothing where only ids of rows differ', () => {
    const now = read()
    const [entry] = now.entries
    const claim = (id: string) => ({
      ...{ id, field: 'date', value: '2026', saidBy: '', working: true, reason: '' },
      citations: [],
    })
    const was = { ...now, entries: [{ ...entry, claims: [claim('a')] }] } as EditionContent
    const is = { ...now, entries: [{ ...entry, claims: [claim('b')] }] } as EditionContent
    expect(differences(was, shown(is))).toEqual({ added: [], changed: [], gone: 0, besides: [] })
  })

  it('is told of all that is shown beside the entries', () => {
    const was = read()
    const is = read()
    Object.assign(is.campaign, { title: 'Spheres again', summary: 'More.' })
    const [demand] = is.demands
    const ring = { ...demand?.targets[0], id: 'r', name: 'Ring' }
    Object.assign(demand ?? {}, { targets: [{ ...demand?.targets[0], since: '2026-02' }, ring] })
    const dispute = { id: 'x', reason: 'No', saidBy: 'C', citations: [] }
    Object.assign(demand?.targets[0] ?? {}, { disputes: [dispute] })
    const told = (before: EditionContent, after: EditionContent) =>
      differences(before, shown(after)).besides
    expect(told(was, is)).toEqual([
      ...['The title of the record was changed.', 'Its description was changed.'],
      'Demand 1 at Amazon: the date from which it is open was changed.',
      'Demand 1 at Amazon: a dispute of its status was changed.',
      'Demand 1 at Ring: now open.',
    ])
    expect(told(is, was)).toContain('Demand 1: Ring is no longer a target.')
    expect(told(was, { ...was, demands: [] })).toEqual(['Demand 1 was taken out.'])
  })

  it('is told in words', () => {
    const was = read()
    const is = read()
    Object.assign(is.entries[0] ?? {}, { title: 'March', summary: 'More.' })
    Object.assign(is.demands[0]?.targets[0] ?? {}, { standing: 'met' })
    const { changed, besides } = differences(was, shown(is))
    expect(changed.map(({ fields }) => fields)).toEqual([['title', 'summary']])
    expect(besides).toEqual(['Demand 1 at Amazon: now met, before: open.'])
    expect(differences(was, { demands: [], entries: [] }).gone).toBe(1)
  })
})
