import { beforeEach, describe, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import type { Answers } from '@/lib/schemas/import'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { addImport, cancelImport, undoImport } from './mutations'
import { compareAlike, getImport, lookAtImport } from './queries'
import { resumeImport, runImport } from './run'

useTestDatabase()

const MAPPING = {
  columns: columnsTo(
    ['Date', 'date'],
    ['Title', 'title'],
    ['Place', 'place'],
    ['Crowd', 'crowd'],
    ['Link', 'source'],
    ['Counted by', 'crowdCountedBy'],
    ['Tags', 'tags'],
    ['By', 'actor'],
  ),
  constants: { kind: 'rally' },
}
const ROW = '2026-02-14,Rally at the Spheres,Seattle,200,https://a.org/1\n'

let world: World
let entryId: string
beforeEach(async () => {
  world = await newWorld()
  const logged = await logEntry(world.owner, world.campaign, {
    ...{ title: 'Rally at the Spheres', place: 'Seattle, WA', date: '13 Feb 2026', crowd: '150' },
    citations: [{ title: 'The Daily', url: 'https://daily.org/1' }],
  })
  entryId = logged.id
})

const add = (rows: string, viewer: Viewer = world.owner) =>
  addImport(viewer, world.campaign.slug, {
    ...{ name: 'sheet.csv', mapping: MAPPING },
    bytes: new TextEncoder().encode(`Date,Title,Place,Crowd,Link,Counted by,Tags,By\n${rows}`),
  })
async function imported(rows: string, answers: Answers, viewer: Viewer = world.owner) {
  const id = await add(rows, viewer)
  return { id, ...(await runImport(viewer, id, { ...answers, takeGood: false })) }
}
const entry = () => getEntry(world.owner, entryId)
const count = () => withViewer(world.owner, (tx) => tx.entry.count({ where: { trashedAt: null } }))
const claims = async () =>
  (await entry()).claims
    .toSorted((a, b) => b.field.localeCompare(a.field))
    .map(({ field, value, working, citations }) => ({
      ...{ field, value, working },
      says: citations.map(({ source, exact }) => [source.title.slice(0, 9), exact]),
    }))

describe('a row that is the same as an entry', () => {
  it('adds its sources and what it says otherwise, and overwrites nothing', async () => {
    const before = await entry()
    const { checked } = await imported(ROW, { alike: 'same' })
    expect(checked.joined).toMatchObject([{ entryId, row: { number: 2 } }])
    expect(await count()).toBe(1)
    const after = await entry()
    const own = ({ edtf, place, crowd, title, status }: typeof after) => ({
      ...{ edtf, place, crowd, title, status },
    })
    expect(own(after)).toEqual(own(before))
    expect(after.citations.map(({ source, exact }) => [source.url, exact])).toEqual([
      ['https://daily.org/1', ''],
      ['https://a.org/1', ''],
      ['', 'Row 2'],
    ])
    // Its place says the same with fewer words.
    expect(await claims()).toEqual([
      { field: 'date', value: '2026-02-13', working: true, says: [] },
      { field: 'date', value: '2026-02-14', working: false, says: [['sheet.csv', 'Row 2']] },
      { field: 'crowd', value: '150', working: true, says: [] },
      { field: 'crowd', value: '200', working: false, says: [['sheet.csv', 'Row 2']] },
    ])
  })

  it('names what it says that the entry does not get', async () => {
    const row = '2026-02-13 17:30,Rally at Spheres,Seattle,200,,the police,"pay, ice",Local 12\n'
    const { checked } = await imported(row, { alike: 'same' })
    expect(checked.joined[0]?.left).toEqual([
      { field: 'time', label: 'Time', entry: '', file: '17:30' },
      { field: 'title', label: 'Title', entry: 'Rally at the Spheres', file: 'Rally at Spheres' },
      { field: 'organizations', label: 'Organizations', entry: '', file: 'Local 12' },
      { field: 'tags', label: 'Tags', entry: '', file: 'pay, ice' },
    ])
    const { tags, organizations, claims } = await entry()
    expect([tags, organizations]).toEqual([[], []])
    expect(claims.find(({ value }) => value === '200')).toMatchObject({ saidBy: 'the police' })
  })

  it('names nothing that the entry says already, whatever else it says', async () => {
    const edit = editOf(await entry(), {
      ...{ tags: 'ice, pay, wages', 'organizations.0.name': 'Local 12' },
      ...{ 'organizations.0.part': 'actor', 'organizations.1.name': 'Amazon' },
      'organizations.1.part': 'target',
    })
    await saveEdit(world.owner, await entry(), edit)
    const row = '2026-02-13,Rally at the Spheres,Seattle,,,,"Pay, ice",local 12\n'
    const { checked } = await imported(row, { alike: 'same' })
    expect(checked.joined).toMatchObject([{ left: [] }])
  })

  it('is known when its file comes again', async () => {
    await imported(ROW, { alike: 'same' })
    const { version } = await entry()
    const again = await imported(ROW, { alike: 'same' })
    expect(again.checked).toMatchObject({ good: [], joined: [], same: [{ entryId }] })
    expect((await entry()).version).toBe(version)
  })

  it('that says the same adds its sources alone', async () => {
    await imported('2026-02,Rally at the Spheres,Seattle,150,\n', { alike: 'same' })
    const { citations } = await entry()
    expect(citations.map(({ exact }) => exact)).toEqual(['', 'Row 2'])
    expect(await claims()).toEqual([])
  })

  it('that is more exact than the entry says nothing else', async () => {
    await saveEdit(world.owner, await entry(), editOf(await entry(), { date: 'Feb 2026' }))
    await imported('2026-02-13,Rally at the Spheres,Seattle,150,\n', { alike: 'same' })
    expect((await entry()).edtf).toBe('2026-02')
    expect(await claims()).toEqual([])
  })

  it('is answered one by one, for which entry', async () => {
    const other = await logEntry(world.owner, world.campaign, {
      ...{ title: 'Rally at the Spheres', place: 'Seattle', date: '15 Feb 2026' },
    })
    const rows = `${ROW}2026-02-13,Rally at the Spheres,Seattle,300,\n2026-02-12,Rally at the Spheres,Seattle,400,\n`
    const { checked } = await imported(rows, {
      alike: 'leave',
      rows: { r2: other.id, r3: 'make', r4: '' },
    })
    expect(checked.joined.map(({ row, entryId: of }) => [row.number, of])).toEqual([[2, other.id]])
    expect(checked.good.map(({ row }) => row.number)).toEqual([3])
    expect(checked.alike.map(({ row }) => row.number)).toEqual([4])
  })

  it('joins no entry that it is not like', async () => {
    const far = await logEntry(world.owner, world.campaign, {
      ...{ title: 'Council vote', date: '1 Jan 2020' },
    })
    const { checked } = await imported(ROW, { alike: 'leave', rows: { r2: far.id } })
    expect(checked).toMatchObject({ joined: [], alike: [{ row: { number: 2 } }] })
    expect((await getEntry(world.owner, far.id)).version).toBe(1)
  })
})

describe('whose entries rows are compared with', () => {
  it('leaves what the importer may not change', async () => {
    const { checked } = await imported(ROW, { alike: 'same' }, world.contributor)
    expect(checked).toMatchObject({ joined: [], alike: [{ entries: [{ id: entryId }] }] })
    const [like] = await compareAlike(world.contributor, world.campaign.slug, checked.alike)
    expect(like?.entries).toMatchObject([{ id: entryId, mayJoin: false }])
    expect((await entry()).version).toBe(1)
  })

  it('says nothing of another member’s draft', async () => {
    await logEntry(world.owner, world.campaign, {
      ...{ title: 'Secret picket at dawn', date: '3 Mar 2025', status: 'draft' },
    })
    const secret = '2025-03-03,Secret picket at dawn,,,\n'
    await imported('2025-05-05,Secret march at dusk,,,\n', { alike: 'leave' })
    const { checked } = await imported(
      `${secret}2025-05-05,Secret march at dusk,,,\n`,
      { alike: 'same' },
      world.contributor,
    )
    expect(checked).toMatchObject({ joined: [], alike: [], same: [], good: [{}, {}] })
  })

  it('shows both side by side, with what differs', async () => {
    const { checked } = await lookAtImport(world.owner, await add(ROW), { alike: 'leave' })
    const [like] = await compareAlike(world.owner, world.campaign.slug, checked?.alike ?? [])
    const of = (name: string) => like?.entries[0]?.fields.find(({ field }) => field === name)
    expect(of('date')).toMatchObject({
      ...{ row: 'Sat 14 Feb 2026', entry: 'Fri 13 Feb 2026', differs: true },
    })
    expect(of('place')).toMatchObject({ row: 'Seattle', entry: 'Seattle, WA', differs: false })
    expect(of('citations')).toMatchObject({ row: 'https://a.org/1', differs: true })
    expect(like?.entries[0]?.mayJoin).toBe(true)
    expect(like?.entries[0]?.fields.some(({ stays }) => stays)).toBe(false)
  })

  it('shows what the entry would not get', async () => {
    const row = '2026-02-13,Rally at the Spheres,Seattle,,,,ice,\n'
    const { checked } = await lookAtImport(world.owner, await add(row), { alike: 'leave' })
    const [like] = await compareAlike(world.owner, world.campaign.slug, checked?.alike ?? [])
    expect(like?.entries[0]?.fields.filter(({ stays }) => stays)).toEqual([
      { field: 'tags', label: 'Tags', row: 'ice', entry: '', differs: true, stays: true },
    ])
  })
})

describe('undoing', () => {
  it('takes back what a row added, and no more', async () => {
    const { citations } = await entry()
    const { id } = await imported(ROW, { alike: 'same' })
    await saveEdit(world.owner, await entry(), editOf(await entry(), { summary: 'It rained.' }))
    const mine = await logSource()
    expect(await undoImport(world.owner, id)).toEqual({ undone: 0, restored: 1, left: 0 })
    const now = await entry()
    expect(now.summary).toBe('It rained.')
    expect(now.citations.map(({ source }) => source.title)).toEqual([
      ...citations.map(({ source }) => source.title),
      mine,
    ])
    expect(await claims()).toEqual([])
    expect((await imported(ROW, { alike: 'leave' })).checked.alike).toHaveLength(1)
  })

  it('takes back what two rows added, and leaves what became the entry’s own', async () => {
    const rows = `${ROW}2026-02-15,Rally at the Spheres,Tacoma,,\n`
    const { id } = await imported(rows, { alike: 'same' })
    await saveEdit(world.owner, await entry(), editOf(await entry(), { date: '15 Feb 2026' }))
    expect(await undoImport(world.owner, id)).toMatchObject({ restored: 2 })
    expect((await entry()).edtf).toBe('2026-02-15')
    expect(await claims()).toMatchObject([{ field: 'date', value: '2026-02-15', working: true }])
  })

  it('by cancelling leaves the entry as it was, and a resumed import adds nothing twice', async () => {
    const id = await add(ROW)
    const before = await entry()
    const running = runImport(world.owner, id, { alike: 'same', takeGood: false }, async () => {
      await cancelImport(world.owner, id)
    })
    await expect(running).rejects.toThrow(/cancelled/)
    expect((await entry()).citations).toHaveLength(before.citations.length)
    await runImport(world.owner, id, { alike: 'same', takeGood: false })
    const { version } = await entry()
    await withViewer(world.owner, (tx) =>
      tx.import.updateMany({ where: { id }, data: { state: 'running' } }),
    )
    await resumeImport(world.owner, id)
    expect((await entry()).version).toBe(version)
    expect(await getImport(world.owner, id)).toMatchObject({ state: 'done', written: 1 })
  })
})

async function logSource(): Promise<string> {
  const now = await entry()
  const next = `citations.${now.citations.length}`
  await saveEdit(world.owner, now, editOf(now, { [`${next}.title`]: 'A leaflet' }))
  return 'A leaflet'
}

it('refuses a file while another one is imported, whose rows it cannot know', async () => {
  const rows = '2026-03-01,A march,Kent,,\n2026-03-02,A vigil,Kent,,\n'
  const before = await count()
  const [first, second] = [await add(rows), await add(rows)]
  const choices = { alike: 'leave', takeGood: false } as const
  let refused: unknown
  await runImport(world.owner, first, choices, async () => {
    refused = await runImport(world.owner, second, choices).catch((error: unknown) => error)
  })
  expect(refused).toMatchObject({ code: 'conflict' })
  // Afterwards its rows are known.
  const { checked } = await runImport(world.owner, second, choices)
  expect(checked.same).toHaveLength(2)
  expect(await count()).toBe(before + 2)
})
