import { beforeEach, describe, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import type { Answers } from '@/lib/schemas/import'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { newWorld, type World } from '../testing/world'
import { addImport, undoImport } from './mutations'
import { runImport } from './run'

useTestDatabase()

const MAPPING = {
  columns: columnsTo(
    ['No', 'recordId'],
    ['Date', 'date'],
    ['Title', 'title'],
    ['Place', 'place'],
    ['Crowd', 'crowd'],
    ['By', 'actor'],
    ['Link', 'source'],
    ['Who', 'person'],
  ),
  constants: { kind: 'strike' },
}
const HEAD = 'No,Date,Title,Place,Crowd,By,Link\n'
const FIRST =
  'A1,2026-02-13,Strike at the plant,Toledo,200,local 12,https://a.org/1\n' +
  'A2,2026-02-20,Strike at the depot,Tacoma,50,Local 7,\n'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

async function imported(
  rows: string,
  {
    name = 'strikes-2026-03.csv',
    head = HEAD,
    viewer = world.owner,
    ...answers
  }: Partial<Answers> & {
    takeGood?: boolean
    name?: string
    head?: string
    viewer?: Viewer
  } = {},
) {
  const bytes = new TextEncoder().encode(head + rows)
  const id = await addImport(viewer, world.campaign.slug, { name, bytes, mapping: MAPPING })
  const choices = { alike: 'leave', takeGood: false, ...answers } as const
  return { id, ...(await runImport(viewer, id, choices)) }
}
const entries = async () => {
  const rows = await withViewer(world.owner, (tx) =>
    tx.entry.findMany({ where: { trashedAt: null } }),
  )
  return Promise.all(rows.map(({ id }) => getEntry(world.owner, id)))
}
const first = async () => {
  const one = (await entries()).find(({ title }) => title === 'Strike at the plant')
  if (!one) throw new Error('Nothing was imported.')
  return one
}
const edit = async (changes: Parameters<typeof editOf>[1]) =>
  saveEdit(world.owner, await first(), editOf(await first(), changes))

const SECOND =
  'A1,2026-02-14,Strike at the plant,"Toledo, Ohio",350,local 12,https://a.org/1\n' +
  'A3,2026-03-01,Strike at the harbor,Tacoma,80,Local 7,\n'

describe('a newer edition of a file', () => {
  it('changes what nobody changed, leaves the rest, and tells both', async () => {
    await imported(FIRST)
    await edit({ place: 'Toledo plant gate', summary: 'It rained.' })
    const { checked } = await imported(SECOND, { name: 'Strikes 2026-04 (1).csv' })
    expect(checked.updated).toMatchObject([
      {
        row: { number: 2 },
        taken: [
          { field: 'date', entry: 'Fri 13 Feb 2026', file: 'Sat 14 Feb 2026' },
          { field: 'crowd', entry: '200', file: '350' },
        ],
        left: [{ field: 'place', entry: 'Toledo plant gate', file: 'Toledo, Ohio' }],
      },
    ])
    expect(checked.good.map(({ input }) => input.title)).toEqual(['Strike at the harbor'])
    expect(checked.gone.map(({ title }) => title)).toEqual(['Strike at the depot'])
    expect(await entries()).toHaveLength(3)
    const { edtf, crowd, place, summary, citations } = await first()
    expect([edtf, crowd.words, place, summary]).toEqual([
      ...['2026-02-14', '350', 'Toledo plant gate', 'It rained.'],
    ])
    expect(citations.map(({ exact }) => exact)).toEqual(['', 'Row 2 (A1)', 'Row 2 (A1)'])
  })

  it('never takes over what people changed before an edition in between', async () => {
    await imported(FIRST)
    await edit({ place: 'Toledo plant gate' })
    await imported(SECOND)
    const third = 'A1,2026-02-15,Strike at the plant,"Toledo, OH",350,local 12,https://a.org/1\n'
    const { checked } = await imported(third)
    expect(checked.updated).toMatchObject([
      { taken: [{ field: 'date' }], left: [{ field: 'place' }] },
    ])
    expect(await first()).toMatchObject({ edtf: '2026-02-15', place: 'Toledo plant gate' })
  })

  it('changes nothing the second time, and goes back to an older one', async () => {
    await imported(FIRST)
    await imported(SECOND)
    const { version } = await first()
    const again = await imported(SECOND)
    expect(again.checked).toMatchObject({ good: [], updated: [], stayed: [], same: [{}, {}] })
    expect((await first()).version).toBe(version)
    await imported(FIRST)
    expect(await first()).toMatchObject({ edtf: '2026-02-13', place: 'Toledo' })
  })

  it('leaves all where that is asked, and what the importer may not change', async () => {
    await imported(FIRST)
    await edit({ status: 'published' })
    const kept = await imported(SECOND, { keepEntries: 'on' })
    expect(kept.checked).toMatchObject({ updated: [], stayed: [{ left: [{}, {}, {}] }] })
    const theirs = await imported(SECOND, { viewer: world.contributor })
    expect(theirs.checked.updated).toEqual([])
    expect(await first()).toMatchObject({ edtf: '2026-02-13' })
  })

  it('adds sources and takes none away, and knows rows by their source and day', async () => {
    const row = (more: string) => `,2026-02-13,Strike at the plant,Toledo,200,,${more}\n`
    await imported(row('https://a.org/1'))
    const { checked } = await imported(row('https://a.org/1 https://b.org/2'))
    expect(checked.updated).toMatchObject([{ taken: [{ field: 'citations' }], left: [] }])
    await imported(row('https://a.org/1'))
    const urls = (await first()).citations.map(({ source }) => source.url).filter(Boolean)
    expect(urls).toEqual(['https://a.org/1', 'https://b.org/2'])
  })

  it('has what it refuses, and what several rows of it claim', async () => {
    await imported(FIRST)
    const gone = async (rows: string) =>
      (await imported(rows, { takeGood: true })).checked.gone.map(({ title }) => title)
    const good = 'A1,2026-02-14,Strike at the plant,Toledo,200,,\n'
    expect(await gone(`${good}A2,someday,Strike at the depot,Tacoma,50,Local 7,\n`)).toEqual([])
    const twice = 'A2,2026-02-21,Strike at the depot,,,,\nA2,2026-02-22,Strike at the depot,,,,\n'
    expect(await gone(good + twice)).toEqual([])
    expect(await gone(good)).toEqual(['Strike at the depot'])
  })

  it('has what it refuses by its source, where rows have no number', async () => {
    const [one, two] = ['https://a.org/1', 'https://b.org/2']
    await imported(`,2026-02-13,Strike,Toledo,,,${one}\n,2026-02-20,Walkout,Tacoma,,,${two}\n`)
    const good = `,2026-02-13,Strike,Toledo,300,,${one}\n`
    const { checked } = await imported(`${good},someday,Walkout,Tacoma,,,${two}\n`, {
      takeGood: true,
    })
    expect(checked).toMatchObject({ updated: [{}], refused: [{}], gone: [] })
  })

  it('leaves people as they are where somebody gave one a role', async () => {
    const row = (by: string) => `A1,2026-02-13,Strike at the plant,Toledo,200,,,${by}\n`
    const send = (by: string, name: string) =>
      imported(row(by), { name, head: HEAD.replace('\n', ',Who\n') })
    await send('Ann Bell; Cy Dunn', 'strikes-1.csv')
    await edit({ 'appearances.1.role': 'witness' })
    const { checked } = await send('Ann Bell; Cy Dunn; Eve Ford', 'strikes-2.csv')
    expect(checked).toMatchObject({ updated: [], stayed: [{ left: [{ field: 'appearances' }] }] })
    const { appearances } = await first()
    expect(appearances.map(({ name, role }) => [name, role])).toEqual([
      ['Ann Bell', 'speaker'],
      ['Cy Dunn', 'witness'],
    ])
  })

  it('is another file where a number went to another row, or the file is another', async () => {
    await imported(FIRST)
    const moved = 'A1,2026-09-01,Bakery closes for a week,Spokane,9,,\n'
    expect((await imported(moved)).checked).toMatchObject({ updated: [], good: [{}] })
    const other = await imported(SECOND, { name: 'rallies.csv' })
    expect(other.checked.updated).toEqual([])
  })
})

describe('undoing a newer edition', () => {
  it('gives back what it changed, but for what people changed since', async () => {
    await imported(FIRST)
    const { id } = await imported(SECOND)
    await edit({ crowd: '400' })
    expect(await undoImport(world.owner, id)).toEqual({ undone: 1, restored: 1, left: 0 })
    const now = await first()
    expect(now).toMatchObject({ edtf: '2026-02-13', place: 'Toledo', crowd: { words: '400' } })
    expect(now.citations).toHaveLength(2)
    const again = await imported(SECOND)
    expect(again.checked.updated).toMatchObject([{ left: [{ field: 'crowd' }] }])
  })
})
