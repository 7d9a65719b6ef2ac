'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { recordSchema } from '@/lib/schemas/campaign'
import { webhookSchema } from '@/lib/schemas/webhook'
import { organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { addWebhook, endWebhook } from '@/server/webhooks/mutations'

export async function createWebhook(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(webhookSchema, async (viewer, input, values) => {
    await requireOwnPassword(viewer, values)
    const { secret } = await addWebhook(viewer, input)
    refresh()
    return {
      message: 'Webhook added. Copy its secret now: it will not be shown again.',
      secret: { label: 'Secret', value: secret },
    }
  })(previous, formData)
}

export async function deleteWebhook(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(recordSchema, async (viewer, { id }) => {
    await endWebhook(viewer, id)
    refresh()
    return 'Webhook deleted. Nothing more is sent there.'
  })(previous, formData)
}
