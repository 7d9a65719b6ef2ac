import { describe, expect, it } from 'vitest'
import { organizations, places, read, readAbroad } from './news.test-support'

const abroad = (text: string, language: 'es' | 'de') =>
  readAbroad(text, language).places.map(({ value }) => value)

describe('a town that no list knows', () => {
  it.each([
    ['Up to 50 people gathered outside the library in Strathmuir last Saturday.', 'Strathmuir'],
    ['They rallied in Wexcombe on Monday over the closure of the depot.', 'Wexcombe'],
    ['Good evening from Portlea, where the march is about to begin.', 'Portlea'],
    ['The company locked them out of its Hamsford, Pa., plant in June.', 'Hamsford'],
    ['Riders are now blocking Queensgate. Police are watching.', 'Queensgate'],
    ['OBERLINDEN. Seit Dienstag stehen die Bänder im Werk still.', 'Oberlinden'],
  ])('is one in "%s"', (text, place) => {
    expect(places(text)).toContain(place)
  })

  it.each([
    'Workers blocked Orbit trucks at dawn.',
    'BREAKING. Police say that the march is over.',
    'They said that the plan came from Orbit Systems, where it was drawn up.',
  ])('is none in "%s"', (text) => {
    expect(places(text)).toEqual([])
  })
})

describe('a town where a board sits', () => {
  it('is where people were who stood outside it', () => {
    expect(places('Workers rallied outside the school board in Toledo on Monday.')).toEqual([
      'Toledo',
    ])
    expect(
      read('Workers rallied outside the school board in Toledo on Monday.').drafts[0]?.place?.value,
    ).toBe('Toledo')
  })
})

describe('a building', () => {
  it.each([
    ['About 40 people packed the county courthouse on Tuesday night.', 'county courthouse'],
    ['Garment workers sat down in front of the collectorate on Monday.', 'collectorate'],
    [
      'She told reporters outside the Hall of Justice that she would do so again.',
      'Hall of Justice',
    ],
    [
      'A petition was handed over at the headquarters of Orbit Systems on Monday.',
      'headquarters of Orbit Systems',
    ],
    ['Nurses sat down in the Orbit lobby on July 8 and sang.', 'Orbit lobby'],
  ])('is found in "%s"', (text, place) => {
    expect(places(text)).toContain(place)
  })

  it('is not where a county’s attorney comes from', () => {
    expect(
      places('Adams County Attorney Ada Smith said in a filing that a conviction was unlikely.'),
    ).toEqual([])
  })
})

describe('streets and squares', () => {
  it.each([
    ['Los trabajadores se concentraron en la plaza del Mercado.', 'plaza del Mercado'],
    ['Se reunieron ante la sede de la compañía en la calle Alegría.', 'calle Alegría'],
    ['Encendieron velas frente al Hospital San Blas, junto al río.', 'Hospital San Blas'],
  ])('are found in "%s"', (text, place) => {
    expect(abroad(text, 'es')).toContain(place)
  })

  it.each([
    ['Im Paketzentrum an der Weberstraße ruht die Arbeit.', 'Weberstraße'],
    ['Die Kundgebung auf dem Schillerplatz begann um zwölf.', 'Schillerplatz'],
  ])('are found in "%s"', (text, place) => {
    expect(abroad(text, 'de')).toContain(place)
  })

  it.each(['Sie fürchten um ihre Rechte am Arbeitsplatz.', 'Sie trafen sich auf dem Parkplatz.'])(
    'are none in "%s"',
    (text) => {
      expect(abroad(text, 'de')).toEqual([])
    },
  )
})

describe('a name with a plural possessive', () => {
  it.each([
    ["Customers have been asked by the Bakers' Alliance to wait.", "Bakers' Alliance"],
    ['The Toledo Claimants’ Union organised the protest.', 'Toledo Claimants’ Union'],
  ])('is whole in "%s"', (text, name) => {
    expect(organizations(text)).toContain(name)
  })

  it('ends where what follows is no part of it', () => {
    expect(organizations("The Teamsters' contract with Orbit Systems ends in May.")).not.toContain(
      "Teamsters' contract",
    )
  })
})

describe('the manager of a shop', () => {
  it('stands for the shop that was named before by a longer name', () => {
    const text =
      'The union asked Toledo Ford to pause its ads. Toledo’s manager didn’t respond to a voicemail.'
    expect(read(text).nonResponses.map(({ value }) => value.organization)).toEqual(['Toledo Ford'])
  })
})
