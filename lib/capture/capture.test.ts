import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => ['Toledo', 'Ohio', 'Bremen', 'Sevilla'].includes(name),
}
const read = (text: string, published = '2026-03-05') =>
  capture(readText(text, { published }), nobody)

describe('an article of a walkout', () => {
  const result = read(
    [
      'Nurses walk out at Mercy Hospital',
      'TOLEDO, Ohio — About 200 nurses walked out of Mercy Hospital on Tuesday, demanding that the hospital hire more staff and raise pay.',
      '“We are exhausted,” said Ana Ruiz, a nurse in the emergency department. “And nobody listens.”',
      'The Ohio Nurses Guild called on Mercy Hospital to end its contract with StaffQuick, an agency for temporary workers, and Medlink.',
      'A spokesperson for Mercy Hospital declined to comment. StaffQuick did not immediately respond to a request for comment.',
    ].join('\n'),
  )

  it('is a walkout of that Tuesday, in that town, of about two hundred', () => {
    const [walkout] = result.drafts
    expect(walkout).toMatchObject({ kind: 'walkout', date: { value: { edtf: '2026-03-03' } } })
    expect(walkout?.place?.value).toContain('Toledo')
    expect(walkout?.crowd?.value).toMatchObject({ low: 200, high: 200 })
  })

  it('gives each quotation to its speaker, with what the text says she is', () => {
    expect(result.quotes.map(({ value }) => [value.speaker, value.text])).toEqual([
      ['Ana Ruiz', 'We are exhausted'],
      ['Ana Ruiz', 'And nobody listens.'],
    ])
    expect(result.quotes[0]?.value.description).toBe('nurse in the emergency department')
  })

  it('gives a quotation at the very beginning to whoever says the next one', () => {
    const text = '“We are tired.” “And nobody listens,” said Ana Ruiz, a nurse.'
    expect(read(text).quotes.map(({ value }) => value.speaker)).toEqual(['Ana Ruiz', 'Ana Ruiz'])
  })

  it('makes one demand of each thing and of each third party', () => {
    expect(result.demands.map(({ value }) => [value.wording, value.counterparties])).toEqual([
      ['Hire more staff', []],
      ['Raise pay', []],
      ['End its contract with StaffQuick', ['StaffQuick']],
      ['End its contract with Medlink', ['Medlink']],
    ])
  })

  it('tells a refusal to comment from an answer that did not come at once', () => {
    expect(result.nonResponses.map(({ value }) => [value.organization, value.outcome])).toEqual([
      ['Mercy Hospital', 'declined'],
      ['StaffQuick', 'did_not_immediately_respond'],
    ])
  })

  it('takes no answer in somebody’s own words for one that the newsroom did not get', () => {
    const silence = 'StaffQuick did not respond to a request for comment.'
    const quote = '“StaffQuick did not respond to our request for comment,” said Ana Ruiz, a nurse.'
    const found = (text: string) => read(text).nonResponses.map(({ value }) => value.organization)
    expect(found(quote)).toEqual([])
    expect(found(`${silence}\n${quote}`)).toEqual(['StaffQuick'])
    expect(found(`“We are tired,” said Ana Ruiz, a nurse.\n${silence}`)).toEqual(['StaffQuick'])
  })

  it.each(['Talks in Bremen went on.\n', 'Nurses walk out\nNobody in Bremen was asked. '])(
    'is where its own sentences say, not where those before them do: %j',
    (before) => {
      const text = `${before}Nurses walked out of Mercy Hospital in Toledo on Tuesday, demanding that the hospital raise pay.`
      expect(read(text).drafts.map(({ place }) => place?.value)).toEqual(['Mercy Hospital, Toledo'])
    },
  )

  it.each([
    ['that the hospital raise pay; and that the hospital hire staff', ['Raise pay', 'Hire staff']],
    ['that the hospital raise pay; and a new contract for all', []],
    ['that the hospital raise pay', []],
  ])('makes demands of a list of which each part is one: %s', (list, wordings) => {
    const { demands } = read(`Nurses at Mercy Hospital have two demands: ${list}.`)
    expect(demands.map(({ value }) => value.wording)).toEqual(wordings)
  })

  it('rests every passage on its very words', () => {
    for (const found of [
      ...result.quotes,
      ...result.demands,
      ...result.dates,
      ...result.crowds,
      ...result.nonResponses,
    ])
      for (const { start, end, exact } of found.passages)
        expect(result.source.text.slice(start, end)).toBe(exact)
  })
})

it('keeps both days where a caption and the text differ, and says so', () => {
  const result = read(
    'Image 1 of 2 ▼ Drivers protest outside the Harbor Depot in Toledo on March 4, 2026. (The Daily Bell)\nDrivers rallied outside the Harbor Depot on Tuesday, urging the company to raise wages.',
  )
  expect(result.drafts[0]?.dateClaims.map(({ value }) => value.edtf).sort()).toEqual([
    '2026-03-03',
    '2026-03-04',
  ])
  expect(result.drafts[0]?.date?.value.edtf).toBe('2026-03-04')
  expect(result.notes[0]?.about).toBe('date')
})

it('tells a firing as the account of whoever tells it', () => {
  const result = read(
    'Former Brightline employee Tomas Vey, who said he was fired after speaking out about the warehouse, addressed the rally in Toledo on Tuesday.\n“I was fired two months ago for speaking up,” Vey said.',
  )
  expect(result.drafts.find(({ kind }) => kind === 'retaliation')).toMatchObject({
    accordingTo: 'Tomas Vey',
    date: { value: { edtf: '2026-01~' } },
    organizations: [{ name: 'Brightline', part: 'actor' }],
  })
})

it('reads quotations and refusals of Spanish and German', () => {
  const spanish = read(
    'SEVILLA — Los trabajadores marcharon el martes. “No vamos a parar”, dijo Lucía Ortega, portavoz del sindicato. La empresa Navalia no respondió de inmediato a las preguntas.',
  )
  expect(spanish.quotes[0]?.value).toMatchObject({
    speaker: 'Lucía Ortega',
    text: 'No vamos a parar',
  })
  expect(spanish.nonResponses[0]?.value.outcome).toBe('did_not_immediately_respond')
  const german = read(
    'BREMEN — Am Dienstag streikten die Beschäftigten. „Wir geben nicht auf“, sagte Jana Wolter, Sprecherin der Gewerkschaft. Der Konzern Hafenlog reagierte zunächst nicht auf eine Anfrage.',
  )
  expect(german.quotes[0]?.value).toMatchObject({
    speaker: 'Jana Wolter',
    text: 'Wir geben nicht auf',
  })
  expect(german.nonResponses[0]?.value.outcome).toBe('did_not_immediately_respond')
})

it.each([
  '',
  ' ',
  '"',
  '“'.repeat(5_000),
  'A. '.repeat(5_000),
  '(((((',
  'said '.repeat(3_000),
  'Ab '.repeat(20_000),
])('survives %#', (text) => {
  expect(read(text).format).toBe('throughline-capture')
})

describe('a text of a book’s length', () => {
  const last = '“We are tired,” said Ana Ruiz, a nurse.'
  const text = `${'Nurses rallied in Toledo on Tuesday.\n'.repeat(3_000)}${last}`

  it('is read from its beginning, and says so', () => {
    const { notes, quotes, source } = read(text)
    expect(source.text.endsWith(last)).toBe(true)
    expect(quotes).toEqual([])
    expect(notes.map(({ about }) => about)).toContain('text')
  })

  it('is read whole where it is no longer than an article', () => {
    const { notes, quotes } = read(text.slice(-50_000))
    expect(quotes).toHaveLength(1)
    expect(notes.map(({ about }) => about)).not.toContain('text')
  })
})
