import { beforeAll, describe, expect, it } from 'vitest'
import { lanes } from '@/lib/kinds/names'
import { type LensChoices, type LensField } from '@/lib/shares/lens'
import { assessmentSchema } from '@/lib/schemas/demand'
import { type TimelineFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { assess } from '../../demands/assessments'
import { logEntry, TEST_DAY } from '../../testing/world'
import { logFullRecord, without, WIDEST, type FullRecord } from './test-support'

useTestDatabase()

let full: FullRecord
beforeAll(async () => {
  full = await logFullRecord()
})
const recordWith: FullRecord['recordWith'] = (...asked) => full.recordWith(...asked)
const pageWith: FullRecord['pageWith'] = (...asked) => full.pageWith(...asked)

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
    const later = new Date('2100-01-01T00:00:00Z')
    const { owner, campaign } = full
    const meeting = await logEntry(owner, campaign, { kind: 'meeting', title: 'Behind doors' })
    const about = { demand: full.demand.id, organization: full.demand.target, entry: meeting.id }
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
    const kinds = ['rally', 'statement'] as const
    const hidden = await pageWith({ kinds: [...kinds], fields: ['summary', 'demands'] })
    expect(new Date(hidden.updatedAt).getTime()).toBeLessThan(later.getTime())
    // The status is shown, though not what it rests on.
    for (const choices of [{}, { kinds: [...kinds] }])
      expect((await pageWith(choices)).updatedAt).toBe(later.toISOString())
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
