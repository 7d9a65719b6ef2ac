import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { todayIn } from '@/lib/dates/days'
import type { SharedDemand } from '@/lib/shares/record'
import { readClocks } from '../../demands/clock'
import { demandsTouched, sharedDemands } from './demands'
import { withLinkIds } from './link-ids'
import type { Context } from './read'
import { countsDays } from './terms'
import { sameAsRecord, wholeRecord } from './whole-record'

/**
 * The demands of a link with their clocks. What it hides could be an answer: no days are counted at a target where
 * the record knows more.
 */
export async function sharedLedger(context: Context): Promise<SharedDemand[]> {
  const { tx, reader, campaign, entries, names } = context
  const { timeZone } = campaign
  const ids = await demandsTouched(context)
  const demands = sharedDemands({ ...context, timeZone }, ids)
  if (!countsDays(context.terms)) return names.showAll(withLinkIds(reader, await demands))
  const asOf = todayIn(timeZone)
  const of = { demands: Prisma.sql`d.id = any(${ids}::uuid[])`, asOf }
  const [listed, shown, record] = await Promise.all([
    demands,
    readClocks(tx, reader, { ...of, entries }),
    readClocks(tx, reader, { ...of, entries: wholeRecord(reader) }),
  ])
  const counted = listed.map((demand) => ({
    ...demand,
    targets: demand.targets.map((target) => {
      const clock = shown.at(demand.id, target.id)
      return sameAsRecord(clock, record.at(demand.id, target.id)) ? { ...target, clock } : target
    }),
  }))
  return names.showAll(withLinkIds(reader, counted))
}

/** The same without clocks, for where nobody reads them. */
export async function readSharedDemands(context: Context): Promise<SharedDemand[]> {
  const { campaign, reader, names } = context
  const ids = await demandsTouched(context)
  const demands = await sharedDemands({ ...context, timeZone: campaign.timeZone }, ids)
  return names.showAll(withLinkIds(reader, demands))
}
