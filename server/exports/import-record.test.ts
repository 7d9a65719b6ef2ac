import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { listRevisions } from '../history/queries'
import { searchRecords } from '../search/queries'
import { searchFilters } from '@/lib/search/filters'
import { addSample } from '../sample/founding-record'
import { restrictCampaign } from '../campaigns/restriction'
import { listCampaigns } from '../campaigns/queries'
import { memberIn, newCampaignFor, newWorld, type World } from '../testing/world'
import { importRecord } from './import-record'
import { emptyWorkspace, exported, fillCampaign } from './test-support'

useTestDatabase()

let world: World
let campaign: { id: string; slug: string }
let text: string
beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  await fillCampaign(world, campaign)
  text = (await exported(world.owner, 'json', campaign.slug)).text
})

async function* chunksOf(whole: string, size = 1_000): AsyncGenerator<string> {
  for (let at = 0; at < whole.length; at += size) yield Promise.resolve(whole.slice(at, at + size))
}

type Lists = Record<string, Record<string, unknown>[]>
const changed = (change: (record: Lists) => void): string => {
  const record = JSON.parse(text) as Lists
  change(record)
  return JSON.stringify(record)
}
const withoutPhotos = (file: string) =>
  JSON.parse(file, (name, value: unknown) => (name === 'photos' ? [] : value)) as Lists

describe('a record file', () => {
  it('comes out of another workspace as it went in', async () => {
    const first = await emptyWorkspace()
    const done = await importRecord(first.operator, chunksOf(text))
    expect(done).toMatchObject({ counts: { entries: 5, demands: 1 }, dropped: 0, pictures: 1 })
    const again = (await exported(first.owner, 'json', campaign.slug)).text
    expect(JSON.parse(again)).toEqual(withoutPhotos(text))
    const second = await emptyWorkspace()
    await importRecord(second.operator, chunksOf(again))
    expect((await exported(second.owner, 'json', campaign.slug)).text).toBe(again)
  })

  it('does so with the founding record and the whole workspace', async () => {
    const from = await emptyWorkspace()
    await addSample(from.operator)
    const whole = (await exported(from.owner, 'json', null)).text
    const to = await emptyWorkspace()
    await importRecord(to.operator, chunksOf(whole, 7))
    expect((await exported(to.owner, 'json', null)).text).toBe(whole)
  })

  it('of a restricted campaign stays shut to all but owners', async () => {
    const { operator, owner } = await emptyWorkspace()
    const restricted = await newCampaignFor(world.owner)
    await restrictCampaign(world.owner, restricted.id, { who: 'members', members: [] })
    const { text: file } = await exported(world.owner, 'json', restricted.slug)
    await importRecord(operator, chunksOf(file))
    const editor = await memberIn(owner.workspaceId, 'editor')
    expect(await listCampaigns(editor)).toEqual([])
    expect(await listCampaigns(owner)).toHaveLength(1)
    expect((await exported(owner, 'json', restricted.slug)).text).toBe(file)
  })

  it('gives entries a history, and the search its words', async () => {
    const { operator, owner } = await emptyWorkspace()
    await importRecord(operator, chunksOf(text))
    const { results } = await searchRecords(owner, searchFilters({ q: 'eleven' }).filters)
    expect(results.length).toBeGreaterThan(0)
    const rally = (JSON.parse(text) as Lists).entries?.find(({ title }) => title === 'All of it')
    const revisions = await listRevisions(owner, 'entry', String(rally?.id))
    expect(revisions.map(({ note }) => note)).toEqual(['Imported from a record file.'])
  })

  it('that a filter made leaves out what it does not hold, and says so', async () => {
    const part = await exported(world.owner, 'json', campaign.slug, { kinds: ['statement'] })
    const { operator } = await emptyWorkspace()
    const { counts, dropped } = await importRecord(operator, chunksOf(part.text))
    expect(counts.entries).toBe(1)
    expect(dropped).toBeGreaterThan(0)
  })

  it('of an older version lacks what was added since', async () => {
    const older = changed(({ entries = [] }) => {
      for (const entry of entries) delete entry.injuries
    })
    const { operator, owner } = await emptyWorkspace()
    await importRecord(operator, chunksOf(older))
    const entries = await withViewer(owner, (tx) =>
      tx.entry.findMany({ select: { injuries: true } }),
    )
    expect(new Set(entries.map(({ injuries }) => injuries))).toEqual(new Set(['']))
  })
})

describe('an import', () => {
  it('is refused where there is a record already', async () => {
    await expect(
      importRecord(systemViewer(world.workspaceId), chunksOf(text)),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  const first = (list: string) => (record: Lists) => record[list]?.[0] ?? {}
  it.each<[string, (record: Lists) => void, RegExp]>([
    [
      'a link that runs a script',
      (r) => (first('sources')(r).url = 'javascript:alert(1)'),
      /sources, record 1: .*address/,
    ],
    ['an empty title', (r) => (first('entries')(r).title = ''), /title/],
    ['another lane than its kind’s', (r) => (first('entries')(r).lane = 'outcome'), /lane/],
    ['other days than its date’s', (r) => (first('entries')(r).firstDay = '2020-01-01'), /days/],
    [
      'a captured text that was changed',
      (r) => (first('sources')(r).capturedText = 'x'),
      /SHA-256/,
    ],
    ['a kind that there is not', (r) => (first('entries')(r).kind = 'party'), /“kind” is not/],
    [
      'a field that there is not',
      (r) => (first('people')(r).shoeSize = 44),
      /“shoeSize” is no field/,
    ],
    ['no id', (r) => delete first('people')(r).id, /“id” is missing/],
    ['one record twice', (r) => r.people?.push(first('people')(r)), /stands twice/],
    ['a person who is not there', (r) => (r.people = []), /not in this file/],
    ['a list that there is not', (r) => (r.robots = [{}]), /list “robots”/],
    [
      'a list that stands too late',
      (r) => {
        const { links = [] } = r
        delete r.links
        r.links = links
      },
      /stands too late/,
    ],
    ['a number that cannot be', (r) => (first('entries')(r).crowdLow = -5), /rule of the database/],
    [
      'a time zone that there is not',
      (r) => (first('entries')(r).timeZone = 'Mars/Gale'),
      /unknown time zone/,
    ],
    [
      'a name that is no text',
      (r) => (first('organizations')(r).name = { id: 1 }),
      /organizations, record 1: its field “name” is missing or of another type/,
    ],
    ['another version', (r) => Object.assign(r, { version: 2 }), /newer version/],
  ])('refuses %s, and writes nothing', async (_what, change, sentence) => {
    const { operator, owner } = await emptyWorkspace()
    await expect(importRecord(operator, chunksOf(changed(change)))).rejects.toThrow(sentence)
    expect(await withViewer(owner, (tx) => tx.organization.count())).toBe(0)
  })

  it('refuses a file that is cut off, and writes nothing', async () => {
    const { operator, owner } = await emptyWorkspace()
    await expect(importRecord(operator, chunksOf(text.slice(0, -20)))).rejects.toThrow(/cut off/)
    expect(await withViewer(owner, (tx) => tx.organization.count())).toBe(0)
  })
})
