import 'server-only'
import {
  assessmentSchema,
  demandSchema,
  followUpSchema,
  inquiryOutcomeSchema,
} from '@/lib/schemas/demand'
import { commentSchema } from '@/lib/schemas/comment'
import type { Organizer } from '@/server/auth/viewer'
import { addComment } from '@/server/comments/mutations'
import { withViewer } from '@/server/db'
import { assess } from '@/server/demands/assessments'
import { setFollowUp } from '@/server/demands/follow-ups'
import { listInquiries, recordOutcome } from '@/server/demands/inquiries'
import { createDemand, updateDemand } from '@/server/demands/mutations'
import { listDemands } from '@/server/demands/queries'
import { getEntry } from '@/server/entries/queries'
import { addPhoto } from '@/server/photos/mutations'
import { dots } from '@/server/photos/test-support'
import { fillPlan } from '@/server/plans/test-support'
import { changeMark } from '@/server/workspace/mark'
import { editOf, saveEdit } from '@/server/testing/editing'
import { logEntry, newCampaignFor, plainInput, TEST_DAY, type World } from '@/server/testing/world'

/** One word a field, so that a hit says which field leaked. Never part of another word. */
export const word = (field: string) => `Zq${field}zq`

/** Fills a campaign with a word of its own in every field. */
export async function fill({ owner, campaign }: World): Promise<void> {
  const source = { title: 'A report', exact: word('passage') }
  const { id: entry } = await logEntry(owner, campaign, {
    ...plainInput(word),
    title: word('title'),
    summary: `${word('summary')}: ${word('hiddenPerson')} Person and ${word('initialsName')} Person spoke.`,
    ...{ crowd: 'hundreds', crowdCountedBy: `${word('hiddenPerson')} Person` },
    tags: word('tag'),
    place: `${word('street')} 5, Seattle`,
    ...{ placePrecision: 'town', latitude: '47.6155', longitude: '-122.3394' },
    placeClaims: [{ value: `${word('placeClaim')} 5, Seattle`, saidBy: 'the poster' }],
    citations: [source],
    disputes: [
      {
        reason: `${word('disputeReason')} ${word('hiddenPerson')} Person`,
        ...{ saidBy: word('disputeBy'), source: 'entry' },
      },
    ],
    replies: [
      {
        ...{ organization: 'Amazon', date: '14 Feb 2026', source: 'entry' },
        text: `${word('reply')} ${word('initialsName')} Person`,
      },
    ],
    demands: [{ wording: word('earlierWording'), targets: 'Amazon' }],
    appearances: [
      {
        ...{ name: `${word('namedPerson')} Person`, consent: 'named' },
        ...{ consentReason: word('consentReason') },
        quotes: [{ text: `Aside: ${word('hiddenQuote')}`, consent: 'hidden' }],
      },
      {
        name: `${word('hiddenPerson')} Person`,
        quotes: [
          {
            text: word('hiddenQuote'),
            disputes: [{ reason: word('hiddenDispute'), saidBy: 'Amazon' }],
          },
        ],
      },
      {
        ...{ name: `${word('initialsName')} Person`, consent: 'initials' },
        ...{ consentReason: 'agreed' },
      },
      {
        ...{ name: `${word('roleName')} Person`, consent: 'role_only', consentReason: 'agreed' },
        description: word('roleDescription'),
      },
    ],
  })
  await logEntry(owner, campaign, {
    ...{ title: 'Somewhere else', place: word('hiddenPlace'), placePrecision: 'hidden' },
    ...{ latitude: '10.5', longitude: '10.5' },
    placeClaims: [{ value: word('hiddenPlace'), saidBy: 'the poster' }],
    accordingTo: `${word('hiddenAccount')} Person`,
  })
  for (const kind of ['meeting', 'negotiation'] as const)
    await logEntry(owner, campaign, {
      ...{ kind, title: word(kind), place: 'A hall', latitude: '40.7128', longitude: '-74.006' },
    })
  await logEntry(owner, campaign, {
    ...{ title: word('draft'), status: 'draft' },
    demands: [{ wording: word('draftDemand'), targets: 'Amazon' }],
  })
  await logEntry(owner, campaign, { title: word('review'), status: 'in_review' })
  await logEntry(owner, campaign, {
    ...{ title: 'Taken back', kind: 'march', place: `${word('laterPlace')} 9, Seattle` },
    summary: `${word('withdrawnPerson')} Person marched with ${word('removed')} Person.`,
    appearances: [
      {
        ...{ name: `${word('withdrawnPerson')} Person`, consent: 'named', consentReason: 'agreed' },
        quotes: [{ text: `Once I said ${word('withdrawnQuote')}` }],
      },
      { name: `${word('removed')} Person`, consent: 'named', consentReason: 'agreed' },
    ],
  })
  await logEntry(owner, campaign, { title: word('withdrawnEntry') })
  await fillPhotosAndLinks(owner, campaign)
  await fillInquiry(owner, campaign)
  await fillPlan(owner, campaign, word)
  const trashed = await logEntry(owner, campaign, { title: word('trash') })
  await logEntry(owner, await newCampaignFor(owner), { title: word('otherCampaign') })
  const [demand] = await listDemands(owner, campaign.id)
  const target = demand?.targets[0]
  if (!demand || !target) throw new Error('There is no demand.')
  await updateDemand(
    owner,
    demand.id,
    demandSchema.parse({ wording: 'The new wording', targets: 'Amazon', note: 'shorter' }),
  )
  await assess(
    owner,
    assessmentSchema(TEST_DAY).parse({
      ...{ demand: demand.id, organization: target.id, standing: 'acknowledged' },
      ...{ date: '14 Feb 2026', note: word('standingNote') },
    }),
  )
  const about = { demand: demand.id, organization: target.id, dueOn: '2026-04-01' }
  await setFollowUp(owner, followUpSchema(TEST_DAY).parse({ ...about, note: word('followUp') }))
  for (const about of [
    { record: 'entry', id: entry },
    { record: 'demand', id: demand.id },
  ] as const)
    await addComment(owner, about, commentSchema.parse({ body: word('comment') }))
  await createDemand(
    owner,
    campaign.slug,
    demandSchema.parse({ wording: 'Another demand', targets: 'Amazon' }),
  )
  const { workspaceId } = owner
  await withViewer(owner, async (tx) => {
    // Words that the entry had when the comment was written, and has no more.
    await tx.comment.updateMany({ data: { about: word('commentAbout') } })
    await tx.entry.updateMany({ where: { id: trashed.id }, data: { trashedAt: new Date() } })
    await tx.source.updateMany({
      data: {
        ...{ capturedText: word('capturedText'), capturedSha256: '0'.repeat(64) },
        author: word('sourceAuthor'),
      },
    })
    await tx.citation.updateMany({ data: { prefix: word('prefix'), suffix: word('suffix') } })
    await tx.assessment.updateMany({ data: { decisionReason: word('decision') } })
    const standing = await tx.assessment.findFirstOrThrow({ select: { id: true } })
    const disputed = { workspaceId, assessmentId: standing.id, saidBy: 'Amazon' }
    await tx.dispute.createMany({
      data: [
        { ...disputed, reason: word('standingDispute') },
        { ...disputed, reason: word('disputeTakenBack'), takenBackAt: new Date() },
      ],
    })
    await tx.assessment.create({
      data: {
        ...{ workspaceId, demandId: demand.id, organizationId: target.id, standing: 'met' },
        ...{ state: 'proposed', edtf: '2026-02-15', note: word('proposal') },
        ...{ firstDay: new Date('2026-02-15'), lastDay: new Date('2026-02-15') },
      },
    })
    await tx.workspace.updateMany({
      data: {
        name: word('workspace'),
        publisherName: word('publisherName'),
        publisherAbout: `${word('publisherAbout')}, with ${word('hiddenPerson')} Person`,
        publisherContact: `https://${word('publisherContact').toLowerCase()}.example.org/`,
        publisherCorrections: `${word('publisherCorrections').toLowerCase()}@example.org`,
      },
    })
    await tx.account.updateMany({
      where: { id: owner.accountId },
      data: { name: word('memberName') },
    })
    await tx.savedFilter.create({
      data: {
        ...{ workspaceId, campaignId: campaign.id, name: word('filterName') },
        query: `tag=${word('filterName')}`,
      },
    })
  })
}

async function fillInquiry(owner: Organizer, campaign: World['campaign']): Promise<void> {
  await logEntry(owner, campaign, {
    ...{ kind: 'no_reply', title: 'No answer yet' },
    inquiry: {
      ...{ askedBy: 'FOX 13', through: word('askedThrough') },
      recipients: [{ name: 'Amazon', outcome: 'waiting' }],
    },
  })
  const { id: entry } = await logEntry(owner, campaign, {
    ...{ kind: 'statement', title: word('draftAnswer'), status: 'draft' },
  })
  const [inquiry] = (await listInquiries(owner, campaign.slug)).inquiries
  const about = { inquiry: inquiry?.id, organization: inquiry?.recipients[0]?.id }
  const outcome = { outcome: 'declined', date: '20 Feb 2026', entry, note: word('outcomeNote') }
  await recordOutcome(owner, inquiryOutcomeSchema(TEST_DAY).parse({ ...about, ...outcome }))
  const again = { dueOn: '2026-04-02', note: word('askAgain') }
  await setFollowUp(owner, followUpSchema(TEST_DAY).parse({ ...about, ...again }))
}

async function fillPhotosAndLinks(owner: Organizer, campaign: World['campaign']): Promise<void> {
  const described = dots(40, 30).withExif({ IFD0: { Artist: word('exif') } })
  const picture = () => described.clone().jpeg().toBuffer()
  const added = async () => (await addPhoto(owner, await picture(), [])).id
  await changeMark(owner, await picture())
  const { id } = await logEntry(owner, campaign, {
    title: 'With pictures',
    photos: [
      {
        ...{ photo: await added(), caption: `${word('caption')} ${word('hiddenPerson')} Person` },
        ...{ credit: `${word('photoCredit')} ${word('initialsName')} Person` },
        alt: `${word('alt')} ${word('roleName')} Person`,
      },
      { photo: await added(), alt: word('removedPhoto') },
    ],
  })
  const entry = await getEntry(owner, id)
  await saveEdit(owner, entry, editOf(entry, { 'photos.1.remove': 'on' }))
  const draft = await logEntry(owner, campaign, {
    ...{ title: word('linkToDraft'), status: 'draft' },
    photos: [{ photo: await added(), alt: word('draftPhoto') }],
    links: [{ relation: 'mentions', entryId: id, entry: 'x', note: word('linkFromDraft') }],
  })
  const elsewhere = await logEntry(owner, await newCampaignFor(owner), {
    title: word('linkElsewhere'),
  })
  const meeting = await logEntry(owner, campaign, { title: 'An evening', kind: 'meeting' })
  const to = (other: { id: string }, note: string) => ({
    ...{ relation: 'mentions', entryId: other.id, entry: 'x', note },
  })
  await logEntry(owner, campaign, {
    title: 'With links',
    links: [
      to({ id }, word('linkNote')),
      to(draft, word('linkToDraft')),
      to(elsewhere, word('linkElsewhere')),
      to(meeting, word('linkToMeeting')),
    ],
  })
}
