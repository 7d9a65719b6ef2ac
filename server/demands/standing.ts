import 'server-only'
import type { Standing } from '@/lib/schemas/words'

/** What a standing follows from: one confirmed assessment. Days are ISO days. */
export type Assessed = {
  organizationId: string
  standing: Standing
  firstDay: string
  createdAt: Date
  id: string
}

/**
 * The assessment that decides a demand's standing at a target on a day: of those confirmed, the one
 * that holds latest, and of two from one day the one written later. The order of the list does not
 * matter. Null means that nothing was assessed by then: the demand is open.
 *
 * @param asOf ISO day; what holds from a later day on does not count yet.
 */
export function assessmentAsOf<A extends Assessed>(
  confirmed: A[],
  organizationId: string,
  asOf: string,
): A | null {
  let latest: A | null = null
  for (const assessment of confirmed) {
    if (assessment.organizationId !== organizationId || assessment.firstDay > asOf) continue
    if (!latest || isLater(assessment, latest)) latest = assessment
  }
  return latest
}

function isLater(one: Assessed, other: Assessed): boolean {
  if (one.firstDay !== other.firstDay) return one.firstDay > other.firstDay
  const difference = one.createdAt.getTime() - other.createdAt.getTime()
  return difference === 0 ? one.id > other.id : difference > 0
}
