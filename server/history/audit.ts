import 'server-only'
import { NO_MEMBER, type AuditEvent, type AuditFilter } from '@/lib/history/audit'
import type { Prisma } from '@/prisma/generated/client'
import { memberIdOf, requireRole, tokenNameOf, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { isUuid } from '../ids'
import { namesOfRecords } from './audit-names'
import { keepNote } from './note'

const PAGE = 100
const MOST_EXPORTED = 50_000
const MOST_MEMBERS = 5_000
const AT_ONCE = 5_000
const DAY_MS = 24 * 60 * 60_000

/** A page of the audit, newest first; `next` is the cursor of what is older, or null. */
export type AuditPage = { events: AuditEvent[]; next: string | null }

/**
 * Lists what was done in the workspace, by whom, to which record, and in which fields.
 *
 * @throws AppError `forbidden` below owner, `invalid` for a cursor that is not one of ours.
 */
export async function listAudit(
  viewer: Viewer,
  filter: AuditFilter = {},
  after: string | null = null,
): Promise<AuditPage> {
  requireRole(viewer, 'owner')
  if (after !== null && !isUuid(after))
    throw new AppError('invalid', 'This page of the audit does not exist. Begin again.')
  return withViewer(viewer, async (tx) => {
    const found = await read(tx, viewer, filter, after, PAGE + 1)
    const events = found.slice(0, PAGE)
    const last = found.length > PAGE ? events.at(-1) : undefined
    return { events, next: last?.id ?? null }
  })
}

/**
 * Everybody who ever was a member, by name: what they did stands after they left.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function listAuditMembers(
  viewer: Viewer,
): Promise<{ id: string; name: string; left: boolean }[]> {
  requireRole(viewer, 'owner')
  const rows = await withViewer(viewer, (tx) =>
    tx.member.findMany({
      where: { workspaceId: viewer.workspaceId },
      select: { id: true, removedAt: true, account: { select: { name: true } } },
      orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
      take: MOST_MEMBERS,
    }),
  )
  return rows.map(({ id, removedAt, account: { name } }) => ({
    ...{ id, name, left: removedAt !== null },
  }))
}

/**
 * All events of a filter, for a file.
 *
 * @throws AppError `forbidden` below owner; `invalid` for more than 50,000, which a range of days
 *   divides: a file that lacks some without a word would be false.
 */
export async function exportAudit(viewer: Viewer, filter: AuditFilter): Promise<AuditEvent[]> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, async (tx) => {
    if ((await tx.auditEvent.count({ where: conditionOf(viewer, filter) })) > MOST_EXPORTED)
      throw new AppError(
        'invalid',
        'These are more than 50,000 events. Choose a shorter range of days and export one after the other.',
      )
    const all: AuditEvent[] = []
    for (let after: string | null = null; ;) {
      const events = await read(tx, viewer, filter, after, AT_ONCE)
      all.push(...events)
      const last = events.at(-1)
      if (!last || events.length < AT_ONCE) break
      after = last.id
    }
    const { workspaceId } = viewer
    await keepNote(tx, {
      ...{ workspaceId, memberId: memberIdOf(viewer), token: tokenNameOf(viewer) },
      ...{ action: 'export', record: 'workspace', recordId: workspaceId, fields: ['audit'] },
    })
    return all
  })
}

async function read(
  tx: Tx,
  viewer: Viewer,
  filter: AuditFilter,
  after: string | null,
  take: number,
): Promise<AuditEvent[]> {
  const rows = await tx.auditEvent.findMany({
    where: { ...conditionOf(viewer, filter), ...(after !== null && { id: { lt: after } }) },
    select: {
      ...{ id: true, at: true, action: true, record: true, recordId: true, fields: true },
      token: true,
      member: { select: { account: { select: { name: true } } } },
    },
    // Ids grow with time, and unlike moments no two are equal.
    orderBy: { id: 'desc' },
    take,
  })
  const names = await namesOfRecords(tx, viewer.workspaceId, rows)
  return rows.map(({ at, member, ...row }) => {
    const { name = '', href } = names.get(row.recordId) ?? {}
    const by = member?.account.name ?? null
    return { ...row, at: at.toISOString(), by, what: name, ...(href !== undefined && { href }) }
  })
}

function conditionOf(
  { workspaceId }: Viewer,
  { member, action, record, from, to }: AuditFilter,
): Prisma.AuditEventWhereInput {
  return {
    workspaceId,
    ...(member && { memberId: member === NO_MEMBER ? null : member }),
    ...(action && { action }),
    ...(record && { record }),
    at: {
      ...(from && { gte: new Date(`${from}T00:00:00Z`) }),
      ...(to && { lt: new Date(new Date(`${to}T00:00:00Z`).getTime() + DAY_MS) }),
    },
  }
}
