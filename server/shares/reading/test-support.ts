import { choosableFields } from '@/lib/shares/choices'
import { type LensChoices, type LensField } from '@/lib/shares/lens'
import { assessmentSchema, demandSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { shareReaderFor } from '../../auth/share-reader'
import type { Organizer, ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { assess } from '../../demands/assessments'
import { updateDemand } from '../../demands/mutations'
import { listDemands } from '../../demands/queries'
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
import { createShare } from '../links/mutations'
import { readShared } from './read'
import { readSharedRecord } from './record'

const LEDGER = { title: 'A ledger of firings', exact: 'eleven were fired' }

/** A link that leaves nothing out. */
export const WIDEST = { lens: 'member', choices: { fields: [...choosableFields] } } as const

/** Choices that leave out these fields alone. */
export const without = (...fields: LensField[]): LensChoices => ({
  fields: choosableFields.filter((field) => !fields.includes(field)),
})

/** A campaign with an entry that has every field, to read through links of all sorts. */
export async function logFullRecord() {
  const { owner, viewer } = await newWorld()
  const campaign = await newCampaignFor(owner)
  const { entry, demand } = await fill(owner, campaign)
  /** A reader of a new link; its choices are those of its lens where there are none. */
  const readerWith = async (choices: LensChoices | null, lens = 'member'): Promise<ShareReader> => {
    const link = { campaign: campaign.id, lens }
    const { url } = await createShare(
      owner,
      shareSchema.parse({ ...link, ...(choices && { choices: JSON.stringify(choices) }) }),
    )
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The new link is not readable.')
    return reader
  }
  return {
    ...{ owner, viewer, campaign, entry, demand },
    recordWith: async (choices: LensChoices | null, lens?: string) =>
      readSharedRecord(await readerWith(choices, lens)),
    pageWith: async (choices: LensChoices, asked: Partial<TimelineFilter> = {}) =>
      readShared(await readerWith(choices), {
        ...{ order: 'newest', after: null, limit: 100 },
        filter: { ...noFilter, ...asked },
      }),
  }
}
export type FullRecord = Awaited<ReturnType<typeof logFullRecord>>

async function fill(owner: Organizer, campaign: World['campaign']) {
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
  return { entry: rally, demand: { id: found.id, target: target.id } }
}
