import { describe, expect, it } from 'vitest'
import { nestedInput } from '../forms/form-data'
import type { FormValues } from '../forms/state'
import { entrySchema } from './entry'

const TODAY = '2026-03-01'

/** A whole form of a rally: every field in which somebody types. */
const FORM: FormValues = {
  kind: 'rally',
  title: 'Rally',
  summary: 'More',
  date: '13 Feb 2026',
  dateReason: 'Why',
  'dateClaims.0.value': '12 Feb 2026',
  'dateClaims.0.saidBy': 'the caption',
  'dateClaims.0.exact': 'on Thursday',
  place: 'Seattle',
  placeReason: 'Why',
  'placeClaims.0.value': 'Seattle',
  'placeClaims.0.saidBy': 'the caption',
  'placeClaims.0.exact': 'in Seattle',
  crowd: '200',
  crowdCountedBy: 'the organizers',
  crowdReason: 'Why',
  'crowdClaims.0.value': '100',
  'crowdClaims.0.saidBy': 'the police',
  'crowdClaims.0.exact': 'about 100',
  participants: 'Workers',
  accordingTo: 'Jo Doe',
  'organizations.0.name': 'Amazon',
  'appearances.0.name': 'Jo Doe',
  'appearances.0.description': 'organizer',
  'appearances.0.consentReason': 'said so',
  'appearances.0.quotes.0.text': 'Enough.',
  'demands.0.wording': 'End it',
  'demands.0.targets': 'Amazon',
  'demands.0.counterparties': 'ICE',
  'demands.0.at': 'Amazon',
  'citations.0.title': 'Report',
  'citations.0.publisher': 'Paper',
  'citations.0.url': 'https://example.org/',
  'citations.0.exact': 'They met.',
  'inquiry.askedBy': 'Paper',
  'inquiry.through': 'e-mail',
  'inquiry.recipients.0.name': 'Amazon',
  tags: 'one, two',
  privateNote: 'Note',
}

// These hold no words of their own: what is read from them is a date, a number or an address.
const READ = new Set(['kind', 'date', 'dateClaims.0.value', 'crowd', 'citations.0.url'])
const WORDS = Object.keys(FORM).filter((name) => !READ.has(name))
// In these a line may break, and writing of both directions may be quoted.
const LONG = /^(summary|privateNote|.*\.(exact|text|wording))$/

const parse = (changes: FormValues) =>
  entrySchema('rally', TODAY).safeParse(nestedInput({ ...FORM, ...changes }).input)
const messages = (changes: FormValues) =>
  (parse(changes).error?.issues ?? []).map(({ path, message }) => ({ at: path.join('.'), message }))

it('takes the form as it stands', () => {
  expect(messages({})).toEqual([])
})

describe.each(WORDS)('%s', (name) => {
  it('keeps markup as the text that it is', () => {
    const markup = '<img src=x onerror=alert(1)> </script> "&quot;'
    const read = parse({ [name]: markup })
    expect(read.success).toBe(true)
    expect(JSON.stringify(read.data)).toContain(JSON.stringify(markup).slice(1, -1))
  })

  it.each([
    ['NUL', 'a\u0000b'],
    ['a control character', 'a\u001bb'],
    ['a lone surrogate', 'a\ud800b'],
    ['the other lone surrogate', '\udc00'],
    ['ten thousand combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['forty combining marks', `a${'\u0301'.repeat(40)}`],
    ['more than fits', 'x'.repeat(100_001)],
  ])('refuses %s with words, at its own field', (_what, text) => {
    const said = messages({ [name]: text })
    expect(said.map(({ at }) => at)).toContain(name)
    for (const { message } of said) expect(message).toMatch(/^[A-Z].*\.$/)
  })

  if (LONG.test(name)) return
  it.each(['\u202e', '\u2066', '\u200f', '\u061c'])(
    'flags what turns the direction of writing (%j)',
    (turn) => {
      expect(messages({ [name]: `Jo${turn}eoD` })).toEqual([
        {
          at: name,
          message:
            'This holds invisible characters that turn the direction of writing. Type it again.',
        },
      ])
    },
  )
})

describe('a web address', () => {
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    '//example.org',
    'https:/example.org',
    'https://user:password@example.org',
    'https://exa mple.org',
    'https://example.org/"onmouseover="x',
    'example.org',
  ])('%j is refused with words', (url) => {
    expect(messages({ 'citations.0.url': url })).toEqual([
      {
        at: 'citations.0.url',
        message: 'Give a web address that begins with https:// or http://, or leave this empty.',
      },
    ])
  })
})

describe('a date', () => {
  it.each([
    '31 Feb 2026',
    '29 Feb 2025',
    '2026-13-01',
    '0000-01-01',
    'year 0',
    '0000',
    '10000-01-01',
    '13 Feb 2026 25:00',
    '13 Feb 2026 5:61 pm',
    '02/03/2026',
    '<img src=x onerror=alert(1)>',
    'now',
  ])('%j is refused with words, and never guessed', (date) => {
    for (const name of ['date', 'dateClaims.0.value']) {
      const said = messages({ [name]: date })
      expect(said.map(({ at }) => at)).toEqual([name])
      expect(said[0]?.message.length).toBeGreaterThan(15)
    }
  })
})

describe('what a form may not set', () => {
  it.each(['workspaceId', 'role', 'createdBy', 'id', 'trashedAt', 'campaignId'])('%s', (name) => {
    expect(parse({ [name]: 'x' }).success).toBe(false)
  })

  it('more rows than a person types', () => {
    const rows = Object.fromEntries(
      Array.from({ length: 60 }, (_, row) => [`organizations.${row}.name`, 'Amazon']),
    )
    expect(parse(rows).success).toBe(false)
  })
})
