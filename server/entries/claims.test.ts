import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { getEntry } from './queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

describe('claims', () => {
  const claimsOf = async (fields: Record<string, unknown>) => {
    const { id } = await logEntry(world.owner, world.campaign, fields)
    const { claims } = await getEntry(world.owner, id)
    return claims.map(({ field, value, working, reason }) => [field, value, working, reason])
  }

  it('make the one working that says what the field says', async () => {
    const dateClaims = [
      { value: '12 Feb 2026' },
      { value: 'Feb 13, 2026' },
      { value: '2026-02-13' },
    ]
    expect(await claimsOf({ dateClaims, dateReason: 'Why.' })).toEqual([
      ['date', '2026-02-13', true, 'Why.'],
      ['date', '2026-02-12', false, ''],
      ['date', '2026-02-13', false, ''],
    ])
  })

  it('get one of the field’s own where none says the same', async () => {
    const placeClaims = [{ value: 'Tacoma' }]
    expect(await claimsOf({ place: 'Seattle', placeClaims, placeReason: 'Why.' })).toEqual([
      ['place', 'Seattle', true, 'Why.'],
      ['place', 'Tacoma', false, ''],
    ])
  })

  it('are none where nothing is doubted', async () => {
    expect(await claimsOf({ place: 'Seattle', crowd: '200' })).toEqual([])
  })

  it('stay when the working value is another one later', async () => {
    const dateClaims = [{ value: '12 Feb 2026', saidBy: 'the text' }]
    const { id } = await logEntry(world.owner, world.campaign, { dateClaims, dateReason: 'Usage.' })
    const logged = await getEntry(world.owner, id)
    await saveEdit(world.owner, logged, editOf(logged, { date: '12 Feb 2026' }))
    const { edtf, claims } = await getEntry(world.owner, id)
    expect(edtf).toBe('2026-02-12')
    expect(claims.map(({ value, working }) => [value, working])).toEqual([
      ['2026-02-12', true],
      ['2026-02-13', false],
    ])
  })
})
