import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { getCampaign } from '../campaigns/queries'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { createEntry } from '../entries/mutations'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { checkImport } from './check'
import { addImport, cancelImport } from './mutations'
import { prepareImport } from './prepare'
import { listImports } from './queries'
import { runImport } from './run'
import { file, LEAVE, ROWS, sheetsInto } from './test-support'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const { added, imported, entries } = sheetsInto(() => world)

describe('an import', () => {
  it('makes a draft of each row, with the file as its source and the row as the passage', async () => {
    const { written, checked } = await imported(ROWS)
    expect({ written, made: checked.good.length }).toEqual({ written: true, made: 2 })
    const made = await entries()
    expect(made.map(({ title, status }) => [title, status])).toEqual([
      ['Rally at the Spheres', 'draft'],
      ['March to the plant', 'draft'],
    ])
    const [first, second] = await Promise.all(made.map(({ id }) => getEntry(world.owner, id)))
    expect(first?.citations).toMatchObject([
      { source: { url: 'https://a.org/1', title: 'a.org/1' } },
      { source: { kind: 'primary_document' }, exact: 'Row 2' },
    ])
    expect(first?.citations[1]?.source.title).toMatch(/^sheet\.csv, imported /)
    // One organization and one source, however they are written.
    expect(second?.organizations[0]?.id).toBe(first?.organizations[0]?.id)
    expect(second?.citations[0]?.source.id).toBe(first?.citations[0]?.source.id)
  })

  it('gives each entry what logging it by hand gives', async () => {
    const { checked } = await imported(ROWS)
    const [one] = await entries()
    const input = checked.good[0]?.input
    if (!one || !input) throw new Error('Nothing was imported.')
    const byHand = await createEntry(world.owner, world.campaign.slug, input)
    const parts = async (id: string) => {
      const { organizations, citations, title, place, edtf, summary, status } = await getEntry(
        world.owner,
        id,
      )
      const cited = citations.map(({ source, exact }) => [source.id, exact])
      return { organizations, cited, title, place, edtf, summary, status }
    }
    expect(await parts(one.id)).toEqual(await parts(byHand.id))
    const kept = (id: string) =>
      withViewer(world.owner, async (tx) => ({
        revisions: await tx.revision.findMany({
          where: { recordId: id },
          select: { version: true, action: true, memberId: true },
        }),
        audit: await tx.auditEvent.findMany({
          where: { recordId: id },
          select: { action: true, fields: true, memberId: true },
        }),
      }))
    expect(await kept(one.id)).toEqual(await kept(byHand.id))
  })

  it('that was made can be edited, as any draft', async () => {
    await imported(ROWS)
    const [one] = await entries()
    const entry = await getEntry(world.owner, one?.id ?? '')
    await saveEdit(world.owner, entry, editOf(entry, { title: 'Rally' }))
    expect((await getEntry(world.owner, entry.id)).title).toBe('Rally')
  })

  it('of the same file a second time changes nothing, in whatever order its columns are', async () => {
    await imported(ROWS)
    const again = await imported(ROWS)
    expect(again.checked).toMatchObject({ good: [], same: [{}, {}] })
    const bytes = new TextEncoder().encode(
      'Title,Date,By,Place,Link\nRally at the Spheres,2026-02-13,Local 12,Seattle,https://a.org/1\n',
    )
    const id = await addImport(world.owner, world.campaign.slug, { ...file(''), bytes })
    expect((await runImport(world.owner, id, LEAVE)).checked.same).toHaveLength(1)
    expect(await entries()).toHaveLength(2)
  })

  it('says which rows of one file are the same', async () => {
    const row = '2026-02-13,Rally,Seattle,,\n'
    const { checked } = await imported(row + row)
    expect(checked.skipped).toEqual([{ number: 3, reason: 'It is the same as row 2.' }])
    expect(await entries()).toHaveLength(1)
  })

  it('leaves rows like an entry that is there, unless it is told to make them', async () => {
    const { id } = await logEntry(world.owner, world.campaign, {
      ...{ title: 'Rally at the Spheres', place: 'Seattle', date: '14 Feb 2026' },
    })
    const left = await imported(ROWS)
    expect(left.checked.alike.map(({ row, entries: like }) => [row.number, like[0]?.id])).toEqual([
      [2, id],
    ])
    expect(await entries()).toHaveLength(2)
    const made = await imported(ROWS, { alike: 'make', takeGood: false })
    expect(made.checked).toMatchObject({ same: [{}], good: [{}] })
    expect(await entries()).toHaveLength(3)
  })

  it('knows an entry by its day and its source', async () => {
    await logEntry(world.owner, world.campaign, {
      ...{ title: 'Quite another title', date: '13 Feb 2026' },
      citations: [{ title: 'A', url: 'https://a.org/1' }],
    })
    expect((await imported(ROWS)).checked.alike).toHaveLength(1)
  })
})

describe('rows that are refused', () => {
  const BAD = `${ROWS}31 Feb 2026,Never,,,\n`

  it('stop all of them', async () => {
    const { written, checked } = await imported(BAD)
    expect(written).toBe(false)
    expect(checked.refused[0]?.refusals).toMatchObject([
      { row: 4, column: 'Date', value: '31 Feb 2026' },
    ])
    expect(await entries()).toEqual([])
  })

  it('are left where the others are to be taken', async () => {
    const { written } = await imported(BAD, { alike: 'leave', takeGood: true })
    expect(written).toBe(true)
    expect(await entries()).toHaveLength(2)
  })

  it('are those too whose hour no clock showed', async () => {
    const { checked } = await imported('2026-03-08 02:30,Night watch,Seattle,,\n')
    expect(checked.refused[0]?.refusals[0]?.sentence).toContain('this hour did not exist there')
  })
})

describe('what goes wrong', () => {
  it('leaves nothing of an import', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `2026-02-13,Rally ${index},,,\n`).join(
      '',
    )
    const id = await added(many)
    const broken = runImport(world.owner, id, LEAVE, () => {
      throw new Error('The machine stopped.')
    })
    await expect(broken).rejects.toThrow('The machine stopped.')
    expect(await entries()).toEqual([])
    expect(await listImports(world.owner, world.campaign.slug)).toMatchObject([
      { id, state: 'waiting', written: 0 },
    ])
    expect((await runImport(world.owner, id, LEAVE)).written).toBe(true)
    expect(await entries()).toHaveLength(150)
  })

  it('is nothing when it is cancelled while it runs', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `2026-02-13,Rally ${index},,,\n`).join(
      '',
    )
    const id = await added(many)
    const running = runImport(world.owner, id, LEAVE, async () => {
      await cancelImport(world.owner, id)
    })
    await expect(running).rejects.toThrow(/cancelled/)
    expect(await entries()).toEqual([])
  })
})

describe('the look before', () => {
  it('writes nothing', async () => {
    const campaign = await getCampaign(world.owner, world.campaign.slug)
    const checked = await checkImport(
      world.owner,
      campaign,
      await prepareImport(campaign, file(ROWS)),
    )
    expect(checked.good).toHaveLength(2)
    expect(await entries()).toEqual([])
  })
})
