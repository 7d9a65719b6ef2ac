'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { choicesSchema, mappingFormSchema, readingFormSchema } from '@/lib/schemas/import'
import { nothingSchema } from '@/lib/schemas/trash'
import { boundAction } from '@/server/action'
import { AppError } from '@/server/errors'
import {
  cancelImport,
  changeMapping,
  changeReading,
  discardImport,
  undoImport,
} from '@/server/imports/mutations'
import { resumeImport, startImport } from '@/server/imports/run'
import { applyMapping, deleteMapping } from '@/server/imports/saved-mappings'

const place = z.strictObject({ slug: bound.slug, id: bound.id })
const home = ({ slug, id }: z.output<typeof place>) => `/campaigns/${slug}/import/${id}`

/** Keeps what the columns become, and shows what that makes of the rows. */
export const chooseColumns = boundAction(place, mappingFormSchema, async (viewer, form, at) => {
  await changeMapping(viewer, at.id, form)
  redirect(`${home(at)}?look=1`)
})

/** Reads the file in another encoding, or another sheet of it. */
export const readAnew = boundAction(place, readingFormSchema, async (viewer, form, at) => {
  await changeReading(viewer, at.id, form)
  redirect(home(at))
})

/** Lets the file be read by a saved mapping. */
export const applySaved = boundAction(
  place.extend({ mapping: bound.id }),
  nothingSchema,
  async (viewer, _input, at) => {
    await applyMapping(viewer, at.id, at.mapping)
    redirect(home(at))
  },
)

/** Deletes a saved mapping. */
export const removeSaved = boundAction(
  z.strictObject({ slug: bound.slug, mapping: bound.id }),
  nothingSchema,
  async (viewer, _input, at) => {
    await deleteMapping(viewer, at.mapping)
    redirect(`/campaigns/${at.slug}/import`)
  },
)

/** Makes the drafts. */
export const importRows = boundAction(place, choicesSchema, async (viewer, choices, at) => {
  const { takeGood, ...answers } = choices
  if (await startImport(viewer, at.id, { ...answers, takeGood: takeGood === 'on' }))
    redirect(home(at))
  // A row that is refused since the page was opened has brought the box with it.
  refresh()
  throw new AppError(
    'invalid',
    'Nothing was imported. Tick this to leave out the rows that are refused, or correct them in the file and upload it again.',
    ['takeGood'],
  )
})

/** Goes on with an import that was cut off. */
export const goOn = boundAction(place, nothingSchema, async (viewer, _input, at) => {
  await resumeImport(viewer, at.id)
  redirect(home(at))
})

/** Puts the drafts of an import into the trash, or the campaigns of a complete record. */
export const undo = boundAction(place, nothingSchema, async (viewer, _input, at) => {
  const { isRecord } = await undoImport(viewer, at.id)
  redirect(isRecord ? '/trash' : home(at))
})

/** Stops an import, and erases what it has made. */
export const cancel = boundAction(place, nothingSchema, async (viewer, _input, at) => {
  await cancelImport(viewer, at.id)
  redirect(home(at))
})

/** Deletes a file that is not to be imported after all. */
export const discard = boundAction(place, nothingSchema, async (viewer, _input, at) => {
  await discardImport(viewer, at.id)
  redirect(`/campaigns/${at.slug}/import`)
})
