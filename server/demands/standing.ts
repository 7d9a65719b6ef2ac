import 'server-only'
import type { Standing } from '@/lib/schemas/words'
import { Prisma } from '@/prisma/generated/client'

/** What a standing follows from: one confirmed assessment. Days are ISO days. */
export type Assessed = {
  organizationId: string
  standing: Standing
  firstDay: string
  createdAt: Date
  id: string
}

/**
 * A demand's standings at a target up to a day, oldest first: by the day from which each holds, and
 * of two from one day the one written later comes last. The order of the list does not matter. The
 * last one decides the standing; none means that nothing was assessed by then, so that it is open.
 *
 * @param asOf ISO day; what holds from a later day on does not count yet.
 */
export function historyAsOf<A extends Assessed>(
  confirmed: A[],
  organizationId: string,
  asOf: string,
): A[] {
  return confirmed
    .filter((one) => one.organizationId === organizationId && one.firstDay <= asOf)
    .sort((one, other) => (isLater(one, other) ? 1 : -1))
}

/** The same order in SQL, for assessments called `a`; a moment of ours lasts a millisecond. */
export const assessmentOrder = Prisma.sql`(a.first_day, date_trunc('milliseconds', a.created_at), a.id)`

function isLater(one: Assessed, other: Assessed): boolean {
  if (one.firstDay !== other.firstDay) return one.firstDay > other.firstDay
  const difference = one.createdAt.getTime() - other.createdAt.getTime()
  return difference === 0 ? one.id > other.id : difference > 0
}
