import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const PLACES = ['Toledo', 'Boise', 'Ohio', 'Idaho', 'Denver', 'Chicago', 'Memphis', 'New Jersey']
const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => PLACES.includes(name),
}
const read = (text: string, published = '2026-03-05') =>
  capture(readText(text, { published }), nobody)
const people = (text: string) =>
  read(text).people.map(({ value }) => [value.name, value.description])
const organizations = (text: string) => read(text).organizations.map(({ value }) => value.name)
const places = (text: string) => read(text).places.map(({ value }) => value)
const quotes = (text: string) => read(text).quotes.map(({ value }) => [value.speaker, value.text])
const demands = (text: string) =>
  read(text).demands.map(({ value }) => [value.wording, ...value.targets])
const crowds = (text: string) =>
  read(text).crowds.map(({ value }) => [value.low, value.high, value.countedBy])

describe('whose words they are', () => {
  it.each([
    [
      'In regard to the walkout, Meridian issued the following statement:\n\n“We respect the rights of our associates, and our stores are open.”',
      'Meridian',
    ],
    [
      'A Meridian spokesperson provided the following statement:\n\n“We respect the rights of our associates, and our stores are open.”',
      'a Meridian spokesperson',
    ],
    [
      '“It is disappointing that they left the table,” according to a statement from Meridian. “We have held nine sessions.”',
      'Meridian',
    ],
    [
      'Speakers asked for an end to rules they called insufficient safeguards. “Once it is collected it is never gone,” one commenter said.',
      'one commenter',
    ],
    [
      "Meridian workers went on strike. 'We need to show them that we're serious and that we're not backing down,' Ada Byron, a 25-year-old trainer, told Reuters.",
      'Ada Byron',
    ],
    [
      "Meridian's workers walked out. In a statement to the Ledger, Meridian said: 'We respect everyone's right to protest. We look forward to our meeting.'",
      'Meridian',
    ],
    [
      'The open letter, issued by Stop the Raids, says: “For months they have sent agents to our towns.” It continues, “We will not look away from this.”',
      'The open letter',
    ],
    [
      '“We are walking out to tell the board that this cannot wait,” the employee group posted on Twitter on May 23.',
      'the employee group',
    ],
  ])('in "%s"', (text, speaker) => {
    const found = quotes(`Meridian workers walked out on Tuesday.\n\n${text}`)
    expect(found.at(-1)?.[0]?.toLowerCase()).toBe(speaker.toLowerCase())
  })

  it('are whose the end of the quotation says, where it is opened two paragraphs above', () => {
    expect(
      quotes(
        'Fossil Free said: “We are here to say what Meridian does.”\n\nPolice arrested four people.\n\n“We will always respect lawful protest.\n\n“We cannot let people damage a building,” a police spokesperson said.',
      ),
    ).toEqual([
      ['Fossil Free', 'We are here to say what Meridian does.'],
      [
        'a police spokesperson',
        'We will always respect lawful protest. We cannot let people damage a building',
      ],
    ])
  })

  it.each([
    [
      'The bank released a statement saying in part, “We recognize the growing concern about this.”',
      'The bank',
    ],
    [
      'Trucks slowed down as the mass of picketers chanted, “Shut it down, and keep it shut!”',
      'the mass of picketers',
    ],
    [
      'Karl Ohm said the bank pays. Ada Byron spent the morning in its lobby holding a sign that said “Capital is climate chaos.”',
      'a sign',
    ],
    [
      'Karl Ohm, with Flood the Banks, says the bank pays. He called it a “climate criminal.”',
      'Karl Ohm',
    ],
  ])('in "%s"', (text, speaker) => {
    expect(quotes(text).at(-1)?.[0]).toBe(speaker)
  })

  it('are both parts of what a letter says, where it "continues"', () => {
    expect(
      quotes(
        'The letter, issued by Stop the Raids, states: “For months they have sent agents to our towns.” It continues, “We will not look away from this.”',
      ).map(([, words]) => words),
    ).toEqual([
      'For months they have sent agents to our towns.',
      'We will not look away from this.',
    ])
  })

  it('are no name that stands in marks', () => {
    expect(
      quotes(
        'Ada Byron, with “Making Change at Meridian” said her group and others came in by bus.',
      ),
    ).toEqual([])
  })

  it('are whose a German report says, also behind a word that says what they are', () => {
    expect(
      quotes(
        'In Kiel fand eine Demonstration statt, an der laut Gewerkschaft mehr als 500 Menschen teilnahmen. „Wir senden damit eine klare Botschaft“, sagte ver.di-Sprecher Karl Ohm.',
      ),
    ).toEqual([['Karl Ohm', 'Wir senden damit eine klare Botschaft']])
  })
})

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
  ])('is a person in "%s"', (text, person) => {
    expect(people(text)).toContainEqual(person)
  })

  it.each([
    ['Charges have not been filed, the district attorney’s office said.', 'Charges'],
    ['Ontario-based Bakers United said it filed charges.', 'Ontario-based Bakers United'],
    ['The mayor extended the contract with the Denver-based company.', 'Denver-based'],
    ['Meridian closed the Broadway and Denny store, the Bakers Union said.', 'Broadway'],
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

describe('what is asked', () => {
  it.each([
    [
      'The protesters are seeking a safe workplace, better wages and benefits, among other demands. They work for Meridian.',
      ['A safe workplace', 'Better wages and benefits'],
    ],
    [
      'Residents urged the Toledo City Council to remove the cameras from public streets, arguing the system threatens privacy.',
      ['Remove the cameras from public streets'],
    ],
    [
      'The drivers, who are calling for a $15 minimum wage, clashed with police as they marched up the driveway of Meridian.',
      ['A $15 minimum wage'],
    ],
    [
      'Workers endorsed a letter pressing the company to contact the White House and insist that U.S. Customs withdraw from towns. They work for Meridian.',
      ['Contact the White House', 'Insist that U.S. Customs withdraw from towns'],
    ],
    [
      'Workers are demanding that Meridian cancel all contracts with the army, speak out publicly against the violence, and use its leverage to end it.',
      [
        'Cancel all contracts with the army',
        'Speak out publicly against the violence',
        'Use its leverage to end it',
      ],
    ],
    [
      'They vowed to stay until Meridian met their demand that Meridian pull out of a $1 billion contract it shares with Vexel to provide storage to the army.',
      ['Pull out of a $1 billion contract it shares with Vexel to provide storage to the army'],
    ],
    [
      'Byron said that when workers at Meridian have asked for water or raised concerns about forklifts, they are ignored.',
      [],
    ],
    [
      'Nearly 700 people gathered to call for Mayor Charles Babbage to turn off the city’s cameras.',
      ['Turn off the city’s cameras'],
    ],
    [
      'Residents spilled into the hall, calling for answers and for the Babbage administration to explain its decision.',
      ['Explain its decision'],
    ],
    [
      'An attendee asked the Toledo City Council to “terminate all contracts with Vexel and remove the cameras from our streets.”',
      ['Terminate all contracts with Vexel', 'Remove the cameras from our streets'],
    ],
  ])('in "%s"', (text, wordings) => {
    expect(demands(text).map(([wording]) => wording)).toEqual(wordings)
  })

  it('is put to the mayor who is named', () => {
    expect(
      demands(
        'Nearly 700 people gathered to call for Mayor Charles Babbage to turn off the cameras.',
      ),
    ).toEqual([['Turn off the cameras', 'Charles Babbage']])
  })
})

describe('how many there were', () => {
  it.each([
    [
      'More than 2,000 Meridian employees worldwide walked off the job, of which 1,000 of them gathered next to the Domes, according to employee groups.',
      [
        [2000, null, 'employee groups'],
        [1000, 1000, 'employee groups'],
      ],
    ],
    [
      'The company told the Ledger that it estimated that only 300 employees participated in the walkout, out of its 65,000 office workers.',
      [[300, 300, 'The company']],
    ],
    [
      'A police spokesperson said the protest “involved approximately 50 participants” in total.',
      [[50, 50, 'A police spokesperson']],
    ],
    ['Dozens of residents urged the council to end the contract.', [[24, null, '']]],
    ['About 30 of the roughly 200 workers at the warehouse protested.', [[30, 30, '']]],
    ['We are here to protest the suspension of ten workers at the plant.', []],
    ['Unos 40 extrabajadores de la empresa se manifestaron.', [[40, 40, '']]],
    [
      'Mehr als 4.000 Menschen sind nach Angaben von ver.di am Dienstag auf die Straße gegangen, um an einer Kundgebung teilzunehmen.',
      [[4000, null, 'ver.di']],
    ],
  ])('in "%s"', (text, sizes) => {
    expect(crowds(text)).toEqual(sizes)
  })
})

describe('when it was', () => {
  const dates = (text: string, published: string) =>
    read(text, published).dates.map(({ value }) => value.edtf)

  it('is the day that a weekday and a date name together', () => {
    expect(
      dates('Around midday on Friday August 26th about 30 people met and marched.', '2022-09-02'),
    ).toEqual(['2022-08-26'])
  })

  it('lies behind where somebody had done it until then', () => {
    expect(
      dates('Byron said she worked at the warehouse for a year until Friday.', '2013-08-27'),
    ).toEqual(['2013-08-23'])
  })

  it('is the day that is planned, and not that of the byline', () => {
    const [draft] = read(
      'Few Drivers Are Unionizing\n\nMeridian drivers in Ohio will conduct a six-hour walkout on July 15, which is also its sale.\n\nBy Ada Byron July 11, 2019 12:35 pm\n\nDrivers at a Meridian depot plan to walk off their jobs for six hours on July 15. Charles Babbage, an expert, says the drivers have walked out before.',
      '2019-07-11',
    ).drafts
    expect(draft?.date?.value.edtf).toBe('2019-07-15')
  })

  it('is that of the action, where others were arrested or fired on another day', () => {
    const [draft] = read(
      'Meridian fired 28 employees who took part in sit-ins in Ohio on Tuesday, the company said on Wednesday. The employees occupied offices in Toledo.',
      '2026-03-05',
    ).drafts
    expect(draft?.date?.value.edtf).toBe('2026-03-03')
  })
})

describe('what happened', () => {
  const first = (text: string) => read(text).drafts[0]

  it.each([
    [
      'Meridian employees were arrested on Tuesday during a sit-in at the office of its chief executive in Toledo.',
      'direct_action',
    ],
    [
      'Nearly 700 people gathered for a community town hall on Wednesday evening in Denver.',
      'meeting',
    ],
    [
      'Thousands of people stormed the headquarters of Meridian in Toledo while the company held its annual shareholders meeting. More than 130 were arrested as they marched up the driveway on Wednesday.',
      'direct_action',
    ],
  ])('in "%s"', (text, kind) => {
    expect(first(text)?.kind).toBe(kind)
  })

  it('happened at the landmark that the report names', () => {
    expect(
      first(
        'Meridian employees walked out at the company’s Toledo headquarters. About 1,000 of them gathered next to the Domes, the landmark entrance of its Toledo headquarters.',
      )?.place?.value,
    ).toBe('the Domes, Toledo')
  })

  it('is not a commitment of whom a company asks to bargain', () => {
    const { drafts } = read(
      'Bakers United members went on strike at Meridian in Toledo on Tuesday.\n\nMeridian issued the following statement:\n\n“We are aware that Bakers United has announced a day of action. We remain committed to working with all partners. We call on Bakers United to respond to our invitations to bargain.”',
    )
    expect(drafts.map(({ kind }) => kind)).not.toContain('commitment')
    expect(
      drafts[0]?.organizations.filter(({ part }) => part === 'target').map(({ name }) => name),
    ).toEqual(['Meridian'])
  })

  it.each([
    'Bakers United president Ada Byron said in a statement on Tuesday that customers can blame Meridian’s greed.',
    'Byron said in a statement that Meridian pays too little.',
  ])('is no statement of the company that another speaks of: "%s"', (text) => {
    const { drafts } = read(
      `Bakers United went on strike at Meridian in Toledo on Tuesday, demanding that Meridian raise pay. ${text}`,
    )
    expect(drafts.map(({ kind }) => kind)).not.toContain('statement')
  })

  it.each([
    'Meridian said in a statement that its stores are open.',
    'A Meridian spokesperson said that its stores are open.',
    'Its stores are open, said Karl Ohm, a spokesperson for Meridian.',
    'In a statement, Meridian said that its stores are open.',
  ])('is a statement of the company: "%s"', (text) => {
    const { drafts } = read(
      `Bakers United went on strike at Meridian in Toledo on Tuesday, demanding that Meridian raise pay. ${text}`,
    )
    expect(drafts.map(({ kind }) => kind)).toContain('statement')
  })

  it('took part in it who did so, and no word before a noun', () => {
    expect(
      first('The noisy protests took place in Toledo. Meridian fired 28 workers who protested.')
        ?.participants,
    ).toBe('')
  })

  it('is no commitment that has not been made', () => {
    expect(
      read(
        'Bakers United is on strike at Meridian in Toledo. Meridian hasn’t agreed to meet. Workers asked Meridian to meet.',
      ).drafts.map(({ kind }) => kind),
    ).not.toContain('commitment')
  })

  it('has the days that the report gives for it, and not those of firings or of statements', () => {
    expect(
      first(
        'Protests at Meridian in Toledo ended with two dozen terminations on Wednesday. Workers protested at its office on Tuesday, the company said on Wednesday.',
      )?.date?.value.edtf,
    ).toBe('2026-03-03')
  })

  it('has the weeks that the report gives for it, where it gives no day', () => {
    expect(
      first(
        'Ten drivers at Meridian were told on Friday that they were suspended. All ten joined a two-day strike in late January.',
      )?.date?.value.edtf,
    ).toBe('2026-01-21~/2026-01-31~')
  })

  it('took place at a crossing', () => {
    expect(
      first(
        'About 30 people marched on Tuesday to a job site at the corner of Fulton and Hank Drive in Toledo.',
      )?.place?.value,
    ).toBe('corner of Fulton and Hank Drive, Toledo')
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

describe('whom a firing hit', () => {
  const titles = (text: string) =>
    read(text)
      .drafts.filter(({ kind }) => kind === 'retaliation')
      .map(({ title }) => title)

  it.each([
    [
      'Two other Meridian employees were fired on Monday for their role in a protest that filled the office of Meridian president Ada Byron.',
      ['Report of a firing'],
    ],
    [
      'Two workers, according to Ada Byron, were fired for organizing a union at Meridian.',
      ['Report of a firing'],
    ],
    [
      'Ada Byron, the head of Meridian, fired two workers for organizing a union.',
      ['Report of a firing'],
    ],
    [
      'Meridian fired two workers, Ada Byron and Karl Ohm, for organizing a union.',
      ['Firing of Ada Byron and Karl Ohm'],
    ],
    [
      'Six drivers were fired for organizing a union, including Ada Byron, a driver at Meridian.',
      ['Firing of Ada Byron'],
    ],
    [
      'Ada Byron, a driver at Meridian who spoke at the rally, was fired for organizing a union.',
      ['Firing of Ada Byron'],
    ],
  ])('in "%s"', (text, expected) => {
    expect(titles(text)).toEqual(expected)
  })
})
