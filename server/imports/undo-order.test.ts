import { beforeEach, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { mergeRecords } from '../merging/merge'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
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
    ['Link', 'source'],
  ),
  constants: { kind: 'strike' },
}
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

let world: World
beforeEach(async () => {
  world = await newWorld()
})

async function imported(name: string, rows: string[], alike: 'leave' | 'same' = 'leave') {
  const bytes = new TextEncoder().encode(`No,Date,Title,Place,Crowd,Link\n${rows.join('\n')}\n`)
  const id = await addImport(world.owner, world.campaign.slug, { name, bytes, mapping: MAPPING })
  const { checked } = await runImport(world.owner, id, { alike, takeGood: false })
  return { id, checked }
}

/** What stands in the record of the entry under a title; null where it is in the trash. */
async function stands(title: string) {
  const found = await withViewer(world.owner, (tx) =>
    tx.entry.findFirst({ where: { title, trashedAt: null }, select: { id: true } }),
  )
  if (!found) return null
  const { edtf, place, crowd, citations, claims } = await getEntry(world.owner, found.id)
  return {
    ...{ edtf, place, crowd: crowd.words },
    sources: citations.map(({ source, exact }) => source.url || exact).sort(),
    claims: claims.map(({ field, value }) => `${field}: ${value}`).sort(),
  }
}

const FILE = 'Row 2 (A1)'
const [A, B, C] = ['https://a.org/1', 'https://b.org/2', 'https://c.org/3'] as const

it('leaves what the editions say that are not undone, in every order of undoing them', async () => {
  for (const [index, order] of ORDERS.entries()) {
    const title = `Strike number ${['one', 'two', 'three', 'four', 'five', 'six'][index] ?? ''}`
    const name = (edition: number) =>
      `${['oak', 'elm', 'ash', 'fir', 'yew', 'bay'][index] ?? ''}-${edition}.csv`
    const row = (day: string, rest: string) => [`A1,2026-0${index + 1}-${day},${title},${rest}`]
    const editions = [
      row('13', `Toledo,200,${A}`),
      row('14', `Toledo,350,${A} ${B}`),
      row('15', `Tacoma,350,${A} ${B} ${C}`),
    ]
    const ids: string[] = []
    for (const [at, rows] of editions.entries()) ids.push((await imported(name(at), rows)).id)
    const left = new Set([0, 1, 2])
    for (const edition of order) {
      await undoImport(world.owner, ids[edition] ?? '')
      left.delete(edition)
      const last = Math.max(...left)
      const now = await stands(title)
      if (left.size === 0) expect(now, `${order.join()}`).toBeNull()
      else
        expect({ ...now, order }).toMatchObject({
          ...{ order, edtf: `2026-0${index + 1}-${13 + last}` },
          place: last === 2 ? 'Tacoma' : 'Toledo',
          crowd: last === 0 ? '200' : '350',
          sources: [
            // What the first edition said is the entry as it was made.
            ...[0, 1, 2].filter((at) => at === 0 || left.has(at)).map(() => FILE),
            ...[A, ...(last > 0 ? [B] : []), ...(last === 2 ? [C] : [])],
          ],
        })
    }
  }
})

it('takes an entry along that its own import could only leave', async () => {
  const made = await imported('made.csv', ['A1,2026-02-13,Strike at the plant,Toledo,200,'])
  const joined = await imported('other.csv', ['B7,2026-02-14,Strike at the plant,Tacoma,,'], 'same')
  expect(joined.checked.joined).toHaveLength(1)
  expect(await undoImport(world.owner, made.id)).toEqual({ undone: 0, restored: 0, left: 1 })
  expect(await stands('Strike at the plant')).toMatchObject({ edtf: '2026-02-13' })
  expect(await undoImport(world.owner, joined.id)).toEqual({ undone: 1, restored: 1, left: 0 })
  expect(await stands('Strike at the plant')).toBeNull()
})

it('leaves an entry that somebody took out of the trash since', async () => {
  const made = await imported('made.csv', ['A1,2026-02-13,Strike at the plant,Toledo,200,'])
  const newer = await imported('made-2.csv', ['A1,2026-02-13,Strike at the plant,Toledo,350,'])
  await undoImport(world.owner, newer.id)
  await withViewer(world.owner, (tx) =>
    tx.entry.updateMany({
      where: { title: 'Strike at the plant' },
      data: { version: { increment: 1 } },
    }),
  )
  expect(await undoImport(world.owner, made.id)).toEqual({ undone: 0, restored: 0, left: 1 })
})

it('gives an entry back as it was, whichever of two files that joined it goes first', async () => {
  for (const [index, [one, other]] of (
    [
      [0, 1],
      [1, 0],
    ] as const
  ).entries()) {
    const title = `Rally at gate ${['north', 'south'][index] ?? ''}`
    const day = `2026-0${4 + index}-1`
    await logEntry(world.owner, world.campaign, {
      ...{ title, place: 'Seattle', date: `${day}0`, crowd: '90', kind: 'strike' },
    })
    const before = await stands(title)
    const ids = []
    for (const [file, rows] of [
      [`first ${title}.csv`, `,${day}1,${title},Tacoma,200,${A}`],
      [`second ${title}.csv`, `,${day}2,${title},Seattle,300,${A}`],
    ] as const)
      ids.push((await imported(file, [rows], 'same')).id)
    await undoImport(world.owner, ids[one] ?? '')
    const between = await stands(title)
    expect(between?.sources).toContain(A)
    expect(between?.claims).toContain(`crowd: ${one === 0 ? '300' : '200'}`)
    expect(between?.claims).not.toContain(`crowd: ${one === 0 ? '200' : '300'}`)
    await undoImport(world.owner, ids[other] ?? '')
    expect(await stands(title)).toEqual(before)
  }
})

it('knows a file again that was undone, and undoes it again', async () => {
  const rows = (crowd: number) => [`A1,2026-02-13,Strike at the plant,Toledo,${crowd},${A}`]
  const first = await imported('plant-1.csv', rows(200))
  const second = await imported('plant-2.csv', rows(350))
  await undoImport(world.owner, second.id)
  const again = await imported('plant-2.csv', rows(350))
  expect(again.checked.updated).toHaveLength(1)
  await undoImport(world.owner, first.id)
  expect(await stands('Strike at the plant')).toMatchObject({ crowd: '350' })
  await undoImport(world.owner, again.id)
  expect(await stands('Strike at the plant')).toBeNull()
  expect((await imported('plant-1.csv', rows(200))).checked.good).toHaveLength(1)
})

it('leaves an entry that another one went into, whose editions were undone before', async () => {
  const { owner } = world
  const south = (crowd: number) => [`B7,2026-05-20,Vigil at the south gate,Tacoma,${crowd},`]
  const made = await imported('north.csv', ['A1,2026-02-13,Strike at the north gate,Toledo,200,'])
  await imported('south.csv', south(90))
  const newer = await imported('south-2.csv', south(95))
  await undoImport(owner, newer.id)
  const idOf = async (title: string) =>
    (await withViewer(owner, (tx) => tx.entry.findFirst({ where: { title } })))?.id ?? ''
  const survivorId = await idOf('Strike at the north gate')
  const duplicateId = await idOf('Vigil at the south gate')
  await mergeRecords(owner, 'entry', { survivorId, duplicateId, take: {} })
  const entry = await getEntry(owner, survivorId)
  await saveEdit(owner, entry, editOf(entry, { summary: 'Written by hand' }))
  expect(await undoImport(owner, made.id)).toMatchObject({ undone: 0 })
  expect(await getEntry(owner, survivorId)).toMatchObject({ summary: 'Written by hand' })
})
