import { expect, it, vi } from 'vitest'
import { atThreshold } from '../db'
import { newShareToken } from '../shares/links/token'
import { shareReaderFor } from './share-reader'

vi.mock('../db', () => ({ atThreshold: vi.fn(() => Promise.resolve(null)) }))

it('asks the database only for what can be a token', async () => {
  const token = newShareToken()
  const malformed = ['', 'x', token.slice(1), `${token}a`, `${token.slice(1)}!`, '../../etc/passwd']
  for (const one of [...malformed, 'é'.repeat(26), `${token}\0`, 'a'.repeat(1_000_000)]) {
    expect(await shareReaderFor(one)).toBeNull()
  }
  expect(atThreshold).not.toHaveBeenCalled()
  expect(await shareReaderFor(token)).toBeNull()
  expect(atThreshold).toHaveBeenCalledTimes(1)
})
