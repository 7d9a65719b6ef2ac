'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { ANOTHER, MERGE_INTO } from '@/lib/entries/alike'
import { savedHref } from '@/lib/entries/saved'
import { kindNamed } from '@/lib/kinds/index'
import { entrySchema } from '@/lib/schemas/entry'
import { recordSchema } from '@/lib/schemas/campaign'
import { reviewSchema } from '@/lib/schemas/record'
import { nothingSchema } from '@/lib/schemas/trash'
import { boundAction, organizerAction } from '@/server/action'
import { requireUnlike } from '@/server/entries/look-alikes'
import { createEntry, updateEntry } from '@/server/entries/mutations'
import { reviewEntry } from '@/server/entries/review'
import { isUuid } from '@/server/ids'
import { checkEntry, checkQuote, uncheckEntry, uncheckQuote } from '@/server/entries/second-reader'
import { trashEntry } from '@/server/entries/trash'
import type { DateHabits } from '@/lib/dates/habits'
import type { FormState, FormValues } from '@/lib/forms/state'
import type { Organizer } from '@/server/auth/viewer'
import { citedDay } from '@/server/sources/cited-day'

/** The day of a chosen source is what dates without a year are counted from. */
async function schemaOf(values: FormValues, { habits }: { habits: DateHabits }, viewer: Organizer) {
  const { today, ...settings } = habits
  const anchor = await citedDay(viewer, values)
  return entrySchema(kindNamed(values.kind), today, { ...settings, anchor })
}

export const logEntry = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits, plan: bound.id.nullable() }),
  schemaOf,
  async (viewer, input, { slug, plan }, values) => {
    const into = values[MERGE_INTO]
    if (typeof into === 'string' && isUuid(into)) {
      const draft = await createEntry(viewer, slug, { ...input, status: 'draft' }, plan)
      redirect(`/campaigns/${slug}/entries/${into}/merge?with=${draft.id}`)
    }
    if (values[ANOTHER] !== 'on') await requireUnlike(viewer, slug, input)
    const { id } = await createEntry(viewer, slug, input, plan)
    redirect(savedHref(slug, id, { how: input.status, version: 1 }))
  },
)

export const saveEntry = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits, id: bound.id }),
  schemaOf,
  async (viewer, input, { slug, id }, values) => {
    const { version, status } = await updateEntry(viewer, id, input, values)
    redirect(savedHref(slug, id, { how: status ?? 'changed', version }))
  },
)

export const saveCell = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits, id: bound.id }),
  (values, { habits: { today, ...settings } }) =>
    entrySchema(kindNamed(values.kind), today, settings),
  async (viewer, input, { id }, values) => {
    await updateEntry(viewer, id, input, values)
    return `Saved: ${input.title}.`
  },
)

export async function moveToTrash(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(recordSchema, async (viewer, { id }) => {
    const { campaignSlug } = await trashEntry(viewer, id)
    redirect(`/campaigns/${campaignSlug}/trash?undo=${id}`)
  })(previous, formData)
}

export const check = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id, version: bound.number }),
  nothingSchema,
  async (viewer, _input, { slug, id, version }) => {
    await checkEntry(viewer, id, version)
    redirect(`/campaigns/${slug}/entries/${id}`)
  },
)

export const uncheck = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id }),
  nothingSchema,
  async (viewer, _input, { slug, id }) => {
    await uncheckEntry(viewer, id)
    redirect(`/campaigns/${slug}/entries/${id}`)
  },
)

export const checkWords = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id, version: bound.number, quote: bound.id }),
  nothingSchema,
  async (viewer, _input, { slug, id, version, quote }) => {
    await checkQuote(viewer, id, version, quote)
    redirect(`/campaigns/${slug}/entries/${id}`)
  },
)

export const uncheckWords = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id, quote: bound.id }),
  nothingSchema,
  async (viewer, _input, { slug, id, quote }) => {
    await uncheckQuote(viewer, id, quote)
    redirect(`/campaigns/${slug}/entries/${id}`)
  },
)

export const review = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id }),
  reviewSchema,
  async (viewer, input, { slug, id }) => {
    const version = await reviewEntry(viewer, id, input)
    const how = input.decision === 'publish' ? 'published' : 'returned'
    redirect(savedHref(slug, id, { how, version }))
  },
)
