'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { passageSchema } from '@/lib/schemas/source'
import { boundAction } from '@/server/action'
import { citePassage } from '@/server/entries/cite'

/** Makes words of a source carry an entry, and shows them in its text; `home` is the source's page. */
export const citeWords = boundAction(
  z.strictObject({ id: bound.id, home: bound.path }),
  passageSchema,
  async (viewer, input, { id, home }) => {
    const citation = await citePassage(viewer, id, input)
    redirect(`${home}?passage=${citation}#passage-${citation}`)
  },
)
