'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { passageSchema } from '@/lib/schemas/source'
import { organizerAction } from '@/server/action'
import { citePassage } from '@/server/entries/cite'

/** Makes words of a source carry an entry, and shows them in its text; `home` is the source's page. */
export async function citeWords(
  { id, home }: { id: string; home: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(passageSchema, async (viewer, input) => {
    const citation = await citePassage(viewer, id, input)
    redirect(`${home}?passage=${citation}#passage-${citation}`)
  })(previous, formData)
}
