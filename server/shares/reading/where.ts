import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { LensField } from '@/lib/shares/lens'
import { noNames, type FilterNames } from '@/lib/timeline/filter-words'
import { isEmptyFilter, noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { filteredEntries, ofKindsSql } from '../../timeline/filter/where'
import { openChoices } from './choices'
import type { ShareTerms } from './terms'

/**
 * The entries that a link shows, as a condition over the alias `e` of the table `entry`: what the
 * policy lets a reader see, what the lens lets through, and the link's scope.
 */
export async function sharedEntries(
  tx: Tx,
  reader: ShareReader,
  { rules, scope, entryId, filter }: ShareTerms,
): Promise<Prisma.Sql> {
  const conditions = [
    // A member chose the link's filter and may go by what is hidden; a reader may not.
    await filteredEntries(tx, reader, reader.campaignId, filter, { chosenByMember: true }),
    Prisma.sql`e.status = any(${[...rules.statuses]}::entry_status[])`,
    Prisma.sql`e.lane = any(${[...rules.lanes]}::lane[])`,
    Prisma.sql`e.kind = any(${[...rules.kinds]}::entry_kind[])`,
  ]
  if (scope === 'entry') conditions.push(Prisma.sql`e.id = ${entryId}::uuid`)
  return Prisma.sql`(${Prisma.join(conditions, ' and ')})`
}

/** What a reader asked for: the entries, over the alias `e`, and the filter as far as it is listened to. */
export type Narrowed = { entries: Prisma.Sql; filter: TimelineFilter; names: FilterNames }

/** Those of a link's entries (`sharedEntries`) that a reader asks for. */
export async function narrowedEntries(
  reading: Parameters<typeof openChoices>[0],
  asked: TimelineFilter,
): Promise<Narrowed> {
  const { tx, reader, terms, names, entries } = reading
  const filter = askable(asked, terms)
  if (isEmptyFilter(filter)) return { entries, filter, names: noNames }
  const { kinds } = terms.rules
  const opened = await openChoices(reading, filter)
  const rest = { ...filter, organizations: [], people: [], places: [] }
  const conditions = [
    entries,
    ...opened.conditions,
    await filteredEntries(tx, reader, reader.campaignId, rest, { chosenByMember: false, names }),
  ]
  if (filter.kinds.length > 0) {
    // A kind that the link leaves out is not found by the second kind of what it shows.
    const shown = filter.kinds.filter((kind) => kinds.includes(kind))
    conditions.push(ofKindsSql(filter.kinds, shown))
  }
  return {
    entries: Prisma.sql`(${Prisma.join(conditions, ' and ')})`,
    filter: { ...filter, ...opened.asked },
    names: opened.names,
  }
}

const SEARCHED: LensField[] = ['summary', 'participants', 'organizations', 'people']

/**
 * What of a reader's filter is listened to, as far as the link's terms say: nothing is searched that
 * the link does not show, since the number of hits would tell of it. Of organizations, people and
 * places only those are found that it shows (`openChoices`).
 */
function askable(asked: TimelineFilter, terms: ShareTerms): TimelineFilter {
  const { rules } = terms
  const shows = (field: LensField) => rules.fields.includes(field)
  return {
    ...noFilter,
    text: isSearchable(terms) ? asked.text : '',
    lanes: asked.lanes.filter((lane) => lane !== 'demand' || shows('demands')),
    kinds: asked.kinds,
    organizations: shows('organizations') ? asked.organizations : [],
    people: rules.people.includes('named') ? asked.people : [],
    demands: shows('demands') ? asked.demands : [],
    places: rules.places === 'none' ? [] : asked.places,
    from: asked.from,
    to: asked.to,
    certainty: asked.certainty.filter((one) => one !== 'differ' || shows('claims')),
    // A source of somebody's words tells that they are there.
    sourced:
      shows('sources') && shows('claims') && shows('quotes') && showsEverybody(rules)
        ? asked.sourced
        : null,
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

/** Whether a link shows everybody who is not hidden, by name, initials or role. */
function showsEverybody({ people }: ShareTerms['rules']): boolean {
  return (['named', 'initials', 'role_only'] as const).every((one) => people.includes(one))
}
