import { beforeAll, describe, expect, it } from 'vitest'
import { organizationSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from '../auth/test-support'
import { addCampaignOrganization } from '../campaigns/mutations'
import { campaignOrganizationSchema } from '@/lib/schemas/campaign'
import { withViewer } from '../db'
import { AppError } from '../errors'
import { getEntry } from '../entries/queries'
import { createOrganization } from '../organizations/mutations'
import { getOrganization } from '../organizations/queries'
import { getPerson, listPeople } from '../people/queries'
import { listSources } from '../sources/queries'
import { restoreRecord } from '../trash/mutations'
import { listWorkspaceTrash } from '../trash/queries'
import { named, referencesTo } from '../trash/references'
import type { Viewer } from '../auth/viewer'
import type { MergeableRecord } from '@/lib/merging'
import { logEntry, newWorld, type World } from '../testing/world'
import { mergeRecords } from './merge'
import { previewMerge } from './preview'
import { listMerges, undoMerge } from './unmerge'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function failureOf(work: Promise<unknown>): Promise<AppError['code']> {
  const error: unknown = await work.then(
    () => new Error('Nothing was refused.'),
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error.code
  throw error
}

/** Every row of every table that points at one of these, as the database has it. */
function rowsAt(viewer: Viewer, record: MergeableRecord, ids: string[]): Promise<string[]> {
  return withViewer(viewer, async (tx) => {
    const all: string[] = []
    for (const { table, column } of await referencesTo(tx, record)) {
      const rows = await tx.$queryRaw<{ row: string }[]>`
        select ${table}::text || to_jsonb(t)::text as row from ${named(table)} t
        where ${named(column)} = any(${ids}::uuid[])`
      all.push(...rows.map(({ row }) => row.replace(/"version": \d+/, '')))
    }
    return all.sort()
  })
}

const countAt = async (record: MergeableRecord, id: string) =>
  (await rowsAt(world.owner, record, [id])).length

describe('two organizations', () => {
  it('become one with all their relations, and two again with the same rows', async () => {
    const { owner, campaign } = world
    const make = (fields: object) => createOrganization(owner, organizationSchema.parse(fields))
    const survivor = await make({ name: 'Flock Safety', kind: 'vendor', otherNames: 'Flock' })
    const duplicate = await make({ name: 'Flock Group', kind: 'company', parent: 'Holding' })
    await make({ name: 'Flock Drones', parent: 'Flock Group' })
    for (const [name, role] of [
      ['Flock Safety', 'counterparty'],
      ['Flock Group', 'counterparty'],
      ['Flock Group', 'target'],
    ])
      await addCampaignOrganization(
        owner,
        campaign.slug,
        campaignOrganizationSchema.parse({ name, role }),
      )
    const both = await logEntry(owner, campaign, {
      organizations: [
        { name: 'Flock Safety', part: 'target' },
        { name: 'Flock Group', part: 'target' },
        { name: 'Flock Group', part: 'subject' },
      ],
      demands: [{ wording: 'Cut the tie', targets: 'Flock Group', counterparties: 'Flock Safety' }],
    })
    await logEntry(owner, campaign, {
      kind: 'no_reply',
      inquiry: {
        askedBy: 'Flock Group',
        recipients: [{ name: 'Flock Group', outcome: 'waiting' }],
      },
    })
    const before = await rowsAt(owner, 'organization', [survivor, duplicate])
    const [atKept, atGone] = [
      await countAt('organization', survivor),
      await countAt('organization', duplicate),
    ]
    const preview = await previewMerge(owner, 'organization', survivor, duplicate)
    expect(preview.fields.map(({ field }) => field)).toEqual(['name', 'kind', 'parentId'])
    expect(preview.moves.reduce((sum, { count }) => sum + count, 0)).toBe(atGone)

    const { merge } = await mergeRecords(owner, 'organization', {
      ...{ survivorId: survivor, duplicateId: duplicate, take: { kind: 'duplicate' } },
    })
    // Twice in one role, and twice aimed at by one entry.
    expect(await countAt('organization', survivor)).toBe(atKept + atGone - 2)
    expect(await countAt('organization', duplicate)).toBe(0)
    expect(await getOrganization(owner, survivor)).toMatchObject({
      ...{ name: 'Flock Safety', kind: 'company', parent: { name: 'Holding' } },
      otherNames: ['Flock Group', 'Flock'],
      children: [{ name: 'Flock Drones' }],
    })
    expect((await getEntry(owner, both.id)).organizations).toMatchObject([
      { name: 'Flock Safety', part: 'target' },
      { name: 'Flock Safety', part: 'subject' },
    ])
    expect(await failureOf(getOrganization(owner, duplicate))).toBe('not_found')
    expect((await listWorkspaceTrash(owner)).some(({ id }) => id === duplicate)).toBe(false)
    expect(await failureOf(restoreRecord(owner, 'organization', duplicate))).toBe('not_found')
    expect(await listMerges(owner, 'organization', survivor)).toMatchObject([
      { id: merge, goneName: 'Flock Group' },
    ])

    await undoMerge(owner, merge)
    expect(await rowsAt(owner, 'organization', [survivor, duplicate])).toEqual(before)
    expect(await getOrganization(owner, survivor)).toMatchObject({
      ...{ name: 'Flock Safety', kind: 'vendor', parent: null, otherNames: ['Flock'] },
    })
    expect(await failureOf(undoMerge(owner, merge))).toBe('not_found')
  })

  it('of which one is a part of the other become one without a ring', async () => {
    const { owner } = world
    const make = (fields: object) => createOrganization(owner, organizationSchema.parse(fields))
    const upper = await make({ name: 'Upper' })
    const middle = await make({ name: 'Middle', parent: 'Upper' })
    const lower = await make({ name: 'Lower', parent: 'Middle' })
    const merging = (survivorId: string, duplicateId: string) =>
      mergeRecords(owner, 'organization', { survivorId, duplicateId, take: {} })
    expect(await failureOf(merging(lower, upper))).toBe('invalid')
    expect(await failureOf(merging(lower, lower))).toBe('invalid')
    const { merge } = await merging(middle, upper)
    expect((await getOrganization(owner, middle)).parent).toBeNull()
    await undoMerge(owner, merge)
    expect((await getOrganization(owner, middle)).parent?.name).toBe('Upper')
  })
})

describe('two people', () => {
  it('become one with the stricter consent, and two again', async () => {
    const { owner, campaign } = world
    const named = { consent: 'named', consentReason: 'On the record' }
    await logEntry(owner, campaign, {
      appearances: [{ name: 'Maren C', ...named, quotes: [{ text: 'First words' }] }],
    })
    const { id: entry } = await logEntry(owner, campaign, {
      appearances: [{ name: 'M Costa', consent: 'hidden', quotes: [{ text: 'Second words' }] }],
      accordingTo: 'M Costa',
    })
    const people = await listPeople(owner)
    const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? ''
    const [survivor, duplicate] = [idOf('Maren C'), idOf('M Costa')]
    const before = await rowsAt(owner, 'person', [survivor, duplicate])
    const pair = { survivorId: survivor, duplicateId: duplicate }
    const { merge } = await mergeRecords(owner, 'person', { ...pair, take: {} })
    const merged = await getPerson(owner, survivor)
    expect(merged).toMatchObject({ consent: 'hidden', otherNames: ['M Costa'] })
    expect([merged.appearances.count, merged.accounts.count]).toEqual([2, 1])
    expect((await getEntry(owner, entry)).accordingTo).toBe('Maren C')
    await undoMerge(owner, merge)
    expect(await rowsAt(owner, 'person', [survivor, duplicate])).toEqual(before)
    expect(await getPerson(owner, survivor)).toMatchObject({ ...named, otherNames: [] })
    expect((await getPerson(owner, duplicate)).name).toBe('M Costa')
  })
})

describe('two sources', () => {
  it('become one that all citations name, and two again', async () => {
    const { owner, campaign } = world
    await logEntry(owner, campaign, { citations: [{ title: 'Report A' }, { title: 'Report B' }] })
    const { sources } = await listSources(owner)
    const idOf = (title: string) => sources.find((one) => one.title === title)?.id ?? ''
    const [survivor, duplicate] = [idOf('Report A'), idOf('Report B')]
    const before = await rowsAt(owner, 'source', [survivor, duplicate])
    const pair = { survivorId: survivor, duplicateId: duplicate }
    const { merge } = await mergeRecords(owner, 'source', { ...pair, take: { title: 'duplicate' } })
    expect(await countAt('source', survivor)).toBe(2)
    expect((await listSources(owner)).sources).toMatchObject([{ id: survivor, title: 'Report B' }])
    await undoMerge(owner, merge)
    expect(await rowsAt(owner, 'source', [survivor, duplicate])).toEqual(before)
  })
})

describe('two entries', () => {
  it('become one with the parts of both, and two again with the same rows', async () => {
    const { owner, campaign } = world
    const logged = (fields: object) => logEntry(owner, campaign, { ...fields })
    const { id: survivor } = await logged({
      ...{ title: 'Rally', place: 'Seattle', tags: 'one' },
      placeReason: 'The permit says so.',
      organizations: [{ name: 'Amazon', part: 'target' }],
      appearances: [{ name: 'Jo Example', quotes: [{ text: 'Words' }] }],
      citations: [{ title: 'Report A' }],
    })
    const { id: duplicate } = await logged({
      ...{ title: 'Rally at the Spheres', place: 'Tacoma', crowd: 'hundreds', tags: 'two' },
      placeReason: 'A post says so.',
      organizations: [{ name: 'Amazon', part: 'target' }],
      appearances: [{ name: 'Sam Other' }],
      citations: [{ title: 'Report B' }],
      demands: [{ wording: 'Pay more', targets: 'Amazon' }],
    })
    const before = await rowsAt(owner, 'entry', [survivor, duplicate])
    const states = [await getEntry(owner, survivor), await getEntry(owner, duplicate)]
    const { merge } = await mergeRecords(owner, 'entry', {
      ...{ survivorId: survivor, duplicateId: duplicate, take: { title: 'duplicate' } },
    })
    const merged = await getEntry(owner, survivor)
    expect(merged).toMatchObject({
      ...{ title: 'Rally at the Spheres', place: 'Seattle', tags: ['one', 'two'], version: 2 },
      crowd: { words: 'hundreds' },
      organizations: [{ name: 'Amazon' }],
      demands: [{ wording: 'Pay more' }],
    })
    expect(merged.appearances.map(({ name }) => name)).toEqual(['Jo Example', 'Sam Other'])
    expect(merged.citations).toHaveLength(2)
    expect(
      merged.claims
        .filter(({ field }) => field === 'place')
        .map(({ value, working }) => [value, working]),
    ).toEqual([
      ['Seattle', true],
      ['Tacoma', false],
    ])
    expect(await failureOf(getEntry(owner, duplicate))).toBe('not_found')
    await undoMerge(owner, merge)
    expect(await rowsAt(owner, 'entry', [survivor, duplicate])).toEqual(before)
    for (const [index, id] of [survivor, duplicate].entries()) {
      const { version: _version, ...now } = await getEntry(owner, id)
      expect({ ...states[index], ...now, version: 0 }).toEqual({ ...states[index], version: 0 })
    }
  })

  it('of two campaigns, or by a contributor, do not', async () => {
    const { owner, contributor, campaign } = world
    const other = await newWorld()
    const { id: survivor } = await logEntry(owner, campaign)
    const { id: duplicate } = await logEntry(owner, campaign)
    const { id: strange } = await logEntry(other.owner, other.campaign)
    const merging = (by: Viewer, duplicateId: string) =>
      mergeRecords(by, 'entry', { survivorId: survivor, duplicateId, take: {} })
    expect(await failureOf(merging(contributor, duplicate))).toBe('forbidden')
    expect(await failureOf(merging(owner, strange))).toBe('not_found')
  })
})
