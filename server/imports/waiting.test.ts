import { beforeEach, describe, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { newWorld, type World } from '../testing/world'
import { addImport, changeReading } from './mutations'
import { lookAtImport, rowsToFixOf } from './queries'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const ROW = '2026-02-13,Rally at the Spheres\n'
const added = (rows: string) =>
  addImport(world.owner, world.campaign.slug, {
    ...{ name: 'sheet.csv', bytes: new TextEncoder().encode(`Date,Title\n${rows}`) },
    mapping: {
      columns: columnsTo(['Date', 'date'], ['Title', 'title']),
      constants: { kind: 'rally' },
    },
  })

describe('a file that waits', () => {
  it('is read in another encoding when somebody says so, with columns of its own', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('Date,Title\n2026-02-13,Caf'), 0x8e])
    const id = await addImport(world.owner, world.campaign.slug, { name: 'a.csv', bytes })
    const title = async () =>
      (await lookAtImport(world.owner, id)).prepared.table.rows[0]?.cells.at(-1)
    await changeReading(world.owner, id, { encoding: 'windows-1252', sheet: '' })
    expect(await title()).toBe('CafŽ')
    await changeReading(world.owner, id, { encoding: 'macintosh', sheet: '' })
    expect(await title()).toBe('Café')
    const utf8 = changeReading(world.owner, id, { encoding: 'utf-8', sheet: '' })
    await expect(utf8).rejects.toThrow('not written in UTF-8')
  })

  it('joins columns in the order of its mapping, as the look before it was stored did', async () => {
    const bytes = new TextEncoder().encode(
      'Date,Title,City,Street\n2026-02-13,Vigil,Toledo,Main St\n',
    )
    const id = await addImport(world.owner, world.campaign.slug, {
      ...{ name: 'a.csv', bytes },
      mapping: {
        columns: columnsTo(
          ['Street', 'place'],
          ['Date', 'date'],
          ['City', 'place'],
          ['Title', 'title'],
        ),
        constants: { kind: 'vigil' },
      },
    })
    const { checked } = await lookAtImport(world.owner, id, { alike: 'leave' })
    expect(checked?.good[0]?.input.place).toBe('Main St, Toledo')
  })

  it('gives the rows that are refused back with the reasons', async () => {
    const id = await added(`${ROW}never,A strike\n`)
    const file = await rowsToFixOf(world.owner, id)
    expect(file?.name).toBe('sheet - rows to fix.csv')
    expect(String(file?.content).split('\r\n')).toHaveLength(3)
    expect(String(file?.content)).toMatch(/never,A strike,"?Date: /)
    expect(await rowsToFixOf(world.owner, await added(ROW))).toBeNull()
  })
})
