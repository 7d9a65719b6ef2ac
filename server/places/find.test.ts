import { expect, it } from 'vitest'
import { findPlaces, townById, zoneOf } from './find'

const SEATTLE = 5809844

async function first(typed: string) {
  const [place] = await findPlaces(typed)
  return place
}

it('finds a town that is begun, with its coordinates and clocks', async () => {
  expect(await first('seatt')).toMatchObject({
    id: String(SEATTLE),
    name: 'Seattle',
    note: 'Washington, United States',
    zone: 'America/Los_Angeles',
    latitude: 47.60621,
    longitude: -122.33207,
  })
})

it('keeps what stands before the town', async () => {
  expect(await first('Amazon Spheres, Seattle')).toMatchObject({ name: 'Amazon Spheres, Seattle' })
  expect(await first('City Hall, Portland, Maine')).toMatchObject({
    name: 'City Hall, Portland, Maine',
    note: 'Maine, United States',
  })
})

it('tells towns of one name apart', async () => {
  const places = (await findPlaces('Springfield')).filter(({ town }) => town === 'Springfield')
  expect(places.length).toBeGreaterThan(4)
  expect(new Set(places.map(({ name, note }) => `${name} ${note}`)).size).toBe(places.length)
  expect((await first('Springfield, IL'))?.name).toBe('Springfield, Illinois')
  const german = (await findPlaces('Neustadt, Germany')).filter(({ town }) => town === 'Neustadt')
  expect(new Set(german.map(({ note }) => note)).size).toBe(german.length)
})

it('forgives accents and one typing error', async () => {
  expect((await first('sao paulo'))?.town).toBe('São Paulo')
  expect((await first('Seatle'))?.town).toBe('Seattle')
  expect((await first('Zürich'))?.note).toBe('Switzerland')
})

it('offers nothing for what is no town', async () => {
  expect(await findPlaces('')).toEqual([])
  expect(await findPlaces('x')).toEqual([])
  expect(await findPlaces('the corner where we always meet')).toEqual([])
})

it('knows a town by its number, and the clocks anywhere', async () => {
  expect(await townById(SEATTLE)).toMatchObject({ name: 'Seattle' })
  expect(await townById(1)).toBeNull()
  expect(zoneOf(47.6, -122.3)).toBe('America/Los_Angeles')
  expect(zoneOf(0, -160)).toMatch(/./)
})
