import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { plannedOnce } from '../../statement-names'
import { columnName, forColumns, isRead } from '../columns'
import type { CheckRow, SpineRow } from './row'
import { reads, type Scope } from './scope'

type Flat = Omit<SpineRow, 'campaign' | 'accordingTo' | 'checker'> & {
  campaignZone: string
  checkerName: string | null
  personId: string | null
  personName: string
  personConsent: NonNullable<SpineRow['accordingTo']>['consent']
}

/**
 * Reads the entries' own columns, of those that the condition over the alias `e` lets through. The
 * clocks of a campaign and who checked an entry are for members.
 */
export async function spineOf(
  scope: Scope,
  ids: readonly string[],
  condition: Prisma.Sql,
): Promise<SpineRow[]> {
  const { tx, rules } = scope
  const known = forColumns((rule) => rules === null || isRead(rule, rules))
  const columns = Object.entries(known)
    .filter(([, isKnown]) => isKnown)
    .map(([name]) => `e.${columnName(name)} as "${name}", `)
  // What stands in columns that are not read.
  const unread = Object.entries(forColumns((rule) => (rule === 'always' ? null : rule[1]))).filter(
    ([name]) => !known[name as keyof typeof known],
  )
  const rows = await tx.$queryRaw<Flat[]>`${rules ? Prisma.empty : plannedOnce}
    select e.id, ${Prisma.raw(columns.join(''))} e.version, e.updated_at as "updatedAt",
      e.checked_version as "checkedVersion", e.checked_on as "checkedOn",
      ${rules ? Prisma.raw(`'UTC'`) : zone} as "campaignZone",
      ${rules ? Prisma.raw('null') : checker} as "checkerName", ${person(reads(scope, 'account'))}
    from entry e ${reads(scope, 'account') ? accordingTo : Prisma.empty}
    where e.id = any(${[...ids]}::uuid[]) and ${condition}`
  const rest = Object.fromEntries(unread)
  return rows.map((row) => Object.assign(row, rest, relationsOf(row)))
}

const zone = Prisma.sql`(select c.time_zone from campaign c
  where c.workspace_id = e.workspace_id and c.id = e.campaign_id)`

const checker = Prisma.sql`(select a.name from member m join account a on a.id = m.account_id
  where m.workspace_id = e.workspace_id and m.id = e.checked_by)`

const accordingTo = Prisma.sql`left join person p
  on p.workspace_id = e.workspace_id and p.id = e.according_to_person_id`

function person(isRead: boolean): Prisma.Sql {
  return isRead
    ? Prisma.sql`p.id as "personId", p.name as "personName", p.consent as "personConsent"`
    : Prisma.sql`null as "personId"`
}

function relationsOf({ campaignZone, checkerName, personId, personName, personConsent }: Flat) {
  return {
    campaign: { timeZone: campaignZone },
    checker: checkerOf(checkerName),
    accordingTo:
      personId === null ? null : { id: personId, name: personName, consent: personConsent },
  }
}

export function checkerOf(name: string | null): CheckRow['checker'] {
  return name === null ? null : { account: { name } }
}
