import { expect, it } from 'vitest'
import { zoneNamed } from './zone-named'

it.each([
  ['America/Los_Angeles', 'America/Los_Angeles'],
  ['Los Angeles', 'America/Los_Angeles'],
  [' los_angeles ', 'America/Los_Angeles'],
  ['Detroit', 'America/Detroit'],
  ['Indiana/Knox', 'America/Indiana/Knox'],
  ['UTC', 'UTC'],
  ['Toledo', 'Toledo'],
  ['', ''],
])('%j is the zone %j', (text, zone) => {
  expect(zoneNamed(text)).toBe(zone)
})
