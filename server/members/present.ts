import 'server-only'
import type { Prisma } from '@/prisma/generated/client'

/** Members who are there, and those who are suspended, who keep their place until they are restored. */
export const presentOrSuspended = {
  OR: [{ removedAt: null }, { suspendedAt: { not: null } }],
} satisfies Prisma.MemberWhereInput
