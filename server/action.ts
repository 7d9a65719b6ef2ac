import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { withChoice } from '@/lib/forms/choices'
import { ADD_ROW, formValues, nestedInput, withAddedRow } from '@/lib/forms/form-data'
import { PAGE_WORKSPACE } from '@/lib/forms/page-workspace'
import { settled, withTheirs } from '@/lib/forms/settle'
import '@/lib/schemas/messages'
import type { FieldErrors, FormAction, FormState, FormValues } from '@/lib/forms/state'
import { requirePageWorkspace } from './auth/page-workspace'
import type { Organizer } from './auth/viewer'
import { findViewer } from './auth/session'
import { ConflictError, type Settling } from './conflict'
import { LooksAlikeError } from './alike'
import { AppError, isDatabaseError } from './errors'

/** A schema, or what makes it from the form (a kind's own one) and from what a page bound. */
type SchemaOf<S, Context> = S | ((values: FormValues, context: Context) => S | Promise<S>)
/** What is said when all went well, or that and what the form does with it (lib/forms/state.ts). */
type Answer = string | Omit<Extract<FormState, { status: 'ok' }>, 'status'> | void

/** What a form says of the workspace that its page is of. */
type Page = FormValues[string] | undefined

/**
 * The one gate for a member's writes: session, form, schema, then the handler, whose answer is a
 * message, or a redirect that it throws. Every failure keeps what was typed.
 *
 * The origin of the request was checked before (scripts/server), for every method that writes.
 */
export function organizerAction<S extends z.ZodType>(
  schema: S | ((values: FormValues) => S),
  handler: (viewer: Organizer, input: z.output<S>, values: FormValues) => Promise<Answer>,
): FormAction {
  return gate(member, schema, handler)
}

/**
 * The same gate for an action to which a page binds what it knows (`save.bind(null, { id })`). A
 * browser can send anything in its place: it is looked at after the session and before the form.
 */
export function boundAction<B extends z.ZodType, S extends z.ZodType>(
  bound: B,
  schema: S | ((values: FormValues, bound: z.output<B>, viewer: Organizer) => S | Promise<S>),
  handler: (
    viewer: Organizer,
    input: z.output<S>,
    bound: z.output<B>,
    values: FormValues,
  ) => Promise<Answer>,
): (bound: z.input<B>, previous: FormState, formData: FormData) => Promise<FormState> {
  return async (given, previous, formData) => {
    const enter = async (page: Page) => {
      const viewer = await member(page)
      const parsed = bound.safeParse(given)
      if (parsed.success) return { viewer, bound: parsed.data }
      throw new AppError(
        'forbidden',
        'This page is out of date. Open it again in another tab and copy over what you typed: it is still here.',
      )
    }
    const schemaFor =
      typeof schema === 'function'
        ? (values: FormValues, { bound, viewer }: { bound: z.output<B>; viewer: Organizer }) =>
            schema(values, bound, viewer)
        : schema
    return gate(enter, schemaFor, ({ viewer, bound }, input, values) =>
      handler(viewer, input, bound, values),
    )(previous, formData)
  }
}

/** The same gate without a session, for sign-in and set-up, which make one. */
export function formAction<S extends z.ZodType>(
  schema: S | ((values: FormValues) => S),
  handler: (input: z.output<S>, values: FormValues) => Promise<Answer>,
): FormAction {
  const anybody = () => Promise.resolve(null)
  return gate(anybody, schema, (_nobody, input, values) => handler(input, values))
}

async function member(page: Page): Promise<Organizer> {
  const viewer = await findViewer()
  if (!viewer)
    throw new AppError(
      'forbidden',
      'You are signed out. Sign in again in another tab, then press the button again: what you typed is still here.',
    )
  await requirePageWorkspace(viewer, page)
  return viewer
}

function gate<S extends z.ZodType, Context>(
  enter: (page: Page) => Promise<Context>,
  schema: SchemaOf<S, Context>,
  handler: (context: Context, input: z.output<S>, values: FormValues) => Promise<Answer>,
): FormAction {
  return async (_previous, formData) => {
    let values: FormValues = {}
    try {
      const { [PAGE_WORKSPACE]: page, ...typed } = formValues(formData)
      values = typed
      const context = await enter(page)
      const group = values[ADD_ROW]
      if (typeof group === 'string' && group !== '')
        return { status: 'editing', values: withAddedRow(values, group) }
      const chosen = withChoice(values)
      if (chosen) return { status: 'editing', values: chosen }
      values = settled(values)
      const { input, fieldName } = nestedInput(values)
      const check = typeof schema === 'function' ? await schema(values, context) : schema
      const parsed = check.safeParse(input)
      if (!parsed.success) return invalid(parsed.error.issues, fieldName, values)
      try {
        const answer = (await handler(context, parsed.data, values)) ?? 'Saved.'
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
    count === 1 ? 'Fix one problem to continue.' : `Fix ${count} problems to continue.`
  return { status: 'invalid', message, fieldErrors, values: withoutSecrets(values) }
}

function failure(error: unknown, values: FormValues): FormState {
  unstable_rethrow(error)
  const returned = withoutSecrets(values)
  if (error instanceof ConflictError) {
    return {
      status: 'conflict',
      message: error.message,
      conflicts: error.conflicts,
      taken: error.settling?.taken ?? [],
      theirs: error.settling?.theirs ?? {},
      version: error.version,
      values: takenOver(returned, error.settling),
    }
  }
  if (error instanceof LooksAlikeError) {
    const { message, entries } = error
    return { status: 'alike', message, entries, values: returned }
  }
  if (error instanceof AppError || error instanceof RangeError)
    return { status: 'failed', message: error.message, values: returned }
  if (isDatabaseError(error, 'P2002')) {
    return {
      status: 'failed',
      message: 'Something with the same name was saved a moment ago. Look at it, then save again.',
      values: returned,
    }
  }
  // No connection came free in time (P2024), or no transaction could begin (P2028).
  if (isDatabaseError(error, 'P2024', 'P2028')) {
    return {
      status: 'failed',
      message:
        'Too much is being saved at this moment. What you typed is still here: try again in a few seconds.',
      values: returned,
    }
  }
  const reference = crypto.randomUUID().slice(0, 8)
  console.error(`[${reference}]`, error)
  return {
    status: 'failed',
    message: `This could not be saved. What you typed is still here: try again in a moment. If it keeps happening, tell your operator the reference ${reference}.`,
    values: returned,
  }
}

function takenOver(values: FormValues, settling: Settling | null): FormValues {
  return (settling?.taken ?? []).reduce(
    (result, field) => withTheirs(result, field, settling?.theirs[field]),
    values,
  )
}

// A password is typed again; it is never sent back in a page.
function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|token|^code$/i.test(name)),
  )
}
