import { describe, expect, it } from 'vitest'
import { quotes } from './news.test-support'

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
