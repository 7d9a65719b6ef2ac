import 'server-only'
import type { Prisma } from '@/prisma/generated/client'

/** The newest wording of a demand alone, to be spread into what is selected of it. */
export const currentWording = {
  versions: { select: { wording: true }, orderBy: { number: 'desc' }, take: 1 },
} satisfies Prisma.DemandSelect
