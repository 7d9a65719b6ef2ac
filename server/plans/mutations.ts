import 'server-only'
import { findKind, kindOf } from '@/lib/kinds/index'
import { byName } from '@/lib/people/by-name'
import { splitNames } from '@/lib/schemas/demand'
import type { PlanEditInput, PlanInput } from '@/lib/schemas/plan'
import type { EntryPart } from '@/prisma/generated/client'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { claimedBefore } from '../entries/request-keys'
import { AppError } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'
import { newId } from '../ids'
import { organizationsByName } from '../organizations/find-or-create'
import { lockedPlan } from './lock'
import { currentWording } from '../demands/current-wording'

/**
 * Plans an action. A form that is sent twice plans one.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` for the campaign, `invalid` for a demand that
 *   is no longer there.
 */
export async function createPlan(
  viewer: Viewer,
  slug: string,
  input: PlanInput,
): Promise<{ id: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const { id: campaignId } = await campaignBySlug(tx, viewer, slug)
    const { kind, title, meetsAt, meetsWhere, note, date, place } = input
    const id = newId()
    if (input.requestKey) {
      const known = await claimedBefore(tx, workspaceId, input.requestKey, id)
      if (known) return { id: known }
    }
    await tx.plan.create({
      data: {
        ...{ workspaceId, id, campaignId, kind, title, meetsAt, meetsWhere, note, place },
        ...{ edtf: date.edtf, timeOfDay: date.time, createdBy: memberIdOf(viewer) },
        ...{ firstDay: new Date(date.firstDay), lastDay: new Date(date.lastDay) },
      },
      select: { id: true },
    })
    await setParts(tx, viewer, { id, campaignId }, input)
    await keepRevision(tx, viewer, {
      ...{ record: 'plan', recordId: id, version: 1, action: 'create' },
      ...{ before: {}, after: await formOf(tx, id) },
    })
    return { id }
  })
}

/**
 * Changes a plan. When and where is changed by moving it (`move.ts`).
 *
 * @throws AppError `forbidden` for a viewer, `not_found`, `invalid` for a demand that is no longer
 *   there; ConflictError when somebody else saved it meanwhile.
 */
export async function updatePlan(
  viewer: Viewer,
  id: string,
  input: PlanEditInput,
  how: Saving = {},
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const plan = await lockedPlan(tx, viewer, id)
    const before = await formOf(tx, id)
    const { kind, title, meetsAt, meetsWhere, note } = input
    if (input.version !== undefined && input.version !== plan.version) {
      const versions = { from: input.version, version: plan.version }
      const known = await demandsInWords(tx, viewer, plan)
      throw await conflictSince(tx, 'plan', id, versions, fieldsOfBoth(before, input, known))
    }
    await tx.plan.updateMany({
      where: { id },
      data: { kind, title, meetsAt, meetsWhere, note, version: { increment: 1 } },
    })
    await setParts(tx, viewer, plan, input)
    await keepRevision(tx, viewer, {
      ...{ record: 'plan', recordId: id, version: plan.version + 1 },
      ...{ action: how.action ?? 'update', note: how.note ?? '' },
      ...{ before, after: await formOf(tx, id) },
    })
  })
}

async function setParts(
  tx: Tx,
  viewer: Viewer,
  { id: planId, campaignId }: { id: string; campaignId: string },
  { organizers, targets, demands }: Pick<PlanEditInput, 'organizers' | 'targets' | 'demands'>,
): Promise<void> {
  const { workspaceId } = viewer
  const named = [
    ...splitNames(organizers).map((name) => ({ name, part: 'actor' as const })),
    ...splitNames(targets).map((name) => ({ name, part: 'target' as const })),
  ]
  const known = await organizationsByName(
    tx,
    viewer,
    named.map(({ name }) => name),
  )
  await tx.planOrganization.deleteMany({ where: { planId, part: { in: ['actor', 'target'] } } })
  await tx.planOrganization.createMany({
    data: named.flatMap(({ name, part }) => {
      const organizationId = known.get(name.toLowerCase())
      return organizationId ? [{ workspaceId, planId, organizationId, part }] : []
    }),
    skipDuplicates: true,
  })
  const found = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { campaignId, id: { in: demands } }] },
    select: { id: true },
  })
  if (found.length < new Set(demands).size)
    throw new AppError('invalid', 'A demand that you chose is no longer there.', ['demands'])
  // What this member may not see of the plan stays as it is.
  await tx.planDemand.deleteMany({ where: { planId, demand: demandsVisibleTo(viewer) } })
  await tx.planDemand.createMany({
    data: found.map(({ id: demandId }) => ({ workspaceId, planId, demandId })),
  })
}

/** What the form of a plan holds, as its history keeps it. */
async function formOf(tx: Tx, id: string) {
  const { organizations, demands, ...texts } = await tx.plan.findFirstOrThrow({
    where: { id },
    select: {
      ...{ kind: true, title: true, meetsAt: true, meetsWhere: true, note: true },
      organizations: { select: { part: true, organization: { select: { name: true } } } },
      demands: { select: { demandId: true }, orderBy: { demandId: 'asc' } },
    },
  })
  const named = (wanted: EntryPart) =>
    organizations
      .filter(({ part }) => part === wanted)
      .map(({ organization }) => organization)
      .sort(byName)
      .map(({ name }) => name)
  return {
    ...texts,
    organizers: named('actor'),
    targets: named('target'),
    demands: demands.map(({ demandId }) => demandId),
  }
}

const LABELS = {
  title: 'Title',
  meetsAt: 'Meeting time',
  meetsWhere: 'Meeting place',
  note: 'Notes',
} as const

// What this member may not see of the plan is in no text.
async function demandsInWords(
  tx: Tx,
  viewer: Viewer,
  { campaignId }: { campaignId: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { campaignId }] },
    select: {
      ...{ id: true, number: true },
      ...currentWording,
    },
    orderBy: { number: 'asc' },
  })
  return new Map(
    rows.map(({ id, number, versions }) => [id, `${number}. ${versions[0]?.wording ?? ''}`]),
  )
}

function fieldsOfBoth(
  theirs: Awaited<ReturnType<typeof formOf>>,
  yours: PlanEditInput,
  known: ReadonlyMap<string, string>,
): FieldOfBoth[] {
  const names = (kept: unknown) => (Array.isArray(kept) ? kept.map(String).join('; ') : '')
  const inOrder = (text: string) =>
    splitNames(text)
      .map((name) => ({ name }))
      .sort(byName)
      .map(({ name }) => name)
  const kindInWords = (name: unknown) => {
    const kind = findKind(name)
    return kind ? kindOf(kind).label : ''
  }
  const demandWords = (ids: unknown) =>
    [...known]
      .flatMap(([id, words]) => (Array.isArray(ids) && ids.includes(id) ? words : []))
      .join('\n')
  return [
    {
      ...{ field: 'kind', label: 'Kind', words: kindInWords, values: { kind: theirs.kind } },
      ...{ yours: kindInWords(yours.kind), theirs: kindInWords(theirs.kind) },
    },
    ...(['title', 'meetsAt', 'meetsWhere', 'note'] as const).map((field) => ({
      ...{ field, label: LABELS[field], yours: yours[field], theirs: theirs[field] },
    })),
    ...(['organizers', 'targets'] as const).map((field) => ({
      ...{ field, label: field === 'organizers' ? 'Organized by' : 'Aimed at' },
      ...{ yours: names(inOrder(yours[field])), theirs: names(theirs[field]) },
      ...{ joins: 'names' as const, words: names },
    })),
    {
      ...{ field: 'demands', label: 'Demands', fields: ['demands[]'], words: demandWords },
      ...{ yours: demandWords(yours.demands), theirs: demandWords(theirs.demands) },
      values: { 'demands[]': theirs.demands.filter((id) => known.has(id)) },
    },
  ]
}
