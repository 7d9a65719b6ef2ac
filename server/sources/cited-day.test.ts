import { beforeAll, expect, it } from 'vitest'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { lookUp } from '../search/lookup'
import { newWorld, TEST_DAY, type World } from '../testing/world'
import { citedDay } from './cited-day'
import { createSource } from './mutations'

useTestDatabase()

let world: World
let article: string
beforeAll(async () => {
  world = await newWorld()
  const add = (given: object) => createSource(world.owner, sourceSchema(TEST_DAY).parse(given))
  article = await add({
    ...{ title: 'Rally at the Spheres', publisher: 'FOX 13', url: 'https://news.example/rally' },
    published: '13 Feb 2026',
  })
  await add({ title: 'A leaflet', published: 'February 2026' })
})

it('is that of the first cited source that is known to the day, however it is named', async () => {
  const day = (values: Record<string, string>) => citedDay(world.owner, values)
  expect(await day({})).toBeNull()
  expect(await day({ 'citations.0.source': article })).toBe('2026-02-13')
  expect(await day({ 'citations.0.url': 'https://news.example/rally' })).toBe('2026-02-13')
  expect(
    await day({ 'citations.0.title': 'rally at the spheres', 'citations.0.publisher': 'fox 13' }),
  ).toBe('2026-02-13')
  expect(await day({ 'citations.0.title': 'A leaflet' })).toBeNull()
  expect(await day({ 'citations.0.title': 'A leaflet', 'citations.10.source': article })).toBe(
    '2026-02-13',
  )
  expect(await day({ 'citations.0.source': 'no id', 'citations.0.title': '' })).toBeNull()
  expect(await day({ 'citations.0.title': 'Never heard of' })).toBeNull()
})

it('is no other workspace’s', async () => {
  const stranger = await newWorld()
  expect(await citedDay(stranger.owner, { 'citations.0.source': article })).toBeNull()
})

it('is offered with a source that is looked up', async () => {
  const [found] = await lookUp(world.owner, 'source', 'spheres')
  expect(found?.day).toBe('2026-02-13')
  const [leaflet] = await lookUp(world.owner, 'source', 'leaflet')
  expect(leaflet?.day).toBeUndefined()
})
