'use server'

import { refresh } from 'next/cache'
import { sizeInWords } from '@/lib/backups'
import type { FormState } from '@/lib/forms/state'
import { nothingSchema } from '@/lib/schemas/trash'
import { organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { backUpNow } from '@/server/backup/daily'

export async function backUp(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer, _input, values) => {
    await requireOwnPassword(viewer, values)
    const { bytes } = await backUpNow(viewer)
    refresh()
    return `The backup is made and checked (${sizeInWords(bytes)}).`
  })(previous, formData)
}
