import fc from 'fast-check'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import type { Choices } from '@/lib/timeline/counts'
import { facetNames, readPanel, withoutFacet, type FacetName } from '@/lib/timeline/facets'
import { filterParams, noFilter, readFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { newOwner, useTestDatabase } from '../../auth/test-support'
import type { Viewer } from '../../auth/viewer'
import { systemViewer } from '../../auth/viewers'
import { campaignBySlug } from '../../campaigns/queries'
import { withViewer } from '../../db'
import { addSample } from '../../sample/founding-record'
import { countEntries } from './count-entries'
import { cachedChoices } from './cached-choices'
import { filteredEntries } from '../filter/where'

useTestDatabase()

let owner: Viewer
let campaignId: string

beforeAll(async () => {
  const { workspaceId } = await newOwner()
  owner = systemViewer(workspaceId)
  const { slug } = await addSample(owner)
  campaignId = await withViewer(owner, async (tx) => (await campaignBySlug(tx, owner, slug)).id)
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`select set_config('app.workspace_id', $1, false)`, [workspaceId])
  await client.query(
    `update entry set tags = array(select 'tag ' || n from generate_series(1, 70) n)
      where kind = 'win'`,
  )
  await client.query(`update entry set tags = '{rare, tag 7}' where kind = 'rally'`)
  await client.query(`update entry set status = 'draft' where kind = 'retaliation'`)
  await client.end()
})

async function choicesUnder(filter: TimelineFilter, address = ''): Promise<Choices> {
  const panel = readPanel(new URLSearchParams(`panel=filters&${address}`)) ?? undefined
  return withViewer(owner, (tx) => cachedChoices(tx, owner, campaignId, filter, panel))
}

async function found(filter: TimelineFilter): Promise<number> {
  return withViewer(owner, async (tx) => {
    const where = await filteredEntries(tx, owner, campaignId, filter)
    return (await countEntries(tx, where)).all
  })
}

function choosing(filter: TimelineFilter, facet: FacetName, values: string[]): TimelineFilter {
  const params = filterParams(withoutFacet(filter, facet))
  for (const value of values) params.append(facet, value)
  return readFilter(params)
}

it('counts beside each choice what choosing it alone would show, whatever else is chosen', async () => {
  const all = await choicesUnder(noFilter)
  const values = facetNames.flatMap((facet) =>
    all[facet].offered.slice(0, 8).map(({ value }) => [facet, value] as const),
  )
  const anyFilter = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 }),
      fc.constantFrom('', 'flock', 'amazon'),
      fc.constantFrom('', '2026', '2025-12'),
    )
    .map(([chosen, q, from]) =>
      readFilter(
        new URLSearchParams([
          ['q', q],
          ['from', from],
          ...chosen.map(([facet, value]) => [facet, value]),
        ]),
      ),
    )
  await fc.assert(
    fc.asyncProperty(
      anyFilter,
      fc.constantFrom(...facetNames),
      fc.nat(),
      async (filter, facet, pick) => {
        const { offered } = (await choicesUnder(filter))[facet]
        const choice = offered[pick % Math.max(1, offered.length)]
        if (!choice) return
        expect(await found(choosing(filter, facet, [choice.value]))).toBe(choice.count)
      },
    ),
    { numRuns: 40 },
  )
})

it('says how many there are where not all are listed, and finds the rest', async () => {
  const { tag } = await choicesUnder(noFilter)
  expect([tag.offered.length, tag.all, tag.offered[0]]).toEqual([
    60,
    71,
    { value: 'tag 7', label: 'tag 7', count: 2 },
  ])
  const looked = await choicesUnder(noFilter, 'find-tag=AR')
  expect(looked.tag).toEqual({
    ...{ offered: [{ value: 'rare', label: 'rare', count: 1 }], all: 1, find: 'AR' },
  })
  const none = await choicesUnder(noFilter, 'find-tag=100%25')
  expect(none.tag).toMatchObject({ offered: [], all: 0 })
})

it('lists what is chosen first, also where something else is looked for', async () => {
  const filter = choosing(noFilter, 'tag', ['tag 69'])
  const { tag, status } = await choicesUnder(filter, 'find-tag=rare')
  expect(tag.offered.map(({ value }) => value)).toEqual(['tag 69', 'rare'])
  expect(status.offered).toEqual([{ value: 'published', label: 'published', count: 1 }])
})
