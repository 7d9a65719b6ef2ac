import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { withChoice } from '@/lib/forms/choices'
import { ADD_ROW, formValues, nestedInput, withAddedRow } from '@/lib/forms/form-data'
import type { FieldErrors, FormAction, FormState, FormValues } from '@/lib/forms/state'
import type { Organizer } from './auth/viewer'
import { findViewer } from './auth/session'
import { ConflictError } from './conflict'
import { LooksAlikeError } from './alike'
import { AppError, isDatabaseError } from './errors'

/** A schema, or what makes it from the form (a kind's own one, or one that knows today's day). */
type SchemaOf<S> = S | ((values: FormValues) => S)
/** What is said when all went well, or that and an address to hand over. */
type Answer = string | { message: string; address: string } | void
type Handler<Input> = (viewer: Organizer, input: Input, values: FormValues) => Promise<Answer>

/**
 * The one gate for a member's writes: session, form, schema, then the handler, whose answer is a
 * message, or a redirect that it throws. Every failure keeps what was typed.
 *
 * The origin of the request was checked before (scripts/server), for every method that writes.
 */
export function organizerAction<S extends z.ZodType>(
  schema: SchemaOf<S>,
  handler: Handler<z.output<S>>,
): FormAction {
  return formAction(schema, async (input, values) => {
    const viewer = await findViewer()
    if (!viewer) {
      throw new AppError(
        'forbidden',
        'You are signed out. Sign in again in another tab, then press the button once more: what you typed is still here.',
      )
    }
    return handler(viewer, input, values)
  })
}

/** The same gate without a session, for sign-in and set-up, which make one. */
export function formAction<S extends z.ZodType>(
  schema: SchemaOf<S>,
  handler: (input: z.output<S>, values: FormValues) => Promise<Answer>,
): FormAction {
  return async (_previous, formData) => {
    let values: FormValues = {}
    try {
      values = formValues(formData)
      const group = values[ADD_ROW]
      if (typeof group === 'string' && group !== '')
        return { status: 'editing', values: withAddedRow(values, group) }
      const chosen = withChoice(values)
      if (chosen) return { status: 'editing', values: chosen }
      const { input, fieldName } = nestedInput(values)
      const parsed = (typeof schema === 'function' ? schema(values) : schema).safeParse(input)
      if (!parsed.success) return invalid(parsed.error.issues, fieldName, values)
      try {
        const answer = (await handler(parsed.data, values)) ?? 'Saved.'
        return { status: 'ok', ...(typeof answer === 'string' ? { message: answer } : answer) }
      } catch (error) {
        if (error instanceof AppError && error.code === 'invalid') {
          return invalid([{ path: error.path, message: error.message }], fieldName, values)
        }
        throw error
      }
    } catch (error) {
      return failure(error, values)
    }
  }
}

type Issue = { path: PropertyKey[]; message: string }

function invalid(
  issues: Issue[],
  fieldName: (path: PropertyKey[]) => string,
  values: FormValues,
): FormState {
  const fieldErrors: FieldErrors = {}
  for (const issue of issues) (fieldErrors[fieldName(issue.path)] ??= []).push(issue.message)
  const count = Object.keys(fieldErrors).length
  const message =
    count === 1
      ? 'One thing needs mending before this can go on.'
      : `${count} things need mending before this can go on.`
  return { status: 'invalid', message, fieldErrors, values: withoutSecrets(values) }
}

function failure(error: unknown, values: FormValues): FormState {
  unstable_rethrow(error)
  const kept = withoutSecrets(values)
  if (error instanceof ConflictError) {
    return {
      status: 'conflict',
      message: error.message,
      conflicts: error.conflicts,
      version: error.version,
      values: kept,
    }
  }
  if (error instanceof LooksAlikeError) {
    const { message, entries } = error
    return { status: 'alike', message, entries, values: kept }
  }
  if (error instanceof AppError || error instanceof RangeError)
    return { status: 'failed', message: error.message, values: kept }
  if (isDatabaseError(error, 'P2002')) {
    return {
      status: 'failed',
      message: 'Something with the same name was saved a moment ago. Look at it, then save again.',
      values: kept,
    }
  }
  // No connection came free in time (P2024), or no transaction could begin (P2028).
  if (isDatabaseError(error, 'P2024', 'P2028')) {
    return {
      status: 'failed',
      message:
        'Too much is being saved at this moment. What you typed is still here: try again in a few seconds.',
      values: kept,
    }
  }
  const reference = crypto.randomUUID().slice(0, 8)
  console.error(`[${reference}]`, error)
  return {
    status: 'failed',
    message: `This could not be saved. What you typed is still here: try again in a moment. If it goes on, tell your operator the reference ${reference}.`,
    values: kept,
  }
}

// A password is typed again; it is never sent back in a page.
function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|token/i.test(name)),
  )
}
