import { beforeAll, describe, expect, it } from 'vitest'
import type { EntryKind } from '@/lib/kinds/names'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../auth/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { entryInput, logEntry, newWorld, type World } from '../testing/world'
import { findPlaces } from '../places/find'
import { mapMarks } from '../timeline/map/read'
import { getEntry } from './queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const SEATTLE = '5809844'
const spheres = {
  ...{ place: 'Amazon Spheres, Seattle', latitude: '47.6155', longitude: '-122.3394' },
  town: SEATTLE,
}
const london = { ...{ place: 'London', town: '2643743' }, latitude: '51.5', longitude: '-0.12' }

const logged = async (fields: object) => {
  const { id } = await logEntry(world.owner, world.campaign, { ...fields })
  return getEntry(world.owner, id)
}
const shared = async (fields: object) => getEntry(world.reader, (await logged(fields)).id)
const marks = (kind: EntryKind) =>
  mapMarks(world.reader, {
    ...{ campaignId: world.campaign.id, filter: { ...noFilter, kinds: [kind] } },
    box: { west: -180, south: -85, east: 180, north: 85 },
  })

describe('a place with coordinates', () => {
  it('keeps them with its town, and gives the time of day by the clocks there', async () => {
    const entry = await logged({ ...london, date: '13 Feb 2026 5pm' })
    expect(entry.placed).toMatchObject({ latitude: 51.5, longitude: -0.12, zone: 'Europe/London' })
    expect(entry.placed?.town).toEqual({ id: 2643743, name: 'London' })
    expect(entry).toMatchObject({ time: '17:00', timeZone: 'Europe/London' })
    expect((await logged({ date: '13 Feb 2026 5pm' })).timeZone).toBe('America/Los_Angeles')
  })

  it('is the same after its form was opened and saved', async () => {
    const fields = { ...spheres, placeHiddenUntil: '1 Mar 2026 5pm' }
    const before = await logged(fields)
    await saveEdit(world.owner, before, editOf(before, { title: 'Another title' }))
    expect((await getEntry(world.owner, before.id)).placed).toEqual(before.placed)
    expect(before.placed?.hiddenUntil).toEqual({ day: '2026-03-01', time: '17:00' })
  })

  it.each([null, '', ' '])('takes a town of %j as none', async (town) => {
    expect((await logged({ place: 'Tacoma', town })).placed?.town ?? null).toBeNull()
  })

  it('loses a town that its text no longer names', async () => {
    expect((await logged({ ...spheres, place: 'Tacoma' })).placed?.town).toBeNull()
  })

  it.each([
    [{ latitude: '47.6', longitude: '' }, 'longitude', 'Give the longitude as well'],
    [{ place: 'Seattle', town: '1' }, 'place', 'This town is not in the list.'],
    [{ date: '8 Mar 2026 2:30 am' }, 'date', 'this hour did not exist there'],
    [{ date: '1 Nov 2026 1:30 am' }, 'date', 'this hour occurred twice there'],
    [
      { placeHiddenUntil: '1 Nov 2026 1:30 am' },
      'placeHiddenUntil',
      'this hour occurred twice there',
    ],
    [{ ...london, date: '29 Mar 2026 1:30 am' }, 'date', 'this hour did not exist there'],
  ])('%o is refused at %s with words', async (fields, field, words) => {
    await expect(logged(fields)).rejects.toMatchObject({
      ...{ code: 'invalid', path: [field] },
      message: expect.stringContaining(words) as string,
    })
  })

  it.each([
    { latitude: '91', longitude: '0' },
    { latitude: '0', longitude: 'east' },
    { placeHiddenUntil: 'February 2026' },
    { placeHiddenUntil: 'soon' },
  ])('%o is refused by the form', (fields) => {
    expect(() => entryInput(fields)).toThrow()
  })
})

describe('a reader of a share', () => {
  it('is told no coordinates beside the entry, and no clocks or hour of a hidden place', async () => {
    expect(await shared({ ...spheres })).not.toHaveProperty('placed')
    const hours = { ...london, date: '13 Feb 2026 5pm', endTime: '7pm' }
    const hidden = await shared({ ...hours, placePrecision: 'hidden' })
    expect(hidden).toMatchObject({ place: '', time: null, timeZone: null, endTime: '' })
    expect(await shared(hours)).toMatchObject({ time: '17:00', endTime: '19:00' })
    const later = await shared({ ...london, placeHiddenUntil: '1 Mar 2099' })
    expect(later.place).toBe('')
    expect((await shared({ ...london, placeHiddenUntil: '1 Mar 2020' })).place).toBe('London')
  })

  it('is told the town where only that may be known, and sees it where the town lies', async () => {
    const [tacoma] = await findPlaces('Tacoma')
    const town = await shared({
      ...{ place: 'Tacoma, by the Dome', latitude: '47.2367', longitude: '-122.4269' },
      ...{ town: tacoma?.id, placePrecision: 'town', kind: 'vigil' },
    })
    expect(town.place).toBe('Tacoma')
    expect(JSON.stringify(town)).not.toMatch(/Dome|47\.2|122\.4/)
    expect(await marks('vigil')).toMatchObject([
      { latitude: tacoma?.latitude, longitude: tacoma?.longitude },
    ])
  })
})
