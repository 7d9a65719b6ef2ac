import 'server-only'
import { isoDayOf, todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { AssessmentInput, DecisionInput } from '@/lib/schemas/demand'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { entriesVisibleTo } from '../policy'
import { decided, lockedDemand } from './decisions'

/**
 * Adds a dated change of a demand's standing at one of its targets, with the entry that it rests on
 * or none. A proposal that waits on the same entry is answered by it.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the demand, `invalid` for an
 *   organization that is no target or an entry of another campaign.
 */
export async function assess(viewer: Viewer, input: AssessmentInput): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const demandId = input.demand
    const organizationId = input.organization
    const entryId = input.entry ?? null
    const demand = await lockedDemand(tx, demandId)
    await requirePlace(tx, viewer, demandId, organizationId)
    if (entryId) await requireEntry(tx, viewer, demand.campaignId, entryId)
    const { id } = await tx.assessment.create({
      data: {
        workspaceId,
        demandId,
        organizationId,
        entryId,
        standing: input.standing,
        ...daysOf(input.date),
        note: input.note,
        ...decided(viewer, 'confirmed', ''),
      },
      select: { id: true },
    })
    if (entryId) {
      await tx.assessment.updateMany({
        where: { demandId, organizationId, entryId, state: 'proposed' },
        data: decided(viewer, 'rejected', 'Assessed by hand instead.'),
      })
    }
    await keepAudit(tx, viewer, 'assess', 'assessment', id)
  })
}

/**
 * Confirms or rejects a proposed assessment. Once decided it stays so: a later change of mind is a
 * new assessment.
 *
 * @throws AppError `forbidden` below editor, `not_found`, `conflict` when it is decided already,
 *   `invalid` for a rejection without a reason, and for a confirmation of what lies ahead.
 */
export async function decide(viewer: Viewer, input: DecisionInput): Promise<void> {
  requireRole(viewer, 'editor')
  if (input.decision === 'rejected' && input.reason === '')
    throw new AppError('invalid', 'Say why it is rejected, so that others can follow it.', [
      'reason',
    ])
  await withViewer(viewer, async (tx) => {
    const proposal = await tx.assessment.findFirst({
      where: {
        id: input.assessment,
        demand: { trashedAt: null },
        OR: [{ entryId: null }, { entry: entriesVisibleTo(viewer) }],
      },
      select: {
        ...{ id: true, demandId: true, organizationId: true, firstDay: true },
        demand: { select: { campaign: { select: { timeZone: true } } } },
      },
    })
    if (!proposal) throw notFound('proposal')
    if (input.decision === 'confirmed') requireByNow(proposal)
    const { id, demandId, organizationId } = proposal
    // The state is part of the condition: of two who decide at once, one is told.
    const { count } = await tx.assessment.updateMany({
      where: { id, state: 'proposed' },
      data: decided(viewer, input.decision, input.reason),
    })
    if (count === 0)
      throw new AppError('conflict', 'Somebody else has decided this proposal meanwhile.')
    if (input.decision === 'confirmed') await addTarget(tx, viewer, demandId, organizationId)
    await keepAudit(tx, viewer, 'assess', 'assessment', id)
  })
}

/** A standing never changes by itself, so what lies ahead is confirmed once it has come. */
function requireByNow({
  firstDay,
  demand,
}: {
  firstDay: Date
  demand: { campaign: { timeZone: string } }
}) {
  const day = isoDayOf(firstDay)
  if (day <= todayIn(demand.campaign.timeZone)) return
  throw new AppError(
    'invalid',
    `This is dated ${dateInWords(day)}, which is yet to come. Confirm it once it has happened.`,
  )
}

// Who answered a demand has a place in its ledger, also where nobody had named them before.
async function requirePlace(tx: Tx, viewer: Viewer, demandId: string, organizationId: string) {
  const row = { demandId, organizationId }
  if ((await tx.demandTarget.count({ where: row })) > 0) return
  if ((await tx.assessment.count({ where: { ...row, state: 'proposed' } })) === 0)
    throw new AppError('invalid', 'Choose one of this demand’s targets.', ['organization'])
  await addTarget(tx, viewer, demandId, organizationId)
}

async function addTarget(tx: Tx, viewer: Viewer, demandId: string, organizationId: string) {
  await tx.demandTarget.createMany({
    data: [{ workspaceId: viewer.workspaceId, demandId, organizationId }],
    skipDuplicates: true,
  })
}

async function requireEntry(tx: Tx, viewer: Viewer, campaignId: string, id: string) {
  const entry = await tx.entry.findFirst({
    where: { AND: [entriesVisibleTo(viewer), { id, campaignId }] },
    select: { id: true },
  })
  if (!entry) throw new AppError('invalid', 'Choose an entry of this campaign, or none.', ['entry'])
}

function daysOf({ edtf, firstDay, lastDay }: AssessmentInput['date']) {
  return { edtf, firstDay: new Date(firstDay), lastDay: new Date(lastDay) }
}
