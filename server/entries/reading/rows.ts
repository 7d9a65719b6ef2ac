import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { LensRules } from '@/lib/shares/lens'
import type { Tx } from '../../db'
import { citationsOf, withPictures } from './citations'
import { inquiriesOf } from './inquiries'
import {
  claimsOf,
  demandsOf,
  disputesOf,
  organizationsOf,
  photosOf,
  repliesOf,
  type DisputeFlat,
} from './parts'
import { appearance, appearancesOf, demandsOfQuotes, quotesOf } from './people'
import type { CitationRow, DisputeRow, EntryRow } from './row'
import type { ByOwner } from './scope'
import { spineOf } from './spine'

/** Which of the entries are read, over the alias `e`, and what of them: all, or what a link's rules allow. */
export type Reading = { condition: Prisma.Sql; rules?: LensRules }

/**
 * Reads entries with all their parts, in the order of their ids: one statement for the entries and
 * one for each part, since what joins twenty tables for each entry takes the database many times as
 * long ([decision 102]).
 */
export async function readRows(
  tx: Tx,
  asked: readonly string[],
  { condition, rules }: Reading,
): Promise<EntryRow[]> {
  const scope = { tx, rules: rules ?? null }
  if (asked.length === 0) return []
  const spine = await spineOf(scope, asked, condition)
  const ids = spine.map(({ id }) => id)
  if (ids.length === 0) return []
  const parts = await partsOf(scope, ids)
  const byId = new Map(spine.map((row) => [row.id, row]))
  return asked.flatMap((id) => {
    const row = byId.get(id)
    return row ? [Object.assign(row, parts(id))] : []
  })
}

async function partsOf(scope: { tx: Tx; rules: LensRules | null }, ids: string[]) {
  // Sent together, so that they are one message to the database.
  const [organizations, appearances, quotes, demands, claims, disputes, replies, photos] =
    await Promise.all([
      organizationsOf(scope, ids),
      appearancesOf(scope, ids),
      quotesOf(scope, ids),
      demandsOf(scope, ids),
      claimsOf(scope, ids),
      disputesOf(scope, 'entry', ids),
      repliesOf(scope, ids),
      photosOf(scope, ids),
    ])
  const said = quotes.values(({ id }) => id)
  const [inquiries, entryCitations, ofDemands, ofDisputes] = await Promise.all([
    inquiriesOf(scope, ids),
    withPictures(scope, { entry: ids }),
    demandsOfQuotes(scope, said),
    disputesOf(scope, 'quote', said),
  ])
  const citations = await citationsOf(scope, {
    quote: said,
    claim: claims.values(({ id }) => id),
    dispute: [disputes, ofDisputes].flatMap((some) => some.values(({ id }) => id)),
    reply: replies.values(({ id }) => id),
  })
  const ofQuotes = {
    citations,
    disputes: (quote: string) => withCitations(ofDisputes, quote, citations),
    demands: ofDemands,
  }
  return (id: string): Omit<EntryRow, keyof Awaited<ReturnType<typeof spineOf>>[number]> => ({
    organizations: organizations(id),
    appearances: appearances.at(id, (flat) => appearance(flat, quotes, ofQuotes)),
    demands: demands(id),
    claims: claims.at(id, ({ of: _, ...claim }) => ({ ...claim, citations: citations(claim.id) })),
    disputes: withCitations(disputes, id, citations),
    replies: replies.at(id, ({ id: reply, edtf, said: words, ...of }) => ({
      ...{ id: reply, edtf, said: words },
      organization: { id: of.organizationId, name: of.organizationName },
      citations: citations(reply),
    })),
    citations: entryCitations(id),
    photos: photos(id),
    inquiries: inquiries(id),
  })
}

function withCitations(
  disputes: ByOwner<DisputeFlat>,
  of: string,
  citations: (owner: string) => CitationRow[],
): DisputeRow[] {
  return disputes.at(of, ({ id, reason, saidBy }) => ({
    ...{ id, reason, saidBy },
    citations: citations(id),
  }))
}
