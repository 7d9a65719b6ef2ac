'use server'

import { redirect } from 'next/navigation'
import { nothingSchema } from '@/lib/schemas/trash'
import { organizerAction } from '@/server/action'
import { discardIncoming, importIncoming } from '@/server/exports/incoming'
import type { FormState } from '@/lib/forms/state'

/** Makes the campaigns of the record that was sent, and goes to the import as which they are undone. */
export async function importSent(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer) => {
    const { campaigns, importId } = await importIncoming(viewer)
    redirect(`/campaigns/${campaigns[0]?.slug ?? ''}/import/${importId ?? ''}`)
  })(previous, formData)
}

/** Deletes the record that was sent. */
export async function discardSent(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer) => {
    await discardIncoming(viewer)
    redirect('/import')
  })(previous, formData)
}
