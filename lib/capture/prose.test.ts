import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => ['Tulsa', 'Ohio', 'Linz', 'Lugo'].includes(name),
}
const read = (...paragraphs: string[]) =>
  capture(
    readText(paragraphs.join('\n'), { published: '2026-03-05', publisher: 'Daily News' }),
    nobody,
  )
const speakers = (...paragraphs: string[]) =>
  read(...paragraphs).quotes.map(({ value }) => value.speaker)

describe('whose words they are', () => {
  it.each([
    ['“We are tired of it,” said farmer Walt Pickens, turning to the board.', 'Walt Pickens'],
    ['“We are tired of it,” said Paula Rich of Dunmore Trust, who rates the stock.', 'Paula Rich'],
    ['“We are tired of it,” said a spokeswoman for the group, Lena Marsh.', 'Lena Marsh'],
    ['“They could have waited,” said a junior who asked not to be named.', 'a junior'],
    ['Supervisor Grace Church told the room, “We will not be moved by this.”', 'Grace Church'],
    ['The union’s lawyer, Susan Blank, called it “a fairy tale.”', 'Susan Blank'],
    ['“Plaintiffs were never told,” the complaint states.', 'the complaint'],
    ['„Ich zähle nicht mit“, sagte die Betriebsratsvorsitzende Anke Jung.', 'Anke Jung'],
    ['“Nadie nos avisó de nada”, dijo con la voz rota su compañera Sonia Prado.', 'Sonia Prado'],
  ])('is right for %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker])
  })

  it('gives the sentence after a quotation to nobody', () => {
    expect(
      speakers(
        'A college spokesperson said: “We take their views seriously.” The Home Council said it did not comment.',
      ),
    ).toEqual(['A college spokesperson'])
  })

  it('knows who "she" is by what the text says of her', () => {
    expect(
      speakers(
        'Ms. Priya Ruiz kept a notebook. Gordon Price, a spokesman, denied it.',
        '“I used to think so,” she said.',
      ),
    ).toEqual(['Priya Ruiz'])
  })

  it('reads the turns of a transcript, and not those of who asks', () => {
    const turns = [
      'DANA WOLF, HOST: Good evening. What happened?',
      'BRENDA COOK: It beeps when I yawn.',
      'WOLF: And then?',
      'COOK: I have a write-up for singing.',
    ]
    expect(speakers(...turns)).toEqual(['Brenda Cook', 'Brenda Cook'])
  })
})

describe('who did not answer', () => {
  const silent = (text: string) =>
    read(text).nonResponses.map(({ value }) => [value.organization, value.outcome])

  it.each([
    ['Acme Corp. could not be reached for comment.', 'no_reply'],
    ['Acme Corp. could not immediately be reached.', 'did_not_immediately_respond'],
    ['Acme Corp. has been approached for comment.', 'waiting'],
    ['Acme Corp. was contacted for comment.', 'waiting'],
    ['Acme Corp. has been asked for a statement and did not respond to the request.', 'no_reply'],
    ['Acme Corp. declined our request for an interview.', 'declined'],
    ['I asked Acme Corp. what it thinks and have not heard back.', 'no_reply'],
    ['Acme Corp. did not return phone calls.', 'no_reply'],
  ])('is told by "%s"', (text, outcome) => {
    expect(silent(text)).toEqual([['Acme Corp', outcome]])
  })

  it('finds the hospital that a spokeswoman speaks for', () => {
    const text =
      'Nurses rallied at Acme Corp. and St. Luke’s Hospital. A hospital spokeswoman would not comment.'
    expect(silent(text)).toEqual([['St. Luke’s Hospital', 'declined']])
  })

  it('is told in Spanish and German', () => {
    expect(silent('Consultado, el Ministerio de Salud no respondió de inmediato.')).toEqual([
      ['Ministerio de Salud', 'did_not_immediately_respond'],
    ])
    expect(silent('Das Verteidigungsministerium wollte sich auf Anfrage nicht äußern.')).toEqual([
      ['Verteidigungsministerium', 'declined'],
    ])
  })
})

describe('what is asked of whom', () => {
  const asked = (text: string) =>
    read(text).demands.map(({ value }) => [value.targets[0] ?? '', value.wording])

  it.each([
    [
      'The group is demanding that Acme Corp. stop all exports to Elgar Systems, and that the Government revoke the licence.',
      [
        ['Acme Corp', 'Stop all exports to Elgar Systems'],
        ['Government', 'Revoke the licence'],
      ],
    ],
    [
      'The drivers ask the court to order Acme Corp. to stop selling the scores and to pay damages.',
      [
        ['Acme Corp', 'Stop selling the scores'],
        ['Acme Corp', 'Pay damages'],
      ],
    ],
    [
      'St. Luke’s Hospital is being pressed by its nurses to end its catering contract.',
      [['St. Luke’s Hospital', 'End its catering contract']],
    ],
    [
      'Los vecinos exigen a Acme Corp. que pague los salarios y que retire las cámaras.',
      [
        ['Acme Corp', 'Pague los salarios'],
        ['Acme Corp', 'Retire las cámaras'],
      ],
    ],
    ['Teachers did not ask for this and do not want it.', []],
  ])('is read in "%s"', (text, demands) => {
    expect(asked(text)).toEqual(demands)
  })

  it('names whom a demand is about besides its target', () => {
    const [demand] = read(
      'The staff asked Acme Corp. to stop using a tool made by Fathom Labs.',
    ).demands
    expect(demand?.value.counterparties).toEqual(['Fathom Labs'])
  })
})

describe('how many, and when', () => {
  it.each([
    ['The march drew 400.', 400, 400],
    ['Thousands protest at stores in four cities on Sunday.', 2000, null],
    ['Some 120 residents squeezed into the hall for the rally.', 120, 120],
    ['The company put the figure at 260.', 260, 260],
  ])('%s', (text, low, high) => {
    expect(read(text).crowds.map(({ value }) => [value.low, value.high])).toEqual([[low, high]])
  })

  it('takes a day with its month, and an end that lies ahead as ahead', () => {
    const days = (text: string) => read(text).dates.map(({ value }) => value.edtf)
    expect(days('It has stood there since June 3.')).toEqual(['2025-06-03'])
    expect(days('The faces were kept since August 2023.')).toEqual(['2023-08'])
    expect(days('The contract expires in September.')).toEqual(['2026-09'])
    expect(days('Management has until Friday to respond.')).toEqual(['2026-03-06'])
  })
})
