import { beforeAll, describe, expect, it } from 'vitest'
import type { EntryDto } from '@/lib/record'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { createSource } from '../sources/mutations'
import { addSample } from '../sample/founding-record'
import { sampleRally, sampleSource, SAMPLE_DAY } from '../sample/founding-facts'
import { getCampaign } from '../campaigns/queries'
import { editOf, saveEdit } from '../testing/editing'
import { entryInput, logEntry, newWorld, type World } from '../testing/world'
import { createEntry } from './mutations'
import { getEntry, listEntries } from './queries'
import { listRevisions } from '../history/queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

/** What a save makes anew; everything else of an entry must stay. */
function lasting({ version: _version, updatedAt: _at, ...entry }: EntryDto) {
  const withoutIds = (rows: { id: string }[]) => rows.map(({ id: _id, ...row }) => row)
  return {
    ...entry,
    citations: withoutIds(entry.citations),
    inquiries: withoutIds(entry.inquiries),
    claims: entry.claims.map((claim) => ({ ...claim, citations: withoutIds(claim.citations) })),
    appearances: entry.appearances.map((appearance) => ({
      ...appearance,
      quotes: appearance.quotes.map((q) => ({ ...q, citations: withoutIds(q.citations) })),
    })),
  }
}

async function savedUnchanged(entry: EntryDto): Promise<EntryDto> {
  await saveEdit(world.owner, entry, editOf(entry))
  return getEntry(world.owner, entry.id)
}

describe('the founding rally', () => {
  it('is read back as it was logged', async () => {
    const source = await createSource(world.owner, sourceSchema(SAMPLE_DAY).parse(sampleSource))
    const sample = sampleRally(source)
    const { id } = await createEntry(world.owner, world.campaign.slug, entryInput(sample))
    const rally = await getEntry(world.owner, id)
    const { title, summary, place, participants } = sample
    expect(rally).toMatchObject({ title, summary, place, participants, status: 'published' })
    expect(rally).toMatchObject({ edtf: '2026-02-13', lane: 'action', time: null })
    expect(rally.crowd).toEqual({ low: null, high: null, words: '', countedBy: '' })
    expect(
      rally.claims.map(({ value, working, saidBy, reason }) => [value, working, saidBy, reason]),
    ).toEqual([
      [
        '2026-02-13',
        true,
        'the caption of the report’s first picture',
        'The campaign itself gives 13 February as the day of the rally.',
      ],
      ['2026-02-12', false, 'the text of the report, which says Thursday', ''],
    ])
    expect(
      rally.claims.map(({ citations }) => citations.map((c) => [c.exact, c.source.id])),
    ).toEqual([[['on Feb. 13, 2026', source]], [['on Thursday', source]]])
    expect(rally.appearances).toMatchObject([
      { name: 'Maren Costa', role: 'speaker', consent: 'named', quotes: [{ consent: null }] },
      { name: 'Ahmed Shahour', description: 'former Amazon employee', quotes: [{}] },
    ])
    expect(rally.appearances[0]?.quotes[0]?.citations[0]?.source.publisher).toBe('FOX 13 Seattle')
    expect(rally.demands.map(({ number, relation, stance }) => [number, relation, stance])).toEqual(
      [1, 2, 3, 4].map((number) => [number, 'raises', null]),
    )
  })

  it('and the whole founding record stay the same through their forms', async () => {
    const { slug } = await addSample(systemViewer(world.workspaceId))
    const { id: campaignId } = await getCampaign(world.owner, slug)
    const { entries } = await listEntries(world.owner, { campaignId })
    expect(entries).toHaveLength(6)
    for (const entry of entries) {
      const saved = await savedUnchanged(entry)
      expect(lasting(saved)).toEqual(lasting(entry))
      expect(saved.version).toBe(2)
      const [last] = await listRevisions(world.owner, 'entry', entry.id)
      expect(last).toMatchObject({ version: 2, by: 'Test Owner', fields: [] })
    }
  })
})

const full = {
  title: "“Quoted” & <b>bold</b> 💚 '; drop table entry; --",
  summary: 'First line\n\n  second · line\n=HYPERLINK("x")',
  place: 'Amazon Spheres, Seattle',
  placePrecision: 'town',
  placeReason: 'The permit names it.',
  placeClaims: [{ value: 'Day 1 building, Seattle', saidBy: 'a post' }],
  crowd: 'hundreds',
  crowdCountedBy: 'the police',
  crowdReason: 'Counted from a picture.',
  crowdClaims: [
    { value: '1,000', saidBy: 'the organizers' },
    { value: 'Hundreds', saidBy: 'the report', source: 'entry', exact: 'hundreds of people' },
  ],
  participants: 'Amazon workers',
  accordingTo: 'Jo Example',
  organizations: [
    { name: 'Amazon', part: 'target' },
    { name: 'Workers United', part: 'actor' },
    { name: 'Amazon', part: 'subject' },
  ],
  appearances: [
    {
      name: 'Jo Example',
      role: 'moderator',
      quotes: [
        { text: 'One.', consent: 'hidden' },
        { text: 'Two.', source: 'entry' },
      ],
    },
    { name: 'A worker who is not named', role: 'witness' },
  ],
  citations: [
    { title: 'Report', url: 'https://example.org/a?b=c#d', publisher: 'Paper', exact: 'A · B' },
    { title: 'Post', kind: 'social_post' },
  ],
  demands: [
    { wording: 'End it; all of it.', targets: 'Amazon; Ring', counterparties: 'Flock' },
    {
      wording: 'Answer us.',
      targets: 'Amazon',
      relation: 'answers',
      stance: 'refuses',
      at: 'Amazon',
    },
  ],
  inquiry: {
    askedBy: 'Paper',
    through: 'e-mail',
    asked: '12 Feb 2026',
    recipients: [
      { name: 'Amazon', outcome: 'declined' },
      { name: 'Ring', outcome: 'waiting' },
    ],
  },
  tags: 'one, two words, one',
  privateNote: 'Only for us.',
}

describe('an entry with everything in it', () => {
  it('stays the same through its form, twice', async () => {
    const { id } = await logEntry(world.owner, world.campaign, full)
    const logged = await getEntry(world.owner, id)
    expect(logged).toMatchObject({
      title: full.title,
      summary: full.summary,
      tags: ['one', 'two words'],
      privateNote: 'Only for us.',
      accordingTo: 'Jo Example',
      crowd: { low: 200, words: 'hundreds', countedBy: 'the police' },
      inquiries: [{ edtf: '2026-02-12', through: 'e-mail', askedBy: 'Paper' }],
    })
    const once = await savedUnchanged(logged)
    expect(lasting(once)).toEqual(lasting(logged))
    expect(lasting(await savedUnchanged(once))).toEqual(lasting(logged))
    const revisions = await listRevisions(world.owner, 'entry', id)
    expect(revisions.map(({ version, fields }) => [version, fields.length > 0])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ])
  })

  it.each([
    '13 Feb 2026 5pm',
    'about November 2025',
    'by 13 Feb 2026',
    'before 13 Feb 2026',
    'after March 2026',
    '12 or 13 Feb 2026, sources differ',
    '12–14 February 2026',
    'summer 2025',
    '2019–present',
    'the 1820s',
    'possibly about March 2024',
    'some time between 2019 and 2021',
  ])('keeps its date: %s', async (date) => {
    const { id } = await logEntry(world.owner, world.campaign, {
      date,
      dateClaims: [{ value: date }],
    })
    const logged = await getEntry(world.owner, id)
    expect(lasting(await savedUnchanged(logged))).toEqual(lasting(logged))
  })
})

describe('an inquiry', () => {
  it('is kept also where nobody is named yet', async () => {
    const { id } = await logEntry(world.owner, world.campaign, {
      inquiry: { through: 'request for comment' },
    })
    const { inquiries } = await getEntry(world.owner, id)
    expect(inquiries).toMatchObject([
      { through: 'request for comment', askedBy: null, edtf: '2026-02-13', recipients: [] },
    ])
  })

  it('is none where nothing was said', async () => {
    const { id } = await logEntry(world.owner, world.campaign, { inquiry: { through: '' } })
    expect((await getEntry(world.owner, id)).inquiries).toEqual([])
  })
})
