'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { photoRefusals } from '@/lib/photos'
import { blurSchema } from '@/lib/schemas/entry-photos'
import { boundAction } from '@/server/action'
import { AppError } from '@/server/errors'
import { hideAreas } from '@/server/photos/mutations'
import { PhotoRefused } from '@/server/photos/refused'

/** Hides further areas of a photo for good. */
export const blurPhoto = boundAction(
  z.strictObject({ back: bound.path }),
  blurSchema,
  async (viewer, { photo, areas }, { back }) => {
    await hideAreas(viewer, photo, areas).catch((error: unknown) => {
      if (error instanceof PhotoRefused)
        throw new AppError('unavailable', photoRefusals[error.reason][1])
      throw error
    })
    redirect(back)
  },
)
