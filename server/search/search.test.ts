import { describe, expect, it } from 'vitest'
import { organizationSchema } from '@/lib/schemas/campaign'
import { personSchema } from '@/lib/schemas/person'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { inRole, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { restoreEntry, trashEntry } from '../entries/trash'
import { createOrganization, updateOrganization } from '../organizations/mutations'
import { createPerson } from '../people/mutations'
import { createSource } from '../sources/mutations'
import { asLine, idsFound, rally, search } from './test-support'

useTestDatabase()

describe('an entry is found', () => {
  it.each([
    ['by words in any order', 'spheres rally'],
    ['in other cases', 'RALLY'],
    ['without its accents', 'munoz jose'],
    ['with accents that it has not', 'ràlly'],
    ['between typographic quotes and dashes', 'contracts marched'],
    ['on both sides of a slash', 'local union'],
    ['by its place', 'seattle'],
    ['by a tag', 'surveillance'],
    ['by its private note', 'permit refused'],
    ['by a quote', 'doorbells inform'],
    ['by a speaker', 'celik'],
    ['by a speaker’s description', 'warehouse worker'],
    ['by an organization and a word of its own', 'ring rally'],
    ['by a claim', 'denny caption'],
    ['by another English ending', 'rallies'],
    ['by a beginning', 'surveil'],
    ['with a letter left out', 'surveilance'],
    ['with two letters that changed places', 'shperes'],
    ['with another first letter', 'zurveillance'],
    ['with two errors in a long word', 'surveilence'],
    ['with an error in a name', 'Celijk rally'],
  ])('%s', async (_how, q) => {
    const { owner, slug } = await newCampaign()
    const { id } = await logEntry(owner, slug, rally)
    await logEntry(owner, slug, { kind: 'march', title: 'Another matter' })
    expect(await idsFound(owner, q, { record: 'entry' })).toEqual([id])
  })

  it('and shows where the words stand, as text', async () => {
    const { owner, slug } = await newCampaign()
    await logEntry(owner, slug, { ...rally, title: 'Rally & <img onerror=x>' })
    const { results } = await search(owner, 'rallies doorbell permit img', { record: 'entry' })
    expect(results.map(asLine)).toEqual([
      '[Rally] & <[img] onerror=x> | Quote of Ana Çelik: We will not build [doorbells] that inform. | Private note: The [permit] was refused twice.',
    ])
  })

  it('by no word that it has not', async () => {
    const { owner, slug } = await newCampaign()
    await logEntry(owner, slug, rally)
    for (const q of ['rally unicorn', '…', '“', '&', "'", '%', 'q:'])
      expect(await idsFound(owner, q)).toEqual([])
  })

  it('whatever signs the query has', async () => {
    const { owner, slug } = await newCampaign()
    const { id } = await logEntry(owner, slug, rally)
    for (const q of ["rally' OR 1=1 --", "'rally'", 'rally & | ! <-> :*', '\\rally"(', 'rally:A'])
      expect(await idsFound(owner, q.replace(/OR 1=1|:A/, ''), { record: 'entry' })).toEqual([id])
    expect(await idsFound(owner, "rally' OR 1=1 --", { record: 'entry' })).toEqual([])
    expect(await idsFound(owner, '\u0000\ud800rally\u0007', { record: 'entry' })).toEqual([id])
    expect(await idsFound(owner, 'x'.repeat(100_000))).toEqual([])
  })
})

describe('a word that begins like a number', () => {
  it('is one word, with a typing error too', async () => {
    const { owner, slug } = await newCampaign()
    const { id } = await logEntry(owner, slug, {
      ...rally,
      participants: 'Badge 1e2a of lot 90E4X7',
      summary: `1e2 1e${'9'.repeat(3000)}x`,
    })
    for (const q of ['1e2a', 'a1e2a', '90e4x7', '90e4z7', '90e4', 'badge lot'])
      expect([q, await idsFound(owner, q, { record: 'entry' })]).toEqual([q, [id]])
  })
})

describe('other records are found', () => {
  it('each by its own words', async () => {
    const { owner, id: campaignId, slug } = await newCampaign()
    const demand = await newDemand(owner, { id: campaignId, slug }, { wording: 'Close the portal' })
    const organization = await createOrganization(
      owner,
      organizationSchema.parse({ name: 'Northern League', otherNames: 'NLX' }),
    )
    const person = await createPerson(
      owner,
      personSchema.parse({ name: 'Ida Okoye', otherNames: 'Idi' }),
    )
    const source = await createSource(
      owner,
      sourceSchema('2026-03-01').parse({
        title: 'A long read',
        publisher: 'The Herald',
        capturedText: `${'Nothing here. '.repeat(400)}They met in the boiler room.`,
      }),
    )
    expect(await idsFound(owner, 'portal close')).toEqual([demand.id])
    expect(await idsFound(owner, 'nlx')).toEqual([organization])
    expect(await idsFound(owner, 'idi okoye')).toEqual([person])
    expect(await idsFound(owner, 'herald')).toEqual([source])
    const { results } = await search(owner, 'boiler')
    expect(results.map(asLine).join()).toMatch(/Captured text: … .*met in the \[boiler\] room\.$/)
  })
})

describe('the index follows', () => {
  it('an edit of a name, without reading its entries again', async () => {
    const { owner, slug } = await newCampaign()
    const { id } = await logEntry(owner, slug, rally)
    const ring = (await search(owner, 'ring', { record: 'organization' })).results[0]?.id ?? ''
    await updateOrganization(owner, ring, organizationSchema.parse({ name: 'Doorlight' }))
    expect(await idsFound(owner, 'doorlight', { record: 'entry' })).toEqual([id])
    expect(await idsFound(owner, 'ring', { record: 'entry' })).toEqual([])
  })

  it('the trash and back', async () => {
    const { owner, slug } = await newCampaign()
    const { id } = await logEntry(owner, slug, rally)
    await trashEntry(owner, id)
    expect(await idsFound(owner, 'spheres')).toEqual([])
    await restoreEntry(owner, id)
    expect(await idsFound(owner, 'spheres')).toEqual([id])
  })

  it('a part that is changed, moved to another entry, or deleted', async () => {
    const { owner, slug } = await newCampaign()
    const one = await logEntry(owner, slug, rally)
    const two = await logEntry(owner, slug, { kind: 'march', title: 'Another matter' })
    const entries = { record: 'entry' }
    await withViewer(owner, (tx) => tx.quote.updateMany({ data: { text: 'Other words entirely' } }))
    expect(await idsFound(owner, 'doorbells', entries)).toEqual([])
    expect(await idsFound(owner, 'entirely', entries)).toEqual([one.id])
    await withViewer(owner, (tx) => tx.appearance.updateMany({ data: { entryId: two.id } }))
    expect(await idsFound(owner, 'entirely', entries)).toEqual([two.id])
    expect(await idsFound(owner, 'celik', entries)).toEqual([two.id])
    await withViewer(owner, (tx) => tx.appearance.deleteMany({}))
    expect(await idsFound(owner, 'entirely', entries)).toEqual([])
  })

  it('and leaves nothing due', async () => {
    const { owner, slug } = await newCampaign()
    await logEntry(owner, slug, rally)
    const due = await withViewer(
      owner,
      (tx) => tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from search_due`,
    )
    expect(due).toEqual([{ n: 0 }])
  })
})

describe('nobody finds', () => {
  it('what another workspace has', async () => {
    const here = await newCampaign()
    const there = await newCampaign()
    await logEntry(there.owner, there.slug, rally)
    for (const q of ['spheres', 'ring', 'celik', 'sphers'])
      expect(await search(here.owner, q)).toMatchObject({ results: [], loosened: false })
  })

  it('drafts of others as a contributor, any draft as a viewer, anything as a reader', async () => {
    const { owner, reader, slug } = await newCampaign()
    const { id: draft } = await logEntry(owner, slug, {
      ...{ ...rally, status: 'draft' },
      demands: [{ wording: 'Tear down the portal', targets: 'Ring' }],
    })
    const other = inRole({ ...owner, memberId: owner.accountId }, 'contributor')
    for (const q of ['permit refused', 'spheres', 'surveilance', 'tear', 'celik rally'])
      for (const viewer of [other, inRole(owner, 'viewer')])
        expect(await search(viewer, q)).toMatchObject({ results: [], loosened: false })
    expect(await idsFound(inRole(owner, 'contributor'), 'permit')).toEqual([draft])
    expect(await idsFound(inRole(owner, 'editor'), 'permit')).toEqual([draft])
    await expect(search(reader, 'rally')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
