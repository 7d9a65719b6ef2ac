import { beforeAll, describe, expect, it } from 'vitest'
import { lanes } from '@/lib/kinds/names'
import type { CitationDto } from '@/lib/record'
import { forPlainFields } from '@/lib/entries/fields/plain'
import { choosableFields } from '@/lib/shares/choices'
import { lensRules, type LensChoices, type LensField } from '@/lib/shares/lens'
import type { LinkedEntry, SharedEntry, SharedRecord } from '@/lib/shares/record'
import { assessmentSchema, demandSchema, inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import type { ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { assess } from '../../demands/assessments'
import { listInquiries, recordOutcome } from '../../demands/inquiries'
import { updateDemand } from '../../demands/mutations'
import { listDemands } from '../../demands/queries'
import { getEntry } from '../../entries/queries'
import { addPhoto } from '../../photos/mutations'
import { dots } from '../../photos/test-support'
import {
  plainInput,
  logEntry,
  newCampaignFor,
  newWorld,
  TEST_DAY,
  type World,
} from '../../testing/world'
import { sharedSelect } from './entry-select'
import { createShare } from '../links/mutations'
import { readShared } from './read'
import { readSharedRecord } from './record'

useTestDatabase()

const window = { order: 'newest', after: null, limit: 100 } as const
const LEDGER = { title: 'A ledger of firings', exact: 'eleven were fired' }
const WIDEST = { lens: 'member', choices: { fields: [...choosableFields] } } as const

let world: World
let campaign: World['campaign']
let demand: { id: string; number: number; target: string }
let full: { id: string }

beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  full = await fill()
})

/** A reader of a new link with choices of its own. */
async function readerWith(choices: LensChoices, lens: string = 'member'): Promise<ShareReader> {
  const { url } = await createShare(
    world.owner,
    shareSchema.parse({ campaign: campaign.id, lens, choices: JSON.stringify(choices) }),
  )
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  return reader
}

const recordWith = async (choices: LensChoices, lens?: string): Promise<SharedRecord> =>
  readSharedRecord(await readerWith(choices, lens))
const pageWith = async (choices: LensChoices, asked: Partial<TimelineFilter> = {}) =>
  readShared(await readerWith(choices), { ...window, filter: { ...noFilter, ...asked } })
const without = (...fields: LensField[]): LensChoices => ({
  fields: choosableFields.filter((field) => !fields.includes(field)),
})

const citationsOf = (entry: SharedEntry): CitationDto[] => [
  ...entry.citations,
  ...entry.claims.flatMap(({ citations }) => citations),
  ...entry.links.flatMap(({ citations }) => citations),
  ...entry.appearances.flatMap(({ quotes }) => quotes.flatMap(({ citations }) => citations)),
]
const targetsOf = ({ demands }: SharedRecord) => demands.flatMap(({ targets }) => targets)
const each =
  <T>(of: (entry: SharedEntry) => readonly T[]) =>
  ({ entries }: SharedRecord) =>
    entries.flatMap(of)
const said = (...texts: (string | null | undefined)[]) => texts.filter(Boolean)

/** What a field of the lens stands for in all that a link shows; empty when it is left out. */
const shownOf: Record<LensField, (record: SharedRecord) => readonly unknown[]> = {
  ...forPlainFields((name) => each((entry) => said(entry[name]))),
  crowd: each(({ crowd, claims }) => [
    ...[crowd.low, crowd.high].filter((number) => number !== null),
    ...said(crowd.words, crowd.countedBy),
    ...claims.filter(({ field }) => field === 'crowd'),
  ]),
  account: each(({ accordingTo }) => said(accordingTo)),
  organizations: each(({ organizations }) => organizations),
  people: each(({ appearances }) => appearances),
  descriptions: each(({ appearances }) => said(...appearances.map((one) => one.description))),
  quotes: each(({ appearances }) => appearances.flatMap(({ quotes }) => quotes)),
  demands: (record) => [...record.demands, ...record.entries.flatMap(({ demands }) => demands)],
  standings: (record) => targetsOf(record).filter(({ standing }) => standing !== null),
  assessmentNotes: (record) => said(...targetsOf(record).map(({ note }) => note)),
  earlierWordings: ({ demands }) => demands.flatMap(({ earlier }) => earlier),
  claims: each(({ claims }) => claims),
  sources: each(citationsOf),
  passages: each((entry) => said(...citationsOf(entry).map(({ exact }) => exact))),
  inquiries: each(({ inquiries }) => inquiries),
  details: each(({ details }) => Object.entries(details)),
  photos: each(({ photos }) => photos),
  links: each(({ links }) => links),
  tags: each(({ tags }) => tags),
  coordinates: each(({ coordinates }) => (coordinates ? [coordinates] : [])),
}

describe('a link that leaves a field out', () => {
  it.each(choosableFields)('without %s shows nothing of it', async (field) => {
    expect(shownOf[field](await recordWith(WIDEST.choices))).not.toEqual([])
    expect(shownOf[field](await recordWith(without(field)))).toEqual([])
  })

  it('never shows what is for members', async () => {
    expect(shownOf.privateNote(await recordWith(WIDEST.choices))).toEqual([])
  })

  it.each(['public', 'press', 'ally', 'member'] as const)(
    'by the lens %s shows its own fields and no other',
    async (lens) => {
      const record = await readSharedRecord(await readerOfLens(lens))
      const shown = choosableFields.filter((field) => shownOf[field](record).length > 0)
      expect(shown.sort()).toEqual(
        lensRules[lens].fields.filter((field) => choosableFields.includes(field)).sort(),
      )
    },
  )

  async function readerOfLens(lens: string): Promise<ShareReader> {
    const { url } = await createShare(
      world.owner,
      shareSchema.parse({ campaign: campaign.id, lens }),
    )
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The new link is not readable.')
    return reader
  }
})

describe('a link that narrows what happened', () => {
  it.each(lanes)('to the lane %s shows no other', async (lane) => {
    const { entries } = await recordWith({ lanes: [lane] })
    expect(new Set(entries.map((entry) => entry.lane))).toEqual(new Set([lane]))
    const page = await pageWith({ lanes: [lane] })
    expect(page.count).toBe(entries.length)
  })

  it('to a kind shows no other', async () => {
    const { entries } = await recordWith({ kinds: ['statement'] })
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['statement']))
  })

  it.each(['public', 'press', 'ally', 'member'])('by the lens %s shows its kinds', async (lens) => {
    const { entries } = await recordWith({ fields: ['summary'] }, lens)
    const kinds = new Set(entries.map(({ kind }) => kind))
    expect(kinds.has('meeting')).toBe(lens === 'ally' || lens === 'member')
    expect(kinds.has('negotiation')).toBe(lens !== 'public')
  })

  it('counts no days without an answer where it hides actions or responses', async () => {
    const clocks = async (choices: LensChoices) =>
      (await pageWith(choices)).demands.flatMap(({ targets }) => targets.map((one) => one.clock))
    expect((await clocks({})).some((clock) => clock !== undefined)).toBe(true)
    for (const left of ['action', 'response'] as const) {
      const hidden = await clocks({ lanes: lanes.filter((lane) => lane !== left) })
      expect(hidden.length).toBeGreaterThan(0)
      expect(hidden.every((clock) => clock === undefined)).toBe(true)
    }
  })

  it('is as new as what it shows, whatever changed behind it', async () => {
    const later = new Date('2027-01-01T00:00:00Z')
    const { owner } = world
    const meeting = await logEntry(owner, campaign, { kind: 'meeting', title: 'Behind doors' })
    const about = { demand: demand.id, organization: demand.target, entry: meeting.id }
    await assess(
      owner,
      assessmentSchema(TEST_DAY).parse({ ...about, standing: 'refused', date: '15 Feb 2026' }),
    )
    await withViewer(owner, async (tx) => {
      await tx.entry.updateMany({ where: { id: meeting.id }, data: { updatedAt: later } })
      await tx.assessment.updateMany({
        where: { entryId: meeting.id },
        data: { decidedAt: later },
      })
    })
    const hidden = await pageWith({ kinds: ['rally', 'statement'] })
    expect(new Date(hidden.updatedAt).getTime()).toBeLessThan(later.getTime())
    expect((await pageWith({})).updatedAt).toBe(later.toISOString())
  })
})

describe('a place', () => {
  const at = async (choices: LensChoices) => {
    const { entries } = await recordWith({ ...WIDEST.choices, ...choices })
    return entries.find(({ title }) => title === 'All of it')
  }

  it('is told as exactly as the link may', async () => {
    expect((await at({ places: 'exact' }))?.coordinates).toMatchObject({ latitude: 47.6155 })
    const town = await at({ places: 'town' })
    expect([town?.place, town?.coordinates?.rounded]).toEqual(['Seattle', true])
    expect(town?.coordinates?.latitude).not.toBe(47.6155)
    expect(town?.claims.filter(({ field }) => field === 'place')).toEqual([])
    const none = await at({ places: 'none' })
    expect([none?.place, none?.coordinates]).toEqual(['', null])
    expect(none?.claims.filter(({ field }) => field === 'place')).toEqual([])
  })
})

describe('what a reader asks for', () => {
  it.each<[string, LensField, Partial<TimelineFilter>]>([
    ['demands', 'demands', { demands: [1] }],
    ['the lane of demands', 'demands', { lanes: ['demand'] }],
    ['dates that differ', 'claims', { certainty: ['differ'] }],
    ['what has a source', 'sources', { sourced: true }],
    ['what has no source', 'claims', { sourced: false }],
    ['what has a source', 'quotes', { sourced: true }],
    ['words', 'summary', { text: 'spheres' }],
    ['words', 'participants', { text: 'spheres' }],
    ['words', 'organizations', { text: 'spheres' }],
    ['words', 'people', { text: 'spheres' }],
  ])('is not answered for %s where the link leaves %s out', async (_what, field, asked) => {
    const all = (await pageWith(WIDEST.choices)).count
    expect((await pageWith(WIDEST.choices, asked)).count).toBeLessThan(all)
    expect((await pageWith(without(field), asked)).count).toBe(all)
  })

  it.each<[string, LensChoices]>([
    ['places are told by the town', { places: 'town' }],
    ['people are shown by their role', { people: ['role_only'] }],
  ])('is not answered for words where %s', async (_what, choices) => {
    const link = { ...WIDEST.choices, ...choices }
    expect((await pageWith(link, { text: 'spheres' })).count).toBe((await pageWith(link)).count)
  })

  it('is never answered for ids of the database', async () => {
    const all = (await pageWith(WIDEST.choices)).count
    const ids = ['00000000-0000-7000-8000-000000000000']
    for (const asked of [{ people: ids }, { organizations: ids }, { tags: ['x'] }])
      expect((await pageWith(WIDEST.choices, asked)).count).toBe(all)
  })
})

describe('a passage', () => {
  it('beside a quote stays with members', async () => {
    const quoted = (entry: Pick<LinkedEntry, 'appearances'>) =>
      entry.appearances.flatMap(({ quotes }) => quotes.flatMap(({ citations }) => citations))
    const passages = (entries: Pick<LinkedEntry, 'appearances'>[]) =>
      entries.flatMap(quoted).map(({ exact }) => exact)
    expect(passages([await getEntry(world.viewer, full.id)])).toContain('We are tired.')
    const { entries } = await recordWith(WIDEST.choices)
    expect(passages(entries)).toEqual(['', ''])
  })

  it('of a link between entries goes with the other passages, and its cause with the sources', async () => {
    const causes = ({ entries }: SharedRecord) =>
      entries.flatMap(({ links }) => links.filter(({ relation }) => relation === 'caused_by'))
    const whole = causes(await recordWith(WIDEST.choices))
    expect(whole.flatMap(({ citations }) => citations.map(({ exact }) => exact))).toContain(
      'because of the rally',
    )
    const unquoted = causes(await recordWith(without('passages')))
    expect(unquoted.flatMap(({ citations }) => citations.map(({ exact }) => exact))).toEqual(
      unquoted.flatMap(({ citations }) => citations.map(() => '')),
    )
    expect(unquoted.length).toBe(whole.length)
    expect(causes(await recordWith(without('sources')))).toEqual([])
  })
})

describe('the outcome of an inquiry', () => {
  const outcomes = (entries: Pick<LinkedEntry, 'inquiries'>[]) =>
    entries
      .flatMap(({ inquiries }) => inquiries)
      .flatMap(({ recipients }) => recipients.flatMap(({ later = [] }) => later))
      .map(({ outcome }) => outcome)

  it('told by a draft is in nobody’s record, and by an entry that a link hides in no link', async () => {
    const { owner } = world
    const asked = await logEntry(owner, campaign, {
      ...{ kind: 'no_reply', title: 'Asked about it' },
      inquiry: { askedBy: 'A paper', recipients: [{ name: 'Ring', outcome: 'waiting' }] },
    })
    const { inquiries } = await listInquiries(owner, campaign.slug)
    const inquiry = inquiries.find(({ entry }) => entry?.id === asked.id)
    const record = async (outcome: string, entry: Record<string, unknown>) => {
      const { id } = await logEntry(owner, campaign, entry)
      await recordOutcome(
        owner,
        inquiryOutcomeSchema(TEST_DAY).parse({
          ...{ inquiry: inquiry?.id, organization: inquiry?.recipients[0]?.id },
          ...{ outcome, date: '20 Feb 2026', entry: id },
        }),
      )
    }
    await record('declined', { kind: 'meeting', title: 'They said so in a meeting' })
    await record('answered', { kind: 'statement', title: 'Not out yet', status: 'draft' })
    expect(outcomes([await getEntry(world.viewer, asked.id)])).toEqual(['declined'])
    const narrow = (await recordWith({ kinds: ['no_reply'] })).entries
    expect(outcomes(narrow)).toEqual([])
    // That there was no answer would not be true of the record.
    const silent = narrow.find(({ title }) => title === 'Asked about it')
    expect(silent?.inquiries[0]?.recipients).toMatchObject([{ name: 'Ring', outcome: null }])
    expect(silent?.sentence).toBe('A paper asked Ring.')
    const wide = (await recordWith(WIDEST.choices)).entries
    expect(wide.find(({ title }) => title === 'Asked about it')?.sentence).toBe(
      'A paper asked Ring, who had not answered when this was recorded; Ring declined to answer on 20 Feb 2026.',
    )
    expect(outcomes((await recordWith(WIDEST.choices)).entries)).not.toContain('answered')
  })
})

it('reads nobody from the database whom the rules do not show', async () => {
  const select = sharedSelect(lensRules.public)
  const rows = await withViewer(world.owner, (tx) =>
    tx.entry.findMany({ where: { id: full.id }, select }),
  )
  const people = rows.flatMap(({ appearances }) => appearances)
  expect(people.map(({ person }) => person?.name)).toEqual(['Maren Open'])
  expect(people.flatMap(({ quotes }) => quotes.map(({ text }) => text))).toEqual(['We stay.'])
})

async function fill(): Promise<{ id: string }> {
  const { owner } = world
  const consented = { consentReason: 'said so', role: 'speaker' }
  const photo = (await addPhoto(owner, await dots(40, 30).jpeg().toBuffer(), [])).id
  const rally = await logEntry(owner, campaign, {
    ...plainInput((name) => `Words of ${name}`),
    ...{ title: 'All of it', crowd: 'about 300', crowdCountedBy: 'the organizers' },
    ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393' },
    ...{ tags: 'big', accordingTo: 'Maren Open' },
    organizations: [{ name: 'Amazon', part: 'target' }],
    placeClaims: [{ value: 'Gate 6, Seattle', saidBy: 'the poster' }],
    dateClaims: [{ value: '14 Feb 2026', saidBy: 'the poster', source: 'entry' }],
    crowdClaims: [{ value: '200', saidBy: 'the police', source: 'entry' }],
    citations: [LEDGER],
    demands: [{ wording: 'End it.', targets: 'Amazon' }],
    appearances: [
      {
        ...{ name: 'Maren Open', consent: 'named', description: 'a driver', ...consented },
        quotes: [
          { text: 'We stay.', source: 'entry' },
          { text: 'We are tired.', source: 'entry', consent: 'initials' },
          { text: 'We are watched.', consent: 'hidden' },
        ],
      },
      { name: 'Ines Initials', consent: 'initials', ...consented },
      { name: 'Hana Hidden', quotes: [{ text: 'Never.' }] },
    ],
    photos: [{ photo, alt: 'A crowd' }],
  })
  await logEntry(owner, campaign, {
    ...{ kind: 'no_reply', title: 'No reply' },
    inquiry: { askedBy: 'A paper', recipients: [{ name: 'Amazon', outcome: 'waiting' }] },
  })
  await logEntry(owner, campaign, {
    ...{ kind: 'petition', title: 'A petition', details: { signatures: '40' } },
  })
  for (const kind of ['meeting', 'negotiation', 'win', 'news', 'strike'] as const)
    await logEntry(owner, campaign, { kind, title: kind })
  const [found] = await listDemands(owner, campaign.id)
  const target = found?.targets[0]
  if (!found || !target) throw new Error('There is no demand.')
  demand = { id: found.id, number: found.number, target: target.id }
  await logEntry(owner, campaign, {
    ...{ kind: 'statement', title: 'They answered', date: '20 Feb 2026' },
    citations: [{ title: 'Another report', exact: 'because of the rally' }],
    demands: [{ demand: found.id, relation: 'answers', at: 'Amazon', stance: 'deflects' }],
    links: [{ relation: 'caused_by', entryId: rally.id, entry: 'x', source: 'entry' }],
  })
  await withViewer(owner, (tx) =>
    tx.citation.updateMany({
      where: { linkId: { not: null } },
      data: { exact: 'because of the rally' },
    }),
  )
  await updateDemand(
    owner,
    found.id,
    demandSchema.parse({ wording: 'End it now.', targets: 'Amazon', note: 'sharper' }),
  )
  await assess(
    owner,
    assessmentSchema(TEST_DAY).parse({
      ...{ demand: found.id, organization: target.id, standing: 'acknowledged' },
      ...{ date: '14 Feb 2026', note: 'They wrote back.' },
    }),
  )
  return rally
}
