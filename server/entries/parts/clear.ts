import 'server-only'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { entriesVisibleTo } from '../../policy'
import { speakerKey, type ReusableRows } from './writing'

const checkedColumns = { checkedBy: true, checkedOn: true } as const
const sourceAlone = { select: { sourceId: true }, take: 1 } as const

/**
 * Takes an entry's parts away before an edit writes them again. The inquiry stays: later answers and
 * follow-ups hang on it, so that it is changed in place. So does a link to what this viewer may not
 * see, which their form did not show; and photos are only put aside, since a revision may bring them back.
 *
 * @returns what they had that an edit keeps
 */
export async function clearParts(tx: Tx, viewer: Viewer, entryId: string): Promise<ReusableRows> {
  const of = { where: { entryId }, select: { id: true } }
  const appearances = await tx.appearance.findMany({
    ...of,
    select: {
      ...{ id: true, personId: true, description: true, affiliation: true },
      quotes: { select: { ...checkedColumns, id: true, text: true, citations: sourceAlone } },
    },
  })
  const claims = await tx.claim.findMany(of)
  const demands = await tx.entryDemand.findMany(of)
  const replies = await tx.entryReply.findMany(of)
  const disputes = await tx.dispute.findMany({
    where: { OR: [{ entryId }, { quote: { appearance: { entryId } } }] },
    select: { id: true },
  })
  const shownLinks = { fromId: entryId, to: entriesVisibleTo(viewer) }
  const links = await tx.entryLink.findMany({ where: shownLinks, select: { id: true } })
  const where = { entryId }
  await tx.appearance.deleteMany({ where })
  await tx.claim.deleteMany({ where })
  await tx.dispute.deleteMany({ where })
  await tx.entryReply.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  await tx.entryDemand.deleteMany({ where })
  await tx.entryOrganization.deleteMany({ where })
  await tx.entryLink.deleteMany({ where: shownLinks })
  await tx.photo.updateMany({
    where: { entryId, removedAt: null },
    data: { removedAt: new Date() },
  })
  const ids = new Set([
    ...appearances.flatMap(({ id, quotes }) => [id, ...quotes.map((quote) => quote.id)]),
    ...[...claims, ...replies, ...disputes].map(({ id }) => id),
    ...demands.map(({ id }) => id),
    ...links.map(({ id }) => id),
  ])
  const checks = new Map(
    appearances.flatMap(({ quotes, ...speaker }) =>
      quotes.flatMap(({ id, text, citations, checkedBy, checkedOn }) =>
        checkedOn === null
          ? []
          : [
              [
                id,
                {
                  ...{ checkedBy, checkedOn, text, speaker: speakerKey(speaker) },
                  sourceId: citations[0]?.sourceId ?? null,
                },
              ] as const,
            ],
      ),
    ),
  )
  return { ids, checks }
}
