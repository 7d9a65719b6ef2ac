import { describe, expect, it } from 'vitest'
import { readText } from '@/lib/capture/read-text'
import { useTestDatabase } from '../auth/test-support'
import { listDemands } from '../demands/queries'
import { getEntry } from '../entries/queries'
import { restrictCampaign } from '../campaigns/restriction'
import { getSource } from '../sources/queries'
import { failureOf } from '../testing/failure'
import { memberIn, newWorld } from '../testing/world'
import { acceptDraft, joinDraft, proposalsOf } from './proposals'
import { sourceOfDocument } from './save'

useTestDatabase()

const TODAY = '2026-03-10'
const REPORT = [
  'Drivers rally at Harbor Depot',
  'TOLEDO, Ohio — Drivers rallied outside the Harbor Depot in Toledo on Tuesday, demanding that Brightline end its contract with StaffQuick, an agency for temporary workers.',
  '“We want our work back,” said Ana Ruiz, a driver.',
  'Brightline did not immediately respond to a request for comment.',
].join('\n')
const SECOND = [
  'Dozens protest outside depot',
  'Dozens of drivers rallied outside the Harbor Depot in Toledo on Wednesday, demanding that Brightline end its contract with StaffQuick.',
  '“They never asked us,” said Omar Diaz, a dispatcher.',
].join('\n')

const document = (text: string) =>
  readText(text, { published: '2026-03-05', publisher: 'The Daily Bell' })

const within = ({ id }: { id: string }) => ({ campaign: id, today: TODAY })

async function read(text = REPORT) {
  const { owner, contributor, viewer, campaign } = await newWorld()
  const source = await sourceOfDocument(owner, document(text), within(campaign))
  const place = { slug: campaign.slug, source, today: TODAY }
  return { owner, contributor, viewer, campaign, source, place }
}

describe('an article', () => {
  it('proposes entries and writes none', async () => {
    const { owner, campaign, source } = await read()
    const { proposals } = await proposalsOf(owner, campaign.slug, source)
    expect(proposals.map(({ draft, logged }) => [draft.kind, logged])).toEqual([
      ['rally', null],
      ['no_reply', null],
    ])
  })

  it('becomes entries that cite it, each once however often it is accepted', async () => {
    const { owner, campaign, place } = await read()
    const { id } = await acceptDraft(owner, { ...place, key: 'd1', status: 'published' })
    const again = await acceptDraft(owner, { ...place, key: 'd1', status: 'published' })
    expect(again).toMatchObject({ id, logged: true })
    const entry = await getEntry(owner, id)
    expect(entry).toMatchObject({ kind: 'rally', status: 'published', edtf: '2026-03-03' })
    expect(entry.citations.some(({ exact }) => exact.includes('Drivers rallied'))).toBe(true)
    expect(entry.appearances[0]).toMatchObject({ name: 'Ana Ruiz', description: 'driver' })
    expect(entry.appearances[0]?.quotes[0]?.text).toBe('We want our work back')
    const [demand] = await listDemands(owner, campaign.id)
    expect(demand).toMatchObject({
      counterparties: [{ name: 'StaffQuick' }],
      targets: [{ name: 'Brightline' }],
    })
  })

  it('is one source however often it comes', async () => {
    const { owner, campaign, source } = await read()
    expect(await sourceOfDocument(owner, document(REPORT), within(campaign))).toBe(source)
  })

  it('is seen by nobody whom its campaign is kept from', async () => {
    const { owner, campaign, source } = await read()
    const outside = await memberIn(owner.workspaceId, 'editor')
    expect(await getSource(outside, source)).toMatchObject({ id: source })
    const members = [owner.memberId]
    await restrictCampaign(owner, campaign.id, { who: 'members', members })
    expect((await failureOf(getSource(outside, source))).code).toBe('not_found')
  })

  it('publishes nothing for a contributor', async () => {
    const { contributor, place } = await read()
    await expect(
      acceptDraft(contributor, { ...place, key: 'd1', status: 'published' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('gives a second report to the entry that the record has, its other day as a claim', async () => {
  const { owner, campaign, place } = await read()
  const { id } = await acceptDraft(owner, { ...place, key: 'd1', status: 'published' })
  const second = await sourceOfDocument(owner, document(SECOND), within(campaign))
  const { proposals } = await proposalsOf(owner, campaign.slug, second)
  expect(proposals[0]?.alike.map((entry) => entry.id)).toContain(id)
  await joinDraft(owner, { ...place, source: second, key: 'd1', entry: id })
  const entry = await getEntry(owner, id)
  expect(entry.edtf).toBe('2026-03-03')
  const days = entry.claims.filter(({ field }) => field === 'date').map(({ value }) => value)
  expect(days.sort()).toEqual(['2026-03-03', '2026-03-04'])
  expect(entry.crowd.words).toContain('Dozens')
  expect(entry.appearances.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Omar Diaz'])
  expect(entry.demands).toHaveLength(1)
  expect(await listDemands(owner, campaign.id)).toHaveLength(1)
})
