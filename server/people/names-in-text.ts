import 'server-only'
import { withholder } from '@/lib/people/consent'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'

/**
 * What takes the names of people who may not be named out of a text, for readers of a share;
 * members read texts as they were written. Titles and summaries are free text, so a consent that
 * stopped at the list of speakers would not keep its promise.
 */
export async function namesWithheld(tx: Tx, viewer: Viewer): Promise<(text: string) => string> {
  if (viewer.kind !== 'share') return (text) => text
  const people = await tx.person.findMany({
    where: { consent: { not: 'named' } },
    select: { name: true, otherNames: true, consent: true },
  })
  return withholder(
    people.map(({ name, otherNames, consent }) => ({ names: [name, ...otherNames], consent })),
  )
}
