import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const PLACES = ['South Korea', 'Saudi Arabia', 'United States', 'Norfolk', 'Perth']
const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => PLACES.includes(name),
}
const read = (text: string, published = '2026-03-05') =>
  capture(readText(text, { published }), nobody)
const people = (text: string) => read(text).people.map(({ value }) => value.name)
const organizations = (text: string) => read(text).organizations.map(({ value }) => value.name)
const quotes = (text: string) => read(text).quotes.map(({ value }) => [value.speaker, value.text])
const demands = (text: string) =>
  read(text).demands.map(({ value }) => [value.wording, ...value.targets])

describe('what is asked', () => {
  it('keeps its "not"', () => {
    expect(demands('Byron asked the governments of the region not to turn away boats.')).toEqual([
      ['Not turn away boats', 'governments of the region'],
    ])
  })

  it.each([
    'The organizers did not ask Acme Corp. to close its plant.',
    'The minister declined to urge Acme Corp. to close its plant.',
    'Acme Corp. does not need to sell its shares.',
    'Workers no longer demand that Acme Corp. close its plant.',
    'Ada Byron asked Acme Corp. officials how files that are supposed to be locked away wound up on the street.',
    'She was seeking help from other doctors of Acme Corp. at the time.',
    'He began to seek out information about Acme Corp., and came upon a blog.',
  ])('is nothing in "%s"', (text) => {
    expect(demands(text)).toEqual([])
  })

  it('is not what only stresses it', () => {
    expect(
      demands('They urged Acme Corp. to reopen the plant, above all, to rehire the drivers.'),
    ).toEqual([
      ['Reopen the plant', 'Acme Corp'],
      ['Rehire the drivers', 'Acme Corp'],
    ])
  })
})

describe('whose words they are', () => {
  it('is not known of words within a sentence that does not say it', () => {
    expect(
      quotes(
        'Ada Byron, a nurse, said: “We have waited for this for seven years.”\n\nThe visas were granted since the visit would be a “significant public benefit.”',
      ),
    ).toEqual([['Ada Byron', 'We have waited for this for seven years.']])
  })

  it('is nobody where a headline stands in a list of sources', () => {
    expect(
      quotes(
        'Ada Byron, a nurse, said she was glad.\n\n“Secret report found on a rainy street” — The Norfolk Ledger, August 15, 2025',
      ),
    ).toEqual([])
  })

  it.each([
    'Ada Byron, a nurse, said: “We will not go back”. On May 3, 2026, the vote was held.',
    'Ada Byron, a nurse, said: “We won.” — The Ledger, March 3, 2026',
  ])('is not lost to a date behind it: %s', (text) => {
    expect(read(text).quotes.length).toBe(1)
  })

  it.each([
    ['Ada Byron dubbed the ongoing quarrel “another small skirmish in a long war”.', 'Ada Byron'],
    ['Ada Byron condemned the offer as “an insult to every nurse”.', 'Ada Byron'],
    [
      'U.S. Senator Ada Byron objected. “There is no question that Norfolk should have been chosen,” Byron’s statement added.',
      'Ada Byron',
    ],
    [
      'The Department of Labor notes, “Most plants are not inspected in any given year.”',
      'Department of Labor',
    ],
    [
      'Port authority director General Bo al-Amin said, “All those who were hurt are in hospital.”',
      'Bo al-Amin',
    ],
    ['“We thank all who came,” said NASA Administrator Ada Byron.', 'Ada Byron'],
  ])('is said in "%s"', (text, speaker) => {
    expect(quotes(text).map(([name]) => name)).toEqual([speaker])
  })

  it('does not hang on a word of another language', () => {
    expect(
      quotes(
        'The eczema was so severe that her skin broke, and in the words of prosecutor Ada Byron, “she spent five months crying”.',
      ),
    ).toEqual([['Ada Byron', 'she spent five months crying']])
  })
})

describe('names', () => {
  it.each([
    ['Minister of Education Ada Byron said that she agreed.', ['Ada Byron']],
    ['Undersecretary for Education Mr. Byron says that he agrees.', ['Byron']],
    ['Shadow Home Secretary Ada Byron said that she agreed.', ['Ada Byron']],
    ['The Afghan Ambassador, a friend, spoke. The Ambassador left.', []],
    ['South Korea answered. Korea is ready.', []],
    ['The Space Shuttle Kestrel will be shown. Kestrel flew first in 1981.', []],
    ['The Church of Lumen answered. Lumen has many members.', []],
  ])('of people in "%s"', (text, names) => {
    expect(people(text)).toEqual(names)
  })

  it.each([
    [
      'The Union of Bakers and Millers (UBM) has launched a petition.',
      'Union of Bakers and Millers',
    ],
    ['It was first told by Ada Byron of The Globe and Mail on Friday.', 'The Globe and Mail'],
    [
      'They wrote to the United Nations High Commissioner for Refugees on Friday.',
      'United Nations High Commissioner for Refugees',
    ],
  ])('of organizations in "%s"', (text, name) => {
    expect(organizations(text)).toEqual([name])
  })

  it('of a country are no organization', () => {
    expect(organizations('It has offices in the United States and many South Koreans.')).toEqual([])
  })

  it('may begin with a word that is a title elsewhere', () => {
    expect(
      organizations('King County Council met. The King Soopers Workers Union answered on Friday.'),
    ).toEqual(['King County Council', 'King Soopers Workers Union'])
  })

  it('come with what somebody is, to where its sentence goes on', () => {
    expect(
      read(
        'Ada Byron, a detective for the county was given the files. Byron read them.',
      ).people.map(({ value }) => value.description),
    ).toEqual(['detective for the county'])
  })
})

describe('numbers and dates', () => {
  it('are not cut to their first word', () => {
    expect(
      read(
        'Hundreds of thousands of people marched. Later tens of thousands of workers gathered.',
      ).crowds.map(({ value }) => value.low),
    ).toEqual([200_000, 20_000])
  })

  it.each([
    ['The exhibit is to run from January 23 through March 9.', '2026-01-28', '2026-01-23'],
    ['The last flight launches June 28.', '2026-04-13', '2026-06-28'],
    ['It was founded on June 28.', '2026-04-13', '2025-06-28'],
  ])('of "%s" lie in the year that is meant', (text, published, day) => {
    expect(read(text, published).dates.map(({ value }) => value.edtf)).toContain(day)
  })
})

describe('who did not answer', () => {
  const silences = (text: string) =>
    read(`Workers at Acme Corp. and Vexel Inc. walked out on Monday. ${text}`).nonResponses.map(
      ({ value }) => [value.organization, value.outcome],
    )
  const acme = (outcome: string) => [['Acme Corp', outcome]]

  it.each([
    ['Acme has yet to respond to questions sent on Monday.', acme('no_reply')],
    ['Acme Corp. did not return three calls.', acme('no_reply')],
    ['Acme Corp. did not provide a comment.', acme('no_reply')],
    ['Calls to Acme Corp. on Tuesday were not answered.', acme('no_reply')],
    ['An Acme spokesman did not comment on the walkout.', acme('no_reply')],
    ['The Norfolk Ledger reached out to Acme Corp. and has not heard back.', acme('no_reply')],
    ['Bo Lee, an Acme spokesman, wrote. He did not answer questions.', acme('no_reply')],
    ['Acme Corp. had no immediate comment.', acme('did_not_immediately_respond')],
    [
      'An Acme Corp. representative was not immediately reachable.',
      acme('did_not_immediately_respond'),
    ],
    ['Acme Corp. offered no comment.', acme('declined')],
    ['Acme Corp. would neither confirm nor deny the report.', acme('declined')],
    ['The Norfolk Ledger has reached out to Acme Corp. for comment.', acme('waiting')],
    ['Acme Corp. said it values its staff but did not comment on the dismissal.', []],
  ])('is said in "%s"', (text, found) => {
    expect(silences(text)).toEqual(found)
  })

  it('are not those who answered by deeds', () => {
    expect(silences('Neither side budged, and the company responded with a lockout.')).toEqual([])
    expect(silences('Neither side budged and the company responded with a lockout.')).toEqual([])
  })

  it.each([
    'Neither Acme Corp. nor Vexel Inc. responded to requests for comment.',
    'Neither company responded to requests for comment.',
  ])('are both in "%s"', (text) => {
    expect(
      silences(text)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Acme Corp', 'Vexel Inc'])
  })

  it('is the company that its short name means, and no harbour', () => {
    expect(
      read(
        'The guild asked advertisers, among them the retailer Hilltop Ford, to wait. Hilltop’s manager didn’t respond to a voicemail. Old Harbor did not return calls.',
      ).nonResponses.map(({ value }) => value.organization),
    ).toEqual(['Hilltop Ford', 'Old Harbor'])
  })
})
