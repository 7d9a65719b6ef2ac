import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { LensField } from '@/lib/shares/lens'
import { isEmptyFilter, noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { withholderFor } from '../../people/withheld'
import { filteredEntries, ofKindsSql } from '../../timeline/filter/where'
import type { ShareTerms } from './terms'

/**
 * The entries that a link shows, as a condition over the alias `e` of the table `entry`: what the
 * policy lets a reader see, what the lens lets through, the link's scope, and then what the reader
 * asks for. Each of them narrows the one before it.
 */
export async function sharedEntries(
  tx: Tx,
  reader: ShareReader,
  terms: ShareTerms,
  asked: TimelineFilter = noFilter,
): Promise<Prisma.Sql> {
  const { rules, scope, entryId } = terms
  const conditions = [
    // A member chose the link's filter and may go by what is hidden; a reader may not.
    await filteredEntries(tx, reader, reader.campaignId, terms.filter, { chosenByMember: true }),
    Prisma.sql`e.status = any(${[...rules.statuses]}::entry_status[])`,
    Prisma.sql`e.lane = any(${[...rules.lanes]}::lane[])`,
    Prisma.sql`e.kind = any(${[...rules.kinds]}::entry_kind[])`,
  ]
  if (scope === 'entry') conditions.push(Prisma.sql`e.id = ${entryId}::uuid`)
  const narrowed = askable(asked, terms)
  if (narrowed.kinds.length > 0) {
    // A kind that the link leaves out is not found by the second kind of what it shows.
    const shown = narrowed.kinds.filter((kind) => rules.kinds.includes(kind))
    conditions.push(ofKindsSql(narrowed.kinds, shown))
  }
  if (!isEmptyFilter(narrowed)) {
    const names = await withholderFor(tx, reader.workspaceId, rules.people)
    conditions.push(
      await filteredEntries(tx, reader, reader.campaignId, narrowed, {
        ...{ chosenByMember: false, names },
      }),
    )
  }
  return Prisma.sql`(${Prisma.join(conditions, ' and ')})`
}

const SEARCHED: LensField[] = ['summary', 'participants', 'organizations', 'people']

/**
 * What of a reader's filter is listened to. Ids are those of the database, which no reader knows, so
 * people and organizations cannot be asked for; and nothing is searched that the link does not
 * show, since the number of hits would tell of it.
 */
export function askable(asked: TimelineFilter, terms: ShareTerms): TimelineFilter {
  const { rules } = terms
  const shows = (field: LensField) => rules.fields.includes(field)
  return {
    ...noFilter,
    text: isSearchable(terms) ? asked.text : '',
    lanes: asked.lanes.filter((lane) => lane !== 'demand' || shows('demands')),
    kinds: asked.kinds,
    demands: shows('demands') ? asked.demands : [],
    from: asked.from,
    to: asked.to,
    certainty: asked.certainty.filter((one) => one !== 'differ' || shows('claims')),
    sourced: shows('sources') && shows('claims') && shows('quotes') ? asked.sourced : null,
    // A quote that is kept back may be a checked one.
    checks: asked.checks.filter((one) => one !== 'quote'),
  }
}

/** Whether words may be looked for: only where all that is searched is shown. */
export function isSearchable({ rules }: ShareTerms): boolean {
  const { places, people, fields } = rules
  const shown = SEARCHED.every((field) => fields.includes(field))
  return places === 'exact' && people.includes('named') && shown
}
