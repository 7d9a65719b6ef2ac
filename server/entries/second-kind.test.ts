import { beforeAll, expect, it } from 'vitest'
import { kindsInWords } from '@/lib/kinds/index'
import { entrySchema } from '@/lib/schemas/entry'
import { lensRules } from '@/lib/shares/lens'
import { searchFilters } from '@/lib/search/filters'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { readLayout } from '@/lib/timeline/table'
import { crawl } from '../../app/s/crawl'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { mergeRecords } from '../merging/merge'
import { searchRecords } from '../search/queries'
import { readShared } from '../shares/reading/read'
import { createShare } from '../shares/links/mutations'
import { shareSchema } from '@/lib/schemas/share'
import { editOf, saveEdit } from '../testing/editing'
import {
  logEntry,
  newCampaignFor,
  newWorld,
  readerOf,
  TEST_DAY,
  type World,
} from '../testing/world'
import { listChoices } from '../timeline/counts/choices'
import { filteredEntries } from '../timeline/filter/where'
import { listTable } from '../timeline/table'
import { readStory } from '../timeline/timeline'
import { getEntry } from './queries'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function logged() {
  const campaign = await newCampaignFor(world.owner)
  const log = (fields: Record<string, unknown>) => logEntry(world.owner, campaign, fields)
  const { id } = await log({ kind: 'strike', title: 'The long day', alsoKind: 'rally' })
  await log({ kind: 'strike', title: 'A strike alone' })
  return { campaign, id, log }
}

it('is kept with an action through an edit, and said of it', async () => {
  const { id } = await logged()
  const entry = await getEntry(world.owner, id)
  expect(kindsInWords(entry)).toBe('Strike and rally')
  await saveEdit(world.owner, entry, editOf(entry, { title: 'The longest day' }))
  expect((await getEntry(world.owner, id)).alsoKind).toBe('rally')
})

it('is none where it is the first kind again, or where that is no action', () => {
  const also = (kind: 'rally' | 'statement', alsoKind: string) =>
    entrySchema(kind, TEST_DAY).safeParse({ kind, title: 'T', date: '1 Feb 2026', alsoKind })
  expect(also('rally', 'march').data?.alsoKind).toBe('march')
  expect(also('rally', 'rally').data?.alsoKind).toBeNull()
  expect(also('rally', '').data?.alsoKind).toBeNull()
  expect(also('statement', 'march').data?.alsoKind).toBeNull()
  expect(also('rally', 'statement').error?.issues[0]?.message).toBe('Choose one of the list.')
})

it('is found and counted by a filter for either kind', async () => {
  const { campaign } = await logged()
  const asked = async (kind: string) => {
    const filter = readFilter({ kind })
    const { page, shown } = await readStory(world.owner, {
      ...{ slug: campaign.slug, filter, panel: null, order: 'newest', limit: 10 },
    })
    expect(shown.all).toBe(page.entries.length)
    return page.entries.map(({ title }) => title).sort()
  }
  expect(await asked('rally')).toEqual(['The long day'])
  expect(await asked('strike')).toEqual(['A strike alone', 'The long day'])
  const facet = { facet: 'kind', chosen: [], find: '' } as const
  const choices = await withViewer(world.owner, async (tx) =>
    listChoices(tx, world.owner, await filteredEntries(tx, world.owner, campaign.id, noFilter), [
      { ...facet, chosen: [] },
    ]),
  )
  expect(choices.kind?.offered.map(({ value, count }) => [value, count])).toEqual([
    ['strike', 2],
    ['rally', 1],
  ])
})

it('is found by a search for it, and named in the table', async () => {
  const { campaign, id } = await logged()
  const search = async (kind: string) => {
    const { filters } = searchFilters({ q: 'long day', kind })
    const { results } = await searchRecords(world.owner, filters)
    return results.some((result) => result.id === id)
  }
  expect(await search('rally')).toBe(true)
  expect(await search('strike')).toBe(true)
  expect(await search('march')).toBe(false)
  const table = { campaignId: campaign.id, filter: noFilter, layout: readLayout({}), after: null }
  const { rows } = await listTable(world.owner, table)
  expect(rows.map(kindsInWords).sort()).toEqual(['Strike', 'Strike and rally'])
})

it('is chosen with the kind where two entries become one', async () => {
  const { id, log } = await logged()
  const { id: survivorId } = await log({ kind: 'walkout', title: 'The same day' })
  await mergeRecords(world.owner, 'entry', {
    survivorId,
    duplicateId: id,
    take: { kind: 'duplicate' },
  })
  expect(kindsInWords(await getEntry(world.owner, survivorId))).toBe('Strike and rally')
})

it('is on the pages and in the files of a share', async () => {
  const { campaign } = await logged()
  const { url } = await createShare(world.owner, shareSchema.parse({ campaign: campaign.id }))
  const served = await crawl(url)
  expect(served.get(url)).toContain('Action: strike and rally')
  expect(served.get(`${url}/entries.csv`)).toMatch(/also_kind/)
  expect(served.get(`${url}/calendar.ics`)).toContain('CATEGORIES:Action,Strike,Rally')
  expect(served.get(`${url}/record.json`)).toMatch(/"alsoKind": ?"rally"/)
})

it('tells readers of no kind that their link leaves out', async () => {
  const { campaign, log } = await logged()
  await log({ kind: 'rally', title: 'Seen', alsoKind: 'meeting' })
  expect(lensRules.public.kinds).not.toContain('meeting')
  const reader = await readerOf(world.owner, campaign.id)
  const read = (kind?: string) =>
    readShared(reader, {
      ...{ order: 'newest', after: null, limit: 10 },
      filter: kind ? readFilter({ kind }) : noFilter,
    })
  const { page } = await read()
  expect(page.entries.find(({ title }) => title === 'Seen')?.alsoKind).toBeNull()
  expect((await read('meeting')).page.entries).toEqual([])
  expect((await read('rally')).page.entries.map(({ title }) => title).sort()).toEqual([
    ...['Seen', 'The long day'],
  ])
})
