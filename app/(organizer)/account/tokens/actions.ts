'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { recordSchema } from '@/lib/schemas/campaign'
import { tokenSchema } from '@/lib/schemas/token'
import { organizerAction } from '@/server/action'
import { endToken, makeToken } from '@/server/auth/api-tokens'
import { requireOwnPassword } from '@/server/auth/own-password'

export async function makeOwnToken(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(tokenSchema, async (viewer, input, values) => {
    await requireOwnPassword(viewer, values)
    const { token } = await makeToken(viewer, input)
    refresh()
    return {
      message: `Token “${input.name}” created. Copy it now: it will not be shown again.`,
      secret: { label: 'Token', value: token },
    }
  })(previous, formData)
}

export async function endOwnToken(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(recordSchema, async (viewer, { id }) => {
    await endToken(viewer, id)
    refresh()
    return 'Token revoked. Whatever uses it is refused from now on.'
  })(previous, formData)
}
