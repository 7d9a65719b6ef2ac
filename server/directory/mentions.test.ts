import { describe, expect, it } from 'vitest'
import type { Paged } from '@/lib/paged'
import { personSchema } from '@/lib/schemas/person'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { inRole, newCampaign } from '../demands/test-support'
import { createPerson } from '../people/mutations'
import { getPerson } from '../people/queries'
import { createSource } from '../sources/mutations'
import { getSource } from '../sources/queries'

useTestDatabase()

// Three of a day, every tenth a draft.
async function mentionedOften(owner: Viewer, campaignId: string, times: number) {
  const personId = await createPerson(owner, personSchema.parse({ name: 'Jo Example' }))
  const sourceId = await createSource(owner, sourceSchema('2026-03-01').parse({ title: 'Report' }))
  const { workspaceId } = owner
  await withViewer(owner, async (tx) => {
    await tx.$executeRaw`
      with logged as (
        insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, edtf, first_day, last_day)
        select ${workspaceId}::uuid, gen_random_uuid(), ${campaignId}::uuid, 'rally', 'action',
               (case n % 10 when 0 then 'draft' else 'published' end)::entry_status, 'Rally ' || n,
               day::text, day, day
          from generate_series(1, ${times}::int) n
         cross join lateral (select date '2024-01-01' + n / 3 as day) d
        returning workspace_id, id),
      spoke as (
        insert into appearance (workspace_id, id, entry_id, person_id, role)
        select workspace_id, gen_random_uuid(), id, ${personId}::uuid, 'speaker' from logged)
      insert into citation (workspace_id, id, entry_id, source_id, exact)
      select workspace_id, gen_random_uuid(), id, ${sourceId}::uuid, 'words' from logged`
  })
  return { personId, sourceId }
}

/** Follows the links from page to page, and gives all pages. */
async function walk<Item>(
  read: (cursor?: string) => Promise<Paged<Item>>,
  way: 'older' | 'newer',
  from?: string,
): Promise<Paged<Item>[]> {
  const pages = [await read(from)]
  for (let next = pages[0]?.[way]; next; next = pages.at(-1)?.[way]) pages.push(await read(next))
  return pages
}

describe('what mentions a record', () => {
  it('is paged by key, each once, newest first, and counted', async () => {
    const { owner, id } = await newCampaign()
    const { personId } = await mentionedOften(owner, id, 120)
    const read = async (appearances?: string) =>
      (await getPerson(owner, personId, { appearances })).appearances
    const pages = await walk(read, 'older')
    expect(pages.map(({ items, count, before }) => [items.length, count, before])).toEqual([
      [50, 120, 0],
      [50, 120, 50],
      [20, 120, 100],
    ])
    const items = pages.flatMap((page) => page.items)
    expect(new Set(items.map((item) => item.id)).size).toBe(120)
    const days = items.map(({ entry }) => entry.edtf)
    expect(days).toEqual(days.toSorted().reverse())
    const back = await walk(read, 'newer', pages.at(-1)?.newer ?? '')
    expect(back.map((page) => page.items)).toEqual([pages[1]?.items, pages[0]?.items])
    expect(back.at(-1)).toMatchObject({ newer: null, before: 0 })
  })

  it('counts only what one may see', async () => {
    const { owner, id } = await newCampaign()
    const { personId, sourceId } = await mentionedOften(owner, id, 60)
    const viewer = inRole(owner, 'viewer')
    expect((await getPerson(viewer, personId)).appearances.count).toBe(54)
    const { passages } = await getSource(viewer, sourceId)
    expect([passages.count, passages.items.length]).toEqual([54, 50])
  })

  it('begins with the passage that is asked for, and has newer ones before it', async () => {
    const { owner, id } = await newCampaign()
    const { sourceId } = await mentionedOften(owner, id, 120)
    const read = async (passages?: string) =>
      (await getSource(owner, sourceId, { passages })).passages
    const wanted = (await walk(read, 'older'))[1]?.items[30]?.id
    const { passages } = await getSource(owner, sourceId, { passage: wanted })
    expect(passages.before).toBe(80)
    expect(passages.items).toHaveLength(40)
    expect(passages.items[0]?.id).toBe(wanted)
    expect(passages.newer).not.toBeNull()
  })

  it('begins anew for a cursor that is none', async () => {
    const { owner, id } = await newCampaign()
    const { personId } = await mentionedOften(owner, id, 5)
    for (const appearances of ['', 'o_2024-01-01_x', 'constructor_2024-01-01_', "o_'_'", 'o'])
      expect((await getPerson(owner, personId, { appearances })).appearances.items).toHaveLength(5)
  })
})
