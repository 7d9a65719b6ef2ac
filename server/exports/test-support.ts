import 'server-only'
import { readXlsx } from 'hucre/xlsx'
import {
  assessmentSchema,
  demandSchema,
  followUpSchema,
  inquiryOutcomeSchema,
} from '@/lib/schemas/demand'
import { savedFilterSchema } from '@/lib/timeline/saved'
import type { ExportFormatName } from '@/lib/exports/formats'
import { writeCsv } from '@/lib/formats/csv'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { SystemJob, Viewer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { assess } from '../demands/assessments'
import { setFollowUp } from '../demands/follow-ups'
import { fillPlan } from '../plans/test-support'
import { listInquiries, recordOutcome } from '../demands/inquiries'
import { updateDemand } from '../demands/mutations'
import { listDemands } from '../demands/queries'
import { addPhoto } from '../photos/mutations'
import { dots } from '../photos/test-support'
import { logEntry, newWorld, plainInput, TEST_DAY, type World } from '../testing/world'
import { saveFilter } from '../timeline/filter/saved'
import type { ExportDone } from './asked'
import { writeExport } from './export'

/** An export as its bytes. */
export async function exportedBytes(
  viewer: Viewer,
  format: ExportFormatName,
  slug: string | null,
  filter: Partial<TimelineFilter> = {},
): Promise<ExportDone & { bytes: Buffer }> {
  const pieces: Uint8Array[] = []
  const asked = { format, slug, filter: { ...noFilter, ...filter } }
  const done = await writeExport(viewer, asked, (piece) => {
    pieces.push(Buffer.from(piece))
    return Promise.resolve()
  })
  return { ...done, bytes: Buffer.concat(pieces) }
}

/** An export as one text; a workbook as another library reads it, as CSV. */
export async function exported(
  viewer: Viewer,
  format: ExportFormatName,
  slug: string | null,
  filter: Partial<TimelineFilter> = {},
): Promise<ExportDone & { text: string }> {
  const { bytes, ...done } = await exportedBytes(viewer, format, slug, filter)
  if (format !== 'xlsx') return { ...done, text: bytes.toString() }
  const { sheets } = await readXlsx(bytes)
  return {
    ...done,
    text: writeCsv((sheets[0]?.rows ?? []).map((row) => row.map((value) => String(value ?? '')))),
  }
}

/** Fills a campaign so that every table of a record has a row. */
export async function fillCampaign(
  { owner, contributor }: Pick<World, 'owner' | 'contributor'>,
  campaign: { id: string; slug: string },
): Promise<{ rally: string; draft: string }> {
  const photo = (await addPhoto(owner, await dots(40, 30).jpeg().toBuffer(), [])).id
  const rally = await logEntry(owner, campaign, {
    ...plainInput((name) => `Words of ${name}`),
    ...{ title: 'All of it', crowd: 'about 300', crowdCountedBy: 'the organizers' },
    ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393' },
    ...{ date: '13 Feb 2026 5:30pm', placePrecision: 'town', tags: 'big, =1+1' },
    accordingTo: 'Maren Open',
    organizations: [{ name: 'Amazon', part: 'target' }],
    placeClaims: [{ value: 'Gate 6, Seattle', saidBy: 'the poster' }],
    disputes: [{ reason: 'It was a vigil', saidBy: 'Amazon', source: 'entry' }],
    replies: [
      { organization: 'Amazon', date: '14 Feb 2026', text: 'We disagree.', source: 'entry' },
    ],
    dateClaims: [{ value: '14 Feb 2026', saidBy: 'the poster', source: 'entry' }],
    citations: [{ title: 'A ledger', exact: 'eleven were fired' }],
    demands: [{ wording: 'End it.', targets: 'Amazon', counterparties: 'Palantir' }],
    appearances: [
      {
        ...{ name: 'Maren Open', consent: 'named', consentReason: 'said so', role: 'speaker' },
        description: 'a driver',
        quotes: [
          {
            ...{ text: 'We stay.', source: 'entry' },
            disputes: [{ reason: 'They left', saidBy: 'Amazon', source: 'entry' }],
          },
          { text: '- We are # watched.' },
        ],
      },
      { name: 'Hana Hidden', quotes: [{ text: 'Never.' }] },
    ],
    photos: [{ photo, alt: 'A crowd' }],
  })
  const draft = await logEntry(contributor, campaign, {
    ...{ title: 'Not out yet', status: 'draft', date: 'about November 2025' },
    organizations: [{ name: 'Unheard Union', part: 'actor' }],
  })
  await logEntry(owner, campaign, {
    ...{ kind: 'no_reply', title: 'No reply' },
    inquiry: { askedBy: 'A paper', recipients: [{ name: 'Amazon', outcome: 'waiting' }] },
  })
  await logEntry(owner, campaign, {
    ...{ kind: 'petition', title: '=HYPERLINK("x")', details: { signatures: '40' } },
  })
  await follow(owner, campaign, rally.id)
  await fillPlan(owner, campaign, (field) => `The ${field}`)
  return { rally: rally.id, draft: draft.id }
}

async function follow(owner: Viewer, campaign: { id: string; slug: string }, rally: string) {
  const [demand] = await listDemands(owner, campaign.id)
  const target = demand?.targets[0]
  if (!demand || !target) throw new Error('There is no demand.')
  await logEntry(owner, campaign, {
    ...{ kind: 'statement', title: 'They answered', date: '20 Feb 2026' },
    citations: [{ title: 'Another report', url: 'https://news.example.org/a(1)' }],
    demands: [{ demand: demand.id, relation: 'answers', at: 'Amazon', stance: 'deflects' }],
    links: [{ relation: 'caused_by', entryId: rally, entry: 'x', source: 'entry' }],
  })
  const wording = { wording: 'End it now.', targets: 'Amazon', counterparties: 'Palantir' }
  await updateDemand(owner, demand.id, demandSchema.parse(wording))
  const about = { demand: demand.id, organization: target.id }
  await assess(
    owner,
    assessmentSchema(TEST_DAY).parse({
      ...{ ...about, standing: 'acknowledged', date: '14 Feb 2026', note: 'They wrote back.' },
      entry: rally,
    }),
  )
  await setFollowUp(owner, followUpSchema(TEST_DAY).parse({ ...about, dueOn: '1 Apr 2026' }))
  const { inquiries } = await listInquiries(owner, campaign.slug)
  const [inquiry] = inquiries
  await recordOutcome(
    owner,
    inquiryOutcomeSchema(TEST_DAY).parse({
      ...{ inquiry: inquiry?.id, organization: inquiry?.recipients[0]?.id },
      ...{ outcome: 'declined', date: '20 Feb 2026' },
    }),
  )
  await saveFilter(
    owner,
    savedFilterSchema.parse({ slug: campaign.slug, name: 'Actions', query: 'lane=action' }),
  )
  await withViewer(owner, async (tx) => {
    const { workspaceId } = owner
    const source = await tx.source.findFirstOrThrow({ select: { id: true } })
    await tx.sourcePicture.create({ data: { workspaceId, sourceId: source.id, caption: 'Crowd' } })
    const quote = await tx.quote.findFirstOrThrow({ select: { id: true } })
    await tx.quoteDemand.createMany({
      data: [{ workspaceId, quoteId: quote.id, demandId: demand.id }],
    })
    await tx.person.updateMany({ where: { name: 'Hana Hidden' }, data: { name: 'Hana Hid' } })
    const assessment = await tx.assessment.findFirstOrThrow({
      where: { note: 'They wrote back.' },
      select: { id: true },
    })
    await tx.citation.create({
      data: { workspaceId, sourceId: source.id, assessmentId: assessment.id, exact: 'so' },
    })
    const said = { reason: 'They did not', saidBy: 'Amazon' }
    const { id: disputeId } = await tx.dispute.create({
      data: { workspaceId, assessmentId: assessment.id, ...said },
      select: { id: true },
    })
    await tx.citation.create({ data: { workspaceId, sourceId: source.id, disputeId } })
    const organization = await tx.organization.findFirstOrThrow({
      where: { name: 'Amazon' },
      select: { id: true },
    })
    const above = await tx.organization.create({ data: { workspaceId, name: 'Amazon Holding' } })
    await tx.organization.updateMany({
      where: { id: organization.id },
      data: { parentId: above.id },
    })
    await tx.campaignOrganization.createMany({
      data: [
        { workspaceId, campaignId: campaign.id, organizationId: organization.id, role: 'target' },
      ],
    })
  })
}

/** A workspace that holds nothing, and its operator. */
export async function emptyWorkspace(): Promise<{ operator: SystemJob; owner: World['owner'] }> {
  const other = await newWorld()
  await withViewer(other.owner, async (tx) => {
    await tx.shareLink.deleteMany({})
    await tx.campaign.deleteMany({})
  })
  return { operator: systemViewer(other.workspaceId), owner: other.owner }
}
