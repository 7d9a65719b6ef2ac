import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EntryKind } from '@/lib/kinds/names'
import { entrySchema } from '@/lib/schemas/entry'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { listDemands } from '../demands/queries'
import { createSource } from '../sources/mutations'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newCampaignFor, newWorld, TEST_DAY, type World } from '../testing/world'
import { updateEntry } from './mutations'
import { restoreEntry, trashEntry } from './trash'
import { getEntry } from './queries'

useTestDatabase()

let world: World
let other: World

beforeAll(async () => {
  world = await newWorld()
  other = await newWorld()
})

const log = (fields: Parameters<typeof logEntry>[2] = {}, by: keyof Roles = 'owner') =>
  logEntry(world[by], world.campaign, fields)
type Roles = Pick<World, 'owner' | 'editor' | 'contributor'>

const person = (more: Record<string, unknown> = {}) => ({ appearances: [{ name: 'Jo', ...more }] })
const refusal = (path: PropertyKey[], message: RegExp = /./) => ({
  code: 'invalid',
  path,
  message: expect.stringMatching(message) as string,
})

describe('a contributor', () => {
  it('does not publish, neither a new entry nor a draft', async () => {
    await expect(log({ status: 'published' }, 'contributor')).rejects.toMatchObject({
      code: 'forbidden',
    })
    const { id } = await log({ status: 'draft' }, 'contributor')
    const draft = await getEntry(world.contributor, id)
    const publish = editOf(draft, { status: 'published' })
    await expect(saveEdit(world.contributor, draft, publish)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await saveEdit(world.contributor, draft, editOf(draft, { status: 'in_review' }))
    expect((await getEntry(world.contributor, id)).status).toBe('in_review')
  })

  it('changes neither what is published nor another’s draft', async () => {
    const { id: own } = await log({ status: 'draft' }, 'contributor')
    const draft = await getEntry(world.editor, own)
    await saveEdit(world.editor, draft, editOf(draft, { status: 'published' }))
    const { id: another } = await log({ status: 'draft' })
    for (const id of [own, another]) {
      const entry = await getEntry(world.owner, id)
      const hidden = { code: 'not_found' }
      await expect(saveEdit(world.contributor, entry, editOf(entry))).rejects.toMatchObject(hidden)
      await expect(trashEntry(world.contributor, id)).rejects.toMatchObject(hidden)
      await trashEntry(world.owner, id)
      await expect(restoreEntry(world.contributor, id)).rejects.toMatchObject(hidden)
    }
    await expect(getEntry(world.contributor, another)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('does not publish by putting an old edit together with a published one', async () => {
    const { id } = await log({ status: 'draft' }, 'contributor')
    const draft = await getEntry(world.contributor, id)
    const saves = await Promise.allSettled([
      saveEdit(world.editor, draft, editOf(draft, { status: 'published' })),
      saveEdit(world.contributor, draft, editOf(draft, { title: 'Changed after publishing' })),
    ])
    const { status, title } = await getEntry(world.owner, id)
    expect(status).toBe('published')
    // Either the words came before the publication, or they were refused.
    expect(title === 'Changed after publishing').toBe(saves[1]?.status === 'fulfilled')
  })
})

describe('ids of other places inside an entry', () => {
  it('are refused: a demand of another workspace, of another campaign, of none', async () => {
    const wording = { wording: 'End it.', targets: 'Amazon' }
    await logEntry(other.owner, other.campaign, { demands: [wording] })
    const second = await newCampaignFor(world.owner)
    await logEntry(world.owner, second, { demands: [wording] })
    const ids = [
      (await listDemands(other.owner, other.campaign.id))[0]?.id,
      (await listDemands(world.owner, second.id))[0]?.id,
      randomUUID(),
    ]
    for (const demand of ids) {
      expect(demand).toBeTruthy()
      await expect(log({ demands: [{ demand }] })).rejects.toMatchObject(
        refusal(['demands', 0, 'demand'], /Choose one/),
      )
    }
  })

  it('are refused: a source of another workspace, wherever one can be named', async () => {
    const source = await createSource(other.owner, sourceSchema(TEST_DAY).parse({ title: 'X' }))
    const claim = { value: 'Tacoma', source }
    const quoted = { quotes: [{ text: 'Words', source }] }
    await expect(log({ citations: [{ source }] })).rejects.toMatchObject(
      refusal(['citations', 0, 'source']),
    )
    await expect(log({ placeClaims: [claim] })).rejects.toMatchObject(
      refusal(['placeClaims', 0, 'source']),
    )
    await expect(log(person(quoted))).rejects.toMatchObject(
      refusal(['appearances', 0, 'quotes', 0, 'source']),
    )
  })

  it('do nothing as ids of rows: a row of another entry stays there', async () => {
    const { id } = await log(person({ name: 'Kept', quotes: [{ text: 'Words' }] }))
    const entry = await getEntry(world.owner, id)
    const [kept] = entry.appearances
    const { id: second } = await log(person({ id: kept?.id, name: 'Other' }))
    expect((await getEntry(world.owner, second)).appearances[0]?.id).not.toBe(kept?.id)
    expect((await getEntry(world.owner, id)).appearances).toEqual(entry.appearances)
  })
})

describe('an entry is refused', () => {
  const issues = (fields: Record<string, unknown>, kind: EntryKind = 'strike') => {
    const parsed = entrySchema(kind, TEST_DAY).safeParse({
      ...{ kind, title: 'T', date: '13 Feb 2026' },
      ...fields,
    })
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
  }

  it.each([
    ['a detail that its kind does not have', { details: { through: 'x' } }, 'details'],
    ['a count that is no number', { details: { days: 'many' } }, 'details'],
    ['fields that a form may not set', { workspaceId: randomUUID() }, ''],
    ['a creator', { createdBy: randomUUID() }, ''],
    ['a version of 0', { version: '0' }, 'version'],
    ['a status that does not exist', { status: 'deleted' }, 'status'],
    ['another kind', { kind: 'rally' }, 'kind'],
    [
      'a stance without its target',
      { demands: [{ wording: 'W', targets: 'A', relation: 'answers', stance: 'meets' }] },
      'demands.0.at',
    ],
    [
      'a script for an address',
      { citations: [{ title: 'T', url: 'javascript:alert(1)' }] },
      'citations.0.url',
    ],
  ])('for %s', (_what, fields, path) => {
    expect(issues(fields).join() + ' ').toContain(path)
    expect(issues(fields)).not.toEqual([])
  })

  it('for an hour that the clocks left out', async () => {
    await expect(log({ date: '8 Mar 2026 at 02:30' })).rejects.toMatchObject(
      refusal(['date'], /did not exist/),
    )
    await log({ date: '8 Mar 2026 at 03:30' })
  })

  it('for an id that is none', async () => {
    const { id } = await log()
    const entry = await getEntry(world.owner, id)
    for (const wrong of ['', 'x', "' or 1=1 --", randomUUID()]) {
      const hidden = { code: 'not_found' }
      const values = editOf(entry)
      await expect(getEntry(world.owner, wrong)).rejects.toMatchObject(hidden)
      await expect(trashEntry(world.owner, wrong)).rejects.toMatchObject(hidden)
      await expect(restoreEntry(world.owner, wrong)).rejects.toMatchObject(hidden)
      const input = entrySchema('rally', TEST_DAY).parse({
        kind: 'rally',
        title: 'T',
        date: '2026',
      })
      await expect(updateEntry(world.owner, wrong, input, values)).rejects.toMatchObject(hidden)
    }
  })

  it('as a whole: nothing of it is left behind', async () => {
    const all = () =>
      withViewer(world.owner, async (tx) => [
        await tx.entry.count(),
        await tx.person.count(),
        await tx.organization.count(),
        await tx.demand.count(),
        await tx.revision.count(),
      ])
    const before = await all()
    const fields = {
      ...person({ name: 'Left behind', quotes: [{ text: 'Words', source: randomUUID() }] }),
      organizations: [{ name: 'Left behind' }],
    }
    await expect(log(fields)).rejects.toMatchObject({ code: 'invalid' })
    expect(await all()).toEqual(before)
  })
})
