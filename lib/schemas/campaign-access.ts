import { z } from 'zod'
import type { MemberRole } from './words'

/** The most members whom a restricted campaign can name. */
const MOST_NAMED = 2_000

/** Who can open a campaign: everyone in the workspace, or its members and the owners. */
export const campaignAccessSchema = z.strictObject({
  who: z.enum(['everyone', 'members'], 'Choose who can open the campaign.'),
  members: z
    .array(z.uuid('Choose members from the list.'))
    .max(MOST_NAMED, 'These are too many members to name. Choose everyone instead.')
    .default([]),
  /** What stood in the form when it was opened (`beganWith`): only what differs from it is wanted. */
  began: z
    .string()
    .transform((text) => {
      const [who, ...members] = text.split(' ')
      return { who: who === 'members' ? ('members' as const) : ('everyone' as const), members }
    })
    .optional(),
})
export type CampaignAccessInput = z.output<typeof campaignAccessSchema>

/** Who can open a campaign, as its settings show it. */
export type CampaignAccess = {
  isRestricted: boolean
  /** The names of the owners, who can always open it. */
  owners: string[]
  /** Whoever looks at this, where they are no owner: they stay a member of the campaign. */
  ownName: string | null
  /** Everybody else, who can be let in or left out. */
  members: {
    id: string
    name: string
    role: MemberRole
    isIn: boolean
    /** Suspended members keep their place until an owner restores them. */
    isSuspended: boolean
  }[]
}

/** What a form about it begins with, in one hidden field. */
export function beganWith({ isRestricted, members }: CampaignAccess): string {
  if (!isRestricted) return 'everyone'
  return ['members', ...members.filter(({ isIn }) => isIn).map(({ id }) => id)].join(' ')
}
