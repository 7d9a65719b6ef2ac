import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { withholderFor } from './withheld'

/**
 * What takes the names of people who may not be named out of a text, for readers of a share;
 * members read texts as they were written. Titles and summaries are free text, so a consent that
 * stopped at the list of speakers would not keep its promise.
 */
export async function namesWithheld(tx: Tx, viewer: Viewer): Promise<(text: string) => string> {
  if (viewer.kind !== 'share') return (text) => text
  const names = await withholderFor(tx, viewer.workspaceId, ['named', 'initials', 'role_only'])
  return (text) => names.show(text)
}
