'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { formValues } from '@/lib/forms/form-data'
import type { FormAction } from '@/lib/forms/state'

/**
 * The action as the browser calls it: when the answer never comes, the form stays, with what was
 * typed, instead of giving way to the error page.
 *
 * @param onSaved called when the action says that it is done, or leads elsewhere than to the sign-in
 */
export function guarded(action: FormAction, onSaved: () => void = () => undefined): FormAction {
  return async (previous, formData) => {
    try {
      const state = await action(previous, formData)
      if (state.status === 'ok') onSaved()
      return state
    } catch (error) {
      if (leadsOn(error)) onSaved()
      unstable_rethrow(error)
      return { status: 'failed', message: reason(error), values: formValues(formData) }
    }
  }
}

// Next throws where a form leads to, with the address in its digest.
function leadsOn(error: unknown): boolean {
  const digest = typeof error === 'object' && error !== null && 'digest' in error && error.digest
  return (
    typeof digest === 'string' && /^NEXT_REDIRECT;/.test(digest) && !digest.includes(';/sign-in')
  )
}

function reason(error: unknown): string {
  if (unstable_isUnrecognizedActionError(error)) {
    return 'This page is older than the server. Copy what you typed, load the page again, and save.'
  }
  const digest = typeof error === 'object' && error !== null && 'digest' in error && error.digest
  if (typeof digest === 'string') {
    return `Something went wrong on our side (reference ${digest}). What you typed is still here; try again in a minute.`
  }
  return 'The server could not be reached. What you typed is still here; check the connection and try again.'
}
