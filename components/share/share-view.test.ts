import { describe, expect, it } from 'vitest'
import { makingInWords, stateInWords, type ShareView } from './share-view'

const zone = 'America/Los_Angeles'
const now = new Date('2026-02-14T03:00:00Z')
const share: ShareView = {
  id: 'x',
  campaign: { slug: 'spheres' },
  lens: 'press',
  label: '',
  by: 'Test Owner',
  createdAt: '2026-02-13T20:00:00Z',
  expiresAt: '2026-03-15T19:00:00Z',
  scope: 'campaign',
  keeper: null,
  locked: false,
  private: false,
  named: true,
  publisher: { publisherName: '' },
  frames: [],
  more: [],
  views: '',
  state: 'live',
  paused: false,
  lockedDown: false,
  revoked: null,
  url: null,
}

describe('stateInWords', () => {
  it('counts days where the campaign is, not in UTC', () => {
    expect(stateInWords(share, zone, now)).toBe('Expires in 30 days, on Sun 15 Mar 2026')
    expect(stateInWords({ ...share, expiresAt: '2026-02-14T07:00:00Z' }, zone, now)).toBe(
      'Expires today, on Fri 13 Feb 2026',
    )
    expect(stateInWords({ ...share, expiresAt: '2026-02-14T09:00:00Z' }, zone, now)).toBe(
      'Expires tomorrow, on Sat 14 Feb 2026',
    )
  })

  it('says how a link ended', () => {
    const revoked = { at: '2026-02-14T01:00:00Z', by: null, canTakeBack: false }
    expect(stateInWords({ ...share, state: 'revoked', revoked }, zone, now)).toBe(
      'Revoked on Fri 13 Feb 2026 by the operator',
    )
    expect(stateInWords({ ...share, state: 'expired' }, zone, now)).toBe(
      'Expired on Sun 15 Mar 2026',
    )
    expect(stateInWords({ ...share, expiresAt: null }, zone, now)).toBe(
      'Active until someone revokes it',
    )
  })
})

describe('makingInWords', () => {
  it('names who made it', () => {
    expect(makingInWords(share, zone)).toBe('Made on Fri 13 Feb 2026 by Test Owner')
  })
})
