'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'

const LABELS = { done: 'Done', cleared: 'Clear', reopened: 'Undo' } as const

/** One button that ends a follow-up, or opens it again. */
export function FollowUpEnding({
  action,
  id,
  ending,
}: {
  action: FormAction
  id: string
  ending: keyof typeof LABELS
}) {
  const [initial] = useState({ id, ending })
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel={LABELS[ending]}
      submitTone="quiet"
      className="[&>div]:mt-0"
    >
      <HiddenField name="id" />
      <HiddenField name="ending" />
    </ActionForm>
  )
}
