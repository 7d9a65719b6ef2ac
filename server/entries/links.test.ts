import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newCampaignFor, newWorld, readerOf, type World } from '../testing/world'
import { readSharedRecord } from '../shares/reading/record'
import { trashEntry } from './trash'
import { getEntry } from './queries'

useTestDatabase()

let world: World
let rally: { id: string }

beforeAll(async () => {
  world = await newWorld()
  rally = await logEntry(world.owner, world.campaign, { title: 'The rally' })
})

const linked = async (link: Record<string, string>, more: Record<string, unknown> = {}) => {
  const { id } = await logEntry(world.owner, world.campaign, {
    ...{ title: 'A march', links: [{ relation: 'follows', ...link }] },
    ...more,
  })
  return getEntry(world.owner, id)
}
const to = (entry: { id: string }) => ({ entryId: entry.id, entry: 'The rally' })

describe('a link', () => {
  it('is shown at both ends, in the words of each', async () => {
    const march = await linked({ ...to(rally), note: 'The next day' })
    expect(march.links).toMatchObject([
      { says: true, relation: 'follows', note: 'The next day', entry: { id: rally.id } },
    ])
    const { links } = await getEntry(world.viewer, rally.id)
    expect(links).toMatchObject([{ says: false, entry: { id: march.id, title: 'A march' } }])
  })

  it('finds the other entry by its title or its address', async () => {
    const other = await logEntry(world.owner, world.campaign, { title: 'A vigil at noon' })
    const byTitle = await linked({ entry: 'a VIGIL at noon' })
    expect(byTitle.links[0]?.entry.id).toBe(other.id)
    const address = `https://example.org/campaigns/c/entries/${other.id}`
    expect((await linked({ entry: address })).links[0]?.entry.id).toBe(other.id)
  })

  it.each([
    ['Nowhere to be found', 'No entry has this title'],
    ['Twice', 'Several entries have this title'],
  ])('to %s is asked about', async (entry, words) => {
    await logEntry(world.owner, world.campaign, { title: 'Twice' })
    await logEntry(world.owner, world.campaign, { title: 'Twice' })
    await expect(linked({ entry })).rejects.toMatchObject({
      ...{ code: 'invalid', path: ['links', 0, 'entry'] },
      message: expect.stringContaining(words) as unknown,
    })
  })

  it('says that one thing caused another only beside who says so', async () => {
    await expect(linked({ ...to(rally), relation: 'caused_by' })).rejects.toThrow('who says so')
    const march = await linked({ ...to(rally), relation: 'caused_by', accordingTo: 'The union' })
    expect(march.links[0]).toMatchObject({ accordingTo: 'The union' })
    const sourced = await linked(
      { ...to(rally), relation: 'caused_by', source: 'entry' },
      { citations: [{ title: 'A report' }] },
    )
    expect(sourced.links[0]?.citations).toMatchObject([{ source: { title: 'A report' } }])
  })

  it('stays when its entry is saved again, and goes with its row', async () => {
    const march = await linked({ ...to(rally), relation: 'caused_by', accordingTo: 'The union' })
    await saveEdit(world.owner, march, editOf(march, { title: 'A longer march' }))
    const again = await getEntry(world.owner, march.id)
    expect(again.links).toEqual(march.links)
    await saveEdit(
      world.owner,
      again,
      editOf(again, { 'links.0.entry': '', 'links.0.accordingTo': '' }),
    )
    expect((await getEntry(world.owner, march.id)).links).toEqual([])
  })

  it('to what somebody may not see is hidden from them, and outlives their edit', async () => {
    const draft = await logEntry(world.owner, world.campaign, { title: 'A draft', status: 'draft' })
    const { id } = await logEntry(world.contributor, world.campaign, { status: 'draft' })
    const seen = await getEntry(world.owner, id)
    await saveEdit(
      world.owner,
      seen,
      editOf(seen, {
        'links.0.relation': 'mentions',
        'links.0.entry': 'A draft',
        'links.0.entryId': draft.id,
      }),
    )
    const theirs = await getEntry(world.contributor, id)
    expect(theirs.links).toEqual([])
    await saveEdit(world.contributor, theirs, editOf(theirs, { title: 'Another title' }))
    expect((await getEntry(world.owner, id)).links).toMatchObject([{ entry: { id: draft.id } }])
  })

  it('to the trash is gone for as long as it lies there', async () => {
    const vigil = await logEntry(world.owner, world.campaign, { title: 'A vigil' })
    const march = await linked({ entry: 'A vigil', entryId: vigil.id })
    await trashEntry(world.owner, vigil.id)
    const without = await getEntry(world.owner, march.id)
    expect(without.links).toEqual([])
    await saveEdit(world.owner, without, editOf(march, { version: String(without.version) }))
    expect((await getEntry(world.owner, march.id)).links).toEqual([])
  })
})

describe('a link behind a share', () => {
  it('is there only where both of its ends are', async () => {
    const shared = await newWorld()
    const reader = await readerOf(shared.owner, shared.campaign.id)
    const elsewhere = await newCampaignFor(shared.owner)
    const shown = await logEntry(shared.owner, shared.campaign, { title: 'Shown' })
    const draft = await logEntry(shared.owner, shared.campaign, { title: 'Draft', status: 'draft' })
    const other = await logEntry(shared.owner, elsewhere, { title: 'Elsewhere' })
    const meeting = await logEntry(shared.owner, shared.campaign, { title: 'Met', kind: 'meeting' })
    const links = [shown, draft, other, meeting].map(({ id }) => ({ entryId: id, entry: id }))
    await logEntry(shared.owner, shared.campaign, { title: 'Teller', links })
    const { entries } = await readSharedRecord(reader)
    const titles = entries.flatMap((entry) =>
      entry.links.map((one) => [entry.title, one.entry.title]),
    )
    expect(titles.sort()).toEqual([
      ['Shown', 'Teller'],
      ['Teller', 'Shown'],
    ])
    expect(JSON.stringify(entries)).not.toContain(shown.id)
  })
})
