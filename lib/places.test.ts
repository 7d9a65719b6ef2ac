import { expect, it } from 'vitest'
import { readPair } from './places'
import { degreesSchema } from './schemas/entry-parts'
import { webAddress } from './schemas/text'

it.each([
  ['38.64741,-121.503369', '38.64741', '-121.503369'],
  ['47.6062° N, 122.3321° W', '47.6062', '-122.3321'],
  ['geo:52.52,13.4', '52.52', '13.4'],
  ['-33.87 151.21', '-33.87', '151.21'],
])('splits %s in two', (text, latitude, longitude) => {
  expect(readPair(text)).toEqual({ latitude, longitude })
})

it.each(['47.6062', '47,6062', 'north', '147.6, 12', ''])('leaves %j as it is', (text) => {
  expect(readPair(text)).toBeNull()
})

it('says how two numbers or two addresses are entered', () => {
  const told = (
    schema: { safeParse: (text: string) => { error?: { message: string } } },
    text: string,
  ) => schema.safeParse(text).error?.message ?? ''
  expect(told(degreesSchema(90), '38.64741,-121.503369')).toContain('first under Latitude')
  const two = 'https://a.example/1; https://b.example/2'
  expect(told(webAddress(), two)).toContain('one web address')
  expect(told(webAddress(), two)).not.toContain('begins with')
  expect(told(webAddress(), 'https://a.example/?to=https://b.example/2')).toBe('')
})
