import 'server-only'
import type { Tx } from '../../db'

/**
 * Takes an entry's parts away before an edit writes them again. The inquiry stays: later answers and
 * follow-ups hang on it, so that it is changed in place.
 *
 * @returns the ids they had
 */
export async function clearParts(tx: Tx, entryId: string): Promise<ReadonlySet<string>> {
  const of = { where: { entryId }, select: { id: true } }
  const appearances = await tx.appearance.findMany({
    ...of,
    select: { id: true, quotes: { select: { id: true } } },
  })
  const claims = await tx.claim.findMany(of)
  const demands = await tx.entryDemand.findMany(of)
  const where = { entryId }
  await tx.appearance.deleteMany({ where })
  await tx.claim.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  await tx.entryDemand.deleteMany({ where })
  await tx.entryOrganization.deleteMany({ where })
  return new Set([
    ...appearances.flatMap(({ id, quotes }) => [id, ...quotes.map((quote) => quote.id)]),
    ...claims.map(({ id }) => id),
    ...demands.map(({ id }) => id),
  ])
}
