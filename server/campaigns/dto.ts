import 'server-only'
import type { CampaignRole, CampaignStatus, DayOrderChoice, WeekStart } from '@/lib/schemas/words'
import type { Prisma } from '@/prisma/generated/client'

/** A campaign as pages see it; `timeZone` is an IANA name. */
export type Campaign = {
  id: string
  slug: string
  title: string
  summary: string
  status: CampaignStatus
  timeZone: string
  dayOrder: DayOrderChoice
  weekStart: WeekStart
  version: number
  /** Whether only its members and the workspace's owners can open it. */
  isRestricted: boolean
  organizations: { id: string; name: string; role: CampaignRole }[]
}

/** A campaign in a list, with what a member may see of it counted. */
export type CampaignListing = Campaign & { entries: number; proposals: number }

/** What is read of a campaign. */
export const campaignSelect = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  status: true,
  timeZone: true,
  dayOrder: true,
  weekStart: true,
  version: true,
  restriction: { select: { campaignId: true } },
  organizations: { select: { role: true, organization: { select: { id: true, name: true } } } },
} satisfies Prisma.CampaignSelect

/** A row as a page may have it. */
export function toCampaign(
  row: Prisma.CampaignGetPayload<{ select: typeof campaignSelect }>,
): Campaign {
  const { restriction, ...columns } = row
  return {
    ...columns,
    ...dateHabits(row),
    isRestricted: restriction !== null,
    organizations: row.organizations.map(({ role, organization }) => ({ role, ...organization })),
  }
}

/** How a campaign writes and reads dates, from its columns. */
export function dateHabits(row: { dayOrder: string; weekStart: string }) {
  return {
    dayOrder: row.dayOrder as DayOrderChoice,
    weekStart: row.weekStart as WeekStart,
  }
}
