import { describe, expect, it } from 'vitest'
import { readText } from './read-text'
import { actionOf } from './actions'
import { paragraphsOf, sentencesOf } from './sentences'

const kind = (text: string) => {
  const { text: words } = readText(text, { published: '2026-03-05' })
  return actionOf(
    words,
    paragraphsOf(words).flatMap((paragraph) => sentencesOf(words, paragraph)),
  )
}

describe('a ruling', () => {
  it.each([
    ['An employment tribunal has found that Orbit Systems unfairly dismissed a union rep.'],
    ['A labor board judge ruled on Tuesday that Orbit Systems broke the law.'],
    ['Orbit Systems sought an interim injunction against the drivers. The court refused it.'],
    ['In a written judgment published on Tuesday, the panel sided with the drivers.'],
  ])('is legal action: %j', (text) => {
    expect(kind(text)?.kind).toBe('legal_action')
  })

  it('outweighs the picket that it is about', () => {
    expect(
      kind(
        'Judge refuses to ban picket at mill\n\nA High Court judge has refused an application by Orbit to ban pickets from its gates. Orbit sought an injunction after lorries were stopped by pickets in May. She dismissed the application. The pickets cheered.',
      )?.kind,
    ).toBe('legal_action')
  })
})

describe('a vote on a strike', () => {
  it.each([
    ['Teaching assistants have voted 88 per cent in favour of a strike, their union announced.'],
    ['Nurses voted overwhelmingly in favor of industrial action on Monday.'],
    ['Los trabajadores de la planta votan la huelga. La huelga fue aprobada por 318 votos.'],
  ])('is a vote: %j', (text) => {
    expect(kind(text)?.kind).toBe('vote')
  })
})

describe('what is only to come', () => {
  it('is a strike where it is called one, though a headline lets them walk out', () => {
    const found = kind(
      'Care workers to walk out for three days\n\nMore than 140 care workers at four homes will begin strike action on Friday. Agency staff would cover the strike, the company says.',
    )
    expect([found?.kind, found?.planned]).toEqual(['strike', true])
  })

  it.each([
    ['La asamblea de Orbit aprobó ir a la huelga.'],
    ['La asamblea de Orbit votó un paro general.'],
  ])('is to come where it was only voted for: %j', (text) => {
    expect(kind(text)?.planned).toBe(true)
  })

  it('is no strike where people only warn of one', () => {
    expect(
      kind(
        'Child care workers end dharna in city, warn of indefinite strike\n\nAround 500 workers sat on a dharna outside the office on Tuesday.',
      )?.kind,
    ).toBe('direct_action')
  })
})

describe('a march', () => {
  it('is told in the present too', () => {
    expect(kind('Bus drivers march through city over cameras')?.kind).toBe('march')
    expect(kind('Profit fell in its March to June quarter, Orbit said.')?.kind).not.toBe('march')
    expect(kind('The law was passed in March through a vote of members.')?.kind).not.toBe('march')
  })
})

describe('a hearing', () => {
  it('is told by how long it was and by who was spoken to', () => {
    expect(
      kind(
        'Council delays vote on cameras after four-hour hearing\n\nThe City Council put off a decision. A retired pastor told councilors that she did not trust them.',
      )?.kind,
    ).toBe('hearing')
    expect(kind('Residents told county supervisors that the road was unsafe.')?.kind).toBe(
      'hearing',
    )
  })

  it('is none where nurses speak to those set over them', () => {
    expect(kind('Nurses told supervisors that the ward was unsafe.')?.kind).not.toBe('hearing')
  })
})
