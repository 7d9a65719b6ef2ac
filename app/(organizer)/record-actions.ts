'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import type { RecordWithHistory } from '@/lib/history/revisions'
import { versionSchema } from '@/lib/schemas/record'
import { organizerAction } from '@/server/action'
import { restoreRevision } from '@/server/history/restore'

/** Which record, and its page; bound on the server, so that no browser can change it. */
type Place = { record: RecordWithHistory; id: string; here: string }

export async function restoreVersion(
  { record, id, here }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(versionSchema, async (viewer, { version }) => {
    await restoreRevision(viewer, record, id, version)
    redirect(here)
  })(previous, formData)
}
