import { describe, expect, it } from 'vitest'
import { organizations, people, quotes, read } from './news.test-support'

const first = (text: string) => read(text).drafts[0]

describe('a report in German', () => {
  const call =
    'Die Gewerkschaft Verdi hat die Orbit-Beschäftigten am Montag zum Streik aufgerufen. Verdi verlangt unter anderem, dass Orbit den Flächentarif anerkennt. Der Streik soll laut Verdi der Forderung Nachdruck verleihen, sagte ein Orbit-Sprecher.'

  it('names the company of which it writes in one word with its people', () => {
    expect(organizations(call)).toEqual(expect.arrayContaining(['Verdi', 'Orbit']))
    expect(people(call)).toEqual([])
  })

  it('has a union act and a company answer', () => {
    expect(first(call)?.organizations).toEqual(
      expect.arrayContaining([
        { name: 'Verdi', part: 'actor' },
        { name: 'Orbit', part: 'target' },
      ]),
    )
  })

  it('says what is asked of whom', () => {
    expect(read(call).demands.map(({ value }) => value.targets)).toEqual([['Orbit']])
  })

  it('asks nothing of an employer where a union calls its people out', () => {
    const text =
      'Verdi rief Beschäftigte in Bremen und Leipzig dazu auf, die Arbeit niederzulegen. Der Streik begann am Montag.'
    expect(read(text).demands).toEqual([])
  })

  it('quotes who is described in one word', () => {
    const text =
      '„Wir bleiben bis zum Ende hier“, sagte Verdi-Bundesvorstandsmitglied Ada Byron am Montag beim Streik in Bremen.'
    expect(quotes(text)).toEqual([['Ada Byron', 'Wir bleiben bis zum Ende hier']])
  })
})

describe('a report in Spanish', () => {
  const call =
    'Los trabajadores del centro logístico de Orbit están llamados a una huelga que comienza este lunes. Unos 1.100 empleados fijos están llamados a la huelga. Según Ada Byron, delegada de CGT, un centenar de trabajadores fue despedido tras la huelga de marzo.'

  it('knows the company whose warehouse it is, and the union', () => {
    expect(first(call)?.organizations).toEqual(
      expect.arrayContaining([
        { name: 'CGT', part: 'actor' },
        { name: 'Orbit', part: 'target' },
      ]),
    )
  })

  it('counts nobody who is only called to a strike, or was fired', () => {
    expect(read(call).crowds).toEqual([])
  })

  it('reads what is demanded as a clause', () => {
    const text =
      'Los trabajadores de Orbit fueron a la huelga el lunes. Los trabajadores demandan que se mantenga su convenio colectivo propio.'
    expect(read(text).demands.map(({ value }) => value.wording)).toEqual([
      'Que se mantenga su convenio colectivo propio',
    ])
  })
})

describe('a transcript', () => {
  const text =
    'ADA BYRON, HOST: Workers walked out at Orbit Systems on Monday. Bo Lee reports from Toledo.\nBO LEE, BYLINE: Around 85 drivers walked out.\nLEE: Orbit Systems declined to talk to us.'

  it('has no organizations that are labels', () => {
    expect(organizations(text)).toEqual(['Orbit Systems'])
  })
})

it('knows who called a protest, each of several', () => {
  const text =
    'Hundreds rallied in Toledo on Monday. The action was called by the Tenant Coalition, Housing Justice for All and the Metropolitan Council.'
  expect(
    first(text)
      ?.organizations.filter(({ part }) => part === 'actor')
      .map(({ name }) => name),
  ).toEqual(
    expect.arrayContaining(['Tenant Coalition', 'Housing Justice for All', 'Metropolitan Council']),
  )
})
