import { describe, expect, it } from 'vitest'
import {
  answerHeader,
  isForServer,
  lossHeader,
  lossInHeader,
  readCachingTerms,
  readSharedTerms,
  readView,
  writeCachingTerms,
  writeSharedTerms,
  writeView,
} from './inner-headers'

const terms = {
  hash: 'ab'.repeat(32),
  workspace: '7c1e',
  expires: Date.parse('2026-02-13T12:00:00Z'),
  parameters: ['after', 'order'],
}

describe('what is written at one end', () => {
  it.each([terms, { ...terms, expires: Infinity }, { ...terms, parameters: null }])(
    'is read at the other: how an answer may be cached',
    (given) => expect(readCachingTerms(writeCachingTerms(given))).toEqual(given),
  )

  it('is read at the other: what a page may do, and whose view it is', () => {
    const allowed = {
      frames: ['https://news.example.org', 'https://a.example:8443'],
      script: `sha256-${'A'.repeat(43)}=`,
    }
    expect(readSharedTerms(writeSharedTerms(allowed))).toEqual(allowed)
    expect(readSharedTerms(writeSharedTerms({}))).toEqual({ frames: [], script: null })
    expect(readView(writeView(terms.hash))).toBe(terms.hash)
  })
})

describe('an answer that leaves something out', () => {
  it.each(['cacheable', 'workspace', 'expires'] as const)('is not cached without %s', (name) => {
    const headers = writeCachingTerms(terms)
    delete headers[answerHeader[name]]
    expect(readCachingTerms(headers)).toBeNull()
  })

  it('is not cached when nobody can tell until when', () => {
    expect(readCachingTerms({ ...writeCachingTerms(terms), [answerHeader.expires]: 'soon' })).toBe(
      null,
    )
  })
})

it('reaches readers in no header but the one that is meant for them', () => {
  for (const name of Object.values(answerHeader)) expect(isForServer(name)).toBe(true)
  expect(isForServer(lossHeader)).toBe(false)
})

it('writes what a file cannot hold so that any header carries it', () => {
  const words = lossInHeader(['the publisher’s mark', '東京'])
  expect(new Response('', { headers: { [lossHeader]: words } }).headers.get(lossHeader)).toBe(
    "the publisher's mark; ??",
  )
  expect(lossInHeader([])).toBe('nothing')
})
