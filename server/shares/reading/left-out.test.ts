import { beforeAll, describe, expect, it } from 'vitest'
import type { CitationDto } from '@/lib/record'
import { forPlainFields } from '@/lib/entries/fields/plain'
import { choosableFields } from '@/lib/shares/choices'
import { lensRules, type LensField, type LensRules } from '@/lib/shares/lens'
import type { LinkedEntry, SharedEntry, SharedRecord } from '@/lib/shares/record'
import { inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { listInquiries, recordOutcome } from '../../demands/inquiries'
import { getEntry } from '../../entries/queries'
import type { EntryRow } from '../../entries/reading/row'
import { readRows } from '../../entries/reading/rows'
import { trashEntry } from '../../entries/trash'
import { visibleSql } from '../../timeline/filter/visible'
import { logEntry, TEST_DAY } from '../../testing/world'
import { logFullRecord, without, WIDEST, type FullRecord } from './test-support'

useTestDatabase()

let full: FullRecord
beforeAll(async () => {
  full = await logFullRecord()
})
const recordWith: FullRecord['recordWith'] = (...asked) => full.recordWith(...asked)

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
      const record = await recordWith(null, lens)
      const shown = choosableFields.filter((field) => shownOf[field](record).length > 0)
      expect(shown.sort()).toEqual(
        lensRules[lens].fields.filter((field) => choosableFields.includes(field)).sort(),
      )
    },
  )
})

describe('a passage', () => {
  it('beside a quote stays with members', async () => {
    const quoted = (entry: Pick<LinkedEntry, 'appearances'>) =>
      entry.appearances.flatMap(({ quotes }) => quotes.flatMap(({ citations }) => citations))
    const passages = (entries: Pick<LinkedEntry, 'appearances'>[]) =>
      entries.flatMap(quoted).map(({ exact }) => exact)
    expect(passages([await getEntry(full.viewer, full.entry.id)])).toContain('We are tired.')
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

  it('told by a draft or from the trash is in nobody’s record, and by an entry that a link hides in no link', async () => {
    const { owner, campaign } = full
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
      return id
    }
    await record('declined', { kind: 'meeting', title: 'They said so in a meeting' })
    await record('answered', { kind: 'statement', title: 'Not out yet', status: 'draft' })
    const thrown = await record('answered', { kind: 'statement', title: 'Logged by mistake' })
    await trashEntry(owner, thrown)
    expect(outcomes([await getEntry(full.viewer, asked.id)])).toEqual(['declined'])
    const narrow = (await recordWith({ kinds: ['no_reply'] })).entries
    expect(outcomes(narrow)).toEqual([])
    // That there was no answer would not be true of the record.
    const silent = narrow.find(({ title }) => title === 'Asked about it')
    expect(silent?.inquiries[0]?.recipients).toMatchObject([{ name: 'Ring', outcome: null }])
    expect(silent?.sentence).toBe('A paper asked Ring.')
    const wide = (await recordWith(WIDEST.choices)).entries
    expect(wide.find(({ title }) => title === 'Asked about it')?.sentence).toBe(
      'A paper asked Ring, and had no answer when this was recorded; Ring declined to answer on 20 Feb 2026.',
    )
    expect(outcomes((await recordWith(WIDEST.choices)).entries)).not.toContain('answered')
  })
})

describe('what leaves the database', () => {
  const read = (rules?: LensRules) =>
    withViewer(full.owner, (tx) =>
      readRows(tx, [full.entry.id], { condition: visibleSql(full.owner), rules }),
    )
  const none: LensRules = { ...lensRules.public, people: [], places: 'none', fields: [] }

  it('is nobody whom the rules do not show', async () => {
    const people = (await read(lensRules.public)).flatMap(({ appearances }) => appearances)
    expect(people.map(({ person }) => person?.name)).toEqual(['Maren Open'])
    expect(people.flatMap(({ quotes }) => quotes.map(({ text }) => text))).toEqual(['We stay.'])
  })

  it('is no passage without its field, but whether the words of a quote are in their source', async () => {
    const { fields } = lensRules.public
    const rules = { ...lensRules.public, fields: fields.filter((name) => name !== 'passages') }
    const passages = (rows: EntryRow[]) =>
      rows.flatMap(({ citations }) => citations.map(({ exact, match }) => exact + match))
    expect(passages(await read()).join('')).not.toBe('')
    expect(passages(await read(rules)).join('')).toBe('')
  })

  it('is the title, the kind and the dates where the rules name no field', async () => {
    const [row] = await read(none)
    expect(row).toMatchObject({ place: '', details: {}, tags: [] })
    expect(row).toMatchObject({ appearances: [], citations: [], claims: [], photos: [] })
    expect(row?.title).not.toBe('')
    expect(JSON.stringify(row)).not.toContain('Maren')
  })
})
