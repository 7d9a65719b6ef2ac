import { describe, expect, it } from 'vitest'
import { assessmentSchema } from '@/lib/schemas/demand'
import { shareTermsSchema } from '@/lib/schemas/share'
import { choosableFields } from '@/lib/shares/choices'
import { lensRules, type LensChoices, type LensField } from '@/lib/shares/lens'
import { useTestDatabase } from '../../auth/test-support'
import { assess } from '../../demands/assessments'
import { listDemands } from '../../demands/queries'
import { logEntry, newWorld, TEST_DAY } from '../../testing/world'
import { logFullRecord, without, WIDEST } from '../reading/test-support'
import { changeShareTerms } from '../links/changes'
import { trashEntry } from '../../entries/trash'
import { frozen, named } from './frozen-test-support'

useTestDatabase()

const citations = [{ title: 'News', url: 'https://example.org/news', exact: 'forty walked' }]

async function whole() {
  const { owner, campaign } = await newWorld()
  const { id } = await logEntry(owner, campaign, { title: 'Rally' })
  const it = await logEntry(owner, campaign, {
    ...{ title: 'It', kind: 'march', crowd: 'about 40', crowdCountedBy: 'a marshal' },
    ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393', tags: 'harbour' },
    ...{ accordingTo: 'Ines Example', summary: 'They walked.' },
    crowdClaims: [{ value: '40 to 50', saidBy: 'the police' }],
    citations,
    links: [{ relation: 'follows', entryId: id, entry: 'x', note: 'On the next day' }],
    demands: [{ wording: 'End it.', targets: 'Amazon' }],
    appearances: [
      {
        ...{ name: 'Nadia Example', consent: 'named', consentReason: 'said so' },
        ...{ description: 'a loader', affiliation: 'the night shift' },
        quotes: [
          { text: 'So it is.', consent: 'initials', demands: [{ wording: 'End it.' }] },
          { text: 'We walked.' },
        ],
      },
    ],
  })
  const [demand] = await listDemands(owner, campaign.id)
  await assess(
    owner,
    assessmentSchema(TEST_DAY).parse({
      ...{ demand: demand?.id, organization: demand?.targets[0]?.id, entry: it.id },
      ...{ standing: 'acknowledged', date: '14 Feb 2026', note: 'They said so' },
    }),
  )
  const edition = await frozen(owner, campaign)
  const narrow = async (without: LensField) => {
    const choices = JSON.stringify({
      fields: lensRules.member.fields.filter((field) => field !== without),
    })
    const terms = { share: edition.id, lens: 'member', choices }
    await changeShareTerms(owner, shareTermsSchema.parse(terms))
  }
  return { owner, campaign, rally: id, edition, narrow, demand }
}

describe('an edition of a link that shows less by now', () => {
  // The link itself is the oracle: nothing but the link changes here.
  it('is what the link shows by now, whatever the link leaves out', async () => {
    const { owner, campaign } = await logFullRecord()
    const edition = await frozen(owner, campaign, WIDEST)
    const whole = await edition.read()
    const narrowed: LensChoices[] = [
      ...choosableFields.map((field) => without(field)),
      { fields: [] },
      { people: ['named'] },
      { kinds: ['rally', 'statement'] },
      { lanes: ['action'] },
      { places: 'town' },
      { places: 'none' },
    ]
    for (const choices of narrowed) {
      const terms = { share: edition.id, lens: 'member', choices: JSON.stringify(choices) }
      await changeShareTerms(owner, shareTermsSchema.parse(terms))
      const { entries, demands } = await edition.read()
      const live = await edition.live()
      expect([choices, entries]).toEqual([choices, live.entries])
      expect([choices, demands]).toEqual([choices, live.demands])
      const isLess =
        JSON.stringify([whole.entries, whole.demands]) !==
        JSON.stringify([live.entries, live.demands])
      expect([choices, (await edition.takenBack()) !== null]).toEqual([choices, isLess])
    }
  })

  it('tells of a stricter quote nothing where it shows no quotes, not even its speaker', async () => {
    const { edition, narrow } = await whole()
    const names = async () => named(await edition.read(), 'It')?.appearances.map(({ name }) => name)
    expect(await names()).toEqual(['Nadia Example', 'N. E.'])
    await narrow('quotes')
    expect(await names()).toEqual(['Nadia Example'])
  })

  it('is as it was frozen once the link shows it again', async () => {
    const { edition, narrow } = await whole()
    const before = await edition.read()
    await narrow('sources')
    await narrow('photos')
    expect(await edition.read()).toEqual(before)
    expect(await edition.takenBack()).toBeNull()
  })
})

describe('what changed since an edition', () => {
  it('says what was taken out of the record, and which demands', async () => {
    const { owner, rally, edition } = await whole()
    await trashEntry(owner, rally)
    const since = async () => (await edition.whole()).since
    expect(await since()).toMatchObject({ gone: 1 })
    const it = named(await edition.read(), 'It')
    expect(it?.title).toBe('It')
  })

  it('says that a demand was taken out', async () => {
    const { owner, campaign } = await newWorld()
    const { id } = await logEntry(owner, campaign, {
      ...{ title: 'It', demands: [{ wording: 'End it.', targets: 'Amazon' }] },
    })
    const edition = await frozen(owner, campaign)
    await trashEntry(owner, id)
    expect((await edition.whole()).since).toMatchObject({
      ...{ gone: 1, besides: ['Demand 1 was taken out.'] },
    })
  })
})
