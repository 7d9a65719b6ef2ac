import { describe, expect, it } from 'vitest'
import { memberName } from './auth'
import { passkeyNameSchema } from './passkey'

const name = memberName('Write your name.')

describe('a name', () => {
  it.each([
    'Ada Byron',
    'Łukasz Żółć-O’Neill',
    'Nguyễn Thị Ánh',
    'محمد رضا',
    'علی\u200cرضا',
    'क\u094d\u200dष',
    'ශ\u0dca\u200dරී',
    'നന്ദന\u0d4d\u200d',
    '渡邉\u{e0101}',
    'Sunny ☀\ufe0f',
    'יִשַׁי',
  ])('may be %j', (text) => {
    expect(name.parse(text)).toBe(text)
  })

  it.each([
    ['علی\u200c', 'علی'],
    ['علی\u200c رضا', 'علی رضا'],
  ])('of %j is read without a joiner that joins nothing', (text, read) => {
    expect(name.parse(text)).toBe(read)
  })

  it.each([
    ['one that is turned around', 'norA\u202e'],
    ['a mark of direction', 'Ada\u200e Byron'],
    ['a blank of no width', 'Ada\u200bByron'],
    ['a joiner between Latin letters', 'A\u200dda'],
    ['a joiner at the end of a Latin word', 'Ada\u200d'],
    ['two joiners', 'علی\u200c\u200cرضا'],
    ['a soft hyphen', 'A\u00adda'],
    ['a word joiner', 'A\u2060da'],
    ['a filler', 'Ada\u3164'],
    ['a blank of braille', 'Ada\u2800'],
    ['a form of nothing', 'Ada\ufe0f'],
    ['a tag', 'Ada\u{e0041}'],
    ['a line separator', 'Ada\u2028\u200bByron'],
    ['a control character', 'A\u0007da'],
    ['a lone surrogate', 'A\ud800da'],
    ['an accent buried under others', `a${'\u0301'.repeat(9)}`],
    ['nothing at all', ' \u00a0 '],
  ])('is not %s', (_what, text) => {
    for (const schema of [name, passkeyNameSchema.shape.name])
      expect(schema.safeParse(text).error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/)
  })
})
