import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openToken, sealToken } from './seal'
import { hashShareToken, isShareToken, newShareToken } from './token'

describe('newShareToken', () => {
  it('is 26 signs without look-alikes, all of which occur, and never the same twice', () => {
    const tokens = Array.from({ length: 400 }, newShareToken)
    for (const token of tokens) expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
    expect(new Set(tokens.join('')).size).toBe(32)
    expect(new Set(tokens).size).toBe(400)
  })
})

describe('isShareToken', () => {
  it('takes what newShareToken makes and nothing else', () => {
    const token = newShareToken()
    expect(isShareToken(token)).toBe(true)
    const others = ['', token.slice(1), `${token}0`, `${token}\n`, token.replace(/^./, 'i')]
    others.push(token.replace(/^./, 'U'), ` ${token}`, token.replace(/^./, '%'), '__proto__')
    for (const other of others) expect(isShareToken(other), other).toBe(false)
  })
})

describe('sealToken', () => {
  const secret = randomBytes(32)
  const token = newShareToken()
  const hash = hashShareToken(token)

  it('opens with the same secret in the same row', () => {
    expect(openToken(sealToken(token, hash, secret), hash, secret)).toBe(token)
  })

  it('does not open with another secret or in another row', () => {
    const sealed = sealToken(token, hash, secret)
    expect(openToken(sealed, hash, randomBytes(32))).toBeNull()
    expect(openToken(sealed, hashShareToken(newShareToken()), secret)).toBeNull()
  })

  it('does not open when any byte was changed or is missing', () => {
    const sealed = sealToken(token, hash, secret)
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(openToken(changed, hash, secret)).toBeNull()
      expect(openToken(sealed.subarray(0, index), hash, secret)).toBeNull()
    }
  })

  it('is never the same twice and does not hold the token', () => {
    const sealed = sealToken(token, hash, secret)
    expect(sealed.equals(sealToken(token, hash, secret))).toBe(false)
    expect(sealed.includes(Buffer.from(token))).toBe(false)
  })
})
