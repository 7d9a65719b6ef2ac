import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { SourceDto } from '@/lib/directory'
import { forSourceFields } from '@/lib/sources/fields'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { entriesVisibleTo } from '../policy'

/** The citations whose subject this viewer may see; others would tell of a hidden entry. */
export function citationsVisibleTo(viewer: Viewer, campaignId?: string): Prisma.CitationWhereInput {
  const seen = entriesVisibleTo(viewer)
  const entry = { AND: [seen, campaignId ? { campaignId } : {}] }
  const demand = { trashedAt: null, ...(campaignId ? { campaignId } : {}) }
  const assessment = { demand, OR: [{ entryId: null }, { entry }] }
  return {
    OR: [
      { entry },
      { quote: { appearance: { entry } } },
      { claim: { entry } },
      { link: { from: entry, to: seen } },
      { reply: { entry } },
      { dispute: { OR: [{ entry }, { quote: { appearance: { entry } } }, { assessment }] } },
      { assessment },
    ],
  }
}

/** What is read of a source itself. */
export const sourceSelect = {
  ...{ id: true, ...forSourceFields(() => true as const) },
  ...{ capturedSha256: true, version: true },
  pictures: {
    select: { id: true, caption: true, credit: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.SourceSelect

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>

/** A row as a page may have it. */
export function toSource({ accessedOn, ...row }: SourceRow): Omit<SourceDto, 'passages'> {
  return { ...row, accessedOn: accessedOn ? isoDayOf(accessedOn) : '' }
}
