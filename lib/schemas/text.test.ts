import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { isWebAddress, lineText, longText, optionalId, requiredLine, webAddress } from './text'

const accepts = (schema: z.ZodType, text: string) => schema.safeParse(text).success

describe('an address that a page may link to', () => {
  it.each([
    'https://example.org',
    'HTTP://Example.org/a?b=c#d',
    'https://example.org/%6Aavascript:',
    'https://müller.example/ä',
    'http://127.0.0.1:3000/x',
    'http://[::1]/',
  ])('may be %s', (address) => {
    expect(isWebAddress(address)).toBe(true)
    expect(webAddress().parse(address)).toBe(address)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6a;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript://example.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    '//example.org',
    '/path',
    'example.org',
    'https:example.org',
    'https:/example.org',
    'https://',
    'https://user@example.org',
    'https://user:secret@example.org',
    'https://example.org/a b',
    'https://example.org/"onclick="alert(1)',
    'https://example.org/<script>',
    'https://exam\u0000ple.org',
    'https://example.org\\@evil.example',
    'https://example.org/\u202egpj.exe',
  ])('may not be %j', (address) => {
    expect(webAddress().safeParse(address).success && address.trim() !== '').toBe(false)
  })

  it('may be left empty', () => {
    expect(webAddress().parse('  ')).toBe('')
  })
})

describe('a text', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(1)</script>',
    "Robert'); drop table entry; --",
    '=HYPERLINK("http://x")',
    '💚 👩🏽‍🏭 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    'שלום וברכה، السلام عليكم',
    'नमस्ते क्षत्रिय ไม่มีที่',
    'Việt Nam ǖ ǘ ế',
    'z\u0361a\u030a\u0323',
    'Tab\tand\nline',
  ])('is text, whatever it looks like: %s', (text) => {
    expect(longText(1000).parse(text)).toBe(text)
  })

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001b[31mb'],
    ['backspace', 'a\bb'],
    ['delete', 'a\u007fb'],
    ['a lone high surrogate', 'a\ud800b'],
    ['a lone low surrogate', '\udc00'],
    ['surrogates the wrong way round', '\udc00\ud800'],
    ['ten thousand marks on one letter', `a${'\u0301'.repeat(10_000)}`],
    ['a heap of different marks', 'a\u0301\u0302\u0303\u0304\u0305\u0306\u0307'],
  ])('is refused with %s', (_what, text) => {
    for (const schema of [longText(100_000), lineText(100_000), requiredLine(100_000, 'Say it.')])
      expect(accepts(schema, text)).toBe(false)
  })

  it('is trimmed, with one sort of line end', () => {
    expect(longText(20).parse('  a\r\nb\r\n ')).toBe('a\nb')
    expect(lineText(20).parse(' a\r\n \t b ')).toBe('a b')
  })

  it('has at most so many units, with a sentence that says how many', () => {
    expect(accepts(longText(5), 'abcde')).toBe(true)
    const { error } = longText(5000).safeParse('x'.repeat(5001))
    expect(error?.issues[0]?.message).toBe('Keep this under 5,000 characters.')
  })

  it.each([
    ['right-to-left override', 'gpj.\u202eexe'],
    ['left-to-right embedding', 'a\u202ab'],
    ['pop', 'a\u202c'],
    ['isolate', 'a\u2066b\u2069'],
    ['right-to-left mark', 'a\u200fb'],
    ['arabic letter mark', 'a\u061cb'],
  ])('of one line turns no direction: %s', (_what, text) => {
    expect(accepts(lineText(100), text)).toBe(false)
  })

  it('that must be given says why', () => {
    const { error } = requiredLine(10, 'Give a title.').safeParse(' \u00a0\n ')
    expect(error?.issues.map(({ message }) => message)).toEqual(['Give a title.'])
  })
})

describe('an id', () => {
  it('is a UUID or nothing', () => {
    const id = '01936a5e-7a1b-7c3d-8e4f-123456789abc'
    expect(optionalId().parse(id)).toBe(id)
    expect(optionalId().parse('')).toBeUndefined()
    expect(optionalId().parse(undefined)).toBeUndefined()
    for (const wrong of ['x', `${id}0`, `${id}' or 1=1`, 1, null])
      expect(optionalId().safeParse(wrong).success).toBe(false)
  })
})
