import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { todayIn } from '@/lib/dates/days'
import type { LinkedDemand } from '@/lib/shares/record'
import { demandWithin } from '@/lib/shares/within-fields'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { demandSelect, demandsVisibleTo, toDemand } from '../../demands/dto'
import { soleDemand, type ShareTerms } from './terms'

const MOST_DEMANDS = 2_000

type Context = {
  tx: Tx
  reader: ShareReader
  terms: ShareTerms
  /** The entries of the link, over the alias `e`. */
  entries: Prisma.Sql
  timeZone: string
}

/**
 * Lists the demands that a link shows, with the standings that they have in the whole record.
 *
 * @param ids those of `demandsTouched`
 */
export async function sharedDemands(context: Context, ids: string[]): Promise<LinkedDemand[]> {
  const { tx, reader, terms, entries, timeZone } = context
  if (!terms.rules.fields.includes('demands') || ids.length === 0) return []
  const select = demandSelect(reader)
  const rows = await tx.demand.findMany({
    where: {
      AND: [demandsVisibleTo(reader), { campaignId: reader.campaignId, id: { in: ids } }],
    },
    select: {
      ...select,
      counterparties: { ...select.counterparties, take: 500 },
    },
    orderBy: { number: 'asc' },
    take: MOST_DEMANDS,
  })
  const evidence = rows.flatMap(({ assessments }) =>
    assessments.flatMap((one) => one.entryId ?? []),
  )
  const titles = await titlesOf(tx, entries, evidence)
  const today = todayIn(timeZone)
  return rows.map((row) => {
    const demand = toDemand(row, today, { titles, withhold: (text) => text, viewer: reader })
    const shown = demandWithin(demand, terms.rules)
    return {
      ...shown,
      // A note on what is kept back may tell of it. That it is disputed is never left out; why may.
      targets: shown.targets.map((target) =>
        target.evidenceKept
          ? {
              ...{ ...target, note: '' },
              disputes: target.disputes.map((one) => ({ ...one, reason: '', citations: [] })),
            }
          : target,
      ),
      proposals: [],
    }
  })
}

/**
 * The ids of the demands that a link shows, at most 2,000: those that one of its entries touches, and
 * in a link to the whole campaign those too that no entry raises. A link about one demand shows no other.
 */
export async function demandsTouched(
  context: Pick<Context, 'tx' | 'reader' | 'terms' | 'entries'>,
): Promise<string[]> {
  if (!context.terms.rules.fields.includes('demands')) return []
  const rows = await context.tx.$queryRaw<{ id: string }[]>(demandsTouchedSql(context))
  return rows.map(({ id }) => id)
}

/** The same as a statement, for links that show demands. */
export function demandsTouchedSql({
  reader,
  terms,
  entries,
}: Pick<Context, 'reader' | 'terms' | 'entries'>): Prisma.Sql {
  const only = soleDemand(terms)
  const whole = terms.scope === 'campaign' || terms.scope === 'ledger' || only !== null
  return Prisma.sql`
    select d.id from demand d
    where d.workspace_id = ${reader.workspaceId}::uuid and d.campaign_id = ${reader.campaignId}::uuid
      and d.trashed_at is null and (${only}::int is null or d.number = ${only}::int)
      and (exists (
        select 1 from entry_demand ed
        join entry e on e.workspace_id = ed.workspace_id and e.id = ed.entry_id
        where ed.workspace_id = d.workspace_id and ed.demand_id = d.id and ${entries})
      or (${whole}::boolean and d.for_itself))
    limit ${MOST_DEMANDS}`
}

async function titlesOf(tx: Tx, entries: Prisma.Sql, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; title: string }[]>`
    select e.id, e.title from entry e where ${entries} and e.id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, title }) => [id, title]))
}
