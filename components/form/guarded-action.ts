'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { formValues } from '@/lib/forms/form-data'
import { notSavedBecause } from '@/lib/not-saved'
import { idle, type FormAction, type FormState, type FormValues } from '@/lib/forms/state'

/** The field that a form has while a photo is chosen in it that was not added. */
export const PHOTO_WAITS = '_photo'

/**
 * The action as the browser calls it: when the answer never comes, the form stays, with what was
 * typed, instead of giving way to the error page.
 *
 * @param current what stands in the form by the time of the answer
 * @param onSaved called when the action says that it is done, or leads elsewhere than to the sign-in
 */
export function guarded(
  action: FormAction,
  onSaved: () => void = () => undefined,
  current: () => FormData | null = () => null,
): FormAction {
  return async (_previous, formData) => {
    const values = formValues(formData)
    const refused = photoWaits(values) ?? tooLong(values)
    if (refused) return refused
    try {
      // The state before holds all that was typed then; sent along, it would double every request.
      const state = await action(idle, formData)
      if (state.status === 'ok') onSaved()
      if (state.status !== 'conflict') return state
      return { ...state, values: { ...state.values, ...typedSince(formData, current()) } }
    } catch (error) {
      if (leadsOn(error)) onSaved()
      unstable_rethrow(error)
      return { status: 'failed', message: reason(error), values: formValues(formData) }
    }
  }
}

// Its answer fills the form anew: what was typed while it was on its way stays.
function typedSince(sent: FormData, now: FormData | null): FormValues {
  if (!now) return {}
  const before = formValues(sent)
  return Object.fromEntries(
    Object.entries(formValues(now)).filter(
      ([name, value]) => !name.startsWith('_') && String(before[name] ?? '') !== String(value),
    ),
  )
}

// It would be lost without a word: a form sends the ids of photos that were added.
function photoWaits(values: FormValues): FormState | null {
  if (!values[PHOTO_WAITS]) return null
  const message = 'The photo you chose is not added yet. Add it, or press “Not this one”.'
  return {
    status: 'invalid',
    message: 'Fix one problem to continue.',
    fieldErrors: { [PHOTO_WAITS]: [message] },
    values,
  }
}

/** The server takes 1 MB (scripts/server/gate.ts); the rest is for what stands between the fields. */
const MOST_BYTES = 900_000

// Said before it is sent: a request that is too large is refused before anything in it is read.
function tooLong(values: FormValues): FormState | null {
  const bytes = (text: string | string[]) => new TextEncoder().encode(String(text)).length
  const sizes = Object.entries(values).map(([name, text]) => ({ name, size: bytes(text) }))
  if (sizes.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES) return null
  const longest = sizes.reduce((one, other) => (other.size > one.size ? other : one))
  return {
    status: 'invalid',
    message: 'This is too long to be sent. What you typed is still here.',
    fieldErrors: { [longest.name]: ['This is the longest part. Keep what matters.'] },
    values,
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
  const said = notSavedBecause(error)
  if (said) return `${said} What you typed is still here.`
  return 'The server could not be reached. What you typed is still here; check the connection and try again.'
}
