import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** The meetings of a campaign, as a condition on `entry e`: no public link shows one. */
export const meetingsOf = (campaignId: string) =>
  Prisma.sql`e.campaign_id = ${campaignId}::uuid and e.kind = 'meeting'`
