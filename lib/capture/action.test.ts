import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => ['Norfolk', 'Seattle'].includes(name),
}
const actionIn = (text: string) =>
  capture(readText(text, { published: '2026-03-05' }), nobody).drafts[0]

describe('what kind of action a report is about', () => {
  it.each([
    ['Acme workers voted 19 to 8 to join Bakers United on Thursday.', 'vote'],
    ['Acme testers have voted by 93% to authorize a strike, their union said.', 'vote'],
    ['Teachers called for a boycott of the chain over its contract, they said Monday.', 'boycott'],
    [
      'Members at Acme took their fourth day of strike action and stood on the picket line.',
      'strike',
    ],
    ['Drivers turned off their apps for a day on Friday, in protest over pay.', 'strike'],
    ['Students set up an encampment on the lawn on Wednesday.', 'direct_action'],
    ['Hundreds of employees blocked the entrance to the building on Tuesday.', 'direct_action'],
    ['Workers dropped banners from a bridge on Monday morning.', 'direct_action'],
    ['Maintainers took part in an online protest on Friday.', 'online_action'],
    ['Some 120 residents came to a meeting called by the Friends of the Library.', 'meeting'],
    [
      'A third of the shareholders’ votes at the annual general meeting went to a resolution.',
      'shareholder_action',
    ],
    ['Six drivers filed a class action on Friday against the platform.', 'legal_action'],
    ['More than 300 academics have written to the vice-chancellor.', 'open_letter'],
    ['La red entregó hoy una petición firmada por 8.150 personas.', 'petition'],
  ])('%s', (text, kind) => {
    expect(actionIn(text)?.kind).toBe(kind)
  })
})

describe('what is no action', () => {
  it.each([
    'Sue Smith, a clerk, spoke of her work on Friday.',
    'The parish held its annual meeting on Friday.',
    'Ada Byron has written to her sister every week.',
    'The city counted the tents of a homeless encampment on Friday.',
  ])('%s', (text) => {
    expect(['legal_action', 'shareholder_action', 'open_letter', 'direct_action']).not.toContain(
      actionIn(text)?.kind,
    )
  })
})

describe('where it was', () => {
  it.each([
    [
      'About 40 workers rallied outside the Oakmont quarry on Friday.',
      'Oakmont quarry',
      'Rally at the Oakmont quarry',
    ],
    [
      'SEATTLE (AP) — Dozens of workers rallied outside Acme’s headquarters on Friday.',
      'Acme’s headquarters, Seattle',
      'Rally at Acme’s headquarters',
    ],
    [
      'Workers came to city hall in Norfolk on Friday for a rally, and rallied at city hall.',
      'city hall, Norfolk',
      'Rally at city hall',
    ],
    [
      'Nurses picketed in front of the county courthouse on Friday.',
      'county courthouse',
      'Picket at the county courthouse',
    ],
  ])('%s', (text, place, title) => {
    expect(actionIn(text)).toMatchObject({ title, place: { value: place } })
  })

  it('is not where somebody works who has nothing to do with it', () => {
    const text =
      'Workers rallied in Norfolk on Friday. Ada Byron, a clerk, was hired at the Oakmont quarry.'
    expect(actionIn(text)?.place?.value).toBe('Norfolk')
  })
})

describe('an action that is only announced', () => {
  it('lies on the day that is named for it', () => {
    const text = 'Actors will go on strike at midnight on Friday, their union said.'
    expect(actionIn(text)?.date?.value.edtf).toBe('2026-03-06')
  })

  it('has no day before the report where none is named', () => {
    expect(actionIn('Actors will go on strike, their union said.')).toMatchObject({
      kind: 'strike',
      date: null,
    })
  })
})
