'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { sizeInWords } from '@/lib/backups'
import type { FormState } from '@/lib/forms/state'
import { sealedBackupSchema } from '@/lib/schemas/backup'
import { nothingSchema } from '@/lib/schemas/trash'
import { organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { backUpNow } from '@/server/backup/daily'
import { makeTakenBackup } from '@/server/backup/taken'

export async function backUp(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer, _input, values) => {
    await requireOwnPassword(viewer, values)
    const { bytes } = await backUpNow(viewer)
    refresh()
    return `The backup is made and checked (${sizeInWords(bytes)}).`
  })(previous, formData)
}

/** Makes a sealed backup, which its maker downloads then. */
export async function sealBackup(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(sealedBackupSchema, async (viewer, { passphrase }, values) => {
    await requireOwnPassword(viewer, values)
    await makeTakenBackup(viewer, passphrase)
    redirect('/backups#take-away')
  })(previous, formData)
}
