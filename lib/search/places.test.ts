import { describe, expect, it } from 'vitest'
import { campaignAt, placeAt } from './places'

const ID = '018f2c3e-7d11-7a52-9f0e-3b5a1c2d4e6f'

describe('the record that a path leads to', () => {
  it.each([
    ['/campaigns/cut-the-ties', { record: 'campaign', slug: 'cut-the-ties' }],
    ['/campaigns/l%C3%A4nger', { record: 'campaign', slug: 'länger' }],
    ['/campaigns/cut-the-ties/demands/12', { record: 'demand', slug: 'cut-the-ties', number: 12 }],
    [`/campaigns/cut-the-ties/entries/${ID}`, { record: 'entry', id: ID }],
    [`/campaigns/cut-the-ties/organizations/${ID}`, { record: 'organization', id: ID }],
    [`/organizations/${ID}`, { record: 'organization', id: ID }],
    [`/people/${ID}`, { record: 'person', id: ID }],
    [`/sources/${ID}`, { record: 'source', id: ID }],
  ])('is known for %s', (path, place) => {
    expect(placeAt(path)).toEqual(place)
  })

  it.each([
    '/campaigns',
    '/campaigns/new',
    '/campaigns/cut-the-ties/demands',
    '/campaigns/cut-the-ties/demands/0',
    `/campaigns/cut-the-ties/entries/${ID}/edit`,
    '/people/somebody',
    `https://example.org/people/${ID}`,
  ])('is none for %s', (path) => {
    expect(placeAt(path)).toBeNull()
  })

  it('stays as it is where it is no text that a browser writes', () => {
    expect(placeAt('/campaigns/%')).toEqual({ record: 'campaign', slug: '%' })
  })
})

it('knows the campaign of every page in it', () => {
  expect(campaignAt('/campaigns/cut-the-ties/story')).toBe('cut-the-ties')
  expect(campaignAt('/campaigns/cut-the-ties')).toBe('cut-the-ties')
  expect(campaignAt('/campaigns/new')).toBeNull()
  expect(campaignAt('/people')).toBeNull()
})
