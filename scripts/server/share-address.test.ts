import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pageKey, parseShareAddress } from './share-address'

const token = '0123456789abcdefghjkmnpqrs'
const hash = createHash('sha256').update(token).digest('hex')

describe('shareAddress', () => {
  it.each([
    [`/s/${token}`, `/s/${token}`, ''],
    [`/s/${token}?order=oldest`, `/s/${token}`, 'order=oldest'],
    [`/s/${token}/entries/1?a`, `/s/${token}/entries/1`, 'a'],
  ])('reads %s', (url, path, query) => {
    expect(parseShareAddress(url)).toEqual({ kind: 'link', path, query, hash })
  })

  it.each([`/s/${token}0`, `/s/${token.toUpperCase()}`, '/s/0', '/s/%30', `/s/${token}.rsc`])(
    'knows that %s is no link',
    (url) => expect(parseShareAddress(url)).toEqual({ kind: 'malformed' }),
  )

  it.each([
    '/s/',
    '/s/open',
    '/sources/x',
    `//s/${token}`,
    `/x/../s/${token}`,
    `/s/${token}/../x`,
    `/s/${token}/%2e%2e/x`,
    `http://record.example.org/s/${token}`,
    undefined,
  ])('leaves %s to Next', (url) => expect(parseShareAddress(url)).toBeNull())
})

describe('pageKey', () => {
  const path = `/s/${token}`

  it('has only what matters, in one order', () => {
    const key = pageKey(path, 'order=oldest&fbclid=1&after=2', ['after', 'order'])
    expect(key).toBe(`${path}?after=2&order=oldest`)
    expect(pageKey(path, 'after=2&utm_source=x&order=oldest', ['after', 'order'])).toBe(key)
    expect(pageKey(path, 'fbclid=1', ['after'])).toBe(path)
  })

  it('takes all to matter while nobody has said what does', () => {
    expect(pageKey(path, 'fbclid=1', undefined)).toBe(`${path}?fbclid=1`)
  })
})
