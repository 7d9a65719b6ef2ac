import 'server-only'
import {
  assessmentSchema,
  disputedStandingSchema,
  followUpSchema,
  inquiryOutcomeSchema,
} from '@/lib/schemas/demand'
import {
  calendarAddress,
  endCalendarAddress,
  makeCalendarAddress,
  readCalendar,
  listCalendarAddresses,
} from '../demands/feeds'
import { endFollowUp, listFollowUps, reopenFollowUp, setFollowUp } from '../demands/follow-ups'
import {
  inquiriesVisibleTo,
  listInquiries,
  listInquiriesOut,
  recordOutcome,
  takeBackOutcome,
} from '../demands/inquiries'
import { assess } from '../demands/assessments'
import { getDemand } from '../demands/queries'
import { listTargets, readLedger } from '../demands/ledger'
import { listProposed } from '../demands/proposed'
import { disputeStanding, takeBackDispute } from '../demands/disputes'
import { checkStanding, uncheckStanding } from '../demands/second-reader'
import { listSilences } from '../demands/silences'
import { listRoleProposals } from '../organizations/proposals'
import { listChanges, noteVisit } from '../campaigns/visits'
import { listWaiting } from '../campaigns/waiting'
import { withViewer } from '../db'
import { editor, member, reader, writer, type Row } from './access-rows'
import type { Viewer } from '../auth/viewer'
import { CANARY, type Target } from './target'
import { logEntry, TEST_DAY } from './world'

/** The ledger, its clocks and follow-ups, for the table of all access. */
export const demandAccess: Record<string, Row> = {
  'organizations/proposals.listRoleProposals': editor('refused', (v, t) =>
    listRoleProposals(v, t.campaign.slug),
  ),
  'campaigns/visits.listChanges': member('refused', (v, t) => listChanges(v, t.campaign.slug)),
  'campaigns/visits.noteVisit': member('refused', (v, t) =>
    noteVisit(v, t.campaign.slug, '2026-02-13T12:00:00Z'),
  ),
  'campaigns/waiting.listWaiting': member('refused', (v, t) => listWaiting(v, t.campaign.slug)),
  'demands/ledger.readLedger': member('refused', (v, t) => readLedger(v, t.campaign.slug)),
  'demands/ledger.listTargets': member('refused', (v, t) => listTargets(v, t.campaign.slug)),
  'demands/proposed.listProposed': member('own', (v, t) => listProposed(v, t.entryId)),
  'demands/disputes.disputeStanding': editor(
    'refused',
    (v, _t, id) => disputeStanding(v, disputeOf(id)),
    makeStanding,
  ),
  'demands/disputes.takeBackDispute': editor(
    'refused',
    (v, _t, id) => takeBackDispute(v, id),
    async (target, viewer) => {
      const { owner, campaign, demand } = target
      const assessment = await makeStanding(target, viewer)
      await disputeStanding(owner, disputeOf(assessment))
      const { assessments } = await getDemand(owner, campaign.slug, demand.number)
      return assessments.flatMap(({ disputes }) => disputes)[0]?.id ?? ''
    },
  ),
  'demands/second-reader.checkStanding': writer(
    'refused',
    (v, _t, id) => checkStanding(v, id),
    makeStanding,
  ),
  'demands/second-reader.uncheckStanding': writer(
    'refused',
    (v, _t, id) => uncheckStanding(v, id),
    makeStanding,
  ),
  'demands/silences.listSilences': member('refused', (v, t) => listSilences(v, t.campaign.slug)),
  'demands/inquiries.inquiriesVisibleTo': reader('own', (v) =>
    withViewer(v, (tx) => tx.inquiry.findMany({ where: inquiriesVisibleTo(v) })),
  ),
  'demands/inquiries.listInquiries': member('refused', (v, t) => listInquiries(v, t.campaign.slug)),
  'demands/inquiries.listInquiriesOut': member('refused', (v, t) =>
    listInquiriesOut(v, t.campaign.slug),
  ),
  'demands/inquiries.recordOutcome': editor(
    'refused',
    async (v, t, inquiry) => recordOutcome(v, outcomeInput(t, inquiry)),
    async (t) => (await makeInquiry(t)).id,
  ),
  'demands/inquiries.takeBackOutcome': editor(
    'refused',
    (v, _t, id) => takeBackOutcome(v, id),
    makeOutcome,
  ),
  'demands/follow-ups.listFollowUps': member('refused', (v, t) =>
    listFollowUps(v, t.campaign.slug),
  ),
  'demands/follow-ups.setFollowUp': writer('refused', (v, t) => setFollowUp(v, followUpInput(t))),
  'demands/follow-ups.endFollowUp': writer(
    'refused',
    (v, _t, id) => endFollowUp(v, id, 'done'),
    makeFollowUp,
  ),
  'demands/follow-ups.reopenFollowUp': writer(
    'refused',
    (v, _t, id) => reopenFollowUp(v, id),
    async (t) => {
      const id = await makeFollowUp(t)
      await endFollowUp(t.owner, id, 'done')
      return id
    },
  ),
  'demands/feeds.calendarAddress': member('refused', (v, t) => calendarAddress(v, t.campaign.slug)),
  'demands/feeds.listCalendarAddresses': {
    ...member('own', (v) => listCalendarAddresses(v)),
    make: (t, viewer) => {
      const theirs = viewer.kind === 'organizer' && viewer.workspaceId === t.workspaceId
      return makeCalendarAddress(theirs ? viewer : t.owner, t.campaign.slug)
    },
  },
  'demands/feeds.makeCalendarAddress': member('refused', (v, t) =>
    makeCalendarAddress(v, t.campaign.slug),
  ),
  'demands/feeds.endCalendarAddress': {
    ...member('refused', (v, t) => endCalendarAddress(v, t.campaign.slug)),
    make: (t, viewer) => {
      const theirs = viewer.kind === 'organizer' && viewer.workspaceId === t.workspaceId
      return makeCalendarAddress(theirs ? viewer : t.owner, t.campaign.slug)
    },
  },
  'demands/feeds.readCalendar': member('refused', (v, t) => readCalendar(v, t.campaign.id)),
}

function followUpInput({ demand }: Target) {
  return followUpSchema(TEST_DAY).parse({
    ...{ demand: demand.id, organization: demand.targetId, dueOn: '2026-04-01' },
    note: `${CANARY} follow-up`,
  })
}

async function makeFollowUp(target: Target): Promise<string> {
  return (await setFollowUp(target.owner, followUpInput(target))).id
}

// A standing that somebody else confirmed than the one who is to check it.
async function makeStanding(target: Target, viewer: Viewer): Promise<string> {
  const { owner, editor, campaign, demand, entryId: entry } = target
  const author = viewer === owner ? editor : owner
  const about = { demand: demand.id, organization: demand.targetId, entry }
  const input = { ...about, standing: 'acknowledged' }
  await assess(author, assessmentSchema(TEST_DAY).parse({ ...input, date: '20 Feb 2026' }))
  const { assessments } = await getDemand(owner, campaign.slug, demand.number)
  return assessments[0]?.id ?? ''
}

function disputeOf(assessment: string) {
  const said = { reason: `${CANARY} doubt`, saidBy: `${CANARY} union` }
  return disputedStandingSchema.parse({ assessment, ...said })
}

async function makeInquiry({ owner, campaign }: Target): Promise<{ id: string }> {
  const { id: entry } = await logEntry(owner, campaign, {
    kind: 'no_reply',
    title: `${CANARY} inquiry`,
    inquiry: {
      askedBy: `${CANARY} Press`,
      recipients: [{ name: `${CANARY} Corporation`, outcome: 'waiting' }],
    },
  })
  const found = (await listInquiries(owner, campaign.slug)).inquiries.find(
    (one) => one.entry?.id === entry,
  )
  if (!found) throw new Error('The inquiry is not in the list.')
  return found
}

function outcomeInput({ demand }: Target, inquiry: string) {
  return inquiryOutcomeSchema(TEST_DAY).parse({
    ...{ inquiry, organization: demand.targetId, outcome: 'declined', date: '20 Feb 2026' },
  })
}

async function makeOutcome(target: Target): Promise<string> {
  const { owner, campaign } = target
  const { id } = await makeInquiry(target)
  await recordOutcome(owner, outcomeInput(target, id))
  const inquiry = (await listInquiries(owner, campaign.slug)).inquiries.find((one) => one.id === id)
  return inquiry?.recipients[0]?.steps.at(-1)?.id ?? ''
}
