import { describe, expect, it } from 'vitest'
import { demands, read } from './news.test-support'

const crowds = (text: string) =>
  read(text).crowds.map(({ value }) => [value.low, value.high, value.countedBy])

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
    [
      'A Meridian Foods spokesperson said that “governments need to use new tools responsibly.”',
      [],
    ],
    ['They plan to strike for an indefinite period at Meridian Foods.', []],
    [
      'Unless Meridian Foods restores breaks we will have no option but to strike, she said.',
      ['Restore breaks'],
    ],
    [
      'They called on Meridian Foods to stop selling cameras, in one of several campaigns of the week.',
      ['Stop selling cameras'],
    ],
    ['Members of Demand Progress, United for Respect and Free Press joined the call.', []],
    [
      'Beschäftigte der Miro AG streikten. Die Gewerkschaft fordert unter anderem eine Erhöhung von 5,5 Prozent, die Arbeitgeber bieten 2,2 Prozent.',
      ['Eine Erhöhung von 5,5 Prozent'],
    ],
    ['“I’m fighting for all my sisters here,” said Ada Byron of Meridian.', []],
    ['The strikes are a push by the Bakers Union to get Meridian Foods to bargain.', ['Bargain']],
    ['Graduates occupied the lobby of Hale Hall, which Meridian is to sell.', []],
    [
      'Protesters lined the doors of Meridian to demand they join the fight for the climate.',
      ['Join the fight for the climate'],
    ],
    [
      'The protesters were demanding that Meridian:\n\n• Divest from pipelines.\n• Issue a plan.',
      ['Divest from pipelines', 'Issue a plan'],
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
    [
      'Gut 60 bis 70 Kollegen waren dem Aufruf zum Warnstreik gefolgt, etwa 1100 Miro-Mitarbeiter legten die Arbeit nieder.',
      [
        [60, 70, ''],
        [1100, 1100, ''],
      ],
    ],
    ['Two people were taken into custody at the demonstration.', []],
    ['Local 249 President Ada Byron said the members wanted to picket.', []],
    ['Ada Byron and Karl Ohm, two of the 84 members of the local on strike, came.', []],
    ['Police said four people had been arrested at the protest.', []],
    ['Twelve people were arrested and 200 marched through the streets.', [[200, 200, '']]],
    ['About 40 graduate workers occupied the lobby.', [[40, 40, '']]],
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
