import { describe, expect, it } from 'vitest'
import { organizations, places, read } from './news.test-support'

const people = (text: string) =>
  read(text).people.map(({ value }) => [value.name, value.description])

describe('who is named', () => {
  it.each([
    [
      'Charles Babbage, Meridian vice president for corporate communications, said the protest was small.\n\nBabbage said the company hears its workers.',
      ['Charles Babbage', 'Meridian vice president for corporate communications'],
    ],
    [
      'Meridian workers rallied. “We came all this way to talk,” said Ada Byron, Meridian associate.',
      ['Ada Byron', 'Meridian associate'],
    ],
    [
      'Ada Byron, attending her first council meeting, asked whether it was the right place. Byron lives in Toledo.',
      ['Ada Byron', ''],
    ],
    [
      'Residents called for Mayor Charles Babbage to turn off the cameras.',
      ['Charles Babbage', 'Mayor'],
    ],
    [
      'Agents shot and killed U.S. citizen Ada Byron in Toledo three weeks ago.',
      ['Ada Byron', 'U.S. citizen'],
    ],
    [
      'Tech expert Ada Byron says the drivers have walked out before.',
      ['Ada Byron', 'tech expert'],
    ],
    ['Meridian fired the two employees, Ada Byron and Karl Ohm, for a protest.', ['Ada Byron', '']],
    [
      '„Wir wollen die ganze Wurst“, sagte der regionale IG-Mir-Chef Karl Ohm bei der Versammlung.',
      ['Karl Ohm', ''],
    ],
    ['“We won,” said Local 89 President Don Seward.', ['Don Seward', 'Local 89 President']],
  ])('is a person in "%s"', (text, person) => {
    expect(people(text)).toContainEqual(person)
  })

  it.each([
    ['Charges have not been filed, the district attorney’s office said.', 'Charges'],
    ['Ontario-based Bakers United said it filed charges.', 'Ontario-based Bakers United'],
    ['The mayor extended the contract with the Denver-based company.', 'Denver-based'],
    ['Meridian closed the Broadway and Denny store, the Bakers Union said.', 'Broadway'],
    ['Bakers Strike At Meridian Mills\n\nBakers at Meridian struck.', 'Bakers Strike'],
    [
      'Beschäftigte streikten am Montag. Viele Beschäftigte kamen, und die Beschäftigten sangen mit allen.',
      'Beschäftigte',
    ],
    ['The drivers work for Vantage Corp. Lowe said that they will strike.', 'Vantage Corp. Lowe'],
    ['BOISE (CNS) - Workers at a Meridian in Boise joined a strike.', 'BOISE'],
    ['BOISE, Idaho (13 News) -Meridian workers organized a strike on March 2.', 'News'],
    [
      'Residents asked the council to remove automatic license-plate recognition (ALPR) cameras.',
      'ALPR',
    ],
    ['Ten workers at a Southern Ohio warehouse were suspended.', 'Southern Ohio'],
    ['Ada Byron is an ICU nurse in Toledo who joined the strike.', 'ICU'],
    [
      '“For months, Babbage has sent agents here,” the letter says. President Charles Babbage has not answered. Babbage sent more.',
      'Babbage',
    ],
  ])('is no organization in "%s"', (text, name) => {
    expect(organizations(text)).not.toContain(name)
  })

  it.each([
    ['Ada’s Kitchen makes frozen burritos that are sold across the country.', 'Ada’s Kitchen'],
    [
      "Protesters stormed McBride's headquarters. McBride's said that it respects the right to protest. McBride's closed a building.",
      "McBride's",
    ],
    [
      'More than 450 employees from firms including Meridian, Vexel, Orbital and Kestrel endorsed an open letter.',
      'Kestrel',
    ],
    ['Ontario-based Bakers United said it filed charges.', 'Bakers United'],
    ['Four people were arrested, said activists from Acme Rebellion.', 'Acme Rebellion'],
    ['Protesters from Acme Watch, XRBoise and other groups blocked the entrance.', 'XRBoise'],
    ['UPS and the U.S. Postal Service respect the right to picket, UPS said.', 'UPS'],
    [
      'People marched to a Byron and Babbage job site. The manager of the Byron and Babbage site followed them.',
      'Byron and Babbage',
    ],
    [
      'Unos 40 extrabajadores de la empresa Hornos y Aceros se manifestaron el lunes en Toledo.',
      'Hornos y Aceros',
    ],
    [
      'Mehr als 4.000 Menschen sind nach Angaben von ver.di am Dienstag auf die Straße gegangen.',
      'ver.di',
    ],
  ])('is an organization in "%s"', (text, name) => {
    expect(organizations(text)).toContain(name)
  })
})

describe('where', () => {
  it.each([
    ['Workers struck in Boise, the company’s largest market, on Tuesday.', 'Boise'],
    ['The strike began in key markets, including Denver, Chicago and Memphis.', 'Memphis'],
    ['Meridian is a New Jersey logistics company whose drivers struck.', 'New Jersey'],
    ['BOISE (CNS) - Workers at a Meridian joined a strike.', 'Boise'],
  ])('in "%s"', (text, place) => {
    expect(places(text)).toContain(place)
  })
})
