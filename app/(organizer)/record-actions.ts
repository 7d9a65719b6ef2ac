'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { recordNames } from '@/lib/history/revisions'
import { versionSchema } from '@/lib/schemas/record'
import { boundAction } from '@/server/action'
import { restoreRevision } from '@/server/history/restore'

export const restoreVersion = boundAction(
  z.strictObject({ record: z.enum(recordNames), id: bound.id, here: bound.path }),
  versionSchema,
  async (viewer, { version }, { record, id, here }) => {
    await restoreRevision(viewer, record, id, version)
    redirect(here)
  },
)
