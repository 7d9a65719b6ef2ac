import { describe, expect, it } from 'vitest'
import { assessmentSchema, disputedStandingSchema } from '@/lib/schemas/demand'
import { shareTermsSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { assess } from '../../demands/assessments'
import { disputeStanding } from '../../demands/disputes'
import { getDemand, listDemands } from '../../demands/queries'
import { trashEntry } from '../../entries/trash'
import { addPhoto } from '../../photos/mutations'
import { dots } from '../../photos/test-support'
import { logEntry, newWorld, TEST_DAY } from '../../testing/world'
import { changeShareTerms } from '../links/changes'
import { change, frozen, frozenWith, named } from './frozen-test-support'

useTestDatabase()

const consented = { consent: 'named', consentReason: 'said so' }
describe('an edition keeps nothing of', () => {
  it.each(['trash', 'drafts'])('an entry that is in the %s by now', async (where) => {
    const { owner, campaign } = await newWorld()
    const { id } = await logEntry(owner, campaign, {
      ...{ title: 'Rally', demands: [{ wording: 'End it.', targets: 'Amazon' }] },
    })
    await logEntry(owner, campaign, {
      ...{ title: 'Why', links: [{ relation: 'follows', entryId: id, entry: 'x' }] },
      demands: [{ wording: 'Say so.', targets: 'Ring' }],
    })
    const [demand] = (await listDemands(owner, campaign.id)).slice(-1)
    await assess(
      owner,
      assessmentSchema(TEST_DAY).parse({
        ...{ demand: demand?.id, organization: demand?.targets[0]?.id, entry: id },
        ...{ standing: 'acknowledged', date: '14 Feb 2026', note: 'At the Rally they said so' },
      }),
    )
    const { number = 0 } = demand ?? {}
    const { assessments } = await getDemand(owner, campaign.slug, number)
    const dispute = { assessment: assessments[0]?.id, reason: 'Not at the Rally', saidBy: 'Ring' }
    await disputeStanding(owner, disputedStandingSchema.parse(dispute))
    const edition = await frozen(owner, campaign)
    const before = await edition.read()
    expect(named(before, 'Why')?.links).toHaveLength(1)
    expect(before.demands.at(-1)?.targets[0]?.evidence?.title).toBe('Rally')
    await (where === 'trash' ? trashEntry(owner, id) : change(owner, id, { status: 'draft' }))
    const now = await edition.read()
    expect(now.entries.map(({ title }) => title)).toEqual(['Why'])
    expect(named(now, 'Why')?.links).toEqual([])
    expect(now.demands.map(({ wording }) => wording)).toEqual(['Say so.'])
    expect(now.demands[0]?.targets).toMatchObject([
      {
        ...{ standing: 'acknowledged', evidence: null, evidenceKept: true, note: '' },
        disputes: [{ saidBy: 'Ring', reason: '' }],
      },
    ])
    expect(JSON.stringify(now)).not.toContain('Rally')
  })

  it('a demand that is in the trash by now, at an entry and beside words', async () => {
    const {
      owner,
      campaign,
      it: entry,
    } = await frozenWith({
      demands: [
        { wording: 'End it.', targets: 'Amazon' },
        { wording: 'Say so.', targets: 'Ring' },
      ],
      appearances: [
        {
          ...{ name: 'Nadia Example', ...consented },
          quotes: [{ text: 'So.', demands: [{ wording: 'End it.' }, { wording: 'Say so.' }] }],
        },
      ],
    })
    const wordings = async () => {
      const it = await entry()
      return [
        it?.demands.map(({ wording }) => wording),
        it?.appearances[0]?.quotes[0]?.demands.map(({ wording }) => wording),
      ]
    }
    const both = ['End it.', 'Say so.']
    expect(await wordings()).toEqual([both, both])
    const [first] = await listDemands(owner, campaign.id)
    await withViewer(owner, (tx) =>
      tx.demand.updateMany({ where: { id: first?.id ?? '' }, data: { trashedAt: new Date() } }),
    )
    expect(await wordings()).toEqual([['Say so.'], ['Say so.']])
  })

  it('a link between entries that was taken out', async () => {
    const { owner, campaign } = await newWorld()
    const { id } = await logEntry(owner, campaign, { title: 'Rally' })
    await logEntry(owner, campaign, {
      ...{ title: 'It', links: [{ relation: 'follows', entryId: id, entry: 'x' }] },
    })
    const edition = await frozen(owner, campaign)
    expect((await edition.entry('Rally'))?.links).toHaveLength(1)
    await withViewer(owner, (tx) => tx.entryLink.deleteMany({ where: { toId: id } }))
    expect((await edition.entry('Rally'))?.links).toEqual([])
    expect((await edition.entry('It'))?.links).toEqual([])
  })

  it('a picture that was taken out, and shows one as it is by now', async () => {
    const { owner, campaign } = await newWorld()
    const bytes = await dots(40, 30).jpeg().toBuffer()
    const photos = [
      { photo: (await addPhoto(owner, bytes, [])).id, alt: 'A crowd' },
      { photo: (await addPhoto(owner, bytes, [])).id, alt: 'A banner' },
    ]
    await logEntry(owner, campaign, { title: 'It', photos })
    const edition = await frozen(owner, campaign)
    const pictures = async () =>
      (await edition.entry('It'))?.photos.map(({ alt, width, files }) => [alt, width, files])
    expect((await pictures())?.map(([alt]) => alt)).toEqual(['A crowd', 'A banner'])
    await withViewer(owner, async (tx) => {
      const of = (alt: string) => ({ where: { alt } })
      await tx.photo.updateMany({ ...of('A crowd'), data: { removedAt: new Date() } })
      // As when an area of it is hidden: it has other files.
      await tx.photo.updateMany({
        ...of('A banner'),
        data: { width: 20, suffixes: ['20.webp'], hashes: [] },
      })
    })
    expect(await pictures()).toEqual([['A banner', 20, ['20.webp']]])
  })

  it('somebody who was taken out of the entry, by name or in a text', async () => {
    const { owner, it: entry } = await frozenWith({
      ...{ summary: 'Then Nadia Example spoke.' },
      appearances: [{ name: 'Nadia Example', ...consented, quotes: [{ text: 'So.' }] }],
    })
    expect((await entry())?.appearances).toHaveLength(1)
    await withViewer(owner, async (tx) => {
      await tx.quote.deleteMany({})
      await tx.appearance.deleteMany({})
    })
    expect((await entry())?.appearances).toEqual([])
    await withViewer(owner, (tx) => tx.person.deleteMany({}))
    expect((await entry())?.summary).toBe('Then [name withheld] spoke.')
  })

  it('somebody at an entry that a correction took them out of, and at that one alone', async () => {
    const { owner, campaign } = await newWorld()
    const told = { summary: 'Nadia Example spoke.' }
    const appearances = [{ name: 'Nadia Example', ...consented, quotes: [{ text: 'So.' }] }]
    const { id: entryId } = await logEntry(owner, campaign, { title: 'A', ...told, appearances })
    await logEntry(owner, campaign, { title: 'B', ...told, appearances })
    const edition = await frozen(owner, campaign)
    await withViewer(owner, async (tx) => {
      await tx.quote.deleteMany({ where: { appearance: { entryId } } })
      await tx.appearance.deleteMany({ where: { entryId } })
    })
    expect(await edition.entry('A')).toMatchObject({ ...told, appearances: [] })
    expect(await edition.entry('B')).toMatchObject({ ...told, appearances: [{}] })
    await withViewer(owner, (tx) => tx.person.updateMany({ data: { consent: 'hidden' } }))
    expect(JSON.stringify(await edition.read())).not.toContain('Nadia')
  })

  it('somebody whom the link shows no more', async () => {
    const {
      owner,
      edition,
      it: entry,
    } = await frozenWith({
      appearances: [
        { name: 'Nadia Example', ...consented },
        { name: 'Ines Initials', ...consented, consent: 'initials' },
      ],
    })
    const names = async () => (await entry())?.appearances.map(({ name }) => name)
    expect(await names()).toEqual(['Nadia Example', 'I. I.'])
    const choices = JSON.stringify({ people: ['named'] })
    const terms = { share: edition.id, lens: 'member', choices }
    await changeShareTerms(owner, shareTermsSchema.parse(terms))
    expect(await names()).toEqual(['Nadia Example'])
  })
})
