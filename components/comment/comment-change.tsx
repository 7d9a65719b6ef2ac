'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'
import type { CommentChange as Change } from '@/lib/schemas/comment'

const LABELS: Record<Change, string> = {
  delete: 'Delete',
  restore: 'Restore',
  resolve: 'Resolve',
  reopen: 'Reopen',
}

/** One button that does something to a comment. */
export function CommentChange({
  action,
  id,
  change,
}: {
  action: FormAction
  id: string
  change: Change
}) {
  const [initial] = useState({ id, change })
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel={LABELS[change]}
      submitTone="text"
      className="[&>div]:mt-0"
    >
      <HiddenField name="id" />
      <HiddenField name="change" />
    </ActionForm>
  )
}
