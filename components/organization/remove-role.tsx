'use client'

import { X } from 'lucide-react'
import { useActionState } from 'react'
import { WorkspaceField } from '@/components/form/page-workspace'
import { idle, type FormAction } from '@/lib/forms/state'

/** Takes a role away with one press; the organization stays in the directory. */
export function RemoveRole({
  action,
  organizationId,
  role,
  label,
}: {
  action: FormAction
  organizationId: string
  role: string
  label: string
}) {
  const [state, dispatch, pending] = useActionState(action, idle)
  return (
    <form action={dispatch} className="chrome inline-flex items-center">
      <WorkspaceField />
      <input type="hidden" name="organizationId" value={organizationId} />
      <input type="hidden" name="role" value={role} />
      <button
        type="submit"
        aria-label={label}
        aria-disabled={pending || undefined}
        className="text-muted hover:text-ink inline-flex size-11 items-center justify-center"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {state.status === 'failed' && (
        <span role="alert" className="text-error">
          {state.message}
        </span>
      )}
    </form>
  )
}
