'use server'

import type { ReactNode } from 'react'
import { EntryBody } from '@/components/entry/entry-card'
import { requireViewer } from '@/server/auth/session'
import { getEntry } from '@/server/entries/queries'
import { AppError } from '@/server/errors'
import { isUuid } from '@/server/ids'

/** What stands in an entry, for the story to show in its place. */
export async function openEntry(id: string): Promise<ReactNode> {
  const viewer = await requireViewer()
  try {
    if (typeof id === 'string' && isUuid(id))
      return <EntryBody entry={await getEntry(viewer, id)} />
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  return <p>This entry is no longer here.</p>
}
