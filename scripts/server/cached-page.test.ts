import { describe, expect, it } from 'vitest'
import { readsGzip } from './cached-page'

describe('readsGzip', () => {
  it.each(['gzip', 'br, gzip;q=0.5', '*', 'x-gzip', 'GZIP', 'gzip;q=1.0, *;q=0'])(
    'sends it for %s',
    (accepted) => expect(readsGzip(accepted)).toBe(true),
  )

  it.each([undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip; q=0.0, br', '*;q=0', '*, gzip;q=0'])(
    'does not for %s',
    (accepted) => expect(readsGzip(accepted)).toBe(false),
  )
})
