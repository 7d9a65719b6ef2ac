'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { ownPasswordSchema } from '@/lib/schemas/auth'
import { organizerAction } from '@/server/action'
import { ownPasswordPath, safeNextPath } from '@/server/auth/next-path'
import { requireOwnPassword } from '@/server/auth/own-password'

export async function giveOwnPassword(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(ownPasswordSchema, async (viewer, { next }, values) => {
    await requireOwnPassword(viewer, values)
    redirect(ownPasswordPath(safeNextPath(next)))
  })(previous, formData)
}
