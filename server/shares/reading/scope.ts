import 'server-only'
import type { ShareInput } from '@/lib/schemas/share'
import { filterParams, isEmptyFilter, readFilter } from '@/lib/timeline/filters'
import type { ShareScope } from '@/prisma/generated/client'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { AppError } from '../../errors'
import { isUuid } from '../../ids'
import { entriesVisibleTo } from '../../policy'

/** What of a link's row says how much of the campaign it opens. */
type ScopeRow = { scope: ShareScope; entryId: string | null; filter: string }

/**
 * The scope of a new link, checked: an entry must be of the campaign, and a filter must ask
 * something, or the link would show more than its maker thinks.
 *
 * @throws AppError `invalid`.
 */
export async function scopeFrom(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  input: Pick<ShareInput, 'scope' | 'entry' | 'filter'>,
): Promise<ScopeRow> {
  const scope = input.scope ?? 'campaign'
  if (scope === 'entry') {
    const entry =
      input.entry &&
      isUuid(input.entry) &&
      (await tx.entry.findFirst({
        where: { AND: [entriesVisibleTo(viewer), { campaignId, id: input.entry }] },
        select: { id: true },
      }))
    if (!entry)
      throw new AppError('invalid', 'Choose the entry of this campaign that the link is to show.', [
        'entry',
      ])
    return { scope, entryId: entry.id, filter: '' }
  }
  if (scope === 'filter') {
    const filter = readFilter(new URLSearchParams(input.filter ?? ''))
    if (isEmptyFilter(filter)) {
      throw new AppError(
        'invalid',
        'This filter is empty. Choose something on the timeline first, or share the whole campaign.',
        ['filter'],
      )
    }
    return { scope, entryId: null, filter: filterParams(filter).toString() }
  }
  return { scope, entryId: null, filter: '' }
}
