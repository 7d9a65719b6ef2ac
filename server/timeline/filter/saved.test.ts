import { beforeAll, expect, it } from 'vitest'
import { plainPanel } from '@/lib/timeline/facets'
import { readFilter } from '@/lib/timeline/filters'
import { mint } from '../../auth/mint'
import { newOwner, useTestDatabase } from '../../auth/test-support'
import type { Organizer, Viewer } from '../../auth/viewer'
import { systemViewer } from '../../auth/viewers'
import { campaignBySlug } from '../../campaigns/queries'
import { withViewer } from '../../db'
import { addSample } from '../../sample/founding-record'
import { readStory } from '../timeline'
import { listSavedFilters, removeSavedFilter, saveFilter } from './saved'

useTestDatabase()

let owner: Viewer
let campaignId: string
let slug: string
let workspaceId: string

beforeAll(async () => {
  ;({ workspaceId } = await newOwner())
  owner = systemViewer(workspaceId)
  ;({ slug } = await addSample(owner))
  campaignId = await withViewer(owner, async (tx) => (await campaignBySlug(tx, owner, slug)).id)
})

it('keeps a filter under a name, replaces it, and removes it', async () => {
  await saveFilter(owner, { slug, name: 'Wins', query: 'lane=outcome&evil=1' })
  const kept = await saveFilter(owner, { slug, name: 'Wins', query: 'kind=win&lane=outcome' })
  expect(await listSavedFilters(owner, campaignId)).toEqual([
    { id: kept.id, name: 'Wins', query: 'lane=outcome&kind=win' },
  ])
  await expect(saveFilter(owner, { slug, name: 'All', query: '' })).rejects.toMatchObject({
    code: 'invalid',
  })
  const mere = mint<Organizer>({
    kind: 'organizer',
    workspaceId,
    accountId: workspaceId,
    memberId: workspaceId,
    role: 'viewer',
  })
  await expect(removeSavedFilter(mere, kept.id)).rejects.toMatchObject({ code: 'forbidden' })
  const frame = await readStory(mere, {
    slug,
    filter: readFilter({ lane: 'outcome' }),
    panel: plainPanel,
  })
  expect([frame.counts.all, frame.shown.all, frame.page.entries.length]).toEqual([6, 1, 1])
  await removeSavedFilter(owner, kept.id)
  expect(await listSavedFilters(owner, campaignId)).toEqual([])
})
