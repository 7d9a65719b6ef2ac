import { beforeAll, expect, it } from 'vitest'
import type { Counts } from '@/lib/timeline/counts'
import { readFilter } from '@/lib/timeline/filters'
import { newOwner, useTestDatabase } from '../../auth/test-support'
import type { Viewer } from '../../auth/viewer'
import { systemViewer } from '../../auth/viewers'
import { campaignBySlug } from '../../campaigns/queries'
import { withViewer } from '../../db'
import { addSample } from '../../sample/founding-record'
import { countEntries } from './count-entries'
import { listStory } from '../story'
import { countTally, readTally, tells } from './tally'
import { readStory } from '../timeline'
import { filteredEntries } from '../filter/where'

useTestDatabase()

let owner: Viewer
let campaignId: string
let slug: string

beforeAll(async () => {
  const { workspaceId } = await newOwner()
  owner = systemViewer(workspaceId)
  ;({ slug } = await addSample(owner))
  campaignId = await withViewer(owner, async (tx) => (await campaignBySlug(tx, owner, slug)).id)
})

it('tells from the kept tally what a filter by lane, kind, status or certainty would count', async () => {
  await withViewer(owner, async (tx) => {
    const all = await filteredEntries(tx, owner, campaignId, readFilter({}))
    const { tally } = await readTally(tx, all)
    for (const asked of [
      { lane: 'demand' },
      { lane: ['outcome', 'demand'] },
      { kind: ['rally', 'win'] },
      { status: 'draft' },
      { date: 'uncertain', lane: 'action' },
      { date: ['exact', 'uncertain'], status: ['published', 'draft'] },
    ]) {
      const filter = readFilter(asked)
      expect(tells(filter)).toBe(true)
      const where = await filteredEntries(tx, owner, campaignId, filter)
      const sorted = ({ all, kinds, months }: Counts) => [all, kinds, months.map(words).sort()]
      const words = ({ month, lane, count }: Counts['months'][number]) =>
        `${month} ${lane} ${count}`
      expect(sorted(countTally(tally, filter))).toEqual(sorted(await countEntries(tx, where)))
    }
  })
  for (const asked of [{ q: 'rally' }, { date: 'differ' }, { from: '2020' }, { tag: 'x' }])
    expect(tells(readFilter(asked))).toBe(false)
})

it('reads the window of a search in the pass that counts it', async () => {
  const all = await listStory(owner, { campaignId, filter: readFilter({ q: 'a' }) })
  const [first, second] = all.entries
  expect(second).toBeDefined()
  const here = `${second?.firstDay}_${second?.id}`
  for (const place of [
    {},
    { here },
    { after: `${first?.firstDay}_${first?.id}` },
    { before: here },
  ]) {
    const listing = { filter: readFilter({ q: 'a' }), ...place, limit: 1 }
    const { page } = await readStory(owner, { slug, panel: null, ...listing })
    expect(page).toEqual(await listStory(owner, { campaignId, ...listing }))
  }
})
