import { describe, expect, it } from 'vitest'
import { mentionedIn, mentionPieces } from './mentions'

const members = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Ada Byron' },
  { id: '3', name: 'Zoë Ng' },
  { id: '4', name: 'ada' },
]

describe('a mention', () => {
  it('is @ with the whole name, the longer one where two fit', () => {
    expect(mentionedIn('@Ada Byron, is that the date?', members)).toEqual(['2'])
    expect(mentionedIn('Ask @zoë ng. Or @ZOË NG', members)).toEqual(['3'])
  })

  it('is found however its accents are written', () => {
    const decomposed = 'Ask @Zoe\u0308 Ng: rose\u0301?'
    expect(mentionedIn(decomposed, members)).toEqual(['3'])
    const apart = [{ id: '5', name: 'Jose\u0301' }]
    expect(mentionedIn('@Jos\u00e9, are you there?', apart)).toEqual(['5'])
    expect(mentionPieces(decomposed, members).map(({ text }) => text)).toEqual([
      ...['Ask ', '@Zo\u00eb Ng', ': ros\u00e9?'],
    ])
  })

  it('is of both where two have one name', () => {
    expect(mentionedIn('@Ada?', members)).toEqual(['1', '4'])
  })

  it('is none within a word, an address, or of half a name', () => {
    for (const text of ['me@Ada.org', '@Adam', '@Zoë', '@', '@@', 'ada'])
      expect([text, mentionedIn(text, members)]).toEqual([text, []])
  })

  it('stands apart from the words around it, and nothing is lost', () => {
    const text = 'See @Ada, @Zoë Ng and @nobody.'
    const pieces = mentionPieces(text, members)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter(({ mention }) => mention).map((piece) => piece.text)).toEqual([
      '@Ada',
      '@Zoë Ng',
    ])
  })
})
