import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { plannedOnce } from '../../statement-names'
import type { AppearanceRow, CitationRow, DemandRow, DisputeRow, QuoteRow } from './row'
import { ByOwner, consented, forMembers, readColumn, reads, type Scope } from './scope'
import { checkerOf } from './spine'

export type AppearanceFlat = Omit<AppearanceRow, 'person' | 'quotes'> & {
  of: string
  personId: string | null
  personName: string
  personConsent: NonNullable<AppearanceRow['person']>['consent']
}

export type QuoteFlat = Omit<QuoteRow, 'checker' | 'citations' | 'disputes' | 'demands'> & {
  of: string
  checkerName: string | null
}

/** What is said of quotes, by their ids. */
export type OfQuotes = {
  citations: (quote: string) => CitationRow[]
  disputes: (quote: string) => DisputeRow[]
  demands: (quote: string) => DemandRow[]
}

/** Reads who was there, in order. */
export async function appearancesOf(
  scope: Scope,
  ids: readonly string[],
): Promise<ByOwner<AppearanceFlat>> {
  if (!reads(scope, 'people')) return new ByOwner([])
  return new ByOwner(
    await scope.tx.$queryRaw<AppearanceFlat[]>`${plannedOnce}
      select a.entry_id as of, a.id, a.role,
        ${readColumn(scope, 'descriptions', 'a.description')} as description,
        ${readColumn(scope, 'descriptions', 'a.affiliation')} as affiliation,
        p.id as "personId", p.name as "personName", p.consent as "personConsent"
      from appearance a
      left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
      where a.entry_id = any(${[...ids]}::uuid[]) and ${consented(scope, 'p.consent')}
      order by a.position, a.id`,
  )
}

/** Reads what was said, in order, by the appearance. */
export async function quotesOf(scope: Scope, ids: readonly string[]): Promise<ByOwner<QuoteFlat>> {
  if (!reads(scope, 'people') || !reads(scope, 'quotes')) return new ByOwner([])
  const checker = `(select n.name from member m join account n on n.id = m.account_id
    where m.workspace_id = q.workspace_id and m.id = q.checked_by)`
  return new ByOwner(
    await scope.tx.$queryRaw<QuoteFlat[]>`${plannedOnce}
      select q.appearance_id as of, q.id, q.text, q.consent, q.checked_on as "checkedOn",
        ${forMembers(scope, checker, 'null')} as "checkerName"
      from appearance a
      join quote q on q.workspace_id = a.workspace_id and q.appearance_id = a.id
      left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
      where a.entry_id = any(${[...ids]}::uuid[]) and ${consented(scope, 'p.consent')}
        and ${consented(scope, 'q.consent')}
      order by q.position, q.id`,
  )
}

/** Reads the demands that quotes are about. */
export async function demandsOfQuotes(
  scope: Scope,
  quotes: string[],
): Promise<OfQuotes['demands']> {
  if (quotes.length === 0 || !reads(scope, 'demands')) return () => []
  const rows = await scope.tx.$queryRaw<(DemandRow & { of: string })[]>`${plannedOnce}
    select qd.quote_id as of, d.id, d.number, ${currentWordingSql} as wording
    from quote_demand qd join demand d on d.workspace_id = qd.workspace_id and d.id = qd.demand_id
    where qd.quote_id = any(${quotes}::uuid[]) and d.trashed_at is null order by d.number`
  const found = new ByOwner(rows)
  return (quote) => found.at(quote, ({ id, number, wording }) => ({ id, number, wording }))
}

/** The newest wording of a demand, over the alias `d`. */
export const currentWordingSql = Prisma.sql`coalesce((select v.wording from demand_version v
  where v.workspace_id = d.workspace_id and v.demand_id = d.id order by v.number desc limit 1), '')`

export function appearance(
  flat: AppearanceFlat,
  quotes: ByOwner<QuoteFlat>,
  of: OfQuotes,
): AppearanceRow {
  const { id, role, description, affiliation, personId, personName, personConsent } = flat
  return {
    ...{ id, role, description, affiliation },
    person: personId === null ? null : { id: personId, name: personName, consent: personConsent },
    quotes: quotes.at(id, (quote) => ({
      ...{ id: quote.id, text: quote.text, consent: quote.consent, checkedOn: quote.checkedOn },
      checker: checkerOf(quote.checkerName),
      citations: of.citations(quote.id),
      disputes: of.disputes(quote.id),
      demands: of.demands(quote.id),
    })),
  }
}
