'use server'

import { redirect } from 'next/navigation'
import { photoRefusals } from '@/lib/photos'
import type { FormState } from '@/lib/forms/state'
import { blurSchema } from '@/lib/schemas/entry-photos'
import { organizerAction } from '@/server/action'
import { AppError } from '@/server/errors'
import { hideAreas } from '@/server/photos/mutations'
import { PhotoRefused } from '@/server/photos/refused'

/** Hides further areas of a photo for good; `back` is bound on the server. */
export async function blurPhoto(
  { back }: { back: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(blurSchema, async (viewer, { photo, areas }) => {
    await hideAreas(viewer, photo, areas).catch((error: unknown) => {
      if (error instanceof PhotoRefused)
        throw new AppError('unavailable', photoRefusals[error.reason][1])
      throw error
    })
    redirect(back)
  })(previous, formData)
}
