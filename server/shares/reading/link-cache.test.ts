import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld, readerOf } from '../../testing/world'
import { LinkCache } from './link-cache'
import { readingOf } from './read'
import type { ShareReader } from '../../auth/viewer'

useTestDatabase()

it('reads once what is the same on every page of a link, until something is written', async () => {
  const { owner, campaign, reader } = await newWorld()
  const cache = new LinkCache<number>(10)
  let made = 0
  const read = (by: ShareReader, places?: 'town') =>
    readingOf(by, (context) => {
      const rules = places ? { ...context.rules, places } : context.rules
      const asked = { ...context, terms: { ...context.terms, rules } }
      return cache.get(asked, () => Promise.resolve((made += 1)))
    })
  const other = await readerOf(owner, campaign.id)
  expect(await read(reader)).toBe(1)
  expect(await read(reader)).toBe(1)
  // Another link may show something else, and so does the same one through other rules.
  expect(await read(other)).toBe(2)
  expect(await read(reader, 'town')).toBe(3)
  expect(await read(reader)).toBe(1)
  await logEntry(owner, campaign, { title: 'Rally' })
  expect(await read(reader)).toBe(4)
})
