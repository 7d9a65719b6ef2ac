import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import type { LensChoices } from '@/lib/shares/lens'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readEntryPage, readShared } from './read'
import { readSharedRecord } from './record'

useTestDatabase()

/** A day with an evening whose place is hidden, and others before and after it. */
async function eveningOf(choices: LensChoices, place: object) {
  const { owner, campaign } = await newWorld()
  const log = (title: string, time: string, more = {}) =>
    logEntry(owner, campaign, {
      ...{ title, date: `20 Dec 2026, ${time}`, place: 'Hall, Seattle', ...more },
    })
  await log('Noon', '12:00')
  await log('Evening', '18:30', place)
  await log('Night', '22:00')
  const input = { campaign: campaign.id, lens: 'member', choices: JSON.stringify(choices) }
  const { url } = await createShare(owner, shareSchema.parse({ ...input, undecided: 'shown' }))
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The link does not open.')
  return reader
}

it.each<[string, LensChoices, object]>([
  ['the entry hides it', {}, { placePrecision: 'hidden' }],
  ['it is hidden until later', {}, { placeHiddenUntil: '1 Jan 2199' }],
  ['the link shows no places', { places: 'none' }, {}],
])('an hour is told by no order and no address where %s', async (_why, choices, place) => {
  const reader = await eveningOf(choices, place)
  const { entries } = await readSharedRecord(reader)
  const evening = entries.find(({ title }) => String(title) === 'Evening')
  expect(evening?.time).toBeNull()
  const titlesAfter = async (time: string) => {
    const after = `2026-12-20${time}_${evening?.id ?? ''}`
    const { page } = await readShared(reader, { order: 'oldest', after, limit: 10 })
    return page.entries.map(({ title }) => String(title))
  }
  const told = await Promise.all(['T1200', 'T1829', 'T1830', 'T1900'].map(titlesAfter))
  // Whatever hour is asked for, the answer does not depend on that of the evening.
  expect(new Set(told.map((titles) => titles.includes('Evening'))).size).toBe(1)
  const { around } = await readEntryPage(reader, evening?.id ?? '')
  // Without an hour it comes after all that have one, or in an order that has none.
  const order = entries.map(({ title }) => String(title))
  expect(around.before && String(around.before.title)).toBe(order[order.indexOf('Evening') - 1])
  if (choices.places !== 'none') expect(order).toEqual(['Noon', 'Night', 'Evening'])
})
