'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { boundAction } from '@/server/action'
import { noteVisit } from '@/server/campaigns/visits'

/** Notes that a member has seen what changed; the list stays until they come back later. */
export const noteChangesSeen = boundAction(
  z.strictObject({ slug: bound.slug, until: bound.moment }),
  z.strictObject({}),
  async (viewer, _nothing, { slug, until }) => {
    await noteVisit(viewer, slug, until)
  },
)

/** Notes it at once for good: the list is empty then. */
export const markChangesRead = boundAction(
  z.strictObject({ slug: bound.slug, until: bound.moment }),
  z.strictObject({}),
  async (viewer, _nothing, { slug, until }) => {
    await noteVisit(viewer, slug, until, { read: true })
    refresh()
    return 'Marked as read.'
  },
)
