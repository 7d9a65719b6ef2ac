import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'

/** The report that the founding record rests on; it lies beside the project, which does not need it. */
const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'seed-article.txt')
const places = new Set(['Seattle', 'Gaza'])

describe.skipIf(!existsSync(file))('the founding article', () => {
  const { drafts, nextSteps } = capture(
    readText(existsSync(file) ? readFileSync(file, 'utf8') : ''),
    {
      organizations: [],
      people: [],
      isPlace: (name) => places.has(name),
    },
  )
  const [rally, ring, inquiry, firing, advertisement] = drafts

  it('is a rally at the Spheres, on one of two days', () => {
    expect(drafts).toHaveLength(5)
    expect(rally).toMatchObject({ kind: 'rally', date: { value: { edtf: '2026-02-13' } } })
    expect(rally?.place?.value).toBe('Amazon Spheres, Seattle')
    expect(rally?.crowd).toBeNull()
    expect(rally?.dateClaims.map(({ value }) => value.edtf)).toEqual(['2026-02-12', '2026-02-13'])
  })

  it('makes four demands of AWS and Amazon', () => {
    expect(rally?.demands.map(({ value }) => [value.targets, value.counterparties])).toEqual([
      [['Amazon Web Services'], ['Immigration and Customs Enforcement']],
      [['Amazon Web Services'], ['Customs and Border Protection']],
      [['Amazon'], ['Palantir']],
      [['Amazon'], ['Flock']],
    ])
  })

  it('quotes both speakers, each with what the report says they are', () => {
    expect(
      rally?.people.map(({ name, description, quotes }) => [
        name,
        description,
        quotes.map(({ value }) => value.text.slice(0, 11)),
      ]),
    ).toEqual([
      ['Maren Costa', 'tech worker organizer', ['It is hard ']],
      ['Ahmed Shahour', 'former Amazon employee', ['I was fired']],
    ])
  })

  it('answers one demand at Ring', () => {
    expect(ring).toMatchObject({ kind: 'contract_change', details: { change: 'cancelled' } })
    expect(ring?.demands).toMatchObject([
      { relation: 'answers', stance: 'meets', at: 'Ring', value: { counterparties: ['Flock'] } },
    ])
  })

  it('asked two that did not immediately respond', () => {
    const outcome = 'did_not_immediately_respond'
    expect(inquiry?.inquiry).toMatchObject({
      askedBy: 'FOX 13',
      recipients: [
        { organization: 'Amazon', outcome },
        { organization: 'Amazon Web Services', outcome },
      ],
    })
  })

  it('tells the firing as his account, and what came before and comes next', () => {
    expect(firing).toMatchObject({
      kind: 'retaliation',
      accordingTo: 'Ahmed Shahour',
      date: { value: { edtf: '2025-11~' } },
    })
    expect(advertisement).toMatchObject({ kind: 'announcement', title: 'Ring: Super Bowl ad' })
    expect(nextSteps.some(({ exact }) => exact.includes('continue pushing'))).toBe(true)
  })
})
