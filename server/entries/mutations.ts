import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import type { FormValues } from '@/lib/forms/state'
import type { EntryInput } from '@/lib/schemas/entry'
import type { EntryStatus } from '@/lib/schemas/words'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { newId } from '../ids'
import type { Saving } from '../history/record'
import { happenedAs } from '../plans/outcome'
import { mergeableBase, mergedEdit } from './edits'
import { lockedEntry } from './lock'
import { writeParts } from './parts/write'
import { entryById } from './queries'
import { claimedBefore } from './request-keys'
import { keepEntryRevision } from './revisions'
import { rewriteEntry } from './rewrite'
import { mayHaveStatus, spineOf } from './spine'
import { tellOfReviews } from './tell-review'

/**
 * Logs an entry with all its parts. A double tap sends the same request key twice: the second gets
 * the first one's entry.
 *
 * @param planId the plan of which the entry says how it went
 * @throws AppError `forbidden` for a viewer, and for a contributor who publishes; `not_found` for
 *   the campaign; `invalid` with the field's path for what only the database can tell.
 */
export async function createEntry(
  viewer: Viewer,
  campaignSlug: string,
  input: EntryInput,
  planId: string | null = null,
): Promise<{ id: string }> {
  requireRole(viewer, 'contributor')
  mayHaveStatus(viewer, input)
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const campaign = await campaignBySlug(tx, viewer, campaignSlug)
    const id = newId()
    const { requestKey } = input
    if (requestKey) {
      const known = await claimedBefore(tx, workspaceId, requestKey, id)
      if (known) return { id: known }
    }
    await tx.entry.create({
      select: { id: true },
      data: {
        id,
        ...(await spineOf(tx, viewer, input, campaign.timeZone)),
        workspaceId,
        campaignId: campaign.id,
        createdBy: memberIdOf(viewer),
      },
    })
    await writeParts(tx, viewer, { campaignId: campaign.id, entryId: id, input })
    await keepEntryRevision(tx, viewer, id, 1, { action: 'create' }, {})
    await tellOfReviews(tx, viewer, [{ id, version: 1, from: null, to: input.status }])
    if (planId) await happenedAs(tx, viewer, planId, { id, campaignId: campaign.id })
    return { id }
  })
}

/**
 * Saves an edit. Where somebody saved in between, what each changed alone is put together; where
 * both changed one field, nothing is written and both texts are given back.
 *
 * @param values the form as it was sent; its `version` says what the edit was made from
 * @returns its new version, and its new status if that is another one
 * @throws ConflictError with both texts; AppError `not_found`, `forbidden`, `invalid`.
 */
export async function updateEntry(
  viewer: Viewer,
  id: string,
  input: EntryInput,
  values: FormValues,
  how: Saving = {},
): Promise<{ version: number; status: EntryStatus | null }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const current = await lockedEntry(tx, viewer, id)
    const stale = current.version !== input.version
    const base = stale ? await mergeableBase(tx, id, current, input, values) : {}
    const before = entryFormValues(await entryById(tx, viewer, id))
    const wanted = stale ? mergedEdit(current, base, values, before) : input
    mayHaveStatus(viewer, wanted)
    const version = await rewriteEntry(tx, viewer, { id, current, before }, wanted, how)
    const from = current.status
    await tellOfReviews(tx, viewer, [{ id, version, from, to: wanted.status }])
    return { version, status: from === wanted.status ? null : wanted.status }
  })
}
