import 'server-only'
import { withholder } from '@/lib/people/consent'
import type { LensRules } from '@/lib/shares/lens'
import type { Tx } from '../db'

/**
 * What takes names out of free text for a link's readers: those of everybody who is not named to
 * all, and whoever the lens does not show at all, even where their consent would give initials.
 */
export async function namesWithheldBy(
  tx: Tx,
  { people }: LensRules,
): Promise<(text: string) => string> {
  const shown = people.filter((consent) => consent === 'named')
  const rows = await tx.person.findMany({
    where: { consent: { notIn: shown } },
    select: { name: true, otherNames: true, consent: true },
  })
  return withholder(
    rows.map(({ name, otherNames, consent }) => ({
      names: [name, ...otherNames],
      consent: consent !== 'named' && people.includes(consent) ? consent : 'hidden',
    })),
  )
}
