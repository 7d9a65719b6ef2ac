import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { createEntry, updateEntry } from '@/server/entries/mutations'
import { createShare } from '@/server/shares/links/mutations'
import { entryInput, newWorld, type World } from '@/server/testing/world'
import { get } from './crawl'

aTestDatabase()

let world: World
let url: string
const ids = new Map<string, string>()

async function log(name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { owner, campaign } = world
  const input = entryInput({ title: name, ...fields })
  const { id } = await createEntry(owner, campaign.slug, input)
  ids.set(name, id)
  return id
}

async function edit(name: string, fields: Record<string, unknown>): Promise<void> {
  const input = entryInput({ title: name, version: 1, ...fields })
  await updateEntry(world.owner, ids.get(name) ?? '', input, {})
}

/** Sets back what was kept of some entries to January 2026. */
async function longAgo(names: string[]): Promise<void> {
  const at = new Date('2026-01-05T12:00:00Z')
  const recordIds = names.map((name) => ids.get(name) ?? '')
  await withViewer(world.owner, async (tx) => {
    await tx.$executeRaw`update entry set created_at = ${at} where id = any(${recordIds}::uuid[])`
    await tx.$executeRaw`update revision set at = ${at} where record_id = any(${recordIds}::uuid[])`
  })
}

beforeAll(async () => {
  world = await newWorld()
  const old = ['Summary', 'Note', 'Place', 'Draft', 'Trash', 'Unpublished', 'Meeting', 'Untouched']
  for (const name of old)
    await log(name, {
      ...(name === 'Draft' && { status: 'draft' }),
      ...(name === 'Meeting' && { kind: 'meeting' }),
      ...(name === 'Place' && { placePrecision: 'hidden', place: 'Gate 5, Seattle' }),
    })
  await longAgo(old)
  await log('New')
  await edit('Summary', { summary: 'More is known now.' })
  await edit('Note', { privateNote: 'Ours alone.', tags: 'inside' })
  await edit('Place', { placePrecision: 'hidden', place: 'Gate 6, Seattle' })
  await edit('Draft', { status: 'published' })
  await edit('Unpublished', { status: 'draft' })
  await withViewer(world.owner, (tx) =>
    tx.entry.updateMany({
      where: { id: { in: [ids.get('Trash') ?? '', ids.get('Meeting') ?? ''] } },
      data: { trashedAt: new Date() },
    }),
  )
  const input = { campaign: world.campaign.id, lens: 'public' }
  url = (await createShare(world.owner, shareSchema.parse(input))).url
})

const text = async (query = '') =>
  (await (await get(`${url}/changes${query}`)).text())
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('what changed since a day', () => {
  it('is what was added, corrected and taken out, of what the link shows', async () => {
    const told = await text('?since=2026-02-01')
    expect(told).toContain('since Sun 1 Feb 2026')
    expect(told).toContain('Corrections: 1')
    expect(told).toMatch(/Summary \(Fri 13 Feb 2026\): summary, on/)
    expect(told).toContain('Added: 2')
    expect(told).toMatch(/New \(.*Draft \(|Draft \(.*New \(/)
    // The meeting that went to the trash too was never shown to the public.
    expect(told).toContain('2 entries were taken out.')
    expect(told).not.toMatch(/Note|Place|Untouched|Meeting|Trash|Unpublished|tags/)
  })

  it('begins with an earlier day on request, and ignores what is no day', async () => {
    expect(await text('?since=2026-01-01')).toContain('Untouched')
    expect(await text('?since=2026-02-31')).toBe(await text())
    expect(await text('?since=x&campaign=other')).toBe(await text())
    expect((await get(`${url}/changes?since=2150-01-01`)).status).toBe(200)
  })

  it('tells of tags to those who see tags', async () => {
    const { url: member } = await createShare(
      world.owner,
      shareSchema.parse({ campaign: world.campaign.id, lens: 'member' }),
    )
    const html = await (await get(`${member}/changes?since=2026-02-01`)).text()
    expect(html).toMatch(/Note<\/bdi><\/a> \(Fri 13 Feb 2026\): tags, on/)
    expect(html).not.toContain('note,')
  })
})
