import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { clockInWords, readClock } from '@/lib/demands/clock'
import { entryKinds, lanes } from '@/lib/kinds/names'
import type { InquiryDto } from '@/lib/record'
import { inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { lensFields, lensRules, type LensRules } from '@/lib/shares/lens'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { readLedger } from '../../demands/ledger'
import { listInquiries, recordOutcome } from '../../demands/inquiries'
import { listDemands } from '../../demands/queries'
import { assessAs } from '../../demands/test-support'
import { getEntry } from '../../entries/queries'
import { logEntry, newWorld, TEST_DAY, type World } from '../../testing/world'
import { readShared } from './read'
import { readSharedRecord } from './record'
import { readSharedPlots } from './plots'
import { termsFor } from './preview'

useTestDatabase()

/** Tried records and lenses; 10,000 take an hour or so. */
const RUNS = 120

const AS_OF = '2026-03-20'
const DAYS = ['1 Jan 2026', '13 Feb 2026', '20 Feb 2026', '1 Mar 2026']
const window = { order: 'newest', after: null, limit: 100 } as const
const terms = (rules: LensRules) =>
  termsFor(rules, { scope: 'campaign', entryId: null, filter: '' })

let world: World
let entries: string[]
/** An entry that tells of an inquiry, which stays published. */
let asked: string

beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const first = await logEntry(owner, campaign, {
    ...{ title: 'First', date: '10 Jan 2026' },
    demands: [{ wording: 'End it.', targets: 'Amazon; Ring' }],
  })
  const [made] = await listDemands(owner, campaign.id)
  const demand = made?.id ?? ''
  entries = [first.id]
  for (const [index, date] of [...DAYS, ...DAYS].entries()) {
    const answers = index >= DAYS.length
    const touch = answers
      ? { demand, relation: 'answers', at: index % 2 ? 'Amazon' : 'Ring', stance: 'deflects' }
      : { demand, relation: 'repeats' }
    const kinds = answers ? ['statement', 'negotiation'] : ['rally', 'meeting']
    const kind = kinds[index % 3 === 0 ? 1 : 0] as 'rally'
    const { id } = await logEntry(owner, campaign, { kind, date, demands: [touch] })
    entries.push(id)
  }
  for (const [index, standing] of (['acknowledged', 'partly_met', 'met'] as const).entries())
    await assessAs(owner, {
      ...{ demand, organization: made?.targets[index % 2]?.id ?? '', standing },
      ...{ date: `${21 + index} Feb 2026`, entry: entries[5 + index], note: 'Behind the scenes' },
    })
  const recipients = ['Amazon', 'Ring'].map((name) => ({ name, outcome: 'waiting' }))
  const inquiry = { askedBy: 'A paper', recipients }
  asked = (await logEntry(owner, campaign, { kind: 'no_reply', title: 'Asked', inquiry })).id
  const [out] = (await listInquiries(owner, campaign.slug)).inquiries
  for (const [index, outcome] of (['waiting', 'answered', 'declined'] as const).entries())
    await recordOutcome(
      owner,
      inquiryOutcomeSchema(TEST_DAY).parse({
        ...{ inquiry: out?.id, organization: out?.recipients[index % 2]?.id, outcome },
        ...{ date: `${20 + index} Feb 2026`, entry: entries[5 + index] },
      }),
    )
}, 60_000)

/** Publishes these entries and makes drafts of the others. */
async function publish(mask: readonly boolean[]): Promise<void> {
  const ids = entries.filter((_, index) => mask[index])
  await withViewer(world.owner, async (tx) => {
    await tx.entry.updateMany({ where: { id: { in: ids } }, data: { status: 'published' } })
    await tx.entry.updateMany({
      where: { id: { notIn: [...ids, asked] } },
      data: { status: 'draft' },
    })
  })
}

/** Takes the drafts out of the record, or puts them back. */
async function withoutDrafts<T>(work: () => Promise<T>): Promise<T> {
  const trash = (trashedAt: Date | null) =>
    withViewer(world.owner, (tx) =>
      tx.entry.updateMany({ where: { status: 'draft' }, data: { trashedAt } }),
    )
  await trash(new Date())
  try {
    return await work()
  } finally {
    await trash(null)
  }
}

/** Whom an inquiry says to have given no answer, in its last word on them. */
function silent(inquiries: InquiryDto[]): string[] {
  return inquiries.flatMap(({ recipients }) =>
    recipients
      .filter(({ outcome, later = [] }) => (later.at(-1)?.outcome ?? outcome) === 'waiting')
      .map(({ name }) => name),
  )
}

/** What a ledger says of each target: standing, since when, and its clock in words. */
function said(
  demands: {
    wording: string
    targets: {
      name: string
      standing: string | null
      since: string | null
      clock?: Parameters<typeof readClock>[0]
    }[]
  }[],
) {
  return demands.flatMap(({ wording, targets }) =>
    targets.map(({ name, standing, since, clock }) => ({
      ...{ at: `${wording} ${name}`, standing, since },
      days: clock ? clockInWords(readClock(clock, AS_OF)) : null,
    })),
  )
}

const someOf = <T>(all: readonly T[]) => fc.subarray([...all])
const anyRules: fc.Arbitrary<LensRules> = fc.record({
  statuses: fc.constant(lensRules.public.statuses),
  lanes: fc.oneof(fc.constant(lanes), someOf(lanes)),
  kinds: fc.oneof(fc.constant(entryKinds), fc.constant(lensRules.public.kinds), someOf(entryKinds)),
  people: fc.constant(lensRules.public.people),
  places: fc.constant('exact' as const),
  fields: fc.oneof(fc.constant(lensRules.public.fields), someOf(lensFields)),
})

const mask = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 })
const masks = fc.oneof(mask, fc.constant(Array.from({ length: 9 }, () => true)))
const TIMEOUT_MS = 60_000 + 600 * RUNS

describe('what a share says of standings and silences', () => {
  it(
    'never contradicts the members’ ledger, whatever it shows',
    async () => {
      let counted = 0
      await fc.assert(
        fc.asyncProperty(masks, anyRules, async (shown, rules) => {
          await publish(shown)
          const ledger = await readLedger(world.owner, world.campaign.slug)
          const truth = new Map(said(ledger.demands).map((one) => [one.at, one]))
          const page = await readShared(world.reader, window, terms(rules))
          for (const one of said(page.demands)) {
            const { standing, since, days } = truth.get(one.at) ?? {}
            if (one.standing !== null) expect(one).toMatchObject({ standing, since })
            if (one.days === null) continue
            expect(one.days).toEqual(days)
            counted += 1
          }
          expect(JSON.stringify(page.demands)).not.toMatch(
            rules.fields.includes('standings')
              ? /"standing":null/
              : /"standing":"|"clock"|"note":"[^"]/,
          )
        }),
        { numRuns: RUNS },
      )
      expect(counted).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )

  it(
    'never says that somebody gave no answer who gave one',
    async () => {
      let told = 0
      await fc.assert(
        fc.asyncProperty(masks, anyRules, async (shown, rules) => {
          await publish(shown)
          const truth = silent((await getEntry(world.owner, asked)).inquiries)
          const { page } = await readShared(world.reader, window, terms(rules))
          const said = silent(page.entries.flatMap(({ inquiries }) => inquiries))
          for (const name of said) expect(truth).toContain(name)
          told += said.length
        }),
        { numRuns: RUNS },
      )
      expect(told).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )

  it(
    'is the same with drafts and without them',
    async () => {
      await fc.assert(
        fc.asyncProperty(masks, anyRules, async (shown, rules) => {
          await publish(shown)
          const read = () => readShared(world.reader, window, terms(rules))
          const { updatedAt: _, ...page } = await read()
          expect(page).toEqual(
            await withoutDrafts(async () => {
              const { updatedAt: _, ...alone } = await read()
              return alone
            }),
          )
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )

  it('says the standing of the record, and not what it rests on where that is kept back', async () => {
    await publish(entries.map(() => true))
    const { demands } = await readShared(world.reader, window, terms(lensRules.public))
    const [amazon] = demands[0]?.targets ?? []
    expect(amazon).toMatchObject({ standing: 'met' })
    await publish(entries.map((_, index) => index !== 7))
    const later = await readSharedRecord(world.reader)
    expect(later.demands[0]?.targets[0]).toMatchObject({
      ...{ standing: 'met', evidence: null, evidenceKept: true, note: '' },
    })
  })

  it('draws no silence that is the link’s own', async () => {
    await publish(entries.map(() => true))
    const filter = { filter: noFilter, names: ['responses' as const] }
    const rowsOf = async () => {
      const [plot] = (await readSharedPlots(world.reader, filter)).plots
      return plot?.name === 'responses' ? plot.rows.length : null
    }
    // The public lens shows neither meetings nor negotiations, and there are some of both.
    expect(await rowsOf()).toBe(0)
    await withViewer(world.owner, (tx) =>
      tx.entry.updateMany({
        where: { kind: { in: ['meeting', 'negotiation'] } },
        data: { trashedAt: new Date() },
      }),
    )
    expect(await rowsOf()).toBe(2)
  })
})
