import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noFilter, type Check } from '@/lib/timeline/filters'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, readerOf, type World } from '../testing/world'
import { filteredEntries } from '../timeline/filter/where'
import { getSharedCampaign } from '../shares/links/queries'
import { changeMany } from './bulk'
import { getEntry } from './queries'
import { reviewEntry } from './review'
import { checkEntry, checkQuote, uncheckEntry, uncheckQuote } from './second-reader'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

let id: string
beforeEach(async () => {
  id = (await logEntry(world.contributor, world.campaign, { status: 'in_review' })).id
})

const NOON = new Date('2026-11-29T20:00:00Z')
const version = async () => (await getEntry(world.owner, id)).version
async function published(): Promise<number> {
  return reviewEntry(world.editor, id, { decision: 'publish', note: '' })
}

describe('a second person', () => {
  it('is a person, and never the operator', async () => {
    const operator = systemViewer(world.workspaceId)
    await expect(checkEntry(operator, id, await published())).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await getEntry(world.owner, id)).checked).toBeUndefined()
  })

  it('can say that an entry is right, with their name for members and the day for readers', async () => {
    await checkEntry(world.editor, id, await published(), NOON)
    expect((await getEntry(world.owner, id)).checked).toEqual({
      ...{ day: '2026-11-29', by: expect.any(String) as string },
    })
    const reader = await readerOf(world.owner, world.campaign.id)
    const { page } = await getSharedCampaign(reader, { order: 'newest', after: null })
    const shown = page.entries.find(({ checked }) => checked)
    expect(shown?.checked).toEqual({ day: '2026-11-29' })
  })

  it('is nobody who wrote the entry or changed it last, though whoever published it may', async () => {
    const now = await published()
    await expect(checkEntry(world.contributor, id, now)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await changeMany(world.owner, world.campaign.id, { ids: [id], action: 'tag', tag: ['one'] })
    await expect(checkEntry(world.owner, id, await version())).rejects.toMatchObject({
      code: 'forbidden',
    })
    await checkEntry(world.editor, id, await version())
    expect((await getEntry(world.owner, id)).checked).toBeDefined()
  })

  it('checks what they read, once it is published', async () => {
    await expect(checkEntry(world.editor, id, await version())).rejects.toMatchObject({
      code: 'conflict',
    })
    const read = await version()
    await published()
    await expect(checkEntry(world.editor, id, read)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('checked nothing that was changed since, and can be doubted', async () => {
    await checkEntry(world.editor, id, await published())
    await changeMany(world.owner, world.campaign.id, { ids: [id], action: 'tag', tag: ['two'] })
    expect((await getEntry(world.owner, id)).checked).toBeUndefined()
    await checkEntry(world.editor, id, await version())
    await uncheckEntry(world.contributor, id)
    expect((await getEntry(world.owner, id)).checked).toBeUndefined()
  })

  it('is what a filter can ask for', async () => {
    await checkEntry(world.editor, id, await published())
    const { owner, campaign } = world
    const { id: other } = await logEntry(owner, campaign)
    const found = async (check: Check) =>
      withViewer(owner, async (tx) => {
        const where = await filteredEntries(tx, owner, campaign.id, {
          ...noFilter,
          checks: [check],
        })
        const rows = await tx.$queryRaw<{ id: string }[]>`select e.id from entry e where ${where}`
        return rows.map((row) => row.id)
      })
    expect(await found('yes')).toContain(id)
    expect(await found('yes')).not.toContain(other)
    expect(await found('no')).toContain(other)
    expect(await found('no')).not.toContain(id)
  })
})

describe('a second reader of a quote', () => {
  const SAID = { text: 'We will not stop.', source: 'own' }
  let quoted: string
  beforeEach(async () => {
    quoted = (
      await logEntry(world.contributor, world.campaign, {
        status: 'in_review',
        citations: [{ title: 'A report' }, { title: 'Another report' }],
        appearances: [{ description: 'A worker', quotes: [SAID] }],
      })
    ).id
    await reviewEntry(world.editor, quoted, { decision: 'publish', note: '' })
  })
  const read = () => getEntry(world.owner, quoted)
  const quoteOf = async () => (await read()).appearances[0]?.quotes[0]
  async function checkIt() {
    const { version: now } = await read()
    await checkQuote(world.editor, quoted, now, (await quoteOf())?.id ?? '', NOON)
  }
  const edited = async (changes: Record<string, string>) =>
    saveEdit(world.owner, await read(), editOf(await read(), changes))

  it('marks it, with their name for members and the day for readers', async () => {
    await checkIt()
    const named = { day: '2026-11-29', by: expect.any(String) as string }
    expect((await quoteOf())?.checked).toEqual(named)
    expect((await read()).checked).toBeUndefined()
    const reader = await readerOf(world.owner, world.campaign.id)
    const { page } = await getSharedCampaign(reader, { order: 'newest', after: null })
    const quotes = page.entries.flatMap((one) => one.appearances.flatMap((who) => who.quotes))
    expect(quotes.flatMap(({ checked }) => checked ?? [])).toEqual([{ day: '2026-11-29' }])
  })

  it('stays through an edit of the rest of the entry', async () => {
    await checkIt()
    await edited({ title: 'Another title' })
    expect((await quoteOf())?.checked).toBeDefined()
  })

  it.each([
    ['the words', { 'appearances.0.quotes.0.text': 'We will stop.' }],
    ['the speaker', { 'appearances.0.name': 'Bo Example' }],
    ['who an unnamed speaker is', { 'appearances.0.description': 'A manager' }],
    ['who an unnamed speaker belongs to', { 'appearances.0.affiliation': 'Amazon' }],
    ['the source', { 'appearances.0.quotes.0.source': '' }],
  ])('is gone once %s changed', async (_what, changes) => {
    await checkIt()
    await edited(changes)
    expect((await quoteOf())?.text).toBeDefined()
    expect((await quoteOf())?.checked).toBeUndefined()
  })

  it('is nobody who wrote it, and can be doubted', async () => {
    const { version: now } = await read()
    const { id: quote = '' } = (await quoteOf()) ?? {}
    const own = checkQuote(world.contributor, quoted, now, quote)
    await expect(own).rejects.toMatchObject({ code: 'forbidden' })
    await checkIt()
    await uncheckQuote(world.contributor, quoted, quote)
    expect((await quoteOf())?.checked).toBeUndefined()
  })

  it('is nobody who wrote words in the entry, whoever changed it after them', async () => {
    const more = { 'appearances.0.quotes.1.text': 'Not today.' }
    await saveEdit(world.editor, await read(), editOf(await read(), more))
    await edited({ title: 'Another title' })
    await expect(checkIt()).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('needs a source to compare it with, and an entry that it is of', async () => {
    await edited({ 'appearances.0.quotes.0.source': '' })
    await expect(checkIt()).rejects.toMatchObject({ code: 'conflict' })
    const elsewhere = checkQuote(world.editor, id, await published(), (await quoteOf())?.id ?? '')
    await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is what a filter can ask for, except a reader’s own', async () => {
    await checkIt()
    const { owner, campaign } = world
    const found = await withViewer(owner, async (tx) => {
      const filter = { ...noFilter, checks: ['quote' as const] }
      const where = await filteredEntries(tx, owner, campaign.id, filter)
      return tx.$queryRaw<{ id: string }[]>`select e.id from entry e where ${where}`
    })
    expect(found.map((row) => row.id)).toContain(quoted)
    expect(found.map((row) => row.id)).not.toContain(id)
  })
})
