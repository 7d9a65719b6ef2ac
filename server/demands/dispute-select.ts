import 'server-only'
import { shownIn } from '@/lib/sources/fields'
import type { Prisma } from '@/prisma/generated/client'

const citations = {
  select: {
    ...{ id: true, exact: true, prefix: true, suffix: true, match: true },
    source: { select: { id: true, ...shownIn('cited') } },
  },
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
} satisfies Prisma.CitationFindManyArgs

/** What is read of a standing's dispute; those of entries and quotes come with them. */
export const disputeSelect = {
  ...{ id: true, reason: true, saidBy: true, takenBackAt: true },
  citations,
} satisfies Prisma.DisputeSelect
