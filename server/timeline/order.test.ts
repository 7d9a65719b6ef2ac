import { beforeAll, describe, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newCampaignFor, newWorld, readerOf, type World } from '../testing/world'
import { readShared } from '../shares/reading/read'
import { listStory } from './story'
import { readStory } from './timeline'

useTestDatabase()

/** All of 1 June 2026 at first sight, in their order. */
const DATES = ['by 1 June 2026', 'about 1 June 2026', 'since 1 June 2026', '1 June 2026']

let world: World

beforeAll(async () => {
  world = await newWorld()
})

async function logged(dates: string[]): Promise<{ id: string; slug: string }> {
  const campaign = await newCampaignFor(world.owner)
  for (const date of dates) await logEntry(world.owner, campaign, { title: date, date })
  return campaign
}

async function inSteps(campaignId: string, order: 'newest' | 'oldest'): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  do {
    const listing = { campaignId, filter: noFilter, order, after, limit: 1 }
    const page: Awaited<ReturnType<typeof listStory>> = await listStory(world.owner, listing)
    seen.push(...page.entries.map(({ title }) => title))
    after = page.next
  } while (after)
  return seen
}

describe('entries of one day', () => {
  it.each([
    ['as they stand', DATES],
    ['the other way round', [...DATES].reverse()],
    ['mixed', [DATES[2] ?? '', DATES[0] ?? '', DATES[3] ?? '', DATES[1] ?? '']],
  ])('have one order, logged %s', async (_how, dates) => {
    const { id, slug } = await logged(dates)
    expect(await inSteps(id, 'oldest')).toEqual(DATES)
    expect(await inSteps(id, 'newest')).toEqual([...DATES].reverse())
    const asked = { slug, filter: { ...noFilter, text: 'June' }, panel: null }
    const { page } = await readStory(world.owner, { ...asked, order: 'oldest' })
    expect(page.entries.map(({ title }) => title)).toEqual(DATES)
    const reader = await readerOf(world.owner, id)
    const shared = await readShared(reader, { order: 'oldest', after: null, limit: 10 })
    expect(shared.page.entries.map(({ title }) => title)).toEqual(DATES)
  })
})
