import { describe, expect, it } from 'vitest'
import { shareTermsSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
import { changeShareTerms } from '../links/changes'
import { logEntry, newWorld } from '../../testing/world'
import { change, frozen, frozenWith } from './frozen-test-support'

useTestDatabase()

describe('an edition keeps nothing of', () => {
  it.each([
    ['hidden', { place: '', coordinates: null, time: null, timeZone: null, endTime: '' }],
    ['town', { place: 'Seattle', coordinates: { rounded: true }, time: '17:30', endTime: '19:00' }],
  ])('a place that is %s by now, or of the hour there', async (to, told) => {
    const {
      owner,
      logged,
      it: entry,
    } = await frozenWith({
      ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393' },
      ...{ date: '13 Feb 2026 5:30pm', endTime: '7pm', otherPlaces: 'Gate 7\nGate 8' },
      placeClaims: [{ value: 'Gate 6, Seattle', saidBy: 'the poster' }],
      ...{ kind: 'march', details: { route: 'Gate 5 to Gate 8' } },
    })
    const before = await entry()
    expect(before?.place).toBe('Gate 5, Seattle')
    expect(before?.coordinates).toMatchObject({ latitude: 47.6155, rounded: false })
    expect(before).toMatchObject({ time: '17:30', endTime: '19:00' })
    expect(before?.otherPlaces).toContain('Gate 7')
    await change(owner, logged.id, { placePrecision: to })
    const now = await entry()
    expect(now).toMatchObject(told)
    expect(JSON.stringify(now)).not.toMatch(/Gate [5-8]|47\.6155/)
  })

  it('a place of which more may be told by now stays as it was frozen', async () => {
    const {
      owner,
      logged,
      it: entry,
    } = await frozenWith({ place: 'Gate 5, Seattle', placePrecision: 'town' })
    await change(owner, logged.id, { placePrecision: 'exact', place: 'Gate 9, Tacoma' })
    expect((await entry())?.place).toBe('Seattle')
  })

  it.each([
    // Frozen, and by now: the place and its town; what may be told of it still.
    ['Seattle, Amazon Spheres', 'Seattle', 'Seattle, Washington', ''],
    ['5 Main St, Apt 3', 'Seattle', 'Seattle, Washington', ''],
    ['5 Main St, Apt 3', 'Main St', '', ''],
    ['Gate 5, Seattle', 'Gate 9, Tacoma', 'Tacoma, Washington', ''],
    ['Gate 5, Seattle', 'Gate 9, Seattle', '', 'Seattle'],
    ['Gate 5, Seattle', 'Seattle', 'Seattle, Washington', 'Seattle'],
    ['Gate 5, Seattle', 'Gate 5, Seattle', 'Seattle, Washington', 'Seattle, Washington'],
    ['Seattle', 'Gate 9, Seattle', 'Seattle, Washington', 'Seattle'],
  ])('the place %j, which is %j in %j and told by its town: %j', async (before, by, town, told) => {
    const { owner, logged, it: entry } = await frozenWith({ place: before })
    const inTown = town && { town, townId: 5809844, townLatitude: 47.6, townLongitude: -122.3 }
    await change(owner, logged.id, { placePrecision: 'town', place: by, ...(inTown || {}) })
    expect((await entry())?.place).toBe(told)
  })

  it.each([
    ['47.6155', { latitude: 47.6, longitude: -122.3, rounded: true }],
    ['47.2529', null],
  ])('a point of which the town may be told, where it is at %s by now', async (by, told) => {
    const {
      owner,
      logged,
      it: entry,
    } = await frozenWith({
      ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393' },
    })
    await change(owner, logged.id, { placePrecision: 'town', latitude: Number(by) })
    expect((await entry())?.coordinates).toEqual(told)
  })

  it.each(['public', 'member'] as const)(
    'a town that a %s link told stays, however the place was corrected',
    async (lens) => {
      const { owner, campaign } = await newWorld()
      const { id } = await logEntry(owner, campaign, { title: 'It', place: 'Gate 5, Seattle, WA' })
      const edition = await frozen(owner, campaign, { lens, choices: { places: 'town' } })
      await change(owner, id, { place: 'Gate 9, Tacoma' })
      expect((await edition.entry('It'))?.place).toBe('Seattle, WA')
      expect(await edition.takenBack()).toBeNull()
    },
  )

  it.each(['town', 'none'])('a place where the link allows %s by now', async (places) => {
    const {
      owner,
      edition,
      it: entry,
    } = await frozenWith({
      ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393' },
    })
    expect((await entry())?.place).toBe('Gate 5, Seattle')
    const terms = { share: edition.id, lens: 'member', choices: JSON.stringify({ places }) }
    await changeShareTerms(owner, shareTermsSchema.parse(terms))
    expect((await entry())?.place).toBe(places === 'town' ? 'Seattle' : '')
    expect(JSON.stringify(await entry())).not.toMatch(/Gate 5|47\.6155/)
  })
})
