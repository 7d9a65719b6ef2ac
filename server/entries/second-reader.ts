import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { entriesVisibleTo } from '../policy'
import { lockedForPatch } from './patch'

/**
 * Says that a second person checked a published entry against its sources, as it is at a version: with
 * the next change it is unchecked again.
 *
 * @throws AppError `forbidden` below contributor and for whoever wrote or last changed it, `not_found`,
 *   `conflict` for an entry that is no longer at that version or is not published.
 */
export async function checkEntry(
  viewer: Viewer,
  id: string,
  version: number,
  now = new Date(),
): Promise<void> {
  await checking(viewer, id, version, now, async (tx, check) => {
    await tx.entry.updateMany({ where: { id }, data: { ...check, checkedVersion: version } })
  })
}

/**
 * Says that a second person compared the words of a quote with its source. The mark stays through
 * edits of the entry that leave the words, their speaker and their source alone (`parts/people.ts`).
 *
 * @throws AppError as `checkEntry` does; `forbidden` too for whoever ever changed who appears in the
 *   entry, `not_found` for a quote that is not of this entry, and `conflict` for one without a source.
 */
export async function checkQuote(
  viewer: Viewer,
  id: string,
  version: number,
  quoteId: string,
  now = new Date(),
): Promise<void> {
  await checking(viewer, id, version, now, async (tx, check) => {
    if (await wroteAppearances(tx, id, check.checkedBy))
      throw new AppError('forbidden', 'Ask somebody else: you wrote some of this entry’s quotes.')
    const quote = await tx.quote.findFirst({
      where: { id: quoteId, appearance: { entryId: id } },
      select: { citations: { select: { id: true }, take: 1 } },
    })
    if (!quote) throw notFound('quote')
    if (quote.citations.length === 0)
      throw new AppError('conflict', 'Add the source of these words first.')
    await tx.quote.updateMany({ where: { id: quoteId }, data: check })
  })
}

type Check = { checkedBy: string; checkedOn: Date }

async function checking(
  viewer: Viewer,
  id: string,
  version: number,
  now: Date,
  write: (tx: Tx, check: Check) => Promise<void>,
): Promise<void> {
  requireRole(viewer, 'contributor')
  const member = memberIdOf(viewer)
  if (member === null) throw new AppError('forbidden', 'Only a member can check an entry.')
  await withViewer(viewer, async (tx) => {
    const entry = await lockedEntry(tx, viewer, id)
    if (entry.version !== version)
      throw new AppError('conflict', 'This entry changed since you opened it. Read it again first.')
    if (entry.status !== 'published')
      throw new AppError('conflict', 'Publish it first. A draft may still change.')
    if ((await authorsOf(tx, id, entry.createdBy)).has(member))
      throw new AppError(
        'forbidden',
        'Ask somebody else: you wrote this entry or were the last to change it.',
      )
    const checkedOn = new Date(todayIn(entry.campaign.timeZone, now))
    await write(tx, { checkedBy: member, checkedOn })
    await keepAudit(tx, viewer, 'update', 'entry', id, ['checked'])
  })
}

/**
 * Takes the check of an entry away: whoever doubts it may.
 *
 * @throws AppError `forbidden` below contributor, `not_found`.
 */
export async function uncheckEntry(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { checkedVersion } = await lockedEntry(tx, viewer, id)
    if (checkedVersion === null) return
    await tx.entry.updateMany({
      where: { id },
      data: { checkedBy: null, checkedOn: null, checkedVersion: null },
    })
    await keepAudit(tx, viewer, 'update', 'entry', id, ['checked'])
  })
}

/**
 * Takes the check of a quote away: whoever doubts it may.
 *
 * @throws AppError `forbidden` below contributor, `not_found`.
 */
export async function uncheckQuote(viewer: Viewer, id: string, quoteId: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    await lockedEntry(tx, viewer, id)
    const { count } = await tx.quote.updateMany({
      where: { id: quoteId, appearance: { entryId: id }, checkedOn: { not: null } },
      data: { checkedBy: null, checkedOn: null },
    })
    if (count > 0) await keepAudit(tx, viewer, 'update', 'entry', id, ['checked'])
  })
}

async function lockedEntry(tx: Tx, viewer: Viewer, id: string) {
  await lockedForPatch(tx, [id])
  const entry = await tx.entry.findFirst({
    where: { AND: [entriesVisibleTo(viewer), { id }] },
    select: {
      ...{ version: true, status: true, createdBy: true, checkedVersion: true },
      campaign: { select: { timeZone: true } },
    },
  })
  if (!entry) throw notFound('entry')
  return entry
}

// Who wrote it, and who changed its words last: nobody checks their own. To publish is no change of them.
async function authorsOf(tx: Tx, id: string, createdBy: string | null): Promise<Set<string>> {
  const [last] = await tx.$queryRaw<{ by: string | null }[]>`
    select r.member_id as by from revision r
    where r.record = 'entry' and r.record_id = ${id}::uuid and (r.changes - 'status') <> '{}'::jsonb
    order by r.version desc limit 1`
  return new Set([createdBy, last?.by].flatMap((one) => one ?? []))
}

async function wroteAppearances(tx: Tx, id: string, member: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ wrote: boolean }[]>`
    select exists (
      select 1 from revision r, jsonb_object_keys(r.changes) field
      where r.record = 'entry' and r.record_id = ${id}::uuid and r.member_id = ${member}::uuid
        and (field = 'appearances' or field like 'appearances.%')) as wrote`
  return row?.wrote ?? false
}
